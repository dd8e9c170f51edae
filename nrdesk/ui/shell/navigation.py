"""The left column: dashboard, the ten steps with their progress, the transversal pages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.shell.nav_item import HEIGHT, LOWEST, NavItem
from nrdesk.ui.shell.routes import Route
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import icon_button


class Navigation(QFrame):
    """A list of pages: one Tab stop, arrows inside, Enter or Space to go there."""

    chosen = Signal(str)
    """Key of the page that was chosen."""
    unfolded = Signal(bool)
    """The user asked to see the names, or to hide them, while there is little room."""

    def __init__(self, routes: Sequence[Route]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName("Navigation")
        self._items: dict[str, NavItem] = {}
        self._group = QButtonGroup(self)
        self._menu = icon_button("menu", "Déplier la navigation", self._toggle)
        self._overline: QLabel = text.label("LES DIX ÉTAPES", "overline", wrap=False)
        self._overline.setContentsMargins(10, 8, 0, 2)
        self._compact = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = self._make_list(routes)
        area.setWidget(self._list)
        outer.addWidget(area)
        self._area = area
        self._fit_width()

    def _make_list(self, routes: Sequence[Route]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(1)
        column.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignLeft)
        self._menu.hide()
        for index, route in enumerate(routes):
            if route.number == 1:
                column.addWidget(self._overline)
            elif index and routes[index - 1].number and not route.number:
                column.addSpacing(10)
            if route.at_bottom and not routes[index - 1].at_bottom:
                column.addStretch(1)
                column.addSpacing(10)
            item = NavItem(route.key, route.title, icon=route.icon, number=route.number)
            item.clicked.connect(lambda _=False, key=route.key: self.chosen.emit(key))
            item.toggled.connect(lambda on, key=route.key: self.chosen.emit(key) if on else None)
            item.installEventFilter(self)
            self._group.addButton(item)
            self._items[route.key] = item
            column.addWidget(item)
        return holder

    @property
    def keys(self) -> list[str]:
        """Keys of the pages, from top to bottom."""
        return list(self._items)

    def item(self, key: str) -> NavItem | None:
        """Return the item of a page, None for a page that is not in the navigation."""
        return self._items.get(key)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown; the Tab stop is there."""
        was_inside = any(item.hasFocus() for item in self._items.values())
        if key in self._items:
            # Blocked: `toggled` is for those who choose a page.
            with QSignalBlocker(self._items[key]):
                self._items[key].setChecked(True)
            self._area.ensureWidgetVisible(self._items[key], 0, 8)
        for item in self._items.values():
            checked = item.isChecked()
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if was_inside:
            self.focus_current()

    def show_progress(self, shares: Mapping[str, float]) -> None:
        """Show the progress of the steps, by key of their page."""
        for key, share in shares.items():
            self._items[key].set_share(share)

    def focus_current(self) -> None:
        """Give the focus to the page that is shown."""
        if checked := self._group.checkedButton():
            checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_compact(self, compact: bool, foldable: bool) -> None:
        """Show names, or only marks and numbers; `foldable` offers the button that unfolds."""
        self._compact = compact
        self._menu.setVisible(foldable)
        name = "Déplier la navigation" if compact else "Replier la navigation"
        self._menu.setAccessibleName(name)
        self._menu.setToolTip(name)
        self._overline.setVisible(not compact)
        for item in self._items.values():
            item.set_compact(compact)
        self._fit_height()
        self._fit_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            items = list(self._items.values())
            here = items.index(watched) if isinstance(watched, NavItem) else 0
            there = {
                Qt.Key.Key_Down: min(here + 1, len(items) - 1),
                Qt.Key.Key_Up: max(here - 1, 0),
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: len(items) - 1,
            }.get(Qt.Key(event.key()))
            if there is not None:
                items[there].setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(items[there], 0, 8)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                items[here].click()
                return True
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        self.unfolded.emit(self._compact)

    def _fit_height(self) -> None:
        """Have lower items where they then all show; a list that scrolls anyway keeps them at their ease."""
        items = list(self._items.values())
        rest = self._list.minimumSizeHint().height() - len(items) * items[0].sizeHint().height()
        room = math.floor((self.height() - rest) / len(items) / theme.scale())
        height = min(room, HEIGHT) if room >= LOWEST else HEIGHT
        for item in items:
            item.set_height(height)

    def _fit_width(self) -> None:
        widest = max(item.sizeHint().width() for item in self._items.values())
        scrolls = self._list.minimumSizeHint().height() > self.height()
        self.setFixedWidth(
            widest + 24 + (self._area.verticalScrollBar().sizeHint().width() if scrolls else 1)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
        self._fit_width()
