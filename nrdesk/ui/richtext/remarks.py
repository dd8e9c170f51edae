"""What makes a text hard to read, listed beside it: each remark leads to its passage."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nrdesk.core import readability, richtext
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.readability import Aim, Remark
from nrdesk.ui import theme
from nrdesk.ui.richtext.editor import RichEditor
from nrdesk.ui.widgets import text

_PAUSE = 700
"""Milliseconds without typing before the text is read again."""
_MOST = 100
"""Remarks that are shown at once: nobody mends more before reading again."""
_LONGEST = 60
"""Characters of a passage in the list."""


class RemarkList(QWidget):
    """How a text reads as a whole, and remarks on its passages; it follows what is typed."""

    def __init__(self, editor: RichEditor, aim: Aim = Aim.CLEAR, names: Collection[str] = ()) -> None:
        """Make the list of the remarks on a text.

        Args:
            editor: where the text is written.
            aim: whom it is written for.
            names: names of places and of people, which are no rare words.
        """
        super().__init__()
        self._editor, self._aim, self._names = editor, aim, names
        self.level = text.strong("")
        """How the text reads, and by what measure."""
        self._told = text.muted("")
        self.list = _List()
        """The remarks, in the order of the text."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.level, self._told, self.list):
            column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.check)
        editor.edited.connect(self._pause.start)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.check()

    def check(self) -> None:
        """Read the text again, and show what can be mended in it."""
        self._pause.stop()
        written = self._editor.text()
        found = readability.check(written, self._aim, self._names)
        self.level.setText(readability.level(written, self._names).sentence)
        self._told.setText(_told(len(found), bool(richtext.words(written))))
        shown = found[:_MOST]
        self._editor.show_remarks(shown)
        self.list.show_remarks(shown, richtext.plain(written))
        self.list.setVisible(bool(shown))

    def _go(self, item: QListWidgetItem) -> None:
        remark = item.data(Qt.ItemDataRole.UserRole)
        assert isinstance(remark, Remark)
        self._editor.go_to(remark)


class _List(QListWidget):
    """One item per remark, over several lines; Enter goes to the passage."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Remarques de lecture")
        self.setAccessibleDescription("Entrée\u00a0: aller au passage.")
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_remarks(self, remarks: tuple[Remark, ...], words: str) -> None:
        """Show other remarks on a text whose words are `words`; the place in the list stays."""
        place = self.currentRow()
        self.clear()
        for remark in remarks:
            passage = " ".join(words[remark.start : remark.end].split())
            if len(passage) > _LONGEST:
                passage = f"{passage[:_LONGEST].rstrip()}…"
            item = QListWidgetItem(f"«{NBSP}{passage}{NBSP}» ({remark.kind.value})\n{remark.advice}")
            item.setData(Qt.ItemDataRole.UserRole, remark)
            self.addItem(item)
        self.setCurrentRow(min(max(place, 0), self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item:
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), theme.px(90))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(180))


def _told(remarks: int, written: bool) -> str:
    if not written:
        return ""
    if not remarks:
        return "Aucune remarque. Faites-le tout de même relire par quelqu’un qui ne connaît pas le sujet."
    more = f", les {_MOST} premières ici" if remarks > _MOST else ""
    return f"{count(remarks, 'remarque')}{more}. Ce sont des indications\u00a0: à vous de juger."
