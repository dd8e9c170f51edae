import pytest

from nrdesk.core.model import AuthorityKind
from nrdesk.core.reference import directory


def names(text, limit=20):
    return [place.label for place in directory.search(text, limit)]


def test_the_directory_is_complete():
    index = directory._directory()
    communes = [rank for rank in range(len(index._keys)) if not index.is_group(rank)]
    assert len(index._communes["code"]) == 34_969
    assert sum(kind != "ept" for kind in index._groups["kind"]) == 1_255
    assert len(communes) == 34_969 + len(index._former["code"])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("grenoble", "Grenoble (38, Isère)"),
        ("havre", "Le Havre (76, Seine-Maritime)"),
        ("le havre", "Le Havre (76, Seine-Maritime)"),
        ("st etienne", "Saint-Étienne (42, Loire)"),
        ("l’hay les roses", "L’Haÿ-les-Roses (94, Val-de-Marne)"),
        ("coeur de causse", "Cœur de Causse (46, Lot)"),
        ("38000", "Grenoble (38, Isère)"),
        ("38185", "Grenoble (38, Isère)"),
        ("2a004", "Ajaccio (2A, Corse-du-Sud)"),
        ("213 801 855", "Grenoble (38, Isère)"),
        ("38000 grenoble", "Grenoble (38, Isère)"),
        ("grenoble 38000", "Grenoble (38, Isère)"),
        ("ile de sein", "Île-de-Sein (29, Finistère)"),
        ("métropole de lyon", "Métropole de Lyon (69, Rhône)"),
        ("communauté de communes faucigny", "CC Faucigny - Glières (74, Haute-Savoie)"),
        ("200046977", "Métropole de Lyon (69, Rhône)"),
        ("plaine commune", "Plaine Commune (93, Seine-Saint-Denis)"),
    ],
)
def test_the_likeliest_place_comes_first(text, first):
    assert names(text, 1) == [first]


def test_homonyms_are_told_apart_the_most_populated_first():
    assert names("saint-denis", 2) == ["Saint-Denis (974, La Réunion)", "Saint-Denis (93, Seine-Saint-Denis)"]


def test_the_exact_name_comes_before_longer_ones():
    found = names("évry")
    assert found[0] == "Évry (89, Yonne)"
    assert "Évry-Courcouronnes (91, Essonne)" in found


def test_a_former_commune_leads_to_the_one_of_today():
    (place,) = directory.search("arbignieu")
    assert (place.name, place.code) == ("Arboys en Bugey", "01015")
    assert place.label == "Arboys en Bugey (01, Ain), ancienne commune\u00a0: Arbignieu"


def test_the_code_of_a_former_commune_leads_to_the_one_of_today():
    place = directory.commune("01120")
    assert (place.code, place.found_as) == ("01262", "Cordieux")


def test_the_beginning_of_a_postcode_is_enough():
    assert all(any(code.startswith("380") for code in place.postcodes) for place in directory.search("380"))


@pytest.mark.parametrize("text", ["", "  ", "…", "xyzzy", "99999", "000000000"])
def test_nothing_is_found_for_what_names_nothing(text):
    assert directory.search(text) == []


def test_commune_and_group_are_found_by_code_only_in_their_kind():
    assert directory.commune("38185").name == "Grenoble"
    assert directory.commune("200040715") is None
    assert directory.epci("200040715").name == "Grenoble-Alpes-Métropole"
    assert directory.epci("38185") is None
    assert directory.commune("99999") is None
    assert directory.epci("1") is None


def test_a_commune_brings_its_populations_of_one_year_and_its_epci():
    authority = directory.authority(directory.commune("38185"))
    assert authority.kind is AuthorityKind.COMMUNE
    assert (authority.population_municipal, authority.population_total) == (156_389, 158_601)
    assert authority.population_year == 2022
    assert (authority.insee_code, authority.siren, authority.postcode) == ("38185", "213801855", "38000")
    assert (authority.epci_name, authority.epci_siren) == ("Grenoble-Alpes-Métropole", "200040715")
    assert authority.territory == "France métropolitaine (continentale)"


def test_a_commune_without_epci_has_only_its_municipal_population():
    authority = directory.authority(directory.commune("29083"))
    assert (authority.population_municipal, authority.population_total, authority.population_year) == (
        263,
        None,
        2023,
    )
    assert authority.epci_siren == ""


@pytest.mark.parametrize(
    ("siren", "kind", "territory"),
    [
        ("200046977", AuthorityKind.METROPOLE_LYON, "France métropolitaine (continentale)"),
        ("200040715", AuthorityKind.METROPOLE, "France métropolitaine (continentale)"),
        ("200000172", AuthorityKind.CC, "France métropolitaine (continentale)"),
        ("200057867", AuthorityKind.EPT, "France métropolitaine (continentale)"),
        ("249740119", AuthorityKind.CA, "La Réunion"),
    ],
)
def test_a_group_has_its_nature_and_the_territory_of_its_seat(siren, kind, territory):
    authority = directory.authority(directory.epci(siren))
    assert (authority.kind, authority.siren, authority.territory) == (kind, siren, territory)
    assert authority.population_municipal <= authority.population_total
    assert authority.insee_code == authority.epci_siren == ""


def test_mayotte_says_the_year_of_its_last_census():
    assert directory.commune("97611").population_year == 2017


def test_overseas_collectivities_do_not_invent_a_year():
    assert directory.commune("98735").population_year is None


def test_every_place_can_be_turned_into_an_authority():
    index = directory._directory()
    for rank in range(0, len(index._keys), 97):
        authority = directory.authority(index.place(rank))
        assert authority.name
        assert authority.territory
        assert authority.department


def test_the_members_of_an_epci_come_the_most_populated_first():
    group = directory.commune("01427").group  # Trévoux
    found = directory.members(group)
    assert found[0].name == "Trévoux"
    assert {place.group for place in found} == {group}
    assert sum(place.population_municipal for place in found) == directory.epci(group).population_municipal


def test_a_siren_that_is_no_group_has_no_members():
    assert directory.members("210104279") == []
    assert directory.members("") == []
