"""The share of each collectivité, on the footprint page of a consolidation; hidden elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from nrdesk.core.assessment import Assessment
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count, mass, mass_span, number, trimmed
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import documents_folder
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.messages import say

if TYPE_CHECKING:
    from nrdesk.core.consolidation import Share, View

_HEADERS = ("Collectivité", "Appareils", "kg CO₂ / an", "Par agent")
_UNKNOWN = "–"


class ConsolidationCard(Card):
    """A table of the members, the total, and the sheets that go back to them."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        super().__init__("La part de chaque collectivité")
        self._session, self._explain = session, explain
        self._view: View | None = None
        self._total = text.strong("")
        self._once = text.muted("")
        self.why_button = button("Expliquer", kind="link", on_click=self._explain_whole)
        self.why_button.setAccessibleName(f"Expliquer{NBSP}: l’ensemble des collectivités")
        self.table = FigureTable("Part de chaque collectivité", _HEADERS, most=12)
        self.sheets_button = button(
            "Fiches de retour…",
            "download",
            on_click=self._choose,
            help="En PDF et en Excel\u00a0: ce qui est compté de chacune, ce qu’il lui reste à vérifier",
        )
        self.add(flow(self._total, self.why_button))
        self.add(self._once)
        self.add(self.table)
        self.add(flow(self.sheets_button))
        self.hide()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the members of the consolidation that is open; nothing for another document."""
        from nrdesk.core import consolidation

        journal = consolidation.journal_of(self._session.document)
        self.setVisible(journal is not None)
        if journal is None:
            return
        self._view = view = consolidation.view(self._session.document, journal, assessment)
        total = view.combined.total
        self._total.setText(
            f"Appareils et services{NBSP}: {mass(total.value, total.low, total.high)} par an, "
            f"{mass_span(total.value, total.low, total.high)}"
        )
        once = count(len(journal.entries), "ligne comptée une seule fois", "lignes comptées une seule fois")
        check = f", dont {len(journal.to_check)} à vérifier" if journal.to_check else ""
        self._once.setText(f"{once}{check}. Le détail est dans «{NBSP}Mutualisation et consolidation{NBSP}».")
        self.table.show_lines(
            [
                TableLine(
                    (
                        share.name,
                        number(share.quantity),
                        number(share.total),
                        trimmed(share.per_agent, 1) if share.per_agent is not None else _UNKNOWN,
                    ),
                    partial(self._explain_share, share),
                )
                for share in view.shares
            ]
        )

    def write_sheets(self, folder: Path) -> None:
        """Write the sheet of each member in a folder; returns before it is done."""
        source = self._session.document.path

        def job(progress: Progress) -> int:
            from nrdesk.core.document import Document
            from nrdesk.core.reports.consolidation import returned

            # Opened again: the connection of the window belongs to its thread.
            with Document.open(source, read_only=True) as document:
                return len(returned.write_all(document, folder, progress))

        def done(files: int) -> None:
            look = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
            say(
                self,
                f"{count(files, 'fiche écrite', 'fiches écrites')} dans {folder}",
                "ok",
                ("Ouvrir", look),
            )

        tasks.run(self, "Écriture des fiches de retour", job, done)

    def _explain_whole(self) -> None:
        from nrdesk.core.consolidation.explained import explain_whole

        if self._view:
            self._explain(explain_whole(self._view))

    def _explain_share(self, share: Share) -> None:
        from nrdesk.core.consolidation.explained import explain_share

        if self._view:
            self._explain(explain_share(self._view, share))

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = "Où écrire les fiches de retour"
        if chosen := QFileDialog.getExistingDirectory(self, title, str(documents_folder())):
            self.write_sheets(Path(chosen))
