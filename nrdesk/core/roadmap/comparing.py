"""What changed from one version to another: chapter by chapter, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from nrdesk.core import richtext
from nrdesk.core.formatting import count
from nrdesk.core.model import StrategyVersion
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run
from nrdesk.core.roadmap.inserts import INSERTS
from nrdesk.core.roadmap.versions import KeptChapter, read

_LONGEST = 20_000
"""Words past which texts are compared paragraph by paragraph: word by word would take minutes."""
_WORDS = re.compile(r"\n|[^\s]+")


class Change(StrEnum):
    """What happened to a chapter, or to a piece of its text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to a chapter."""

    key: str
    title: str
    change: Change
    sentence: str
    """French sentence: what happened, and how many words."""
    pieces: tuple[Piece, ...]
    """The text, old and new together; empty when nothing of it changed."""


def compare(before: StrategyVersion, after: StrategyVersion) -> tuple[Difference, ...]:
    """Return what changed between two versions, in the order of the later one, then what went.

    Raises:
        UserError: one of them cannot be read.
    """
    return compare_chapters(read(before).chapters, read(after).chapters)


def compare_chapters(before: Sequence[KeptChapter], after: Sequence[KeptChapter]) -> tuple[Difference, ...]:
    """Return what changed between two lists of chapters; a chapter left out is not in the document."""
    old = {each.key: each for each in before if not each.left_out}
    new = {each.key: each for each in after if not each.left_out}
    found = [_added(each) if key not in old else _changed(old[key], each) for key, each in new.items()]
    found += [_removed(each) for key, each in old.items() if key not in new]
    return tuple(each for each in found if each.change is not Change.SAME)


def _added(chapter: KeptChapter) -> Difference:
    words = count(richtext.words(chapter.body), "mot")
    return Difference(
        chapter.key,
        chapter.title,
        Change.ADDED,
        f"Chapitre ajouté ({words}).",
        (Piece(Change.ADDED, "\n".join(_lines(chapter.body))),),
    )


def _removed(chapter: KeptChapter) -> Difference:
    words = count(richtext.words(chapter.body), "mot")
    return Difference(
        chapter.key,
        chapter.title,
        Change.REMOVED,
        f"Chapitre retiré ({words}).",
        (Piece(Change.REMOVED, "\n".join(_lines(chapter.body))),),
    )


def _changed(old: KeptChapter, new: KeptChapter) -> Difference:
    renamed = f"Renommé\u00a0: il s’appelait «\u00a0{old.title}\u00a0»." if old.title != new.title else ""
    if old.body == new.body:
        change = Change.CHANGED if renamed or old.easy != new.easy else Change.SAME
        easy = "Sa version facile à lire a changé." if old.easy != new.easy else ""
        return Difference(new.key, new.title, change, " ".join(filter(None, (renamed, easy))), ())
    pieces = differences("\n".join(_lines(old.body)), "\n".join(_lines(new.body)))
    came, went = (_count(pieces, change) for change in (Change.ADDED, Change.REMOVED))
    told = f"{count(came, 'mot ajouté', 'mots ajoutés')}, {count(went, 'mot retiré', 'mots retirés')}."
    if not came and not went:
        told = "La mise en forme a changé, pas les mots."
    return Difference(new.key, new.title, Change.CHANGED, " ".join(filter(None, (renamed, told))), pieces)


def _count(pieces: Sequence[Piece], change: Change) -> int:
    return sum(len(piece.text.split()) for piece in pieces if piece.change is change)


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return two texts as one: the words that stayed, those that went, those that came, in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _LONGEST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Change.SAME, _joined(new[start:end]))
            continue
        if first < last:
            yield Piece(Change.REMOVED, _joined(old[first:last]))
        if start < end:
            yield Piece(Change.ADDED, _joined(new[start:end]))


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace(" \n", "\n").replace("\n ", "\n")


def _lines(body: RichText) -> Iterator[str]:
    """Yield the text line by line, with the names of what is placed in it."""
    for block in body.blocks:
        match block:
            case Heading(_, text):
                yield text
            case Paragraph(runs):
                yield _plain(runs)
            case Bullets(items, _):
                yield from (f"• {_plain(item)}" for item in items)
            case Insert(key):
                yield f"[{INSERTS.get(key, key)}]"


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
