"""The portfolio: a folder of documents read without changing them, as a table with its charts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import dates
from nrdesk.core.jobs import Progress
from nrdesk.core.portfolio import Portfolio, Summary, scan, wording
from nrdesk.core.written.words import quoted
from nrdesk.ui import tasks
from nrdesk.ui.portfolio import exporting, folder
from nrdesk.ui.portfolio.detail_card import DetailCard
from nrdesk.ui.portfolio.failures_card import FailuresCard
from nrdesk.ui.portfolio.filters import PortfolioFilters
from nrdesk.ui.portfolio.first_card import FirstCard
from nrdesk.ui.portfolio.overview_card import OverviewCard
from nrdesk.ui.portfolio.table import PortfolioTable
from nrdesk.ui.portfolio.table_model import PortfolioModel
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.messages import MessageBar, say

TITLE = "Portefeuille de collectivités"


class PortfolioPage(ExplainedPage):
    """The table, its filters, its charts, and what is known of the collectivité looked at."""

    opened = Signal(object)
    """Path of a document to open."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.portfolio: Portfolio | None = None
        self.model = PortfolioModel()
        self.table = PortfolioTable(self.model)
        self.filters = PortfolioFilters()
        self.overview = OverviewCard(self.explain)
        self.detail = DetailCard(self.explain)
        self.failures = FailuresCard()
        self.first = FirstCard(self.choose, self._consolidate)
        self.empty = text.muted("Ce dossier ne contient aucun document .nrdesk.")
        self.choose_button = button("Choisir un &dossier…", "folder-open", "primary", self.choose)
        self.again_button = button("Relire", "refresh-cw", on_click=self.read_again)
        self.export_button = button("Exporter le tableau", "download", on_click=partial(self._export, True))
        self.anonymous_button = button(
            "Sans les noms",
            "download",
            on_click=partial(self._export, False),
            help="Les médianes et les quartiles par strate, sans nommer personne",
        )
        self.each_button = button("Un document pour chacune…", "file-text", on_click=self._export_each)
        self.gather_button = button(
            "Consolider…",
            "network",
            on_click=self._consolidate,
            help="Réunir un EPCI et ses communes en un seul document, sans rien compter deux fois",
        )
        self._tools = flow(self.export_button, self.anonymous_button, self.each_button)
        for each in (self.again_button, self.gather_button, self.choose_button):
            self.add_action(each)
        self._list = Card("Les collectivités")
        self._list.add(self.filters)
        self._list.add(self.table)
        self._list.add(self._tools)
        self._cards = (self.overview, self._list, self.detail, self.failures)
        for card in (self.first, self.empty, *self._cards):
            self.add(card)
        self.add_stretch()
        self.filters.changed.connect(self._filter)
        self.table.looked_at.connect(self._look_at)
        self.table.opened.connect(self._open)
        self.detail.open_asked.connect(self._open)
        self.detail.sheet_asked.connect(self._export_position)
        self._show_parts()

    def choose(self) -> None:
        """Ask for a folder and read it."""
        now = self.portfolio.folder if self.portfolio else folder.last()
        if chosen := exporting.folder_to_read(self, now):
            self.read(chosen)

    def read_again(self) -> None:
        """Read the same folder again: only the files that changed cost anything."""
        if self.portfolio:
            self.read(self.portfolio.folder)

    def read(self, where: Path) -> None:
        """Read a folder; returns before it is read."""

        def job(progress: Progress) -> Portfolio:
            return scan(where, progress=progress)

        tasks.run(self, f"Lecture de {where.name or where}", job, self.show_portfolio)

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show a folder that was read."""
        self.portfolio = portfolio
        folder.remember(portfolio.folder)
        day = dates.in_letters(portfolio.on)
        self.set_subtitle(
            f"Dossier {quoted(portfolio.folder.name)}\u00a0: {wording.overview(portfolio)}. "
            f"Lu le {day}, rien n’est modifié."
        )
        self.subtitle_label.setToolTip(str(portfolio.folder))
        self.filters.offer(portfolio.summaries)
        self.failures.show_failures(portfolio)
        self._show_parts()
        self._filter()
        self.table.fit()
        if portfolio.summaries:
            self.table.setFocus()

    def place(self) -> None:
        self.table.fit()

    def _show_parts(self) -> None:
        """Show what there is something in."""
        found = self.portfolio
        for card in self._cards:
            card.setVisible(found is not None and bool(found.summaries))
        self.failures.setVisible(found is not None and bool(found.failures))
        self.empty.setVisible(found is not None and not found.files)
        self.first.setVisible(found is None)
        for each in (self.again_button, self.gather_button, self.choose_button):
            each.setVisible(found is not None)

    def _filter(self) -> None:
        if self.portfolio is None:
            return
        kept = self.filters.choice.of(self.portfolio.summaries)
        self.model.show(kept)
        self.overview.show_summaries(kept, self.portfolio)
        self.filters.tell(len(kept), len(self.portfolio.summaries))

    def _look_at(self, summary: Summary | None) -> None:
        if self.portfolio:
            self.detail.show_summary(self.portfolio, summary)

    def _open(self, summary: Summary) -> None:
        assert self.portfolio is not None
        self.opened.emit(self.portfolio.path(summary))

    def _export(self, named: bool) -> None:
        assert self.portfolio is not None
        exporting.export_table(self, self.portfolio, self.model.summaries, named=named)

    def _export_each(self) -> None:
        assert self.portfolio is not None
        exporting.export_each(self, self.portfolio, self.model.summaries)

    def _consolidate(self) -> None:
        from nrdesk.ui.consolidation.dialog import ConsolidationDialog

        found = self.portfolio
        paths = [found.path(each) for each in self.model.summaries] if found else []
        dialog = ConsolidationDialog(paths, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(self._tell_written)
        dialog.open()

    def _tell_written(self, path: Path) -> None:
        say(
            self,
            f"La consolidation est écrite\u00a0: {path}",
            "ok",
            ("Ouvrir", partial(self.opened.emit, path)),
        )

    def _export_position(self, summary: Summary) -> None:
        assert self.portfolio is not None
        exporting.export_position(self, self.portfolio, summary)


class PortfolioScreen(QWidget):
    """The page as the window holds it: without a document, with its way back and its messages."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        self.page = PortfolioPage()
        self.back_button = button("Revenir à l’accueil", "chevron-left", "link", self.left.emit)
        self.page.add_action(self.back_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.page, 1)
        stack.addWidget(MessageBar())

    def focus_first(self) -> None:
        """Give the focus to what one does first."""
        self.page.first.focus_first()
