"""`nrdesk simuler`: the years, the part of each action, the scenarios."""

from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.plan import scenarios
from tests.core.plan.small import act, create, lever
from tests.test_cli import ask, run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with create(tmp_path) as doc:
        act(doc, "Garder", lever("lifetime", "add", 2, "portable"))
        act(doc, "Reconditionner", lever("refurbished", "set", 0.8, "portable"))
        act(doc, "Imprimer moins", lever("service", "multiply", 0.5, "ramettes"))
        act(doc, "Donner", lever("reuse_exit", "set", 0.7))
        act(doc, "Former")
        made = scenarios.add_from_plan(doc, "Rien du tout")
        scenarios.keep(
            doc, made, [each.action.id for each in scenarios.compare(doc).columns[0].kept], kept=False
        )
    return tmp_path / "a.nrdesk"


def test_parts_add_up_to_the_difference_with_the_scenario_without_action(file, capsys):
    plan = ask(capsys, "simuler", file)
    nothing = ask(capsys, "simuler", file, "--scenario", "Rien du tout")
    assert nothing["actions"] == []
    gap = plan["annees"][-1]["valeur"] - nothing["annees"][-1]["valeur"]
    assert gap < 0
    assert sum(each["effet"] for each in plan["actions"]) == pytest.approx(gap)
    assert plan["ecart"] == pytest.approx(gap)
    assert plan["sans_action"] == nothing["annees"]


def test_every_year_has_its_range(file, capsys):
    answer = ask(capsys, "simuler", file)
    assert [each["annee"] for each in answer["annees"]] == list(range(2026, answer["derniere_annee"] + 1))
    for each in answer["annees"]:
        assert each["min"] <= each["valeur"] <= each["max"]
    park = ask(capsys, "empreinte", file)["total"]["gwp"]["valeur"]
    assert answer["annees"][0]["parc"] == pytest.approx(park)
    assert answer["unite"] == "kgCO2e"


def test_actions_tell_their_settings_and_what_is_not_simulated(file, capsys):
    answer = ask(capsys, "simuler", file)
    by_title = {each["titre"]: each for each in answer["actions"]}
    assert by_title["Garder"]["reglages"][0]["des"] == 2027
    assert "réemploi" in by_title["Donner"]["reglages"][0]["non_simule"]
    assert [each["titre"] for each in answer["sans_reglage"]] == ["Former"]


def test_the_answer_reads_as_sentences(file, capsys):
    code, out, _ = run(capsys, "simuler", file)
    assert code == 0
    assert "Sans action" in out
    assert "Garder" in out
    assert "Shapley" in out
    _, out, _ = run(capsys, "simuler", file, "--scenario", "Rien du tout")
    assert "Aucune action" in out


def test_an_unknown_scenario_is_refused_in_french(file, capsys):
    code, _, error = run(capsys, "simuler", file, "--scenario", "Autre")
    assert code == 1
    assert "Rien du tout" in error


def test_a_document_without_a_plan_is_told_as_it_goes(tmp_path, capsys):
    with create(tmp_path) as doc:
        path = doc.path
    answer = ask(capsys, "simuler", path)
    assert answer["actions"] == []
    assert answer["ecart"] == 0
    with Document.open(path, read_only=True) as doc:
        assert answer["campagne"] == doc.campaign.year
