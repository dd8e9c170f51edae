"""The catalogue of actions reads whole, and what its actions change makes sense."""

import pytest

from nrdesk.core import paths
from nrdesk.core.errors import UserError
from nrdesk.core.model import LeverSubject, Operation
from nrdesk.core.reference import actions, factors, questionnaire, services
from nrdesk.core.reference.actions import LeverDraft

HEADER = (
    "id;title;decree_axis;dimension;scope;difficulty;duration_months;workload_days;cost;savings;indicator;"
    "unit;footprint_effect;prerequisites;small_commune;questions;source"
)


def catalogue(tmp_path, monkeypatch, effect):
    """Read a catalogue of one action whose effect is this one."""
    (tmp_path / "content").mkdir()
    line = f'X;Agir;A2;environnement;interne;1;2;3;nul;;Part;%;"{effect}";;yes;;essai'
    (tmp_path / "content" / "actions.csv").write_text(f"{HEADER}\n{line}\n", encoding="utf-8")
    words = (paths.data() / "content" / "lever_targets.csv").read_text(encoding="utf-8")
    (tmp_path / "content" / "lever_targets.csv").write_text(words, encoding="utf-8")
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    monkeypatch.setattr(actions, "targets", actions.targets.__wrapped__)
    return actions.by_id.__wrapped__()["X"]


def test_every_action_is_read_with_its_attributes():
    found = actions.by_id()
    assert len(found) == 103
    for key, action in found.items():
        assert action.id == key
        assert action.ease in (1, 2, 3)
        assert 0 < action.days_per_month <= 5, key
        assert action.cost in ("nul", "faible", "moyen")
        assert set(action.questions) <= set(questionnaire.by_id())
        assert set(action.prerequisites) <= set(found)
        assert action.source


def test_targets_are_categories_groups_or_services_that_exist():
    categories = factors.load().categories
    known = set(categories) | {category.group for category in categories.values()}
    known_services = set(services.load().kinds)
    for appliances, served in actions.targets().values():
        assert appliances or served
        assert appliances == "*" or set(filter(None, appliances.split(","))) <= known
        assert set(filter(None, served.split(","))) <= known_services


def test_amounts_are_years_shares_or_factors_that_make_sense():
    for action in actions.by_id().values():
        for lever in action.levers:
            if lever.subject is LeverSubject.LIFETIME:
                assert 0 < lever.amount <= 12
            else:
                assert 0 < lever.amount <= 1, action.id
            if lever.operation is Operation.MULTIPLY:
                assert lever.subject in (
                    LeverSubject.QUANTITY,
                    LeverSubject.ELECTRICITY,
                    LeverSubject.SERVICE,
                )


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("duree_vie(portable)=6", LeverDraft(LeverSubject.LIFETIME, Operation.SET, 6.0, "portable")),
        ("duree_vie(tous)+0.5", LeverDraft(LeverSubject.LIFETIME, Operation.ADD, 0.5, "")),
        (
            "elec(poste,ecran)*0.9",
            LeverDraft(LeverSubject.ELECTRICITY, Operation.MULTIPLY, 0.9, "Ordinateurs,Écrans"),
        ),
        ("reemploi_sortie=0.6", LeverDraft(LeverSubject.REUSE_EXIT, Operation.SET, 0.6, "")),
        ("stockage*0.7", LeverDraft(LeverSubject.SERVICE, Operation.MULTIPLY, 0.7, "stockage")),
    ],
)
def test_the_small_language(tmp_path, monkeypatch, effect, expected):
    assert catalogue(tmp_path, monkeypatch, effect).levers == (expected,)


def test_several_effects(tmp_path, monkeypatch):
    found = catalogue(tmp_path, monkeypatch, "nombre(imprimante)*0.4;elec(reseau)*0.7").levers
    assert [lever.subject for lever in found] == [LeverSubject.QUANTITY, LeverSubject.ELECTRICITY]


@pytest.mark.parametrize(
    "effect",
    ["duree_vie(fusil)+1", "n’importe quoi", "nombre(stockage)*0.5", "elec(ecran)-1", "nombre()*0.5"],
)
def test_what_cannot_be_read_says_where(tmp_path, monkeypatch, effect):
    with pytest.raises(UserError, match="ligne 2"):
        catalogue(tmp_path, monkeypatch, effect)
