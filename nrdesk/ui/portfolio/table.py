"""The table of a portfolio: arrows move, Enter opens the document, a click on a title sorts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from nrdesk.core.portfolio import Summary
from nrdesk.ui import theme
from nrdesk.ui.portfolio.table_model import PortfolioModel
from nrdesk.ui.widgets.figure_table import FigureCells

_ROW, _SEEN, _NAME = 34, 9, 180
"""Height of a row, rows seen at once at least, narrowest name; pixels for normal text."""


class PortfolioTable(QTableView):
    """Shows the collectivités and tells which one is looked at."""

    looked_at = Signal(object)
    """The `Summary` of the current row, None when there is none."""
    opened = Signal(object)
    """The `Summary` whose document is asked for."""

    def __init__(self, model: PortfolioModel) -> None:
        super().__init__()
        self._model = model
        self._file = ""
        self.setModel(model)
        self.setItemDelegate(FigureCells(self))
        self.setShowGrid(False)
        self.setAccessibleName("Collectivités du portefeuille")
        self.setAccessibleDescription("Flèches pour se déplacer, Entrée pour ouvrir, Tab pour sortir.")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        self.setSortingEnabled(True)
        self.setMinimumHeight(header.sizeHint().height() + theme.px(_ROW) * _SEEN)
        model.modelReset.connect(self._come_back)
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.doubleClicked.connect(lambda _: self._open())

    def fit(self) -> None:
        """Give columns the width of their texts; names have the room that is left."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        others = sum(header.sectionSize(place) for place in range(1, header.count()))
        header.resizeSection(0, max(theme.px(_NAME), self.viewport().width() - others))

    @property
    def current(self) -> Summary | None:
        """The collectivité looked at."""
        index = self.currentIndex()
        return self._model.summary(index.row()) if index.isValid() else None

    def look_at(self, file: str) -> bool:
        """Make a document current; return whether it is shown."""
        row = self._model.row_of(file)
        if row is None:
            return False
        self.setCurrentIndex(self._model.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _open(self) -> None:
        if current := self.current:
            self.opened.emit(current)

    def _tell(self) -> None:
        if current := self.current:
            self._file = current.file
        self.looked_at.emit(current)

    def _come_back(self) -> None:
        """Keep looking at the same collectivité after a sort or a filter."""
        if not self.look_at(self._file) and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self._tell()
