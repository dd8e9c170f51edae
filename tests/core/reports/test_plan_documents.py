"""The documents of the plan: what is done, what is stuck and what it costs are said, figures as on screen."""

from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    Axis,
    BudgetLine,
    Campaign,
    Contribution,
    Dependency,
    Milestone,
    MoneyKind,
    Objective,
)
from nrdesk.core.planning import budget
from nrdesk.core.reports import action_plan, action_sheets, docx, pdf, plan_parts
from nrdesk.core.reports.content import BulletList, Callout, Heading, KeyFigures, Paragraph, Report, Table
from tests.core.reports.conftest import failures


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("plan") / "plan.nrdesk"
    with Document.create(path, Authority(name="Évreuil", is_demo=True), year=2026) as doc:
        objective = Objective(title="Garder les ordinateurs")
        stuck = Action(
            title="Publier la déclaration",
            axis=Axis.ECODESIGN,
            status=ActionStatus.UNDER_WAY,
            blocked=True,
            blocked_reason="le prestataire ne répond pas",
            starts="2026-03",
            ends="2026-12",
            progress=30,
            rank=0,
        )
        late = Action(title="Signer la charte", starts="2026-01", ends="2026-09", rank=1)
        done = Action(title="Éteindre la nuit", status=ActionStatus.DONE, objective_id=objective.id, rank=2)
        dropped = Action(
            title="Louer", status=ActionStatus.DROPPED, comment="le devis était trop cher", rank=3
        )
        with doc.action("Remplir") as tx:
            tx.update(Campaign, doc.campaign.id, as_of="2026-10-31")
            tx.add(objective, stuck, late, done, dropped)
            tx.add(
                Contribution(action_id=stuck.id, who="École", days_per_month=0.5, role="Relit"),
                Dependency(action_id=late.id, needs_id=stuck.id),
                Milestone(action_id=stuck.id, title="Audit", due="2026-12"),
                BudgetLine(action_id=stuck.id, year=2026, kind=MoneyKind.OPERATING, amount=900),
                BudgetLine(action_id=stuck.id, year=2027, kind=MoneyKind.SAVING, amount=2_000),
                BudgetLine(action_id=stuck.id, year=2026, kind=MoneyKind.FUNDING, amount=300, secured=True),
                BudgetLine(action_id=dropped.id, year=2026, kind=MoneyKind.INVESTMENT, amount=9_999),
            )
        yield doc


def words(report: Report) -> str:
    told: list[str] = []
    for block in report.blocks:
        match block:
            case Heading(text=text):
                told.append(text)
            case Paragraph(runs=runs):
                told.append("".join(run.text for run in runs))
            case Callout(title=title, paragraphs=paragraphs):
                told += [title, *("".join(run.text for run in each.runs) for each in paragraphs)]
            case BulletList(items=items):
                told += ["".join(run.text for run in item) for item in items]
            case Table(rows=rows):
                told += [" | ".join(row) for row in rows]
    return "\n".join(told).replace("\u00a0", " ").replace("\u202f", " ")


def test_what_is_stuck_and_what_is_late_come_first(doc):
    report = action_plan.build(doc)
    (first,) = [block for block in report.blocks if isinstance(block, Callout)]
    told = words(Report(report.meta, (first,)))
    assert "Publier la déclaration : bloquée. Le prestataire ne répond pas." in told
    assert "Signer la charte : en retard. Devait finir le 30 septembre 2026." in told
    assert "31 octobre 2026" in told
    assert report.blocks.index(first) < 6


def test_the_figures_are_those_of_the_budget(doc):
    report = action_plan.build(doc)
    (figures,) = [block.figures for block in report.blocks if isinstance(block, KeyFigures)]
    assert [figure.value for figure in figures[:3]] == ["1", "1", "1"]
    total = budget.budget(doc.all(Action), doc.all(BudgetLine)).total
    assert figures[3].value == plan_parts.euros(total.cost) == "900\u00a0€"
    (table,) = [b for b in report.blocks if isinstance(b, Table) and b.caption.startswith("Le budget")]
    assert table.total is not None
    assert table.total[-1].replace("\u202f", " ") == "−1 400\u00a0€"


def test_what_was_given_up_is_said_and_counted_nowhere(doc):
    told = words(action_plan.build(doc))
    assert "Ce que nous avons abandonné" in told
    assert "9 999" not in told
    assert "Louer" not in words(action_sheets.build(doc))


def test_a_sheet_tells_one_action_and_its_links(doc):
    stuck = doc.all(Action)[0]
    report = action_sheets.build(doc, stuck.id)
    told = words(report)
    assert report.meta.subtitle == "Publier la déclaration"
    assert "Cette action est bloquée" in told
    assert "Après elle : « Signer la charte »." in told
    assert "École : Relit (0,5 jour par mois)" in told
    assert "En cours, 30 %, bloquée" in told
    with pytest.raises(NotReadyError, match="n’existe plus"):
        action_sheets.build(doc, "gone")


def test_dates_are_told_as_they_were_given():
    said = [
        (Action(), "à dater"),
        (Action(starts="2026-03", ends="2027"), "de mars 2026 à 2027"),
        (Action(starts="2026", continuous=True), "dès 2026, sans fin prévue"),
        (Action(starts="2026-03", months=6), "dès mars 2026, 6\u00a0mois"),
        (Action(ends="2027-03-05"), "avant le 5 mars 2027"),
    ]
    assert [plan_parts.span(action) for action, _ in said] == [told for _, told in said]


@pytest.mark.parametrize("builder", [action_plan, action_sheets])
def test_both_documents_are_accessible_and_archivable(doc, builder, tmp_path: Path):
    report = builder.build(doc)
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    assert len(docx.render(report)) > 5_000


def test_without_an_action_there_is_no_document(tmp_path: Path):
    with Document.create(tmp_path / "a.nrdesk", Authority(name="A"), year=2026) as empty:
        for builder in (action_plan, action_sheets):
            with pytest.raises(NotReadyError, match="pas encore d’action"):
                builder.build(empty)
