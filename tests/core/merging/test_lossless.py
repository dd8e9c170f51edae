"""Whatever two people did to two copies, every value of either is in the result or in the account.

The copies are made of rows of many kinds, bound to each other, as the document holds them in memory; what
each side does is drawn: rows added, changed, deleted with what hangs on them, a campaign frozen.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.document import Document, build
from nrdesk.core.merging import Comparison, Copy, Outcome, Side, apply, compare, resolve
from nrdesk.core.merging.account import Entry, account, words_of
from nrdesk.core.merging.ancestor import Ancestor, Search
from nrdesk.core.merging.compare import compared
from nrdesk.core.merging.matching import aligned
from nrdesk.core.merging.state import STORED, State, references, value_names
from nrdesk.core.model import (
    Action,
    Activity,
    Authority,
    Campaign,
    Contribution,
    Dependency,
    Equipment,
    FrozenMethod,
    Objective,
    PriorityAxis,
    Record,
    Setting,
    StepAnswer,
)

TEXTS = ("", "un", "deux", "trois")
CONTENTS = tuple(f'"{text}"' for text in TEXTS)
"""Texts of a setting, which is JSON."""
CHANGING: dict[type[Record], tuple[str, ...]] = {
    Equipment: ("number", "site", "comment"),
    StepAnswer: ("text",),
    Setting: ("value",),
    PriorityAxis: ("title", "reason"),
    Objective: ("title", "owner", "axis_id"),
    Action: ("title", "description", "objective_id"),
    Contribution: ("who",),
    Dependency: (),
}
AUTHORITY, CAMPAIGN = (
    Authority(id="commune", name="Valbrenne"),
    Campaign(id="2025", year=2025, as_of="2025-12-31"),
)


@dataclass
class Branch:
    """One copy under edit: its rows, and the journal that the document would keep."""

    rows: dict[type[Record], dict[str, Record]]
    name: str
    hour: int = 0
    journal: list[Activity] = field(default_factory=list)

    def write(self, *records: Record, gone: tuple[Record, ...] = ()) -> None:
        self.hour += 1
        now = f"2026-01-0{2 if self.name else 1}T{self.hour:02d}:00:00.000Z"
        for record in records:
            self.rows[type(record)][record.id] = replace(record, updated_at=now)
        for record in gone:
            del self.rows[type(record)][record.id]
        touched = " ".join(record.id for record in (*records, *gone))
        self.journal.append(
            Activity(id=f"{self.name or 'commun'}-{self.hour}", at=now, label="Modifier", touched=touched)
        )

    def copy(self, name: str) -> "Branch":
        rows = {kind: dict(found) for kind, found in self.rows.items()}
        return Branch(rows, name, self.hour, list(self.journal))

    def hanging_on(self, record: Record) -> list[Record]:
        """Return what must go with a row, the furthest first."""
        found: list[Record] = []
        for kind in self.rows:
            for each in references(kind):
                if each.required and isinstance(record, each.target):
                    for child in list(self.rows[kind].values()):
                        if getattr(child, each.name) == record.id and child not in found:
                            found += [*self.hanging_on(child), child]
        return list(dict.fromkeys(found))

    def delete(self, record: Record) -> None:
        going = (*self.hanging_on(record), record)
        loose: list[Record] = []
        for kind in self.rows:
            for each in references(kind):
                for other in self.rows[kind].values():
                    if not each.required and getattr(other, each.name) in {one.id for one in going}:
                        changes: dict[str, Any] = {each.name: None}
                        loose.append(replace(other, **changes))
        self.write(*(one for one in loose if one not in going), gone=going)


def new_row(draw: st.DrawFn, side: Branch, kind: type[Record], id: str) -> Record | None:
    text = draw(st.sampled_from(TEXTS))

    def one_of(parent: type[Record]) -> str | None:
        ids = sorted(side.rows[parent])
        return draw(st.sampled_from(ids)) if ids else None

    if kind is Equipment:
        return Equipment(id=id, campaign_id="2025", number=text)
    if kind is StepAnswer:
        return StepAnswer(id=id, step=1, question=f"{text} ?", text=draw(st.sampled_from(TEXTS)))
    if kind is Setting:
        return Setting(id=id, key=text or "clé", value=draw(st.sampled_from(CONTENTS)))
    if kind is PriorityAxis:
        return PriorityAxis(id=id, title=text)
    if kind is Objective:
        return Objective(id=id, title=text, axis_id=one_of(PriorityAxis))
    if kind is Action:
        return Action(id=id, title=text, objective_id=one_of(Objective))
    action, needed = one_of(Action), one_of(Action)
    if action is None or needed is None:
        return None
    if kind is Contribution:
        return Contribution(id=id, action_id=action, who=text)
    return Dependency(id=id, action_id=action, needs_id=needed) if action < needed else None


def edit(draw: st.DrawFn, side: Branch, number: int) -> None:
    kind = draw(st.sampled_from(sorted(CHANGING, key=lambda each: each.TABLE)))
    rows = side.rows[kind]
    if side.rows[Campaign]["2025"].frozen and kind is Equipment:  # type: ignore[attr-defined]
        return
    what = draw(st.sampled_from(("add", "change", "change", "delete", "freeze")))
    if what == "freeze":
        if side.name and not side.rows[FrozenMethod]:
            campaign = side.rows[Campaign]["2025"]
            frozen: dict[str, Any] = {"frozen": True}
            method = FrozenMethod(
                id=f"{side.name}f",
                campaign_id="2025",
                frozen_at=f"2026-02-0{'ab'.index(side.name) + 1}T00:00:00.000Z",
                content=f'"{side.name}"',
            )
            side.write(method, replace(campaign, **frozen))
    elif what == "add" or not rows:
        if record := new_row(draw, side, kind, f"{side.name}{kind.TABLE}{number}"):
            side.write(record)
    else:
        record = draw(st.sampled_from([rows[id] for id in sorted(rows)]))
        if what == "delete":
            side.delete(record)
        elif CHANGING[kind]:
            name = draw(st.sampled_from(CHANGING[kind]))
            parent = next((each for each in references(kind) if each.name == name), None)
            texts = CONTENTS if kind is Setting else TEXTS
            values: list[Any] = [*sorted(side.rows[parent.target]), None] if parent else list(texts)
            changes = {name: draw(st.sampled_from(values))}
            side.write(replace(record, **changes))


@st.composite
def divergent(draw: st.DrawFn) -> tuple[Branch, Branch, Branch]:
    """Draw a document, and its two copies once each was worked on."""
    base = Branch({kind: {} for kind in STORED}, "")
    base.write(AUTHORITY, CAMPAIGN)
    for number in range(draw(st.integers(0, 10))):
        edit(draw, base, number)
    mine, theirs = base.copy("a"), base.copy("b")
    for number in range(draw(st.integers(0, 8))):
        edit(draw, mine, number)
    for number in range(draw(st.integers(0, 8))):
        edit(draw, theirs, number)
    return base, mine, theirs


def as_copy(side: Branch, folder: Path) -> Copy:
    return Copy(folder / f"{side.name}.nrdesk", side.rows, tuple(side.journal))


def chosen(data: st.DataObject, comparison: Comparison) -> dict[str, Side]:
    """Draw choices for some of what differs, asked or not."""
    keys = [each.key for each in comparison.blocks]
    for each in comparison.differences:
        keys += [each.key, *(one.key for one in each.fields)]
    return {
        key: data.draw(st.sampled_from([Side.MINE, Side.THEIRS, Side.BOTH]))
        for key in keys
        if data.draw(st.booleans())
    }


def result_of(outcome: Outcome) -> dict[type[Record], dict[str, Record]]:
    rows = {kind: dict(found) for kind, found in outcome.comparison.mine.items()}
    for record in (*outcome.added, *outcome.changed):
        rows[type(record)][record.id] = record
    for record in outcome.deleted:
        del rows[type(record)][record.id]
    return rows


def check_lossless(outcome: Outcome, mine: State, theirs: State) -> None:
    told = account(outcome)
    words, result = words_of(outcome), result_of(outcome)
    entries: dict[tuple[str, str], Entry] = {(each.table, each.id): each for each in told.entries}
    for state, side in ((mine, Side.MINE), (theirs, Side.THEIRS)):
        for kind in STORED:
            for id, record in state[kind].items():
                kept = result[kind].get(id)
                for name in value_names(kind):
                    value = getattr(record, name)
                    if kept is not None and getattr(kept, name) == value:
                        continue
                    if value is None or value is False or value == "":
                        # A field that says nothing loses nothing; what replaced it is told all the same.
                        continue
                    text = words.value(kind, name, value)
                    lines = [
                        each.mine if side is Side.MINE else each.theirs
                        for each in entries[kind.TABLE, id].lines
                    ]
                    assert any(text in line for line in lines), (kind, id, name, value, lines)


def check_sound(rows: State) -> None:
    assert rows[Campaign]
    for kind in STORED:
        for record in rows[kind].values():
            for each in references(kind):
                id = getattr(record, each.name)
                assert id in rows[each.target] or (id is None and not each.required)


@pytest.mark.slow
@settings(max_examples=200)
@given(sides=divergent(), data=st.data(), knows=st.booleans())
def test_nothing_is_lost(sides: tuple[Branch, Branch, Branch], data: st.DataObject, knows: bool) -> None:
    base, mine, theirs = sides
    here, there = as_copy(mine, Path("/nulle/part")), as_copy(theirs, Path("/ailleurs"))
    comparison = _compare(base, here, there, knows=knows)
    outcome = resolve(comparison, chosen(data, comparison))
    other, _ = aligned(mine.rows, theirs.rows)
    check_lossless(outcome, mine.rows, other)
    check_sound(result_of(outcome))


@pytest.mark.slow
@settings(max_examples=100)
@given(sides=divergent())
def test_what_only_one_side_did_is_done(sides: tuple[Branch, Branch, Branch]) -> None:
    base, mine, _ = sides
    still = base.copy("b")
    for here, there in ((mine, still), (still, mine)):
        comparison = compare(as_copy(here, Path("/x")), as_copy(there, Path("/y")))
        assert comparison.conflicts == 0
        assert _values(result_of(resolve(comparison))) == _values(mine.rows)


@pytest.mark.slow
@settings(max_examples=100)
@given(sides=divergent(), data=st.data())
def test_choosing_one_side_everywhere_gives_that_side(
    sides: tuple[Branch, Branch, Branch], data: st.DataObject
) -> None:
    base, mine, theirs = sides
    comparison = _compare(base, as_copy(mine, Path("/x")), as_copy(theirs, Path("/y")), knows=True)
    keys = [each.key for each in comparison.blocks]
    for each in comparison.differences:
        keys += [each.key, *(one.key for one in each.fields)]
    other, _ = aligned(mine.rows, theirs.rows)
    for side, expected in ((Side.MINE, mine.rows), (Side.THEIRS, other)):
        found = result_of(resolve(comparison, dict.fromkeys(keys, side)))
        assert _values(found) == _values(expected)


@pytest.mark.slow
@settings(max_examples=12)
@given(sides=divergent(), data=st.data())
def test_written_through_the_door_and_undone(
    sides: tuple[Branch, Branch, Branch], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base, mine, theirs = sides
    path = tmp_path_factory.mktemp("fusion") / "a.nrdesk"
    build(path, [record for rows in mine.rows.values() for record in rows.values()])
    with Document.open(path) as document:
        before = {kind: document.all(kind) for kind in STORED}
        here = Copy(
            path, {kind: {row.id: row for row in rows} for kind, rows in before.items()}, tuple(mine.journal)
        )
        comparison = _compare(base, here, as_copy(theirs, Path("/y")), knows=True)
        outcome = resolve(comparison, chosen(data, comparison))
        apply(document, outcome)
        assert document.verify() == []
        written = {kind: {row.id: row for row in document.all(kind)} for kind in STORED}
        assert _values(written) == _values(result_of(outcome))
        if outcome.written:
            document.undo()
        assert {kind: document.all(kind) for kind in STORED} == before


def _compare(base: Branch, here: Copy, there: Copy, *, knows: bool) -> Comparison:
    """Compare with the common ancestor as a third, or with the journals and the dates alone."""
    if not knows or base.journal in (list(here.journal), list(there.journal)):
        return compare(here, there)
    return compared(here, there, Search(Ancestor(Path("/origine"), base.rows, exact=True)))


def _values(rows: State) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        (kind.TABLE, id): tuple(getattr(record, name) for name in value_names(kind))
        for kind in STORED
        for id, record in rows[kind].items()
    }
