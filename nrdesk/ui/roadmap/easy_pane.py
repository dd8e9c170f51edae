"""The easy-to-read text of a chapter (FALC), and what makes it hard to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.readability import Aim, Remark, check, level
from nrdesk.core.richtext import RichText, is_empty, plain
from nrdesk.ui import theme
from nrdesk.ui.richtext import RichEditor
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

_PAUSE = 500
_HELP = (
    "FALC veut dire «\u00a0facile à lire et à comprendre\u00a0»\u00a0: des phrases courtes, une idée par "
    "phrase, des mots de tous les jours."
)


class EasyPane(QWidget):
    """An editor, and the list of its passages that are hard to read."""

    left = Signal()
    """The text is to be saved."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._source = RichText()
        self._found: tuple[Remark, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look)
        self.editor = RichEditor("Texte facile à lire", placeholder="Dites la même chose en phrases courtes.")
        if locked:
            self.editor.lock()
        self.editor.left.connect(self.left)
        self.editor.edited.connect(lambda: self._pause.start(_PAUSE))
        self._verdict = text.strong("")
        self._start = button("Partir du texte du chapitre", "copy", on_click=self._take_source)
        self._start.setEnabled(not locked)
        self.remarks = QListWidget()
        self.remarks.setAccessibleName("Passages difficiles à lire")
        self.remarks.setAccessibleDescription("Entrée pour aller au passage")
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.remarks.setFixedHeight(theme.px(110))
        self.remarks.itemActivated.connect(self._go)
        self.remarks.itemClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(text.muted(_HELP, terms=True))
        column.addWidget(self.editor, 1)
        column.addWidget(flow(self._verdict, self._start))
        column.addWidget(self.remarks)

    def show_texts(self, easy: RichText, source: RichText, names: Sequence[str]) -> None:
        """Show an easy text, beside the one that it says again.

        Args:
            easy: what was written, maybe nothing yet.
            source: the text of the chapter.
            names: proper names that are no rare words here.
        """
        self._names, self._source = names, source
        self.editor.show_text(easy)
        self.look()

    def look(self) -> None:
        """Look for what is hard to read in the text as it is."""
        written = self.editor.text()
        empty = is_empty(written)
        self._start.setVisible(empty and not is_empty(self._source))
        self._found = () if empty else check(written, Aim.EASY, self._names)
        self.editor.show_remarks(self._found)
        self.remarks.clear()
        told = plain(written)
        for remark in self._found:
            passage = " ".join(told[remark.start : remark.end].split())
            shown = passage if len(passage) <= 60 else f"{passage[:59]}…"
            self.remarks.addItem(
                QListWidgetItem(f"«\u00a0{shown}\u00a0» ({remark.kind.value}). {remark.advice}")
            )
        self.remarks.setVisible(bool(self._found))
        self._verdict.setText("" if empty else self._sentence(written))
        self._verdict.setHidden(empty)

    def _sentence(self, written: RichText) -> str:
        found = count(len(self._found), "passage à revoir", "passages à revoir")
        return f"{level(written, self._names).sentence} {found if self._found else 'Rien à revoir'}."

    def _take_source(self) -> None:
        """Start from the text of the chapter; it is saved when the editor is left."""
        self.editor.area.show_text(self._source)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def _go(self, item: QListWidgetItem) -> None:
        self.editor.go_to(self._found[self.remarks.row(item)])
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
