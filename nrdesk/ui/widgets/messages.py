"""Telling and asking: a bar at the bottom of the window, and a box when an answer is needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from nrdesk.ui.accessibility import announce
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.keys import on_key

_ICONS = {
    "info": ("info", "accent"),
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}


class MessageBar(QFrame):
    """Says what has just happened and stays until it is closed or replaced: nobody is hurried."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messagebar")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(28, 8, 20, 8)
        self._line.setSpacing(12)
        self._image: QWidget = Image("info")
        self._text: QLabel = text.body("")
        self._action: QPushButton | None = None
        self._line.addWidget(self._image)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(icon_button("x", "Fermer le message (Échap)", self.hide, 16))
        on_key(self, Qt.Key.Key_Escape, self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_message(
        self, sentence: str, kind: str = "info", action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show and announce a sentence; see `say`."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        image = Image(*_ICONS[kind])
        self._line.replaceWidget(self._image, image)
        self._image.deleteLater()
        self._image = image
        self._text.setText(sentence)
        if self._action:
            self._line.removeWidget(self._action)
            self._action.deleteLater()
            self._action = None
        if action:
            self._action = button(action[0], on_click=action[1])
            self._line.insertWidget(2, self._action)
        self.show()
        announce(self, sentence)


def say(
    parent: QWidget,
    sentence: str,
    kind: str = "info",
    action: tuple[str, Callable[[], object]] | None = None,
) -> None:
    """Tell the user something, without stopping the work.

    Args:
        parent: the widget that speaks; the bar of its window shows the sentence.
        sentence: what happened, in French.
        kind: "info", "ok", "warn" or "bad".
        action: a verb and what it does, offered beside the sentence.
    """
    widget: QWidget | None = parent
    while widget:
        if bars := widget.window().findChildren(MessageBar):
            # The latest: one that belongs to pages being replaced may still be there.
            bars[-1].show_message(sentence, kind, action)
            return
        widget = widget.window().parentWidget()
    report(parent, "nrdesk", sentence)


def ask(parent: QWidget, question: str, *, yes: str, no: str = "Annuler", details: str = "") -> bool:
    """Ask a question and wait for the answer.

    Args:
        parent: the widget that asks.
        question: a short question, in French.
        yes: the verb of the button that agrees.
        no: the verb of the other one, chosen by Escape.
        details: what follows from agreeing.

    Returns:
        Whether the user agreed.
    """
    box = _box(parent, QMessageBox.Icon.Question, question, details)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agree)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree


def report(parent: QWidget, heading: str, sentence: str, details: str = "") -> None:
    """Show a result that deserves a box of its own; returns at once.

    Args:
        parent: the widget that speaks.
        heading: title of the box.
        sentence: the result.
        details: long text, folded until asked for.
    """
    box = _box(parent, QMessageBox.Icon.Information, sentence, "")
    box.setWindowTitle(heading)
    box.setDetailedText(details)
    box.addButton("Fermer", QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _box(parent: QWidget, icon: QMessageBox.Icon, sentence: str, details: str) -> QMessageBox:
    box = QMessageBox(icon, "nrdesk", sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(details)
    return box
