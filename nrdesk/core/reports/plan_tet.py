"""The plan of action in the template of Territoires en Transitions, ready for its importer.

What the template is (columns, lists, what its importer refuses) is declared in `core.exchange.plans.tet`.
Names of people and services are written without the signs that its instructions exclude. A partial start is
its first day, a partial end its last one, as everywhere in the plan.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from nrdesk.core import dates
from nrdesk.core.ambition import in_order
from nrdesk.core.errors import NotReadyError
from nrdesk.core.exchange.plans import tet
from nrdesk.core.exchange.plans.targets import FUNDERS
from nrdesk.core.formatting import NBSP, euros
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import (
    Action,
    Axis,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    MoneyKind,
    Objective,
    Record,
)
from nrdesk.core.planning import schedule
from nrdesk.core.reports import parts, wording, xlsx

if TYPE_CHECKING:
    from nrdesk.core.document import Document

NO_TITLE = "Action sans titre"
_KINDS: tuple[type[Record], ...] = (Action, Contribution, Dependency, Milestone, BudgetLine)
_EXCLUDED = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿ0-9 ,]+")
"""What the instructions exclude from the names of people and services (« - / : <> + »), and its own check."""
_TITLE = Font(bold=True)
_GROUND = PatternFill("solid", fgColor="FFFFF2CC")
_HINT = Font(italic=True, color="FF595959")
_WIDTH, _ROOM_TO_TYPE = 24, 200
_LINE_HEIGHT, _TALLEST = 15.0, 150.0
"""Heights in points of a line of text and of the tallest row: a long description is read in its cell."""
_MOST_BUDGET = 999_999_999_999

Cell = str | int | dt.date | None


def write(document: Document, progress: Progress = silent) -> bytes:
    """Return the plan as a workbook that their importer takes.

    Raises:
        NotReadyError: there is no action.
    """
    actions = in_order(document.all(Action))
    if not actions:
        raise NotReadyError(
            "Le plan n’a pas encore d’action.", todo="À l’étape 8, ajoutez une action ou choisissez-en."
        )
    book = Workbook()
    _guide(book.active, document)
    _plan(book.create_sheet(tet.PLAN_SHEET), list(rows(document, actions)))
    _lists(book.create_sheet(tet.LISTS_SHEET))
    book.active = 1
    progress(1, 1)
    return xlsx.saved(
        book,
        title=f"Plan d’action, {wording.full_name(document.authority)}",
        date=parts.date_of(document, *_KINDS),
    )


def rows(document: Document, actions: Sequence[Action]) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each action, one a column of `tet.COLUMNS`."""
    objectives = {each.id: each.title for each in document.all(Objective)}
    titles = {each.id: _title(each) for each in actions}
    helpers, needs, stones, money = (
        _by_action(document.all(kind)) for kind in (Contribution, Dependency, Milestone, BudgetLine)
    )
    ranks = _Ranks()
    for action in actions:
        funders, others = _funders(money[action.id])
        span = schedule.span(action)
        yield (
            *ranks.of(action, objectives.get(action.objective_id or "", "")),
            None,
            _title(action),
            None,
            action.description or None,
            action.governance or None,
            action.expected or None,
            action.indicator or None,
            action.structure or None,
            _lines(action.means, _with(helpers[action.id])),
            action.partners or None,
            _name(action.service),
            _name(action.owner),
            _name(action.elected_lead),
            tet.participation_of(action) or None,
            _lines(action.funding_note, others),
            *funders,
            _cost(money[action.id]),
            tet.status_of(action),
            tet.priority_of(action) or None,
            span.starts,
            span.ends if span.starts is None or span.ends is None or span.starts <= span.ends else None,
            tet.BOOLEANS[0] if action.continuous else tet.BOOLEANS[1],
            None,
            None,
            _lines(*(titles.get(each.needs_id, "") for each in needs[action.id])),
            action.comment or None,
            _lines(*map(_stone, stones[action.id])),
            None,
        )


class _Ranks:
    """Numbers the axes of the decree, and the objectives within each in the order met."""

    def __init__(self) -> None:
        self._objectives: dict[Axis, dict[str, int]] = defaultdict(dict)

    def of(self, action: Action, objective: str) -> tuple[str, str | None]:
        """Return the axis and the sub-axis of an action, numbered as the template asks."""
        rank = list(Axis).index(action.axis) + 1
        axis = f"{rank}. {action.axis.label}"
        if not objective:
            return axis, None
        known = self._objectives[action.axis]
        return axis, f"{rank}.{known.setdefault(objective, len(known) + 1)}. {objective}"


def _title(action: Action) -> str:
    title = " ".join(action.title.split()) or NO_TITLE
    return title if len(title) <= tet.LONGEST_TITLE else f"{title[: tet.LONGEST_TITLE - 1]}…"


def _name(text: str) -> str | None:
    """Return names without the signs that the template excludes: "Chargé d’accueil" has no apostrophe."""
    return " ".join(_EXCLUDED.sub(" ", text).split()) or None


def _lines(*texts: str) -> str | None:
    return "\n".join(filter(None, texts)) or None


def _with(helpers: Iterable[Contribution]) -> str:
    names = [each.who for each in helpers if each.who]
    return f"Avec{NBSP}: {', '.join(names)}" if names else ""


def _stone(milestone: Milestone) -> str:
    due = f" ({dates.short(milestone.due)})" if milestone.due else ""
    return f"{milestone.title}{due}"


def _cost(lines: Iterable[BudgetLine]) -> int | None:
    """Return investment and operating over the years, in whole euros; None when nothing is known."""
    kinds = (MoneyKind.INVESTMENT, MoneyKind.OPERATING)
    total = round(sum(each.amount or 0 for each in lines if each.kind in kinds))
    return min(total, _MOST_BUDGET) or None


def _funders(lines: Iterable[BudgetLine]) -> tuple[tuple[Cell, ...], str]:
    """Return the cells of the three greatest funders, and the others in words."""
    sums: dict[str, float] = defaultdict(float)
    for line in lines:
        if line.kind is MoneyKind.FUNDING and line.amount:
            sums[line.funder.replace(",", " ") or "Financeur à préciser"] += line.amount
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    kept = [(name, round(amount)) for name, amount in ranked[:FUNDERS] if round(amount) > 0]
    cells: list[Cell] = [cell for pair in kept for cell in pair]
    left = ", ".join(f"{name} ({euros(amount)})" for name, amount in ranked[FUNDERS:])
    told = f"Autres financeurs{NBSP}: {left}" if left else ""
    return (*cells, *[None] * (2 * FUNDERS - len(cells))), told


def _by_action(records: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for each in records:
        found[each.action_id].append(each)
    return found


def _plan(page: Any, plan: Sequence[tuple[Cell, ...]]) -> None:  # noqa: ANN401 -- openpyxl has no types
    for place, column in enumerate(tet.COLUMNS, start=1):
        for row, text in enumerate((column.group, column.title, column.hint), start=1):
            if text:
                cell = page.cell(row, place, text)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = _HINT if row == tet.FIRST_ROW - 1 else _TITLE
                cell.fill = _GROUND
        page.column_dimensions[get_column_letter(place)].width = _WIDTH
        if column.choices:
            _choices(page, place, column.choices, len(plan))
    for rank, cells in enumerate(plan, start=tet.FIRST_ROW):
        page.row_dimensions[rank].height = _height(cells)
        for place, value in enumerate(cells, start=1):
            if value is not None:
                _write(page.cell(rank, place), value)
    page.freeze_panes = f"E{tet.FIRST_ROW}"


def _height(cells: Sequence[Cell]) -> float:
    """Return the height in points of a row whose texts are folded: LibreOffice does not work it out."""
    texts = (cell for cell in cells if isinstance(cell, str))
    folded = (sum(max(1, len(wrap(line, _WIDTH - 1))) for line in text.split("\n")) for text in texts)
    return min(_LINE_HEIGHT * max(folded, default=1), _TALLEST)


def _write(cell: Any, value: Cell) -> None:  # noqa: ANN401
    if isinstance(value, str):
        cell.value = xlsx.clean(value)
        cell.data_type = "s"  # not a formula, whatever it looks like
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cell.value = value
    cell.alignment = Alignment(vertical="top")
    if isinstance(value, dt.date):
        cell.number_format = "dd/mm/yyyy"


def _choices(page: Any, place: int, choices: Sequence[str], actions: int) -> None:  # noqa: ANN401
    listed = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    letter = get_column_letter(place)
    listed.add(f"{letter}{tet.FIRST_ROW}:{letter}{tet.FIRST_ROW + actions + _ROOM_TO_TYPE}")
    page.add_data_validation(listed)


def _lists(page: Any) -> None:  # noqa: ANN401
    page.sheet_state = "hidden"
    lists = (
        ("Statut ", tet.STATUSES),
        ("Niveau de priorité", tet.PRIORITIES),
        ("Participation citoyenne", tet.PARTICIPATIONS),
    )
    for place, (title, choices) in enumerate(lists, start=1):
        for row, text in enumerate((title, *choices), start=1):
            page.cell(row, place, text)


def _guide(page: Any, document: Document) -> None:  # noqa: ANN401
    page.title = tet.GUIDE_SHEET
    page.column_dimensions["A"].width = 110
    told = [
        f"Plan d’action de {wording.full_name(document.authority)}, exporté par nrdesk",
        f"La feuille « {tet.PLAN_SHEET} » a les colonnes du modèle de Territoires en Transitions : chargez "
        "ce fichier tel quel dans la plateforme.",
        "Ne changez ni les trois premières lignes, ni l’ordre des colonnes. Une ligne, une action.",
        "Les axes sont ceux du décret 2022-1084, les sous-axes vos objectifs. D’une date partielle, un début "
        "garde le premier jour, une fin le dernier.",
        "Les noms des pilotes et des services sont sans tiret ni apostrophe, comme le modèle le demande.",
        "La plateforme ne lit pas les colonnes « Champ texte non importé » : elles sont là pour vous.",
    ]
    if document.authority.is_demo:
        told.append("Commune fictive : toutes les données sont inventées.")
    for row, text in enumerate(told, start=1):
        cell = page.cell(row, 1, wording.french(text))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = _TITLE
