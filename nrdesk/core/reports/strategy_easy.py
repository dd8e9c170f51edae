"""« Stratégie facile à lire »: the chapters in easy-to-read words (FALC), one idea a line, in large letters.

The method (« Information pour tous », Inclusion Europe, 2009) asks that people concerned read a text over
before it bears the European logo: the document says so, and never bears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from nrdesk.core import richtext
from nrdesk.core.errors import NotReadyError
from nrdesk.core.readability.sentences import sentences
from nrdesk.core.reference import glossary
from nrdesk.core.reference.glossary import Term
from nrdesk.core.reports import strategy_text
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Heading,
    Paragraph,
    Report,
    Run,
    bold,
    bullets,
    runs,
)
from nrdesk.core.reports.strategy_cover import Cover
from nrdesk.core.reports.strategy_text import Text
from nrdesk.core.reports.wording import prose
from nrdesk.core.richtext import Bullets, Insert, RichText
from nrdesk.core.roadmap import ChapterView

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

TITLE = "Notre stratégie numérique"
_FOR_A_COVER = 5
"""Chapters from which the text is a booklet rather than a page or two."""
_ACRONYM = re.compile(r"[A-Z0-9]{2,}")


def build(document: Document, assessment: Assessment | None = None) -> Report:
    """Return the easy-to-read strategy, ready to be rendered.

    Args:
        document: what the strategy is drawn from.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        NotReadyError: no chapter is written in easy-to-read words.
    """
    text = strategy_text.text_of(document, assessment, every=True)
    written = [view for view in text.chapters if not richtext.is_empty(view.easy)]
    if not written:
        raise NotReadyError(
            "Aucun chapitre n’est encore écrit en facile à lire.",
            todo="À l’étape 6, ouvrez un chapitre et écrivez sa version facile à lire. Une ou deux phrases "
            "par idée suffisent.",
        )
    has_cover = len(written) >= _FOR_A_COVER
    level = 1 if has_cover else 2  # without a cover, the title of the document is the only one of level 1
    waiting = [] if text.adopted else [view for view in text.chapters if view not in written]
    blocks = (
        _about(),
        *(block for view in written for block in _chapter(view, level)),
        *_to_write(waiting, level),
        *_words(written, level),
    )
    # Neither factors nor legal state: nobody needs them to understand, and they are hard words.
    plain = Text(
        text.chapters, text.insert, text.date, text.status, Cover(text.cover.authority), adopted=text.adopted
    )
    meta = strategy_text.meta(document, TITLE, "Version facile à lire et à comprendre", plain)
    return Report(meta, blocks, cover=has_cover, large=True)


def _about() -> Callout:
    return Callout(
        "Ce texte est à relire",
        (
            prose("Ce texte suit les règles du facile à lire et à comprendre (FALC)."),
            prose("Des personnes concernées doivent encore le relire."),
            prose("Par exemple, des personnes avec un handicap intellectuel."),
            prose("Avant cette relecture, il ne porte pas le logo européen du facile à lire."),
        ),
        "caution",
    )


def _chapter(view: ChapterView, level: int) -> Iterator[Block]:
    yield Heading(level, view.title)
    yield from _lines(view.easy, level)


def _lines(text: RichText, above: int) -> Iterator[Block]:
    """Yield a text with one sentence per line; what nrdesk inserts has no place here."""
    top = above
    for block in richtext.tidy(text).blocks:
        match block:
            case richtext.Heading(level, title):
                above = min(level + top, above + 1, 3)
                yield Heading(above, title)
            case richtext.Paragraph(pieces):
                for each in split(pieces):
                    yield Paragraph(each)
            case Bullets(items, numbered):
                yield BulletList(tuple(_runs(item) for item in items), numbered)
            case Insert():
                pass


def split(pieces: Sequence[richtext.Run]) -> tuple[tuple[Run, ...], ...]:
    """Return a paragraph as one line per sentence, each with its bold words and its links."""
    whole = "".join(piece.text for piece in pieces)
    starts = [each.start for each in sentences(whole)]
    ends = [*starts[1:], len(whole)]
    found = []
    for start, end in zip([0, *starts[1:]], ends, strict=False):
        if cut := _between(pieces, start, end):
            found.append(cut)
    return tuple(found) or (_runs(pieces),)


def _between(pieces: Sequence[richtext.Run], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of the characters from `start` to `end`."""
    kept, at = [], 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            kept.append(Run(text, piece.bold, piece.italic, piece.href))
        at += len(piece.text)
    return tuple(kept) if any(run.text.strip() for run in kept) else ()


def _runs(pieces: Sequence[richtext.Run]) -> tuple[Run, ...]:
    return tuple(Run(piece.text, piece.bold, piece.italic, piece.href) for piece in pieces)


def _to_write(waiting: Sequence[ChapterView], level: int) -> Iterator[Block]:
    if waiting:
        yield Heading(level, "À écrire")
        yield prose("Ces chapitres ne sont pas encore écrits en facile à lire.")
        yield bullets(*(view.title for view in waiting))


def _words(written: Sequence[ChapterView], level: int) -> Iterator[Block]:
    """Yield what the hard words mean, when the text uses some."""
    text = "\n".join(f"{view.title}\n{richtext.plain(view.easy)}" for view in written)
    used = [term for term, pattern in _patterns() if pattern.search(text)]
    if used:
        yield Heading(level, "Les mots à connaître")
        for term in used:
            yield Paragraph(runs(bold(f"{term.term}\u00a0: "), term.definition))


@cache
def _patterns() -> tuple[tuple[Term, re.Pattern[str]], ...]:
    """Return what finds each term of the glossary in a text: acronyms as they are, words in any case."""
    return tuple(
        (
            term,
            re.compile(
                rf"(?<!\w){re.escape(term.term)}s?(?!\w)",
                0 if _ACRONYM.match(term.term) else re.IGNORECASE,
            ),
        )
        for term in glossary.load()
    )
