"""The page shown in place of one that failed: the rest of the window stays usable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from nrdesk.core.errors import UserError
from nrdesk.ui.errors import BUG_REASSURANCE, bug_report
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.messages import say
from nrdesk.ui.widgets.page import Page


class ErrorPage(Page):
    """Says what happened, and offers to try again or to copy a report."""

    def __init__(self, title: str, error: Exception, retry: Callable[[], object]) -> None:
        """Make the page.

        Args:
            title: title of the page that failed.
            error: what it raised.
            retry: called without argument to build the page again.
        """
        super().__init__(title)
        again = button("Réessayer", "refresh-cw", "primary", retry)
        if isinstance(error, UserError):
            card = Card(error.what)
            for sentence in (error.kept, error.todo):
                if sentence:
                    card.add(text.body(sentence))
            card.add_row(again)
        else:
            card = Card("Cette page n’a pas pu s’afficher")
            card.add(text.body("Les autres pages fonctionnent. " + BUG_REASSURANCE))
            self._report = bug_report(error)
            card.add_row(again, button("Copier le rapport technique", "copy", on_click=self._copy))
        self.add(card)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        say(self, "Le rapport est copié\u00a0: collez-le dans un message pour nous l’envoyer.", "ok")
