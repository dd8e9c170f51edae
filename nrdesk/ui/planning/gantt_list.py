"""The titles beside the bars: what the keyboard and screen readers meet, one named row per action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.written.words import quoted
from nrdesk.ui import theme
from nrdesk.ui.planning import gantt_paint as paint
from nrdesk.ui.planning.gantt_moves import Grip
from nrdesk.ui.planning.gantt_rows import Row

_Index = QModelIndex | QPersistentModelIndex
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_GRIPS = {
    Qt.KeyboardModifier.NoModifier: Grip.BAR,
    Qt.KeyboardModifier.ShiftModifier: Grip.END,
    Qt.KeyboardModifier.ControlModifier: Grip.START,
}
_NO_INDEX = QModelIndex()


class RowsModel(QAbstractListModel):
    """The rows as a list of titles; a screen reader is told the whole row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones, told otherwise, keep the current one current."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return None


class TitleList(QListView):
    """The titles; its keys act on the bar of the current one."""

    stepped = Signal(object, int)
    """What is held of the current bar (`Grip`), and in which direction it goes: -1 or 1."""
    opened = Signal()
    """Enter: the form of the current action is asked for, or a link is agreed to."""
    link_asked = Signal()
    cancelled = Signal()
    came = Signal(int)
    """Another row is the current one."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_TitleDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Actions du calendrier")
        self.setAccessibleDescription(
            "Gauche et Droite déplacent l’action, avec Maj sa fin, avec Ctrl son début. "
            "Entrée ouvre la fiche, Ctrl+L fait attendre une autre action."
        )
        # The surface beside it has the scroll bars of both.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Its edge is that of the calendar; the focus shows on the row.
        self.setStyleSheet("QListView { border: none; border-radius: 0; }")
        self.doubleClicked.connect(lambda _: self.opened.emit())

    @property
    def current(self) -> int:
        """Rank of the current row, -1 when there is none."""
        return self.currentIndex().row()

    def select(self, rank: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(rank, 0))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(cast(QModelIndex, current), cast(QModelIndex, previous))
        self.came.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and self.model().rowCount():
            self.select(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _SIDES and held in _GRIPS:
            self.stepped.emit(_GRIPS[held], _SIDES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_L and held == Qt.KeyboardModifier.ControlModifier:
            self.link_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class _TitleDelegate(QStyledItemDelegate):
    """Paints what state an action is in, and its title on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.px(paint.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        rect, t = cast(QRect, view.rect), theme.tokens()
        row = cast(RowsModel, index.model()).rows[index.row()]
        painter.save()
        if view.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        painter.setPen(QColor(t.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        side, margin = theme.px(16), theme.px(10)
        name, colour = icon_of(row.action) if row.action else ("target", "text")
        image = theme.pixmap(name, colour, 16, cast(float, view.widget.devicePixelRatioF()))
        painter.drawPixmap(rect.left() + margin, rect.center().y() - side // 2 + 1, image)
        over = row.action is not None and row.action.status in (ActionStatus.DONE, ActionStatus.DROPPED)
        painter.setPen(QColor(t.muted if over else t.text))
        inner = rect.adjusted(margin + side + theme.px(8), 0, -margin, 0)
        title = view.fontMetrics.elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, title)
        if view.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


def icon_of(action: Action) -> tuple[str, str]:
    """Return the icon of the state of an action, and its colour."""
    if action.blocked and action.status not in (ActionStatus.DONE, ActionStatus.DROPPED):
        return "circle-alert", "bad"
    return {
        ActionStatus.TO_START: ("circle", "muted"),
        ActionStatus.UNDER_WAY: ("play", "accent"),
        ActionStatus.DONE: ("circle-check", "ok"),
        ActionStatus.DROPPED: ("x", "muted"),
    }[action.status]


def row_menu(
    parent: QWidget,
    row: Row,
    *,
    open: Callable[[], object],
    link: Callable[[], object] | None,
    cuts: Mapping[str, Callable[[], object]],
) -> QMenu:
    """Return the menu of the row of an action.

    Args:
        parent: what it opens from.
        row: the row.
        open: opens the form of the action.
        link: begins a link; None when nothing can be written, and no link cut either.
        cuts: what takes off each link, by identifier of the action waited for.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("Ouvrir la fiche\tEntrée", open)
    if link:
        menu.addAction("Attendre la fin d’une autre action…\tCtrl+L", link)
        for need, cut in cuts.items():
            menu.addAction(f"Ne plus attendre {quoted(row.titles.get(need, ''))}", cut)
    return menu
