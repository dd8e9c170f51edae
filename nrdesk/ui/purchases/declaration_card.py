"""The declaration of the year: what it lacks, when it is due, the file; and the other duties on purchases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import compliance, dates
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import ObligationTracking, Progress
from nrdesk.core.reference import obligations
from nrdesk.core.written.prose import capital
from nrdesk.ui.documents.exporting import export_written
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.jobs import Progress as JobProgress

_DECLARATION = "AGEC58-DECL"
"""Identifier of the duty to declare, in the law table."""
_OTHERS = "AGEC55"
"""How the identifiers of the other duties on purchases begin there."""


class DeclarationCard(Card):
    """The file to send to data.gouv.fr."""

    def __init__(self, session: Session, go: Callable[[str, str], object]) -> None:
        """Make an empty card; `go` shows a page, by its key, and a field of it."""
        super().__init__("La déclaration")
        self._session, self._go = session, go
        self._year = 0
        self._due = text.body("", terms=True)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self.write = button("Écrire le fichier", "download", on_click=self._write)
        self.siret = button("Compléter le SIRET", kind="link", on_click=lambda: go("authority", "siret"))
        self.add(self._due)
        self.add_layout(self._missing)
        self.add_row(self.write, self.siret, 1)

    def show_year(self, year: int) -> None:
        """Show the declaration of a year."""
        from nrdesk.core.reports import agec_declaration

        self._year = year
        document = self._session.document
        lacks = agec_declaration.missing(document, year)
        self._due.setText(_due(document, year))
        clear(self._missing)
        for each in lacks:
            self._missing.addWidget(text.muted(f"•{NBSP}{capital(each)}."))
        self.siret.setVisible(not document.authority.siret)
        self.write.setEnabled(not lacks)
        self.write.setText(f"Écrire la déclaration {year}")

    def _write(self) -> None:
        title = f"Déclaration des achats {self._year}"
        export_written(self, self._session, title, "csv", partial(_content, self._year))


class OthersCard(Card):
    """What else the law says of purchases, and where each stands."""

    def __init__(self, session: Session, go: Callable[[str, str], object]) -> None:
        """Make an empty card; `go` shows a page, by its key, and a field of it."""
        super().__init__("Dans vos marchés et vos achats")
        self._session, self._go = session, go
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add_layout(self._rows)

    def refresh(self) -> None:
        """Show the duties that apply, with what is said of each."""
        document = self._session.document
        said = {each.obligation: each.progress for each in document.all(ObligationTracking)}
        verdicts = compliance.evaluate_all(obligations.load(), document.authority, dt.date.today())
        found = [
            each
            for each in verdicts
            if each.obligation.id.startswith(_OTHERS) and each.status is compliance.Status.APPLICABLE
        ]
        self.setVisible(bool(found))
        clear(self._rows)
        for each in found:
            state = capital(said.get(each.obligation.id, Progress.UNSAID).label) or "Sans suivi"
            detail = f"{state}. {each.obligation.requirement}"
            go = partial(self._go, "obligations", each.obligation.id)
            self._rows.addWidget(LinkRow(each.obligation.title, detail, "scale", go))


def _due(document: Document, year: int) -> str:
    verdicts = compliance.evaluate_all(obligations.load(), document.authority, dt.date(year + 1, 1, 1))
    verdict = next((each for each in verdicts if each.obligation.id == _DECLARATION), None)
    deadline = verdict.obligation.deadline_from(dt.date(year + 1, 1, 1)) if verdict else None
    when = f" avant le {dates.in_letters(deadline)}" if deadline else ""
    sure = "" if verdict is None or verdict.verified else " À confirmer."
    return f"Les achats de {year} se déclarent{when}, sur data.gouv.fr, avec le fichier ci-dessous.{sure}"


def _content(year: int, document: Document, progress: JobProgress) -> bytes:
    from nrdesk.core.reports import agec_declaration

    return agec_declaration.write(document, progress, year=year)
