"""The cards of a column of the board: a list that the keyboard walks, that cards are dragged from and to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nrdesk.core.dates import in_letters
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.planning import schedule
from nrdesk.ui import theme
from nrdesk.ui.widgets.wrapping import two_lines

_Index = QModelIndex | QPersistentModelIndex
_CARRIED = "application/x-nrdesk-action"
"""What a dragged card carries: the identifier of its action."""
_AROUND, _INSIDE, _SMALL = 4, 10, 13
"""Around a card, inside it, and size of its details, in pixels for normal text."""
_FEWEST, _MOST = 2, 4
"""Cards that a column asks room for; beyond, it scrolls."""
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Card:
    """An action on the board."""

    action: Action
    late: str
    """Why it is late, a sentence; "" when it is not."""

    @property
    def title(self) -> str:
        """Its title on one line."""
        return " ".join(self.action.title.split()) or "(sans titre)"

    @property
    def details(self) -> str:
        """Who answers for it, until when, and how far it is."""
        ends = schedule.span(self.action).ends
        is_under_way = self.action.status is ActionStatus.UNDER_WAY
        words = (
            f"jusqu’au {in_letters(ends)}" if ends else "",
            self.action.owner or "sans responsable",
            f"{self.action.progress}{NBSP}%" if is_under_way and self.action.progress else "",
        )
        return " · ".join(word for word in words if word)

    @property
    def alert(self) -> str:
        """What calls for attention: why it is blocked, else why it is late."""
        if self.action.blocked and self.action.status not in schedule.OVER:
            return f"Bloquée{NBSP}: {self.action.blocked_reason or 'raison à dire'}"
        return self.late

    @property
    def words(self) -> str:
        """The card as sentences, for a screen reader."""
        return f"{self.title}. {self.details}. {self.alert}".strip()


class CardsModel(QAbstractListModel):
    """The cards of a column."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: Sequence[Card] = ()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards."""
        if list(cards) != list(self.cards):
            self.beginResetModel()
            self.cards = cards
            self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return card.words
        return None


class CardList(QListView):
    """The cards of one status."""

    opened = Signal(str)
    """The form of an action is asked for."""
    dropped = Signal(str)
    """An action was dropped on this column."""
    pushed = Signal(str, int)
    """An action is to go to the column before (-1) or after (1)."""
    left = Signal(int)
    """The focus is to go to the column before (-1) or after (1)."""
    block_asked = Signal(str)

    def __init__(self, status: ActionStatus) -> None:
        super().__init__()
        self.status, self.locked = status, False
        self._model = CardsModel()
        self.setModel(self._model)
        self.setItemDelegate(_CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(f"Actions{NBSP}: {status.label}")
        self.setAccessibleDescription(
            "Entrée ouvre la fiche, Ctrl+Droite et Ctrl+Gauche changent l’action de colonne, "
            "Ctrl+B la dit bloquée ou débloquée."
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards[index.row()].action.id))

    @property
    def cards(self) -> Sequence[Card]:
        """What is shown, from top to bottom."""
        return self._model.cards

    @property
    def current(self) -> Card | None:
        """The card that the keys act on."""
        row = self.currentIndex().row()
        return self.cards[row] if 0 <= row < len(self.cards) else None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; the current one stays so, its place when it is gone."""
        kept, row = self.current, self.currentIndex().row()
        self._model.show_cards(cards)
        if kept and not self.select(kept.action.id) and cards:
            self.setCurrentIndex(self._model.index(min(row, len(cards) - 1)))

    def select(self, action_id: str) -> bool:
        """Make the card of an action the current one; return whether it is here."""
        for row, card in enumerate(self.cards):
            if card.action.id == action_id:
                self.setCurrentIndex(self._model.index(row))
                return True
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), _FEWEST * card_height(self) + 2 * self.frameWidth() + 2)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(220), min(max(_FEWEST, len(self.cards)), _MOST) * card_height(self) + 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.cards:
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, card = Qt.Key(event.key()), self.current
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if side and not held:
            self.left.emit(side)
        elif side and held == Qt.KeyboardModifier.ControlModifier:
            if card:
                self.pushed.emit(card.action.id, side)
        elif key == Qt.Key.Key_B and held == Qt.KeyboardModifier.ControlModifier:
            if card:
                self.block_asked.emit(card.action.id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if card:
                self.opened.emit(card.action.id)
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        card = self.current
        if card is None or self.locked:
            return
        carried = QMimeData()
        carried.setData(_CARRIED, card.action.id.encode())
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._welcome(event):
            self.dropped.emit(bytes(event.mimeData().data(_CARRIED).data()).decode())

    def _welcome(self, event: QDropEvent) -> bool:
        is_ours = event.mimeData().hasFormat(_CARRIED) and not self.locked
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(is_ours)
        return is_ours


def card_height(widget: QWidget) -> int:
    """Return the height of a card: two lines of title, two of details."""
    small = QFontMetrics(_small(widget.font()))
    return 2 * (widget.fontMetrics().lineSpacing() + small.lineSpacing()) + theme.px(
        2 * _INSIDE + 2 * _AROUND
    )


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(theme.px(_SMALL))
    return made


class _CardDelegate(QStyledItemDelegate):
    """Paints a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, card_height(cast(Any, option).widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        t, card = theme.tokens(), cast(CardsModel, index.model()).cards[index.row()]
        gap = theme.px(_AROUND)
        rect = cast(QRect, view.rect).adjusted(gap, gap, -gap, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = view.state & QStyle.StateFlag.State_HasFocus
        chosen = view.state & QStyle.StateFlag.State_Selected
        painter.setPen(QPen(QColor(t.accent), 2) if has_focus else QColor(t.border))
        painter.setBrush(QColor(t.accent_soft if chosen else t.sunken))
        painter.drawRoundedRect(rect, 8, 8)
        if card.alert:  # said in words too, under the title
            painter.fillRect(QRect(rect.left(), rect.top() + 8, 4, rect.height() - 16), QColor(t.bad))
        inner = rect.adjusted(*(theme.px(_INSIDE) * side for side in (1, 1, -1, -1)))
        strong = QFont(view.font)
        strong.setWeight(QFont.Weight.DemiBold)
        line = QFontMetrics(strong).lineSpacing()
        painter.setFont(strong)
        painter.setPen(QColor(t.text))
        top = inner.top()
        for words in two_lines(card.title, inner.width(), QFontMetrics(strong)):
            painter.drawText(QRect(inner.left(), top, inner.width(), line), 0, words)
            top += line
        painter.setFont(_small(view.font))
        metrics = painter.fontMetrics()
        for words, colour in ((card.details, t.muted), (card.alert, t.bad)):
            room = QRect(inner.left(), top, inner.width(), metrics.lineSpacing())
            painter.setPen(QColor(colour))
            painter.drawText(room, 0, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
            top += metrics.lineSpacing()
        painter.restore()
