"""What a person does with a window: read, click, type, answer the questions that come up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.accessibility import name_of

LEFT = Qt.MouseButton.LeftButton


def on_screen(root: QWidget) -> str:
    """Return every text that can be read in a window."""
    QApplication.processEvents()
    labels = (label.text() for label in root.findChildren(QLabel) if label.isVisible())
    buttons = (button.text() for button in root.findChildren(QAbstractButton) if button.isVisible())
    return "\n".join((*labels, *buttons)).replace("\u00a0", " ").replace("\u202f", " ")


def press(qtbot: QtBot, root: QWidget, words: str) -> None:
    """Click the visible button that says, or is named, `words`."""
    QApplication.processEvents()
    visible = [button for button in root.findChildren(QAbstractButton) if button.isVisible()]

    def says(button: QAbstractButton) -> bool:
        text = button.text().replace("&", "").replace("\u00a0", " ")
        return words in text or words in name_of(button).replace("\u00a0", " ")

    found = next((button for button in visible if says(button) and button.isEnabled()), None)
    assert found is not None, f"no button {words!r} among {[b.text() or name_of(b) for b in visible]}"
    qtbot.mouseClick(found, LEFT)
    QApplication.processEvents()


def type_text(qtbot: QtBot, text: str) -> None:
    """Type on the keyboard, wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    for letter in text:
        # Qt's test library only presses the keys of ASCII; a French keyboard has é.
        if letter.isascii():
            qtbot.keyClicks(focused, letter)
        else:
            assert isinstance(focused, QLineEdit)
            focused.insert(letter)


def answer_file_dialog(path: Path) -> None:
    """Give a path to the file dialog about to open, as if it were typed."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        dialog.accept()

    _when_modal(QFileDialog, answer)


def _when_modal(kind: type[QWidget], answer: Callable[[QWidget], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            answer(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
