"""Each letter looks at what is filled in, says what is missing, and judges nothing else."""

import datetime as dt
from dataclasses import replace

import pytest

from nrdesk.core.ambition import is_smart, smart
from nrdesk.core.model import Objective, PriorityAxis

TODAY = dt.date(2026, 11, 22)
AXIS = PriorityAxis(title="Garder plus longtemps")
WHOLE = Objective(
    title="Garder les ordinateurs sept ans",
    axis_id=AXIS.id,
    indicator="Âge moyen des ordinateurs",
    unit="ans",
    base_year=2025,
    base_value=5.1,
    target_value=7.0,
    due="2030",
    owner="Secrétariat général",
    means="Deux jours par an",
    reason="C’est ce qui pèse le plus",
    expected="Moins d’achats",
)


def letters(objective: Objective) -> dict[str, tuple[bool, str]]:
    return {each.letter: (each.ok, each.reason) for each in smart(objective, [AXIS], TODAY)}


def test_a_whole_objective_has_its_five_letters_and_says_why() -> None:
    found = smart(WHOLE, [AXIS], TODAY)
    assert "".join(each.letter for each in found) == "SMART"
    assert all(each.ok for each in found)
    assert is_smart(WHOLE, [AXIS], TODAY)
    assert letters(WHOLE)["M"][1] == "De 5,1\u00a0ans en 2025 à 7\u00a0ans."
    assert "«\u00a0Garder plus longtemps\u00a0»" in letters(WHOLE)["R"][1]
    assert letters(WHOLE)["T"][1] == "À atteindre\u00a0: 2030."


def test_an_empty_objective_has_none_and_says_what_to_fill_in() -> None:
    found = smart(Objective(), [], TODAY)
    assert not any(each.ok for each in found)
    assert all(each.reason.startswith("Il manque\u00a0: ") for each in found)


@pytest.mark.parametrize(
    ("letter", "change", "said"),
    [
        ("S", {"title": "Les ordinateurs de la mairie"}, "commence par un verbe"),
        ("S", {"title": "Garder"}, "ce sur quoi porte le verbe"),
        ("S", {"owner": " "}, "le responsable"),
        ("M", {"indicator": ""}, "l’indicateur"),
        ("M", {"unit": ""}, "l’unité"),
        ("M", {"base_year": None}, "l’année de départ"),
        ("M", {"base_value": None}, "la valeur de départ"),
        ("M", {"target_value": None}, "la valeur visée"),
        ("M", {"target_value": 5.1}, "celle du départ"),
        ("A", {"means": "\n"}, "les moyens"),
        ("R", {"reason": ""}, "pourquoi c’est utile ici"),
        ("R", {"expected": ""}, "l’effet attendu"),
        ("T", {"due": None}, "l’échéance"),
        ("T", {"due": "2026-10"}, "passée (octobre 2026)"),
        ("T", {"due": "2027", "base_year": 2027}, "ne vient pas après"),
    ],
)
def test_one_thing_missing_takes_one_letter(letter: str, change: dict[str, object], said: str) -> None:
    found = letters(replace(WHOLE, **change))  # type: ignore[arg-type]
    assert [name for name, (ok, _) in found.items() if not ok] == [letter]
    assert said in found[letter][1]


def test_an_axis_that_is_gone_takes_the_two_letters_that_need_it() -> None:
    found = smart(WHOLE, [], TODAY)
    assert [each.letter for each in found if not each.ok] == ["S", "R"]


def test_a_base_of_zero_is_a_base() -> None:
    assert letters(replace(WHOLE, base_value=0.0))["M"] == (True, "De 0\u00a0an en 2025 à 7\u00a0ans.")


def test_the_month_or_the_year_under_way_is_still_to_come() -> None:
    assert letters(replace(WHOLE, due="2026"))["T"][0]
    assert letters(replace(WHOLE, due="2026-11"))["T"][0]
    assert not letters(replace(WHOLE, due="2026-11-21"))["T"][0]
