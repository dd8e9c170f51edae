"""What the inserts and the cover of a strategy show, kept with its versions, which never follow the data."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nrdesk.core import roadmap
from nrdesk.core.assessment import assess
from nrdesk.core.errors import UserError
from nrdesk.core.model import StrategyVersion
from nrdesk.core.reports import chart_specs, content, inserts, strategy_cover
from nrdesk.core.reports.content import Block
from nrdesk.core.richtext import Insert
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

OBJECTIVES = "objectives"
"""Insert that the strategy shows at its end when no chapter holds it."""
_KIND = "kind_of"
"""Name, in the JSON, of the class of a piece of content; no piece has a field of this name."""
_CLASSES = {
    each.__name__: each
    for module in (content, chart_specs)
    for each in vars(module).values()
    if isinstance(each, type) and dataclasses.is_dataclass(each)
}


def save(document: Document, name: str) -> StrategyVersion:
    """Keep the strategy as it is, with what its inserts and its cover show today."""
    assessment = assess(document)
    found = roadmap.chapters(document, assessment)
    keys = {block.key for view in found for block in view.body.blocks if isinstance(block, Insert)}
    keys.add(OBJECTIVES)
    kept: dict[str, Any] = {
        key: list(map(dumped, inserts.blocks(document, key, assessment))) for key in sorted(keys)
    }
    kept[strategy_cover.KEY] = strategy_cover.dumped(strategy_cover.cover_of(document, assessment))
    return roadmap.save_version(document, name, inserts=kept)


def resolver(version: StrategyVersion) -> Callable[[str], tuple[Block, ...]]:
    """Return what gives the blocks of an insert as they were in a version.

    Raises:
        UserError: the version cannot be read.
    """
    kept = roadmap.read(version).inserts

    def blocks(key: str) -> tuple[Block, ...]:
        try:
            return tuple(loaded(piece) for piece in kept.get(key, ()))
        except (TypeError, ValueError, KeyError) as error:
            raise UserError(f"La version {quoted(version.name)} ne peut pas être lue.") from error

    return blocks


def dumped(piece: Any) -> Any:  # noqa: ANN401 -- pieces of content, down to texts and numbers
    """Return a piece of content as JSON."""
    if dataclasses.is_dataclass(piece) and not isinstance(piece, type):
        fields = {field.name: dumped(getattr(piece, field.name)) for field in dataclasses.fields(piece)}
        return {_KIND: type(piece).__name__, **fields}
    return [dumped(each) for each in piece] if isinstance(piece, tuple) else piece


def loaded(piece: Any) -> Any:  # noqa: ANN401 -- pieces of content, down to texts and numbers
    """Return the piece of content that `dumped` wrote.

    Raises:
        KeyError: a newer nrdesk wrote a piece of a kind that is unknown here.
        TypeError: a piece has not the fields of its kind.
    """
    if isinstance(piece, dict):
        fields = {name: loaded(value) for name, value in piece.items() if name != _KIND}
        return _CLASSES[piece[_KIND]](**fields)
    return tuple(map(loaded, piece)) if isinstance(piece, list) else piece
