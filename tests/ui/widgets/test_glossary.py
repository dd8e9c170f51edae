"""Words of the trade explained where they stand: by pointer, by keyboard, and without any markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from nrdesk.ui import theme
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.bubble import Bubble
from nrdesk.ui.widgets.glossary import TermsLabel

SENTENCE = "Suivez un MOOC du CNFPT, puis parlez de sobriété autour de vous avec vos collègues et vos élus."


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[QDialog]:
    """Return a window with a button, a text without terms, and a text with three."""
    made = QDialog()
    column = QVBoxLayout(made)
    column.addWidget(QPushButton("Avant"))
    column.addWidget(text.body("Rien à expliquer ici.", terms=True))
    column.addWidget(text.body(SENTENCE, terms=True))
    column.addStretch(1)
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def label(dialog: QDialog) -> TermsLabel:
    return dialog.findChildren(TermsLabel)[1]


def _bubble(dialog: QDialog) -> Bubble:
    found = dialog.findChild(Bubble)
    assert found is not None
    return found


def _words(label: TermsLabel) -> list[str]:
    return [label.text()[each.start : each.end] for each in label.terms]


def _focus_by_tab(qtbot: QtBot, dialog: QDialog) -> None:
    button = dialog.findChild(QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.findChild(Bubble) is not None and _bubble(dialog).isVisible())


def test_terms_are_found_when_the_text_shows_and_the_text_stays_plain(label: TermsLabel) -> None:
    assert _words(label) == ["MOOC", "CNFPT", "sobriété"]
    assert label.text() == SENTENCE
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert name_of(label) == SENTENCE
    assert "MOOC\u00a0: Cours en ligne ouvert à tous." in label.accessibleDescription()


def test_a_text_that_is_not_shown_costs_nothing(qtbot: QtBot) -> None:
    hidden = text.body(SENTENCE, terms=True)
    qtbot.addWidget(hidden)
    assert isinstance(hidden, TermsLabel)
    assert hidden.terms == ()
    assert hidden.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_another_text_has_its_own_terms(label: TermsLabel) -> None:
    label.setText("Le <b>RGPD</b> & le RGAA")
    assert _words(label) == ["RGPD", "RGAA"]
    label.setText("Plus rien")
    assert label.terms == ()
    assert label.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_tab_stops_once_and_shows_the_first_definition(
    dialog: QDialog, label: TermsLabel, qtbot: QtBot
) -> None:
    _focus_by_tab(qtbot, dialog)
    assert QApplication.focusWidget() is label
    assert _bubble(dialog).accessibleName() == "MOOC\u00a0: Cours en ligne ouvert à tous."
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not label
    assert not _bubble(dialog).isVisible()


def test_arrows_go_from_word_to_word(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    _focus_by_tab(qtbot, dialog)
    for key, expected in (("Right", "CNFPT"), ("Right", "Sobriété"), ("Right", "MOOC"), ("Left", "Sobriété")):
        qtbot.keyClick(label, getattr(Qt.Key, f"Key_{key}"))
        assert _bubble(dialog).accessibleName().startswith(expected)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_close_and_open(
    dialog: QDialog, label: TermsLabel, qtbot: QtBot, key: Qt.Key
) -> None:
    _focus_by_tab(qtbot, dialog)
    qtbot.keyClick(label, key)
    assert not _bubble(dialog).isVisible()
    qtbot.keyClick(label, key)
    assert _bubble(dialog).isVisible()


def test_escape_closes_the_bubble_and_only_it(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    _focus_by_tab(qtbot, dialog)
    qtbot.keyClick(label, Qt.Key.Key_Escape)
    assert not _bubble(dialog).isVisible()
    assert dialog.isVisible()
    qtbot.keyClick(label, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_pointer_shows_what_it_stays_on(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    qtbot.mouseMove(label, label.word_rect(1).center())
    qtbot.waitUntil(lambda: dialog.findChild(Bubble) is not None and _bubble(dialog).isVisible())
    assert _bubble(dialog).accessibleName().startswith("CNFPT")
    assert label.cursor().shape() is Qt.CursorShape.WhatsThisCursor
    qtbot.mouseMove(label, QPoint(2, 2))
    qtbot.waitUntil(lambda: not _bubble(dialog).isVisible())


def test_a_click_shows_at_once_and_a_click_elsewhere_closes(
    dialog: QDialog, label: TermsLabel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=label.word_rect(0).center())
    assert _bubble(dialog).isVisible()
    qtbot.mouseClick(_bubble(dialog), Qt.MouseButton.LeftButton)
    assert _bubble(dialog).isVisible()
    qtbot.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(5, 295))
    assert not _bubble(dialog).isVisible()


def test_the_wheel_closes_it(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    _focus_by_tab(qtbot, dialog)
    here = QPointF(5, 5)
    no = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        here,
        here,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        no,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog, turn)
    assert not _bubble(dialog).isVisible()


def test_the_bubble_never_leaves_the_window(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    for size in (QSize(400, 300), QSize(240, 480)):
        dialog.resize(size)
        QApplication.processEvents()
        for index in range(3):
            qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=label.word_rect(index).center())
            bubble = _bubble(dialog)
            assert dialog.rect().contains(bubble.geometry())
            word = label.word_rect(index).translated(label.mapTo(dialog, QPoint()))
            assert not bubble.geometry().intersects(word)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dots_are_under_the_words(
    qapp: QApplication, dialog: QDialog, label: TermsLabel, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    QApplication.processEvents()
    metrics = label.fontMetrics()
    before = metrics.horizontalAdvance("Suivez un ")
    first = label.word_rect(0)
    assert abs(first.left() - before) <= 2
    assert abs(first.width() - metrics.horizontalAdvance("MOOC")) <= 3
    # Further words are on further lines, inside the label.
    assert label.word_rect(2).top() >= first.top()
    assert label.rect().contains(label.word_rect(2))


def test_a_word_cut_by_the_line_is_found_in_both_parts(dialog: QDialog, label: TermsLabel) -> None:
    label.setText("Un atelier comme la Fresque du numérique")
    dialog.resize(label.fontMetrics().horizontalAdvance("Un atelier comme la Fresque du") + 24, 300)
    QApplication.processEvents()
    assert label.word_rect(0).width() < label.fontMetrics().horizontalAdvance("Fresque du numérique")


def test_a_bubble_goes_with_its_label(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    _focus_by_tab(qtbot, dialog)
    label.hide()
    assert not _bubble(dialog).isVisible()


def test_a_bubble_goes_with_the_window(dialog: QDialog, label: TermsLabel, qtbot: QtBot) -> None:
    _focus_by_tab(qtbot, dialog)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowDeactivate))
    assert not _bubble(dialog).isVisible()
