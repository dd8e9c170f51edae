"""How far the strategy is, and the way to the page where it is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from nrdesk.core import roadmap, steps
from nrdesk.core.formatting import number, percent
from nrdesk.core.roadmap import Content, Facts
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow

_MOST = 4
"""Chapters to complete that are named."""


class ChaptersCard(Card):
    """A line, a bar, and links to the chapters that lack something."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le document")
        self._session = session
        self._line = text.strong("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Part remplie de la feuille de route")
        self.add(self._line)
        self.add(self._bar)
        self._write = LinkRow(
            "Écrire la feuille de route",
            "Les chapitres sont déjà remplis avec vos données\u00a0: relisez, coupez, complétez.",
            "pencil",
            partial(self._go, ""),
        )
        self.add(self._write)
        self._links = QVBoxLayout()
        self._links.setSpacing(4)
        self.add_layout(self._links)
        self._decree = QVBoxLayout()
        self._decree.setSpacing(6)
        self.add_layout(self._decree)
        self._told: object = None

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        latest = self._session.campaign.id == document.campaign.id
        assessment = self._session.assessment() if latest else None
        flash = steps.flash(document)
        found = roadmap.chapters(document, assessment)
        kept = [view for view in found if not view.left_out]
        share = roadmap.share(kept, essential=flash)
        words, pages = sum(view.words for view in kept), roadmap.pages(kept)
        self._line.setText(
            f"{percent(share)} rempli\u00a0: {len(kept)} chapitres, {number(words)} mots, environ "
            f"{number(pages, 1)} pages de texte."
        )
        self._bar.setValue(round(100 * share))
        left = [view for view in kept if view.complete.share < 1 and (view.essential or not flash)]
        contents = roadmap.contents(Facts.of(document, assessment), found)
        told = ([(view.key, view.title, view.complete.text) for view in left[:_MOST]], contents)
        # Made again only when they change: one of them may have the focus.
        if told == self._told:
            return
        self._told = told
        clear(self._links)
        for key, title, state in told[0]:
            self._links.addWidget(LinkRow(title, state, "circle-alert", partial(self._go, key)))
        clear(self._decree)
        if contents:
            self._decree.addWidget(text.strong("Ce que le décret vous demande"))
        for each in contents:
            self._decree.addWidget(_content(each))

    def focus_field(self, name: str) -> bool:
        """Lead to the page; return whether the name is that of this card."""
        if name == "chapters":
            reveal(self._write)
        return name == "chapters"

    def _go(self, key: str) -> None:
        if page := page_of(self):
            page.go("roadmap", key)


def _content(content: Content) -> Card:
    line = Card()
    line.setProperty("flat", True)
    line.body.setContentsMargins(0, 0, 0, 0)
    pill = Pill("complet" if content.ok else "manque", "ok" if content.ok else "warn")
    line.add(row(pill, text.strong(content.name, wrap=False)))
    line.add(text.muted(content.reason))
    return line
