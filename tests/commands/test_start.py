import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Equipment, Origin
from tests.test_cli import ask, demo, run, varces

__all__ = ["demo", "varces"]


def test_five_numbers_give_a_park_and_a_footprint(varces, capsys):
    asked = {"agents": 18, "elus": 23, "classes": 5, "sites": 4, "population": 2812}
    options = [part for name, value in asked.items() for part in (f"--{name}", value)]
    answer = ask(capsys, "estimer", varces, *options)
    assert answer["nombres"] == asked
    assert 80 < answer["appareils"] < 100
    total = answer["total"]
    assert 0 < total["min"] < total["valeur"] < total["max"]
    with Document.open(varces, read_only=True) as document:
        lines = document.all(Equipment)
    assert {line.origin for line in lines} == {Origin.ESTIMATED}
    assert [line["id"] for line in answer["lignes"]] == [line.id for line in lines]
    # The same figure as the other verb.
    assert ask(capsys, "empreinte", varces)["total"]["gwp"]["valeur"] == total["valeur"]


def test_what_the_collectivite_knows_need_not_be_said(varces, capsys):
    with Document.open(varces) as document:
        population = document.authority.population_municipal
    answer = ask(capsys, "estimer", varces, "--agents", 30)
    assert answer["nombres"]["population"] == population
    assert ask(capsys, "estimer", varces)["nombres"] == answer["nombres"]


def test_an_estimate_adds_nothing_to_a_park_that_is_already_counted(demo, capsys):
    answer = ask(capsys, "estimer", demo, "--agents", 1, "--elus", 0, "--population", 0, "--sites", 1)
    assert answer["appareils"] == 0


def test_the_answer_reads_as_a_list(varces, capsys):
    code, out, _ = run(capsys, "estimer", varces, "--agents", 18)
    assert code == 0
    assert "Ordinateur portable (agents)" in out
    assert "appareils estimés, à remplacer par de vrais" in out


@pytest.mark.parametrize(
    "options",
    [
        ("--agents", -3),
        ("--population", 10**20),
        ("--agents", 0, "--elus", 0, "--classes", 0, "--sites", 0, "--population", 0),
    ],
)
def test_numbers_that_mean_nothing_are_refused(varces, capsys, options):
    code, out, err = run(capsys, "estimer", varces, *options)
    assert (code, out) == (1, "")
    assert "Rien n’a été écrit" in err
