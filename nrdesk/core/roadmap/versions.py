"""Versions of the strategy: kept whole, brought back, sealed once the assembly has voted.

The content of a version is JSON: its chapters in order, each with its text, and what its inserts showed on
that day (`core.reports.versions` gives and reads those), so that a version never follows the data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nrdesk.core import richtext
from nrdesk.core.errors import UserError
from nrdesk.core.model import Chapter, StrategyVersion
from nrdesk.core.richtext import RichText
from nrdesk.core.roadmap.chapter_list import BY_KEY
from nrdesk.core.roadmap.views import BETWEEN, ChapterView, Completeness, chapters
from nrdesk.core.written.words import line, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeptChapter:
    """A chapter as a version keeps it."""

    key: str
    title: str
    body: RichText
    easy: RichText
    left_out: bool
    prefilled: bool
    """Whether its text was the one that nrdesk proposed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a version holds."""

    chapters: tuple[KeptChapter, ...]
    inserts: Mapping[str, Any]
    """What each insert showed, as JSON, by key."""


def versions(document: Document) -> list[StrategyVersion]:
    """Return the versions, the latest first."""
    return sorted(document.all(StrategyVersion), key=lambda each: (each.made_at, each.id), reverse=True)


def adopted(document: Document) -> StrategyVersion | None:
    """Return the latest version that the assembly adopted, None before any vote."""
    return next((each for each in versions(document) if each.sealed), None)


def save_version(
    document: Document, name: str, *, inserts: Mapping[str, Any] | None = None
) -> StrategyVersion:
    """Keep the strategy as it is.

    Args:
        document: the document.
        name: what to call it: "avant relecture du bureau".
        inserts: what each insert shows today, as JSON (see `core.reports.versions.save`).
    """
    # Imported here: the navigation needs the chapters before any document opens.
    from nrdesk.core.document.stamps import utc_now

    name = line(name) or f"Version {len(versions(document)) + 1}"
    kept = [_kept(view) for view in chapters(document)]
    whole = {"format": _FORMAT, "chapters": [_dumped(each) for each in kept], "inserts": dict(inserts or {})}
    made = StrategyVersion(
        name=name, made_at=utc_now(), content=json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    )
    with document.action(f"Garder la version {quoted(name)}") as tx:
        tx.add(made)
    return made


def seal(document: Document, version: StrategyVersion) -> None:
    """Mark a version as the one that the assembly adopted; what is written afterwards is another draft."""
    with document.action(f"Sceller la version {quoted(version.name)}") as tx:
        tx.update(StrategyVersion, version.id, sealed=True)


def delete_version(document: Document, version: StrategyVersion) -> None:
    """Delete a version.

    Raises:
        UserError: it was adopted: it stays.
    """
    if version.sealed:
        raise UserError(
            f"La version {quoted(version.name)} a été adoptée\u00a0: elle ne peut pas être supprimée.",
            kept="Elle reste telle que l’assemblée l’a votée.",
        )
    with document.action(f"Supprimer la version {quoted(version.name)}") as tx:
        tx.delete(StrategyVersion, [version.id])


def restore(document: Document, version: StrategyVersion) -> None:
    """Bring the chapters back as they were; what was written since goes, until it is undone."""
    kept = read(version).chapters
    now = {view.key: view for view in chapters(document)}
    with document.action(f"Reprendre la version {quoted(version.name)}") as tx:
        known = {each.key for each in kept}
        tx.delete(
            Chapter, [view.record_id for view in now.values() if view.record_id and view.key not in known]
        )
        for place, each in enumerate(kept):
            _bring_back(tx, each, now.get(each.key), (place + 1) * BETWEEN)


def _bring_back(tx: Transaction, kept: KeptChapter, now: ChapterView | None, rank: int) -> None:
    kind = BY_KEY.get(kept.key)
    # A text that was proposed and still is goes on following the data.
    follows = kept.prefilled and now is not None and now.prefilled and now.body == kept.body
    values: dict[str, Any] = {
        "title": "" if kind and kept.title == kind.title else kept.title,
        "body": "" if follows else richtext.dumps(kept.body),
        "easy": richtext.dumps(kept.easy) if kept.easy.blocks else "",
        "rank": rank,
        "left_out": kept.left_out,
    }
    if now and now.record_id:
        tx.update(Chapter, now.record_id, **values)
    elif kind:
        tx.add(Chapter(key=kept.key, **values))
    else:
        tx.add(Chapter(id=kept.key, **values))


def read(version: StrategyVersion) -> Kept:
    """Return what a version holds.

    Raises:
        UserError: its content is damaged, or a newer nrdesk wrote it.
    """
    try:
        whole = json.loads(version.content)
        if whole["format"] != _FORMAT:
            raise ValueError(whole["format"])
        return Kept(tuple(map(_loaded, whole["chapters"])), dict(whole.get("inserts") or {}))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"La version {quoted(version.name)} ne peut pas être lue.",
            kept="Le texte d’aujourd’hui n’est pas touché.",
            todo="Mettez nrdesk à jour, ou reprenez une copie de secours du document.",
        ) from error


def chapters_of(version: StrategyVersion) -> tuple[ChapterView, ...]:
    """Return the chapters of a version in their order, as `chapters` returns those of today."""
    return tuple(
        ChapterView(
            key=each.key,
            title=each.title,
            body=each.body,
            prefilled=each.prefilled,
            complete=Completeness(1.0, ()),
            words=richtext.words(each.body),
            easy=each.easy,
            left_out=each.left_out,
            kind=BY_KEY.get(each.key),
            rank=place,
        )
        for place, each in enumerate(read(version).chapters)
    )


def current(found: Sequence[ChapterView]) -> tuple[KeptChapter, ...]:
    """Return the chapters of today as a version would keep them."""
    return tuple(_kept(view) for view in found)


def _kept(view: ChapterView) -> KeptChapter:
    return KeptChapter(
        view.key,
        view.title,
        richtext.tidy(view.body),
        richtext.tidy(view.easy),
        view.left_out,
        view.prefilled,
    )


def _dumped(kept: KeptChapter) -> dict[str, Any]:
    return {
        "key": kept.key,
        "title": kept.title,
        "body": json.loads(richtext.dumps(kept.body)),
        "easy": json.loads(richtext.dumps(kept.easy)),
        "left_out": kept.left_out,
        "prefilled": kept.prefilled,
    }


def _loaded(chapter: dict[str, Any]) -> KeptChapter:
    return KeptChapter(
        str(chapter["key"]),
        str(chapter["title"]),
        richtext.loads(json.dumps(chapter["body"])),
        richtext.loads(json.dumps(chapter["easy"])),
        bool(chapter["left_out"]),
        bool(chapter["prefilled"]),
    )
