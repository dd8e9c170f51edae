"""What nrdesk exports of a plan and imports again is the same plan."""

import dataclasses
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import dates
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.exchange import Outcome
from nrdesk.core.exchange.cells import as_text
from nrdesk.core.exchange.plans import PlanImport, layout
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    Authority,
    Axis,
    BudgetLine,
    Contribution,
    Dependency,
    Dimension,
    Milestone,
    Moscow,
    Objective,
    Participation,
    Reach,
    Record,
)
from nrdesk.core.plan import importing
from nrdesk.core.reports import plan_workbook

KINDS = (Contribution, Dependency, Milestone, BudgetLine, ActionLever)


def exported(doc: Document, folder: Path) -> Path:
    path = folder / "plan.xlsx"
    path.write_bytes(plan_workbook.write(doc))
    return path


def taken(doc: Document, path: Path) -> PlanImport:
    plan = importing.plan_file(doc, path)
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    importing.apply(doc, plan)
    return plan


def plain(record: Record, *, without: frozenset[str] = frozenset(("updated_at",))) -> tuple[object, ...]:
    return tuple(
        getattr(record, each.name) for each in dataclasses.fields(record) if each.name not in without
    )


def everything(doc: Document) -> dict[str, list[tuple[object, ...]]]:
    hidden = frozenset(("id", "updated_at"))
    found = {
        kind.TABLE: sorted(map(repr, (plain(r, without=hidden) for r in doc.all(kind)))) for kind in KINDS
    }
    found["action"] = sorted(repr(plain(each)) for each in doc.all(Action))
    return found


def test_the_same_document_has_nothing_to_take(doc, tmp_path):
    before = everything(doc)
    plan = taken(doc, exported(doc, tmp_path))
    assert (plan.imported, plan.rejected) == (0, 0)
    assert plan.duplicates == len(doc.all(Action)) + sum(len(doc.all(kind)) for kind in KINDS)
    assert everything(doc) == before


def test_another_document_gets_the_same_plan_in_one_action(doc, tmp_path):
    with Document.create(tmp_path / "autre.nrdesk", Authority(name="Autre"), year=2026) as other:
        with other.action("Copier l’objectif") as tx:
            tx.add(*doc.all(Objective))
        plan = taken(other, exported(doc, tmp_path))
        assert plan.rejected == 0
        assert everything(other) == everything(doc)
        other.undo()
        assert not other.all(Action)
        assert not other.all(BudgetLine)


def test_what_was_changed_in_the_file_comes_back_and_nothing_else(doc, tmp_path):
    path = exported(doc, tmp_path)
    book = openpyxl.load_workbook(path)
    page = book[layout.ACTIONS.title]
    titles = [cell.value for cell in page[1]]
    page.cell(2, titles.index("Avancement") + 1, 65)
    page.cell(2, titles.index("Début") + 1, "un jour")
    page.cell(5, 1, "Une action de plus")
    money = book["Budget"]
    kinds = [cell.value for cell in money[1]]
    money.cell(2, kinds.index("Montant") + 1, 2_000)
    book.save(path)
    before = {each.title: each for each in doc.all(Action)}
    helpers = doc.all(Contribution)
    plan = taken(doc, path)
    outcomes = {row.cells[0]: (row.outcome, row.reason) for row in plan.rows if row.action or not row.parts}
    assert outcomes["Acheter reconditionné"][0] is Outcome.IMPORTED
    assert "mise à jour" in outcomes["Acheter reconditionné"][1]
    after = {each.title: each for each in doc.all(Action)}
    changed = after["Acheter reconditionné"]
    assert (changed.id, changed.progress) == (before["Acheter reconditionné"].id, 65)
    assert changed.starts == "2026-01-15"
    assert '"starts": "un jour"' in changed.unread
    assert after["Une action de plus"].rank > after["Louer les écrans"].rank
    assert after["Louer les écrans"] == before["Louer les écrans"]
    assert 2_000 in [line.amount for line in doc.all(BudgetLine)]
    assert len(doc.all(BudgetLine)) == 8
    assert doc.all(Contribution) == helpers


def test_a_sheet_taken_out_of_the_file_changes_nothing(doc, tmp_path):
    path = exported(doc, tmp_path)
    book = openpyxl.load_workbook(path)
    for name in ("Budget", "Leviers"):
        del book[name]
    book.save(path)
    before = everything(doc)
    assert taken(doc, path).imported == 0
    assert everything(doc) == before


def test_a_circle_and_an_unknown_action_are_rejected(doc, tmp_path):
    path = exported(doc, tmp_path)
    book = openpyxl.load_workbook(path)
    links = book["Dépendances"]
    first, second, _ = doc.all(Action)
    links.append(["Acheter reconditionné", None, second.id, first.id])
    links.append(["Celle que personne ne connaît", "Acheter reconditionné", None, None])
    book.save(path)
    plan = taken(doc, path)
    reasons = [row.reason for row in plan.rows if row.outcome is Outcome.REJECTED]
    assert len(reasons) == 2
    assert "en rond" in reasons[0]
    assert "n’est pas dans la première feuille" in reasons[1]


def test_a_plan_without_action_is_not_exported_yet(empty):
    with pytest.raises(NotReadyError, match="pas encore d’action"):
        plan_workbook.write(empty)


TEXT = st.text(st.characters(exclude_categories=("C",), exclude_characters="\r\x85\u2028\u2029"), max_size=40)
DATE = st.none() | st.dates(dates.last_day("2001"), dates.last_day("2090")).flatmap(
    lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"])
)
ACTIONS = st.builds(
    Action,
    title=TEXT,
    comment=TEXT,
    axis=st.sampled_from(Axis),
    dimension=st.sampled_from(Dimension),
    reach=st.sampled_from(Reach),
    moscow=st.sampled_from(Moscow),
    participation=st.sampled_from(Participation),
    status=st.sampled_from(ActionStatus),
    progress=st.none() | st.integers(0, 100),
    months=st.none() | st.floats(0, 600, allow_nan=False),
    starts=DATE,
    continuous=st.booleans(),
)


@given(action=ACTIONS)
def test_any_attribute_comes_back_as_it_was(action):
    for name in layout.ACTIONS.columns:
        cell = as_text(layout.written(action, name))
        assert layout.read(Action, name, cell) == getattr(action, name)
