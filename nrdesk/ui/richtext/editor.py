"""The editor of a rich text: its buttons, its keys, and the moment to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from nrdesk.core.readability import Remark
from nrdesk.core.richtext import RichText, tidy
from nrdesk.ui.richtext import commands, conversion
from nrdesk.ui.richtext.area import RichArea
from nrdesk.ui.richtext.toolbar import Toolbar, choices
from nrdesk.ui.widgets.keys import on_key

_HELP = (
    "Ctrl+T\u00a0: titre. Ctrl+B\u00a0: gras. Ctrl+I\u00a0: italique. Ctrl+L\u00a0: lien. "
    "Ctrl+Maj+L\u00a0: liste. Tab\u00a0: quitter le texte."
)


class RichEditor(QWidget):
    """A text with titles, lists, bold, italic, links and what nrdesk inserts.

    It writes nothing: `left` says when to save what `text` returns.
    """

    left = Signal()
    """The focus has left the editor, and the text is not the one that was shown: save it, then show it."""
    edited = Signal()
    """The text has just changed; it comes with each letter."""

    def __init__(self, name: str, inserts: Mapping[str, str] | None = None, placeholder: str = "") -> None:
        """Make an empty editor.

        Args:
            name: what the text is, for a screen reader.
            inserts: key -> French label of what can be inserted; without any, there is no such button.
            placeholder: shown while nothing is written.
        """
        super().__init__()
        self.area = RichArea()
        """Where the text is typed."""
        self.area.setAccessibleName(name)
        self.area.setAccessibleDescription(_HELP)
        self.area.setPlaceholderText(placeholder)
        self.area.inserts.labels = dict(inserts or {})
        self.setFocusProxy(self.area)
        self._shown = RichText()
        self._asking = False
        self.toolbar = Toolbar()
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.toolbar)
        column.addWidget(self.area, 1)
        self.area.edited.connect(self.edited)
        self.area.cursorPositionChanged.connect(self._follow)
        self.area.currentCharFormatChanged.connect(self._follow)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)

    @property
    def changed(self) -> bool:
        """Whether the text is not the one that was shown last."""
        return self.text() != self._shown

    def show_text(self, rich: RichText) -> None:
        """Show a text, from its beginning; when it is the one already there, the cursor stays."""
        self._shown = tidy(rich)
        if self.text() != self._shown:
            self.area.show_text(self._shown)

    def text(self) -> RichText:
        """Return what is written, in its canonical form."""
        return self.area.text()

    def lock(self, locked: bool = True) -> None:
        """Let the text be read only, or written again."""
        self.area.setReadOnly(locked)
        self.toolbar.setVisible(not locked)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Underline what remarks on `text` are about; their advice is in the tooltip."""
        self.area.show_remarks(remarks)

    def go_to(self, remark: Remark) -> None:
        """Select what a remark that is shown is about."""
        self.area.go_to(remark)

    def _add_buttons(self) -> None:
        area, add = self.area, self._add
        title = partial(commands.set_heading, area)
        self._titles = {
            level: add(name, keys, partial(title, level), words=name)
            for level, name, keys in ((1, "Titre", "Ctrl+T"), (2, "Sous-titre", "Ctrl+Shift+T"))
        }
        self._bold = add("Gras", "Ctrl+B", partial(commands.set_bold, area), icon="bold")
        self._italic = add("Italique", "Ctrl+I", partial(commands.set_italic, area), icon="italic")
        bullets = partial(commands.set_list, area)
        self._lists = {
            False: add("Liste", "Ctrl+Shift+L", partial(bullets, numbered=False), icon="list"),
            True: add(
                "Liste numérotée", "Ctrl+Shift+N", partial(bullets, numbered=True), icon="list-ordered"
            ),
        }
        add("Lien…", "Ctrl+L", self._ask_link, icon="link", words="Lien…", checkable=False)
        if self.area.inserts.labels:
            insert = self.toolbar.add(
                "Insérer un tableau ou un graphique",
                "",
                _nothing,
                icon="plus",
                words="Insérer…",
                checkable=False,
            )
            choices(insert, self.area.inserts.labels, self._insert)
        clear = partial(commands.clear, area)
        add("Annuler la mise en forme", "Ctrl+Space", clear, icon="remove-formatting", checkable=False)
        # The key that French versions of Word have for bold.
        self._shortcut("Ctrl+G", partial(commands.set_bold, area))

    def _add(
        self,
        name: str,
        keys: str,
        act: Callable[[], object],
        *,
        icon: str = "",
        words: str = "",
        checkable: bool = True,
    ) -> QToolButton:
        self._shortcut(keys, act)
        told = keys.replace("Shift", "Maj").replace("Space", "Espace")
        return self.toolbar.add(
            name, told, partial(self._do, act), icon=icon, words=words, checkable=checkable
        )

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        on_key(self, keys, partial(self._do, act))

    def _do(self, act: Callable[[], object]) -> None:
        """Do something to the text, and come back to it."""
        if not self.area.isReadOnly():
            act()
            self._follow()
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, key: str) -> None:
        self._do(partial(commands.insert, self.area, key))

    def _ask_link(self) -> None:
        # Only who makes a link needs it.
        from nrdesk.ui.richtext.link_dialog import LinkDialog

        cursor, href = commands.link_at(self.area)
        dialog = LinkDialog(self, commands.selected(cursor), href)
        self._asking = True
        try:
            if dialog.exec():
                commands.set_link(cursor, dialog.words, dialog.href)
        finally:
            self._asking = False
            dialog.deleteLater()

    def _follow(self) -> None:
        """Say on the buttons what the text under the cursor is."""
        cursor, worn = self.area.textCursor(), self.area.currentCharFormat()
        level = cursor.blockFormat().headingLevel()
        items = cursor.currentList()
        for each, button in self._titles.items():
            button.setChecked(level == each)
        for numbered, button in self._lists.items():
            button.setChecked(bool(items) and conversion.is_numbered(items) == numbered)
        self._bold.setChecked(worn.fontWeight() >= QFont.Weight.DemiBold.value)
        self._italic.setChecked(worn.fontItalic())

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or self._asking or not self.isAncestorOf(old):
            return
        if (new is None or not self.isAncestorOf(new)) and self.changed:
            self.left.emit()


def _nothing() -> None:
    """The menu of the button does it."""
