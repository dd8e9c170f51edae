"""The user guide, to print or to send: a page per screen, with its picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk import __version__
from nrdesk.core.formatting import NBSP
from nrdesk.core.reference import user_guide
from nrdesk.core.reference.user_guide import GuidePage
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Heading,
    Meta,
    PageBreak,
    Picture,
    Report,
    paragraph,
    runs,
)
from nrdesk.core.reports.wording import full_name

if TYPE_CHECKING:
    from nrdesk.core.document import Document

WRITTEN = dt.date(2026, 11, 22)
"""Date of the texts: the guide tells of nrdesk, not of a collectivité."""


def build(document: Document) -> Report:
    """Return the guide; of the document, it shows the name of the collectivité alone."""
    meta = Meta(
        title="Guide d’utilisation de nrdesk",
        subtitle=f"Une page par écran · version {__version__}",
        authority=full_name(document.authority),
        date=WRITTEN,
        status="guide d’utilisation",
        notice="Les images montrent la commune de démonstration, dont toutes les données sont inventées.",
    )
    _, *blocks = _blocks()
    return Report(meta, tuple(blocks))


def _blocks() -> Iterator[Block]:
    for part in user_guide.parts():
        for rank, page in enumerate(part.pages):
            # Each screen has its page; the first of a part stands below its title.
            yield PageBreak()
            if not rank:
                yield Heading(1, part.title)
            yield from _page(page)


def _page(page: GuidePage) -> Iterator[Block]:
    yield Heading(2, page.title)
    yield paragraph(page.goal)
    path = user_guide.picture(page.key)
    if path.exists():
        yield Picture(path.read_bytes(), f"Image de l’écran «{NBSP}{page.title}{NBSP}»{NBSP}: {page.goal}")
    yield Heading(3, "Ce qu’on y fait")
    yield BulletList(tuple(runs(step) for step in page.steps), numbered=True)
    if page.know:
        yield Callout("Bon à savoir", tuple(map(paragraph, page.know)))
    if page.keys:
        yield Heading(3, "Au clavier")
        yield BulletList(tuple(map(runs, page.keys)))
