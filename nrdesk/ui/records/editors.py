"""The widgets in which fields are filled in: whatever their kind, text goes in and text comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from nrdesk.core.fields import Field, FieldKind
from nrdesk.ui import theme

_YES, _NO = "oui", "non"
_NOT_SAID = "—"
"""Shown for the empty answer of a list."""
_FEWEST_LINES, _MOST_LINES = 2, 14


def leaves_to_document(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Return whether a key undoes or redoes something that is not typing: the document's last action.

    Args:
        event: what a text field is about to take for itself.
        undo: whether the field has typing to undo.
        redo: whether the field has typing to redo.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)


class LineEditor(QLineEdit):
    """One line of text."""

    left = Signal()
    """What was typed is to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self.left)

    def event(self, event: QEvent) -> bool:
        if leaves_to_document(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def typed(self) -> str:
        """Return the text."""
        return self.text()

    def show_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def lock(self) -> None:
        """Let it be read only."""
        self.setReadOnly(True)


class TextEditor(QPlainTextEdit):
    """Several paragraphs; it grows with what it holds, up to half a page."""

    left = Signal()
    """What was typed is to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def event(self, event: QEvent) -> bool:
        written = self.document()
        if leaves_to_document(event, undo=written.isUndoAvailable(), redo=written.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def typed(self) -> str:
        """Return the text, its no-break spaces kept: `toPlainText` would make plain ones of them."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setPlainText(text)

    def lock(self) -> None:
        """Let it be read only."""
        self.setReadOnly(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu takes the focus for a moment.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = self._count_lines()
        shown = max(_FEWEST_LINES, min(lines, _MOST_LINES))
        around = 2 * round(self.document().documentMargin()) + theme.px(20)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + around)

    def _count_lines(self) -> int:
        """Return how many lines the text takes at this width, no further than what tells the height."""
        # The layout counts a paragraph as one line until it is painted: each is laid out on the way.
        layout, block, lines = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines


class ChoiceEditor(QComboBox):
    """One answer of a list."""

    left = Signal()
    """What was chosen is to be saved."""

    def __init__(self, choices: Iterable[str] = ()) -> None:
        super().__init__()
        self.set_choices({choice: choice for choice in choices})
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._by_keys = False
        self.activated.connect(self._choose)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offer other answers: what each is, and the words that stand for it."""
        chosen = self.currentData()
        self.clear()
        for choice, words in choices.items():
            self.addItem(words or _NOT_SAID, choice)
        if chosen is not None:
            self.show_text(chosen)

    @property
    def choices(self) -> dict[str, str]:
        """The answers offered, and the words that stand for each."""
        return {str(self.itemData(row)): self._words(row) for row in range(self.count())}

    def _words(self, row: int) -> str:
        words = self.itemText(row)
        return "" if words == _NOT_SAID else words

    def typed(self) -> str:
        """Return the answer."""
        return str(self.currentData())

    def show_text(self, text: str) -> None:
        """Show an answer."""
        self.setCurrentIndex(self.findData(text))

    def lock(self) -> None:
        """Let it be read only."""
        self.setEnabled(False)

    def _choose(self) -> None:
        # Arrows go through the answers: the one that is left counts, not each one seen on the way.
        if not self._by_keys:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        super().keyPressEvent(event)
        self._by_keys = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; it never changes an answer that it passes over.
        event.ignore()


class FlagEditor(QCheckBox):
    """Yes or no."""

    left = Signal()
    """What was ticked is to be saved."""

    def __init__(self) -> None:
        super().__init__("Oui")
        self.clicked.connect(lambda: self.left.emit())

    def typed(self) -> str:
        """Return the answer."""
        return _YES if self.isChecked() else _NO

    def show_text(self, text: str) -> None:
        """Show an answer."""
        self.setChecked(text == _YES)

    def lock(self) -> None:
        """Let it be read only."""
        self.setEnabled(False)


Editor = LineEditor | TextEditor | ChoiceEditor | FlagEditor


def make(field: Field) -> Editor:
    """Return an empty widget for a field."""
    match field.kind:
        case FieldKind.TEXT:
            return TextEditor()
        case FieldKind.CHOICE:
            return ChoiceEditor(field.choices)
        case FieldKind.FLAG:
            return FlagEditor()
        case _:
            return LineEditor()
