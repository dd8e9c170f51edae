"""Turn the cells of a row into an action and what hangs from it; what cannot be read is kept, and told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nrdesk.core import dates
from nrdesk.core.exchange.columns import ColumnMapping
from nrdesk.core.exchange.plans import tet, words
from nrdesk.core.exchange.plans.targets import FUNDERS, LABELS
from nrdesk.core.fields.field import LONGEST_LINE, LONGEST_TEXT, inverted
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionStatus, BudgetLine, Contribution, Milestone, MoneyKind, Record
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import line, normal, paragraphs, quoted

_LINES = frozenset(
    (
        "owner",
        "elected_lead",
        "service",
        "structure",
        "partners",
        "governance",
        "expected",
        "indicator",
        "blocked_reason",
    )
)
_TEXTS = frozenset(("description", "means", "funding_note", "comment"))
_MONEY = {
    "investment": MoneyKind.INVESTMENT,
    "operating": MoneyKind.OPERATING,
    "saving": MoneyKind.SAVING,
}
_TOTAL = "Budget total importé, sans sa nature"
_WORK = "operation"
"""Normalised phase of a project that is carried out."""


@dataclass
class Draft:
    """What a row says of an action."""

    attributes: dict[str, Any] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    """Texts not understood, by attribute."""
    remarks: list[str] = field(default_factory=list)
    """What will have to be completed, in French."""
    comments: list[str] = field(default_factory=list)
    """What has no place of its own: it joins the remarks of the action."""
    money: list[tuple[MoneyKind, float | None, str, str]] = field(default_factory=list)
    """Kind, amount, funder, comment."""
    contributors: list[str] = field(default_factory=list)
    milestones: list[tuple[str, str | None]] = field(default_factory=list)
    """Title and date of each."""
    needs: list[str] = field(default_factory=list)
    """Numbers or titles of the actions that must be over first."""
    number: str = ""
    axis: str = ""
    """The axis as written."""
    objective: str = ""

    @property
    def title(self) -> str:
        """Title of the action, empty when the row names none."""
        return str(self.attributes.get("title", ""))

    def action(self, origin: str) -> Action:
        """Return the action, without its objective nor its place."""
        said = [self.attributes.get("comment", ""), *self.comments]
        comment = paragraphs("\n".join(filter(None, said)))[:LONGEST_TEXT]
        unread = json.dumps(self.unread, ensure_ascii=False, sort_keys=True) if self.unread else ""
        return Action(**{**self.attributes, "comment": comment, "unread": unread, "origin": origin})

    def parts(self, action: Action, year: int) -> list[Record]:
        """Return what hangs from the action; sums without a year are given that of its start, else `year`."""
        year = dates.parts(action.starts)[0] if action.starts else year
        return [
            *(Contribution(action_id=action.id, who=who) for who in self.contributors),
            *(Milestone(action_id=action.id, title=title, due=due) for title, due in self.milestones),
            *(
                BudgetLine(
                    action_id=action.id, year=year, kind=kind, amount=amount, funder=funder, comment=comment
                )
                for kind, amount, funder, comment in self.money
            ),
        ]


class LineBuilder:
    """Reads the rows of one file."""

    def __init__(self, mapping: ColumnMapping, rows: Sequence[Sequence[str]]) -> None:
        """Prepare the reading of the columns; `rows` are looked at for what a single cell does not say."""
        self._places = mapping.by_field
        place = self._places.get("progress")
        self._of_one = place is not None and _counts_from_0_to_1([row[place] for row in rows])

    def cell(self, cells: Sequence[str], target: str) -> str:
        """Return the text of an attribute in a row, empty without such a column."""
        place = self._places.get(target)
        text = cells[place].strip() if place is not None else ""
        return "" if tet.left_in_cell(text) else text

    def build(self, cells: Sequence[str]) -> Draft:
        """Return what the cells of a row say."""
        draft = Draft()
        said = {target: text for target in self._places if (text := self.cell(cells, target))}
        _name(draft, said)
        for target, text in said.items():
            self._take(draft, target, text)
        _project(draft, said)
        _money(draft, said)
        _check(draft)
        return draft

    def _take(self, draft: Draft, target: str, text: str) -> None:
        """Write down what one cell says."""
        if target in _LINES:
            _line(draft, target, text)
        elif target in _TEXTS:
            draft.attributes[target] = paragraphs(text)[:LONGEST_TEXT]
        elif target == "milestones":
            draft.milestones = [(title[:LONGEST_LINE], due) for title, due in words.milestones(text)]
        elif target in ("contributors", "needs"):
            setattr(draft, target, [piece[:LONGEST_LINE] for piece in words.pieces(text)])
        elif target in ("links", "sub_sub_axis"):
            draft.comments.append(f"{LABELS[target]}{NBSP}: {text}")
        elif target == "number":
            draft.number = line(text)
        elif target == "objective_id":
            draft.objective = line(text)
        elif target == "sub_axis":
            draft.objective = draft.objective or words.unnumbered(line(text))
        elif target == "axis":
            draft.axis = line(text)
        elif target in LABELS and target in _READ:
            self._read(draft, target, text)

    def _read(self, draft: Draft, target: str, text: str) -> None:
        try:
            if target == "status":
                state = words.state(text)
                draft.attributes["status"] = state.status
                if state.blocked:
                    draft.attributes["blocked"] = True
                    draft.attributes.setdefault("blocked_reason", state.reason)
            elif target == "progress":
                draft.attributes["progress"] = words.share(text, of_one=self._of_one)
            elif target == "period":
                starts, ends = words.period(text)
                draft.attributes.setdefault("starts", starts)
                draft.attributes.setdefault("ends", ends)
            elif reader := words.READERS.get(target):
                draft.attributes[target] = reader(text)
            else:
                draft.attributes[target] = words.plain(target, text)
        except Unreadable as unreadable:
            draft.remarks.append(f"{LABELS[target]}{NBSP}: {unreadable.reason}")
            if target == "period":
                draft.comments.append(f"Calendrier{NBSP}: {text}")
            else:
                draft.unread[target] = text


_READ = frozenset(("status", "progress", "period", "votes", *words.READERS))
"""Targets that are read as values."""


def _name(draft: Draft, said: Mapping[str, str]) -> None:
    """Write down the title; a sub-action is an action, that says of which one it is a part."""
    title, part = line(said.get("title", "")), line(said.get("sub_title", ""))
    if part:
        draft.comments.append(f"Sous-action de {quoted(title)}" if title else "Sous-action")
        title = part
    if len(title) > LONGEST_LINE:
        draft.comments.append(f"Titre complet{NBSP}: {title}")
        title = f"{title[: LONGEST_LINE - 1].rstrip()}…"
    if title:
        draft.attributes["title"] = title


def _line(draft: Draft, target: str, text: str) -> None:
    """Write down a text of one line; a longer one stays whole in the remarks."""
    value = line(text)
    if len(value) <= LONGEST_LINE:
        draft.attributes[target] = value
        return
    draft.comments.append(f"{LABELS[target]}{NBSP}: {paragraphs(text)}")
    draft.remarks.append(f"{LABELS[target]}{NBSP}: texte trop long pour sa case, gardé dans les remarques")


def _project(draft: Draft, said: Mapping[str, str]) -> None:
    """Write down the status of a project of the national schema: a phase, and where this phase stands."""
    phase, standing = normal(said.get("phase", "")), said.get("phase_state", "")
    if "status" in said or not (phase or standing):
        return
    try:
        state = words.state(standing) if standing else words.State(ActionStatus.UNDER_WAY)
    except Unreadable as unreadable:
        draft.remarks.append(f"{LABELS['phase_state']}{NBSP}: {unreadable.reason}")
        draft.unread["status"] = standing
        return
    # Only the work itself makes an action under way or done: an idea or a study that is over does not.
    started = state.status in (ActionStatus.UNDER_WAY, ActionStatus.DONE)
    draft.attributes["status"] = (
        ActionStatus.TO_START if started and phase and phase != _WORK else state.status
    )
    draft.attributes["blocked"] = state.blocked
    draft.attributes["blocked_reason"] = state.reason


def _money(draft: Draft, said: Mapping[str, str]) -> None:
    """Write down the sums; a total is a line of its own only when its parts are not told."""
    for target, kind in _MONEY.items():
        if (amount := _amount(draft, target, said.get(target, ""))) is not None:
            draft.money.append((kind, amount, "", ""))
    cost = any(kind is not MoneyKind.SAVING for kind, *_ in draft.money)
    total = _amount(draft, "budget", said.get("budget", ""))
    if total is not None and not cost:
        draft.money.append((MoneyKind.OPERATING, total, "", _TOTAL))
        draft.remarks.append("budget compté en fonctionnement, faute de précision")
    for rank in range(1, FUNDERS + 1):
        funder = line(said.get(f"funder_{rank}", ""))[:LONGEST_LINE]
        amount = _amount(draft, f"funding_{rank}", said.get(f"funding_{rank}", ""))
        if funder or amount is not None:
            draft.money.append((MoneyKind.FUNDING, amount, funder, ""))


def _amount(draft: Draft, target: str, text: str) -> float | None:
    """Return a sum; one that cannot be read joins the remarks, zero is no sum."""
    try:
        return words.money(text) or None
    except Unreadable as unreadable:
        draft.comments.append(f"{LABELS[target]}{NBSP}: {text}")
        draft.remarks.append(f"{LABELS[target]}{NBSP}: {unreadable.reason}")
        return None


def _check(draft: Draft) -> None:
    """Take out an end that comes before the start."""
    starts, ends = draft.attributes.get("starts"), draft.attributes.get("ends")
    if ends and inverted(starts, ends):
        draft.unread["ends"] = dates.short(ends)
        draft.attributes["ends"] = None
        draft.remarks.append(f"{LABELS['ends']}{NBSP}: elle précède le début")


def _counts_from_0_to_1(texts: Sequence[str]) -> bool:
    """Return whether a column of advancements holds shares of one, as spreadsheets write percentages."""
    values = []
    for text in texts:
        bare = text.strip().replace(",", ".")
        if bare and "%" in bare:
            return False
        if bare.replace(".", "", 1).isdigit():
            values.append(float(bare))
    return any(0 < value < 1 for value in values) and max(values) <= 1
