"""The calendar of the plan on paper: an A3 sheet that tells what the screen tells, valid as all documents."""

import datetime as dt
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Dependency, Milestone
from nrdesk.core.reports import charts, export, plan_calendar
from nrdesk.core.reports.content import (
    Figure,
    GanttBar,
    GanttMark,
    GanttSpec,
    Paragraph,
    Report,
    Run,
    Table,
)
from tests.core.reports.conftest import failures

A3 = (1190.55, 841.89)
"""Points: 420 by 297 mm (ISO 216)."""
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)


def write(doc: Document) -> list[Action]:
    actions = [
        Action(
            title="Garder",
            starts="2026-03",
            months=4,
            owner="DGS",
            status=ActionStatus.UNDER_WAY,
            progress=40,
        ),
        Action(title="Former", starts="2026-09", ends="2027-02", blocked=True, blocked_reason="Devis"),
        Action(title="Trier", starts="2026-01", ends="2026-02", status=ActionStatus.DONE),
        Action(title="Ouvrir", starts="2026-05", continuous=True),
        Action(title="Mesurer"),
    ]
    with doc.action("Écrire le plan") as tx:
        tx.add_all(actions)
        tx.add(
            Dependency(action_id=actions[1].id, needs_id=actions[0].id),
            Milestone(title="Bilan au conseil", due="2026-12"),
            Milestone(title="Première session", due="2026-10-05", action_id=actions[1].id),
        )
    return actions


def tables(report: Report) -> list[Table]:
    return [block for block in report.blocks if isinstance(block, Table)]


def specs(report: Report) -> list[GanttSpec]:
    return [
        block.chart
        for block in report.blocks
        if isinstance(block, Figure) and isinstance(block.chart, GanttSpec)
    ]


def words(spec: GanttSpec, width: float = 1066) -> list[str]:
    (axes,) = charts.figure(spec, width).axes
    return [text.get_text() for text in axes.texts]


def test_the_sheet_is_an_a3_page_on_its_side_and_valid(doc: Document, tmp_path: Path) -> None:
    write(doc)
    path = export(doc, "calendrier-du-plan", tmp_path / "plan.pdf")
    assert failures(path) == []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            assert [float(edge) for edge in page.mediabox[2:]] == pytest.approx(A3, abs=0.5)


def test_the_same_plan_gives_the_same_file_in_both_formats(doc: Document, tmp_path: Path) -> None:
    write(doc)
    for suffix in ("pdf", "docx"):
        paths = [tmp_path / f"{name}.{suffix}" for name in "ab"]
        one, other = (export(doc, "calendrier-du-plan", path).read_bytes() for path in paths)
        assert one == other


def test_rows_go_by_date_and_the_milestones_of_the_plan_come_first(doc: Document) -> None:
    write(doc)
    (spec,) = specs(plan_calendar.build(doc))
    assert [bar.label for bar in spec.bars] == [
        "Jalons du plan",
        "Trier",
        "Garder",
        "Ouvrir",
        "Former",
        "Mesurer",
    ]
    assert spec.links == ((2, 4),)
    assert spec.bars[0].marks == (GanttMark(dt.date(2026, 12, 31), False, "Bilan au conseil"),)
    assert spec.bars[4].note == "bloquée, en retard"
    assert spec.bars[3].end is None


def test_the_table_tells_what_the_chart_shows(doc: Document) -> None:
    write(doc)
    actions, milestones = tables(plan_calendar.build(doc))
    by_title = {row[0]: row for row in actions.rows}
    assert by_title["Former"][2:6] == (
        "1ᵉʳ septembre 2026",
        "28 février 2027",
        "à lancer, bloquée, en retard",
        "Garder",
    )
    assert by_title["Former"][6] == "critique"
    assert by_title["Ouvrir"][3] == "sans fin prévue"
    assert by_title["Mesurer"][2:4] == ("à fixer", "à fixer")
    assert [row[0] for row in milestones.rows] == ["Première session", "Bilan au conseil"]


def test_the_summary_counts_what_is_wrong(doc: Document) -> None:
    write(doc)
    report = plan_calendar.build(doc)
    lead = next(block for block in report.blocks if isinstance(block, Paragraph))
    told = "".join(run.text for run in lead.runs if isinstance(run, Run))
    assert told.startswith("Le plan compte 5\u00a0actions")
    assert "Parmi elles, 1 est bloquée, 3 sont en retard et 1 n’a pas encore de date." in told


def test_a_long_plan_goes_over_several_sheets(doc: Document, tmp_path: Path) -> None:
    with doc.action("Écrire le plan") as tx:
        tx.add_all(Action(title=f"Action {n:02}", starts="2026-03", months=n % 9 + 1) for n in range(60))
    pieces = specs(plan_calendar.build(doc))
    assert [len(piece.bars) for piece in pieces] == [25, 35]
    path = export(doc, "calendrier-du-plan", tmp_path / "plan.pdf")
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) >= 3


def test_without_actions_or_without_dates_it_says_what_to_do(doc: Document) -> None:
    assert not specs(plan_calendar.build(doc))
    with doc.action("Écrire") as tx:
        tx.add(Action(title="Mesurer"))
    report = plan_calendar.build(doc)
    assert not specs(report)
    assert tables(report)[0].rows[0][0] == "Mesurer"


def test_months_are_named_on_a_wall_quarters_on_a_page() -> None:
    spec = GanttSpec((GanttBar("Garder", ActionStatus.DONE, FIRST, LAST),), FIRST, LAST, FIRST)
    assert "janv." in words(spec)
    on_page = words(spec, 470)
    assert "janv." not in on_page
    assert "T1" in on_page
    assert charts.height(spec, 1066) > charts.height(spec, 470)


def test_long_titles_and_milestones_are_shortened() -> None:
    long = "Un titre qui n’en finit pas " * 10
    bar = GanttBar(
        long, ActionStatus.DROPPED, FIRST, None, marks=(GanttMark(LAST, True, long),), note="en retard"
    )
    shown = words(GanttSpec((bar,), FIRST, dt.date(2028, 6, 30), FIRST))
    assert all(len(text) < len(long) for text in shown)
    assert "en retard" in shown


def test_a_bar_without_a_start_begins_with_the_calendar() -> None:
    bar = GanttBar("Finir", ActionStatus.TO_START, None, dt.date(2026, 6, 30))
    (axes,) = charts.figure(GanttSpec((bar,), FIRST, LAST, FIRST), 1066).axes
    assert any(patch.get_width() > 30 for patch in axes.patches if hasattr(patch, "get_width"))


def test_a_calendar_has_days_and_links_lead_to_rows() -> None:
    bar = GanttBar("a", ActionStatus.TO_START, FIRST, LAST)
    with pytest.raises(ValueError, match="days"):
        GanttSpec((bar,), LAST, FIRST, FIRST)
    with pytest.raises(ValueError, match="row"):
        GanttSpec((bar,), FIRST, LAST, FIRST, ((0, 1),))


def test_extreme_dates_are_drawn(doc: Document, tmp_path: Path) -> None:
    with doc.action("Écrire") as tx:
        tx.add(Action(title="Jadis", ends="1970"), Action(title="Demain", starts="2100", months=1e9))
    (spec,) = specs(plan_calendar.build(doc))
    assert (spec.first.year, spec.bars[0].label) == (1970, "Jadis")
    export(doc, "calendrier-du-plan", tmp_path / "plan.pdf")
