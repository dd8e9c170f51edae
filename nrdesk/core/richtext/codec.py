"""Rich text as JSON, the way a document keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from nrdesk.core.errors import UserError
from nrdesk.core.richtext.text import Block, Bullets, Heading, Insert, Paragraph, RichText, Run

_T = TypeVar("_T")


class _Damage(ValueError):  # noqa: N818 -- never leaves this module
    """The JSON is not one of ours."""


def dumps(rich: RichText) -> str:
    """Return a text as JSON; `loads` gives back exactly the same."""
    written = {"blocks": [_written(block) for block in rich.blocks]}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> RichText:
    """Return the text that `dumps` wrote; "" is the empty text.

    What a later nrdesk may add to a block that is known is left aside.

    Raises:
        UserError: it is not a text of nrdesk, or it is damaged.
    """
    if not text:
        return RichText()
    try:
        whole = _checked(json.loads(text), dict)
        return RichText(tuple(_block(each) for each in _checked(whole.get("blocks"), list)))
    except (ValueError, RecursionError) as error:
        raise UserError(
            "Ce texte ne peut pas être lu\u00a0: il est abîmé.",
            kept="Le document n’a pas été modifié.",
            todo="Annulez votre dernière action, ou reprenez une copie de secours du document.",
        ) from error


def _written(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _written_runs(runs)}
        case Bullets(items, numbered):
            return {"kind": "bullets", "numbered": numbered, "items": list(map(_written_runs, items))}
        case Insert(key):
            return {"kind": "insert", "key": key}


def _written_runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    """Return runs with only the styles that they have: most have none."""
    styles = ("bold", "italic", "href")
    return [
        {"text": run.text} | {style: getattr(run, style) for style in styles if getattr(run, style)}
        for run in runs
    ]


def _block(piece: object) -> Block:
    block = _checked(piece, dict)
    readers: dict[object, Callable[[], Block]] = {
        "heading": lambda: Heading(_checked(block.get("level"), int), _checked(block.get("text"), str)),
        "paragraph": lambda: Paragraph(_runs(block.get("runs"))),
        "bullets": lambda: Bullets(
            tuple(map(_runs, _checked(block.get("items"), list))),
            _checked(block.get("numbered", False), bool),
        ),
        "insert": lambda: Insert(_checked(block.get("key"), str)),
    }
    kind = block.get("kind")
    if not isinstance(kind, str) or kind not in readers:
        raise _Damage(f"unknown kind {kind!r}")
    return readers[kind]()


def _runs(pieces: object) -> tuple[Run, ...]:
    return tuple(
        Run(
            _checked(piece.get("text"), str),
            _checked(piece.get("bold", False), bool),
            _checked(piece.get("italic", False), bool),
            _checked(piece.get("href", ""), str),
        )
        for piece in (_checked(each, dict) for each in _checked(pieces, list))
    )


def _checked(value: object, kind: type[_T]) -> _T:
    """Return a value of the type expected.

    Raises:
        _Damage: it is of another one; true and false are not numbers.
    """
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _Damage(f"{value!r} is no {kind.__name__}")
    return value
