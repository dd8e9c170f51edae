"""Where a rich text is typed and pasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from nrdesk.core import richtext
from nrdesk.core.errors import UserError
from nrdesk.core.readability import Remark
from nrdesk.core.richtext import RichText
from nrdesk.ui import errors, theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.records.editors import leaves_to_document
from nrdesk.ui.richtext import conversion, places
from nrdesk.ui.richtext.inserts import InsertObject
from nrdesk.ui.richtext.looks import Looks
from nrdesk.ui.widgets.messages import say

OUR_FORMAT = "application/x-nrdesk-richtext"
"""What is copied from one text of nrdesk to another, inserts included."""


class RichArea(QTextEdit):
    """A text that says what things are; whatever is pasted is reduced to that."""

    edited = Signal()
    """What is written has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.px(8))
        self._filling = False
        self._remarks: list[tuple[QTextCursor, Remark]] = []
        self._looks = Looks(self.document())
        self.inserts = InsertObject(self.document(), self.font)
        self.document().documentLayout().registerHandler(conversion.INSERT, self.inserts)
        self.document().contentsChange.connect(self._note_change)
        self.cursorPositionChanged.connect(self._say_insert)

    def show_text(self, rich: RichText) -> None:
        """Show a text, from its beginning."""
        self._remarks = []
        self._looks.set_remarks([])
        self._filling = True
        conversion.fill(self.document(), rich)
        self._filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.edited.emit()

    def text(self) -> RichText:
        """Return what is written."""
        return conversion.read(self.document())

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Underline what remarks on `text` are about; their advice is in the tooltip."""
        found = places.passages(self.document(), remarks)
        self._remarks = list(zip(found, remarks, strict=True))
        self._looks.set_remarks(found)

    def go_to(self, remark: Remark) -> None:
        """Select what a remark is about, and give the focus to the text."""
        for passage, each in self._remarks:
            if each is remark:
                self.setTextCursor(passage)
                self.ensureCursorVisible()
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        written = self.document()
        if leaves_to_document(event, undo=written.isUndoAvailable(), redo=written.isRedoAvailable()):
            event.ignore()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_advice(event)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._looks.rehighlight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator) or event.matches(
            QKeySequence.StandardKey.InsertParagraphSeparator
        ):
            self._new_line(cursor)
            return
        if event.key() == Qt.Key.Key_Backspace and _turns_plain(cursor):
            conversion.make_plain(cursor)
            return
        if event.text().isprintable() and event.text():
            self._leave_link(cursor)
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not self.isReadOnly() and (
            source.hasFormat(OUR_FORMAT) or source.hasHtml() or source.hasText()
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.canInsertFromMimeData(source):
            return
        try:
            pasted, notes = _pasted(source)
        except UserError as error:
            errors.show_error(self, error)
            return
        cursor = self.textCursor()
        conversion.put(cursor, pasted)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if notes:
            say(self, " ".join(notes))

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        copied = conversion.read_selection(self.textCursor())
        made.setData(OUR_FORMAT, richtext.dumps(copied).encode())
        made.setHtml(richtext.to_html(copied))
        made.setText(richtext.plain(copied))
        return made

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Fetch nothing, whatever a text names."""
        return None

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(180))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(320))

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if (removed or added) and not self._filling:
            self.edited.emit()

    def _new_line(self, cursor: QTextCursor) -> None:
        """Begin a paragraph: after a title it is plain, and an empty item ends its list."""
        block = cursor.block()
        if cursor.currentList() and block.length() == 1:
            conversion.make_plain(cursor)
        elif block.blockFormat().headingLevel() and cursor.atBlockEnd():
            cursor.insertBlock(conversion.block_format(), QTextCharFormat())
        else:
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _leave_link(self, cursor: QTextCursor) -> None:
        """Type after a link as plain text."""
        worn = self.currentCharFormat()
        if not worn.isAnchor() or cursor.hasSelection():
            return
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if cursor.atBlockEnd() or after.charFormat().anchorHref() != worn.anchorHref():
            plain = QTextCharFormat()
            if worn.fontWeight() >= QFont.Weight.DemiBold.value:
                plain.setFontWeight(QFont.Weight.DemiBold)
            plain.setFontItalic(worn.fontItalic())
            self.setCurrentCharFormat(plain)

    def _say_insert(self) -> None:
        """Name the insert that the cursor has come to: a screen reader sees no letter there."""
        for piece in conversion.pieces(self.textCursor().block()):
            if isinstance(piece, richtext.Insert) and self.hasFocus():
                announce(self, f"{self.inserts.label(piece.key)}, élément inséré")
                return

    def _show_advice(self, event: QHelpEvent) -> None:
        at = self.cursorForPosition(self.viewport().mapFromParent(event.pos())).position()
        told = [
            remark.advice
            for passage, remark in self._remarks
            if passage.selectionStart() <= at < passage.selectionEnd()
        ]
        QToolTip.showText(event.globalPos(), "\n".join(told), self)


def _turns_plain(cursor: QTextCursor) -> bool:
    """Return whether Backspace takes a title or an item back to a paragraph, rather than a letter away."""
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    return bool(cursor.currentList() or cursor.blockFormat().headingLevel())


def _pasted(source: QMimeData) -> tuple[RichText, tuple[str, ...]]:
    """Return what a clipboard says, and what was left out of it.

    Raises:
        UserError: it is too long.
    """
    if source.hasFormat(OUR_FORMAT):
        try:
            ours = source.data(OUR_FORMAT).data()
            return richtext.tidy(richtext.loads(bytes(ours).decode())), ()
        except (UserError, UnicodeDecodeError):
            # Another program took our format for its own: its text is still there.
            return richtext.from_plain(source.text()), ()
    if source.hasHtml():
        cleaned = richtext.clean_html(source.html())
        return cleaned.text, cleaned.notes
    return richtext.from_plain(source.text()), ()
