import pytest

from nrdesk.core.document import Document
from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.assessment import SITE
from nrdesk.core.inventory.sites import kind_of, places, proposed, site_profiles
from nrdesk.core.model import Authority, Equipment, EquipmentStatus, Site, SiteKind

PROFILE = next(field for field in SITE if field.name == "usage_profile")


def line(site: str, quantity: int = 1, **fields) -> Equipment:
    return Equipment(campaign_id="c", site=site, quantity=quantity, **fields)


def test_a_place_written_in_several_ways_is_one_under_its_usual_name():
    found = places([], [line("École Jules-Verne", 4), line("ecole jules verne"), line("École Jules-Verne")])
    assert [(place.name, place.quantity) for place in found] == [("École Jules-Verne", 6)]


def test_what_is_described_and_what_is_named_are_joined():
    hall = Site(name="mairie", users=12)
    found = places([hall], [line("Mairie", 24), line("Médiathèque", 3), line("")])
    assert [(place.name, place.site, place.quantity) for place in found] == [
        ("mairie", hall, 24),
        ("Médiathèque", None, 3),
    ]
    assert found[0].per_user == 2.0
    assert found[1].per_user is None


def test_what_left_the_park_is_no_longer_anywhere():
    assert places([], [line("Mairie", status=EquipmentStatus.OUT)]) == ()


def test_a_described_place_without_any_appliance_stays():
    (place,) = places([Site(name="Stade")], [])
    assert place.quantity == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("École Jules-Verne", SiteKind.SCHOOL),
        ("Groupe scolaire du Bourg", SiteKind.SCHOOL),
        ("École de musique", SiteKind.SPORT_CULTURE),
        ("Mairie", SiteKind.TOWN_HALL),
        ("Hôtel de Ville", SiteKind.TOWN_HALL),
        ("Médiathèque", SiteKind.LIBRARY),
        ("Services techniques", SiteKind.WORKSHOP),
        ("Relais petite enfance", SiteKind.SOCIAL),
        ("Le Hangar", SiteKind.OTHER),
        ("", SiteKind.OTHER),
    ],
)
def test_the_name_tells_the_kind(name, kind):
    assert kind_of(name) is kind


def test_only_what_is_not_described_is_proposed_with_its_usual_use():
    found = places([Site(name="Mairie")], [line("Mairie"), line("École"), line("Hangar")])
    assert [(site.name, site.kind, site.usage_profile) for site in proposed(found)] == [
        ("Hangar", SiteKind.OTHER, None),
        ("École", SiteKind.SCHOOL, "ecole"),
    ]


def test_profiles_are_those_of_the_places_that_have_one(tmp_path):
    with Document.create(tmp_path / "a.nrdesk", Authority(name="V"), year=2026) as document:
        with document.action("Lieux") as tx:
            tx.add(Site(name="École Jules-Verne", usage_profile="ecole"), Site(name="Mairie"))
        assert site_profiles(document) == {"ecole jules verne": "ecole"}


def test_the_use_of_a_place_is_read_as_it_is_shown():
    assert PROFILE.read(PROFILE.show("ecole")) == "ecole"
    assert PROFILE.read("") is None
    assert PROFILE.show(None) == ""
    assert all(PROFILE.show(PROFILE.read(choice)) == choice for choice in PROFILE.choices)
    with pytest.raises(Unreadable):
        PROFILE.read("au jardin")
