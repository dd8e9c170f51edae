"""From two copies, and what they have in common, to what differs and what nrdesk would keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any

from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.merging.ancestor import Search, Since, common_ancestor
from nrdesk.core.merging.blocks import blocks, in_blocks
from nrdesk.core.merging.differences import Comparison, Difference, FieldDifference, Nature, Side
from nrdesk.core.merging.keys import groups
from nrdesk.core.merging.matching import aligned, renamed_state
from nrdesk.core.merging.resolve import deletions_undone
from nrdesk.core.merging.state import STORED, Copy, State, value_names
from nrdesk.core.model import Authority, Record
from nrdesk.core.paths import same_file


@dataclass(frozen=True)
class _Known:
    """What is known of the time before the copies parted."""

    base: State | None
    exact: bool
    mine: Since
    theirs: Since

    def before(self, kind: type[Record], id: str) -> Record | None:
        return self.base[kind].get(id) if self.base else None


def compare(mine: Copy, theirs: Copy, given: Path | None = None, progress: Progress = silent) -> Comparison:
    """Return all that differs between two copies of a document, with what nrdesk would keep of each.

    Args:
        mine: the copy that would receive what the other has.
        theirs: the other copy; it never changes.
        given: a common ancestor, when the user knows one; looked for among the backups otherwise.
        progress: told how many backups were looked at.

    Raises:
        UserError: they are not two copies of one document.
    """
    if mine.path == theirs.path or same_file(mine.path, theirs.path):
        raise UserError(
            "C’est deux fois le même fichier.", kept="Rien n’a été modifié.", todo="Choisissez l’autre copie."
        )
    if not mine.state[Authority].keys() & theirs.state[Authority].keys():
        raise UserError(
            "Ces deux fichiers ne sont pas deux copies d’un même document\u00a0: ils ont été créés à part.",
            kept="Rien n’a été modifié.",
            todo="Choisissez une copie faite à partir de ce fichier.",
        )
    return compared(mine, theirs, common_ancestor(mine, theirs, given, progress))


def compared(mine: Copy, theirs: Copy, search: Search) -> Comparison:
    """Return what differs, once it is known where the copies come from."""
    other, renamed = aligned(mine.state, theirs.state)
    found = search.ancestor
    known = _Known(
        renamed_state(found.state, renamed) if found else None,
        found.exact if found else False,
        Since(mine, theirs),
        Since(theirs, mine),
    )
    rows = tuple(_differences(mine.state, other, known))
    whole = blocks(mine.state, other, rows)
    comparison = Comparison(
        mine_path=mine.path,
        theirs_path=theirs.path,
        mine=mine.state,
        ancestor=found.path if found else None,
        exact=known.exact,
        unread=search.unread,
        differences=in_blocks(rows, whole),
        blocks=whole,
        journal=known.theirs.entries,
    )
    needed = deletions_undone(comparison)
    return replace(
        comparison,
        differences=tuple(
            _as_needed(each) if each.key in needed else each for each in comparison.differences
        ),
    )


def _as_needed(difference: Difference) -> Difference:
    """Return a deletion that is to be chosen: the other copy made something that depends on the row."""
    keeping = Side.MINE if difference.mine else Side.THEIRS
    return replace(difference, suggested=keeping, conflict=True, needed=True)


def _differences(mine: State, theirs: State, known: _Known) -> Iterator[Difference]:
    for kind in STORED:
        for id in sorted(mine[kind].keys() | theirs[kind].keys()):
            a, b = mine[kind].get(id), theirs[kind].get(id)
            if a is not None and b is not None:
                if found := tuple(_fields(a, b, known)):
                    yield Difference(
                        _key(kind, id), kind, id, Nature.CHANGED, a, b, Side.MINE, False, fields=found
                    )
            elif a is not None:
                yield _alone(kind, id, a, here=True, known=known)
            elif b is not None:
                yield _alone(kind, id, b, here=False, known=known)


def _key(kind: type[Record], id: str) -> str:
    return f"{kind.TABLE}:{id}"


def _alone(kind: type[Record], id: str, record: Record, *, here: bool, known: _Known) -> Difference:
    """Return the difference of a row that only one side has: added there, or deleted by the other."""
    has, lacks = (known.mine, known.theirs) if here else (known.theirs, known.mine)
    keeping, leaving = (Side.MINE, Side.THEIRS) if here else (Side.THEIRS, Side.MINE)
    before = known.before(kind, id)
    if before is None and (known.exact or not _existed(id, record, has, lacks)):
        nature, suggested, conflict = (
            (Nature.ONLY_MINE, Side.MINE, False) if here else (Nature.ONLY_THEIRS, Side.THEIRS, False)
        )
    else:
        nature = Nature.GONE_THEIRS if here else Nature.GONE_MINE
        proven = before is not None or lacks.removed(id)
        changed = _changed(record, before, has, known.exact)
        conflict = not proven or changed
        suggested = keeping if conflict else leaving
    a, b = (record, None) if here else (None, record)
    return Difference(_key(kind, id), kind, id, nature, a, b, suggested, conflict)


def _existed(id: str, record: Record, has: Since, lacks: Since) -> bool:
    """Return whether a row may be older than the parting, without an ancestor to tell.

    Its date may be late; a journal that names it on the side that lacks it is a proof.
    """
    return lacks.removed(id) or not has.touched(record)


def _changed(record: Record, before: Record | None, has: Since, exact: bool) -> bool:
    """Return whether the side that has a row changed it since the copies parted, or may have."""
    differs = before is None or any(
        getattr(record, name) != getattr(before, name) for name in value_names(type(record))
    )
    if before is not None and exact:
        return differs
    return has.touched(record) is not False


def _fields(a: Record, b: Record, known: _Known) -> Iterator[FieldDifference]:
    kind = type(a)
    if a.updated_at == b.updated_at and a == b:
        return
    before = known.before(kind, a.id)
    only = _only_one(a, b, known)
    # Rows about one thing, born apart: what one side did not fill in, the other may.
    origin = _values_before(before, kind)
    for names in groups(kind):
        mine, theirs = _values(a, names), _values(b, names)
        if mine != theirs:
            old = tuple(origin.get(name, MISSING) for name in names)
            side = only or _three_way(mine, theirs, old if before or known.exact else None)
            yield FieldDifference(
                key=f"{_key(kind, a.id)}:{'+'.join(names)}",
                names=names,
                mine=mine,
                theirs=theirs,
                suggested=side or _latest(a, b),
                conflict=side is None,
            )


def _only_one(a: Record, b: Record, known: _Known) -> Side | None:
    """Return the only side that changed a row since they parted, when dates tell better than the ancestor."""
    if known.exact:
        return None
    changed = known.mine.touched(a), known.theirs.touched(b)
    if changed == (True, False):
        return Side.MINE
    return Side.THEIRS if changed == (False, True) else None


def _three_way(mine: object, theirs: object, old: object) -> Side | None:
    """Return the side that changed a value, None when both did or nothing tells."""
    if mine == old:
        return Side.THEIRS
    return Side.MINE if theirs == old else None


def _latest(a: Record, b: Record) -> Side:
    return Side.THEIRS if b.updated_at > a.updated_at else Side.MINE


def _values(record: Record, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in names)


def _values_before(before: Record | None, kind: type[Record]) -> dict[str, Any]:
    if before is None:
        return _DEFAULTS[kind]
    return {name: getattr(before, name) for name in value_names(kind)}


_DEFAULTS: dict[type[Record], dict[str, Any]] = {
    kind: {each.name: each.default for each in fields(kind)} for kind in STORED
}
