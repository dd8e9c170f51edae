import dataclasses

import pytest

from nrdesk.core.footprint import compute, explain, explain_total
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Acquisition, EquipmentStatus, Origin
from nrdesk.core.model.factors import ImpactFactor
from tests.core.footprint.samples import CRITERIA, LAPTOP, NAS, SCREEN, SWITCH, line, method, park


def spaced(text: str) -> str:
    """Return a text with plain spaces, to be read in a test."""
    return text.replace(NBSP, " ").replace("\u202f", " ")


def told(equipment, criterion="gwp", **choices):
    return explain(equipment, criterion, method(**choices))


def term(explanation, label):
    found = [one for one in explanation.terms if one.label == label]
    assert len(found) == 1, [one.label for one in explanation.terms]
    return found[0]


def test_the_formula_carries_its_numbers():
    explanation = told(line(quantity=3, brand="Dell", model="5490", purchased="2024"))
    assert spaced(explanation.title) == "Laptop, Dell 5490 : gaz à effet de serre"
    assert spaced(explanation.formula) == "3 × 200 ÷ 5 + 3 × 30 × 0,05 = 124,5 kg éq. CO₂ par an"
    assert spaced(explanation.range_text).endswith("kg éq. CO₂ par an (95 chances sur 100)")
    assert explanation.missing == ()


def test_final_electricity_has_one_product():
    explanation = told(line(quantity=2), "electricity")
    assert spaced(explanation.formula) == "2 × 30 = 60 kWh par an"
    assert "Facteur d’électricité" not in [one.label for one in explanation.terms]


def test_small_figures_are_written_with_a_power_of_ten():
    explanation = told(line(quantity=1), "adpe")
    assert spaced(term(explanation, "Facteur d’électricité").value_text) == "5 × 10⁻⁸ kg éq. Sb par kWh"


def test_the_manufacture_says_its_source_year_and_uncertainty():
    made = term(told(line()), "Fabrication, transport et fin de vie")
    assert (made.source, spaced(made.note)) == ("Source A, 2024", "± 50 %")
    assert spaced(made.value_text) == "200 kg éq. CO₂ par équipement"


def test_refurbished_is_labelled_a_hypothesis():
    explanation = told(line(acquisition=Acquisition.REFURBISHED))
    assert "× 0,6 ÷ 5" in explanation.formula
    coefficient = term(explanation, "Coefficient du reconditionné")
    assert (coefficient.value_text, coefficient.source) == ("× 0,6", "hypothèse nrdesk")
    assert any("hypothèse" in sentence for sentence in explanation.hypotheses)


@pytest.mark.parametrize(
    ("fields", "rules", "label", "value", "note"),
    [
        ({}, {}, "Durée de vie typique de la catégorie", "5 ans", "Date d’achat inconnue."),
        ({"purchased": "2024-03"}, {}, "Durée de vie typique de la catégorie", "5 ans", "Acheté en 03/2024."),
        ({}, {LAPTOP: 7.5}, "Durée de vie de la catégorie", "7,5 ans", "Date d’achat inconnue."),
        (
            {"lifetime_years": 1.0},
            {},
            "Durée de vie prévue pour cette ligne",
            "1 an",
            "Date d’achat inconnue.",
        ),
        (
            {"purchased": "2014-01-01"},
            {},
            "Âge réel",
            "12 ans",
            "Acheté le 01/01/2014, gardé au-delà de la durée prévue : son âge réel allège chaque année.",
        ),
        (
            {"purchased": "2014", "purchased_uncertain": True, "retired": "2018"},
            {},
            "Durée de vie observée",
            "4 ans",
            "Acheté en 2014 (date incertaine).",
        ),
    ],
)
def test_the_lifetime_says_where_it_comes_from(fields, rules, label, value, note):
    lifetime = term(told(line(**fields), lifetime_rules=rules), label)
    assert (spaced(lifetime.value_text), spaced(lifetime.note)) == (value, note)


def test_the_electricity_says_where_it_comes_from():
    published = term(told(line()), "Électricité publiée")
    assert (published.source, spaced(published.note)) == ("Source B", "± 50 %. 365 jours")
    office = told(line(usage_profile="bureau"))
    profile = term(office, "Électricité selon l’usage")
    assert spaced(profile.value_text) == "38,5 kWh par équipement et par an"
    assert spaced(profile.note) == "Bureau : 25 W × 7 h × 220 jours."
    assert any("Bureau" in sentence for sentence in office.hypotheses)
    assert term(told(line(annual_kwh=12.0)), "Électricité mesurée").source == "inventaire"
    idle = told(line(status=EquipmentStatus.IN_STOCK))
    assert spaced(term(idle, "Électricité").note) == "Équipement en réserve : il n’en utilise pas."
    assert spaced(idle.formula) == "1 × 200 ÷ 5 = 40 kg éq. CO₂ par an"


def test_the_electricity_factor_of_another_year_says_so():
    note = term(told(line()), "Facteur d’électricité").note
    assert spaced(note).endswith(", 2024 : pas de valeur publiée pour 2025")
    assert term(told(line(), year=2024), "Facteur d’électricité").note.endswith(", 2024")


def test_a_doubtful_date_and_an_estimated_line_are_said():
    doubtful = told(line(purchased="2022", purchased_uncertain=True, origin=Origin.ESTIMATED))
    assert any("incertaine" in sentence for sentence in doubtful.hypotheses)
    assert any("estimée" in sentence for sentence in doubtful.hypotheses)


def test_a_purchase_after_the_inventory_is_said():
    assert any("postérieure" in sentence for sentence in told(line(purchased="2027")).hypotheses)
    assert not told(line(purchased="2026")).hypotheses


def test_no_use_and_no_manufacture_is_a_zero_that_shows():
    explanation = told(line(status=EquipmentStatus.BROKEN), "electricity")
    assert spaced(explanation.formula) == "0 = 0 kWh par an"
    assert explanation.doubts == ()


@pytest.mark.parametrize(
    ("equipment", "missing"),
    [
        (line(None), "catégorie"),
        (line(SWITCH), "consommation électrique"),
        (line(NAS), "facteur de fabrication"),
    ],
)
def test_what_is_not_counted_says_what_it_lacks(equipment, missing):
    explanation = told(equipment)
    assert explanation.formula == "Non compté."
    assert missing in explanation.missing
    assert explanation.value is None


def test_a_line_without_any_lifetime_has_no_term_for_it():
    no_lives = dataclasses.replace(park(), typical_lifetimes={})
    labels = [one.label for one in told(line(), factors=no_lives).terms]
    assert not [label for label in labels if "ie" in label and "Durée" in label]


def test_a_criterion_without_factor_says_which():
    assert (
        spaced(told(line(SCREEN), "adpe").missing[0]) == "facteur « Métaux et minéraux » de cette catégorie"
    )


def test_out_of_the_park():
    gone = told(line(status=EquipmentStatus.OUT))
    assert "Sorti du parc" in gone.formula
    assert gone.value == 0


def test_unknown_criterion():
    with pytest.raises(KeyError):
        told(line(), "bonheur")


def test_doubts_name_what_they_are_about_and_share_the_range():
    doubts = told(line(usage_profile="continu", annual_kwh=None)).doubts
    assert spaced(doubts[0].label) == "facteur de fabrication : Laptop"
    labels = [spaced(doubt.label) for doubt in told(line(usage_profile="continu"), "electricity").doubts]
    assert labels == ["puissance : Laptop", "durée d’usage : En continu"]
    measured = told(line(status=EquipmentStatus.IN_USE, annual_kwh=5e4, lifetime_years=15.0)).doubts
    assert [spaced(doubt.label) for doubt in measured[:2]] == [
        "dates, durées et mesures propres aux lignes",
        "facteur d’électricité : France métropolitaine (continentale)",
    ]


def test_the_total_explained():
    inventory = [
        line(quantity=2, purchased="2024"),
        line(SCREEN, acquisition=Acquisition.REFURBISHED),
        line(usage_profile="bureau", acquisition=Acquisition.REFURBISHED),
        line(SCREEN, status=EquipmentStatus.IN_STOCK),
        line(SWITCH, quantity=4),
        line(status=EquipmentStatus.OUT, quantity=7),
    ]
    result = compute(inventory, method())
    explanation = explain_total(result, "gwp")
    assert explanation.value == result.totals["gwp"].value
    assert spaced(explanation.formula).startswith("fabrication 132 kg éq. CO₂ + usage ")
    values = {one.label: spaced(one.value_text) for one in explanation.terms}
    assert values["Comptés"] == "5 équipements"
    assert values["Non comptés"] == "4 équipements"
    assert values["En réserve ou hors service"] == "1 équipement"
    assert values["Sortis du parc"] == "7 équipements"
    assert [one.source for one in explanation.terms if one.label == "Source"] == [
        "Source A, 2024",
        "Source B",
    ]
    assert explanation.missing == ("consommation électrique",)
    assert len(explanation.hypotheses) == 4
    assert explanation.doubts
    adpe = {one.label: spaced(one.value_text) for one in explain_total(result, "adpe").terms}
    assert adpe["Sans facteur pour ce critère"] == "2 équipements"


def test_a_sure_total_says_no_more_than_needed():
    result = compute([line(purchased="2024")], method(territory="Lune", factors=_without_use(park())))
    explanation = explain_total(result, "gwp")
    assert [one.label for one in explanation.terms] == ["Total", "Comptés", "Source", "Source"]
    assert [sentence.split()[1] for sentence in explanation.hypotheses] == ["incertitudes"]


def _without_use(family):
    kept: dict[object, ImpactFactor] = {
        key: dataclasses.replace(factor, value=0.0) if factor.stage == "use" else factor
        for key, factor in family.factors.items()
    }
    return dataclasses.replace(family, factors=kept)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_an_empty_park_is_explained_too(criterion):
    explanation = explain_total(compute([], method()), criterion)
    assert explanation.value == 0
    assert explanation.doubts == ()
