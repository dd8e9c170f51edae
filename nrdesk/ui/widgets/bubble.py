"""The bubble that holds the definition of a word, over the page and beside the word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from nrdesk.core.reference.glossary import Term
from nrdesk.ui import theme
from nrdesk.ui.widgets import text

_WIDEST = 340
_GAP = 4
"""Pixels between the word and its bubble."""


class Bubble(QFrame):
    """The definition of one word at a time; one bubble per window.

    It is a piece of the window, not a window: it takes no focus, and goes away with Escape, a click
    elsewhere, a turn of the wheel, or when the word is left.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("bubble")
        self._window = window
        self.owner: QWidget | None = None
        """The widget whose word it explains, or explained last."""
        self._name = text.strong("")
        self._definition = text.body("")
        self._source = text.muted("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(4)
        for label in (self._name, self._definition, self._source):
            self._column.addWidget(label)
        self.hide()

    def show_term(self, term: Term, owner: QWidget, word: QRect) -> None:
        """Show a definition.

        Args:
            term: the word and its definition.
            owner: the widget that shows the word.
            word: where the word is, in the window's coordinates.
        """
        self.owner = owner
        self._name.setText(term.term)
        self._definition.setText(text.tied(term.definition))
        self._source.setText(text.tied(f"Source : {term.source}"))
        self.setAccessibleName(f"{term.term}\u00a0: {term.definition}")
        self._place(word)
        self.raise_()
        self.show()

    def _place(self, word: QRect) -> None:
        """Stand under the word, above it where there is no room, and never out of the window."""
        room = self._window.rect()
        width = min(theme.px(_WIDEST), room.width() - 2 * _GAP)
        height = self._column.totalHeightForWidth(width)
        x = max(_GAP, min(word.left(), room.width() - width - _GAP))
        lowest = room.height() - height - _GAP
        under, above = word.bottom() + _GAP, min(word.top() - height - _GAP, lowest)
        self.setGeometry(x, under if under <= lowest else max(_GAP, above), width, height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        _application().removeEventFilter(self)

    def leaveEvent(self, event: QEvent) -> None:
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress if _is_escape(event):
                # It closes the bubble and nothing else: not the dialog under it.
                if event.type() == QEvent.Type.KeyPress:
                    self.hide()
                event.accept()
                return True
            case QEvent.Type.Wheel | QEvent.Type.WindowDeactivate:
                self.hide()
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                if not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
                    self.hide()
            case QEvent.Type.Resize if watched is self._window:
                self.hide()
        return False


def _application() -> QObject:
    application = QApplication.instance()
    assert application is not None, "a widget lives in an application"
    return application


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def bubble_of(widget: QWidget) -> Bubble:
    """Return the bubble of the window where a widget is, made the first time it is needed."""
    return _found(widget) or Bubble(widget.window())


def shows(owner: QWidget) -> bool:
    """Return whether the bubble of the window shows a word of `owner`."""
    bubble = _found(owner)
    return bubble is not None and bubble.isVisible() and bubble.owner is owner


def leave(owner: QWidget) -> None:
    """Close the bubble of the window if it shows a word of `owner`."""
    if shows(owner):
        bubble_of(owner).hide()


def _found(widget: QWidget) -> Bubble | None:
    found = widget.window().findChild(Bubble, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Bubble) else None
