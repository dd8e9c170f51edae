"""The logo and the colour of the documents: checked, shown, one action each."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from nrdesk.core import branding
from nrdesk.ui.authority import documents_look_card
from nrdesk.ui.authority.documents_look_card import DocumentsLookCard
from nrdesk.ui.authority.page import AuthorityPage
from nrdesk.ui.session import Session


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> DocumentsLookCard:
    made = DocumentsLookCard(session)
    qtbot.addWidget(made)
    made.refresh()
    made.resize(900, 700)
    made.show()
    return made


def click(card: DocumentsLookCard, words: str) -> None:
    next(each for each in card.findChildren(QAbstractButton) if each.text().startswith(words)).click()


def shown(card: DocumentsLookCard) -> str:
    labels = (each for each in card.findChildren(QLabel) if each.isVisible())
    return " ".join(each.text() for each in labels).replace("\u00a0", " ")


def choose(card: DocumentsLookCard, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_look_card, "file_to_open", lambda *_: path)
    click(card, "Choisir un logo")


def type_colour(card: DocumentsLookCard, qtbot: QtBot, words: str) -> None:
    card._code.setFocus()
    card._code.selectAll()
    qtbot.keyClicks(card._code, words)
    qtbot.keyClick(card._code, Qt.Key.Key_Tab)


def test_a_logo_is_chosen_described_and_removed(
    card: DocumentsLookCard,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "Aucun logo" in shown(card)
    Image.new("RGBA", (1200, 400), "#8A0B3C").save(tmp_path / "logo.png")
    choose(card, tmp_path / "logo.png", monkeypatch)
    assert not card._logo.pixmap().isNull()
    assert card._alt.isVisible()
    qtbot.keyClicks(card._alt, "Blason de la commune")
    qtbot.keyClick(card._alt, Qt.Key.Key_Tab)
    assert branding.look(session.document).alt == "Blason de la commune"
    assert card._logo.accessibleName() == "Blason de la commune"
    assert session.document.undo_label == "Décrire le logo"
    click(card, "Retirer le logo")
    assert branding.look(session.document).logo is None
    session.undo()
    card.refresh()
    assert branding.look(session.document).alt == "Blason de la commune"


@pytest.mark.parametrize("content", [b"<svg/>", b"%PDF", b"\x89PNG\r\n\x1a\nabc"])
def test_a_logo_that_cannot_be_taken_says_why_and_changes_nothing(
    card: DocumentsLookCard, session: Session, tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    choose(card, tmp_path / "logo.png", monkeypatch)
    (box,) = card.findChildren(QMessageBox)
    assert "Le logo précédent est gardé" in f"{box.text()} {box.informativeText()}"
    box.close()
    assert branding.record(session.document) is None


def test_no_file_chosen_changes_nothing(
    card: DocumentsLookCard, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_look_card, "file_to_open", lambda *_: None)
    click(card, "Choisir un logo")
    assert branding.record(session.document) is None


def test_a_dark_colour_is_kept_and_shown(card: DocumentsLookCard, session: Session, qtbot: QtBot) -> None:
    type_colour(card, qtbot, "8a0b3c")
    assert branding.look(session.document).colour == "#8A0B3C"
    assert "#8A0B3C" in card._sample.styleSheet()
    assert "s’y lisent bien" in shown(card)
    click(card, "Revenir à la couleur")
    assert branding.look(session.document).colour == ""
    assert documents_look_card.OURS in card._sample.styleSheet()


def test_a_light_colour_is_refused_and_the_nearest_one_is_proposed(
    card: DocumentsLookCard, session: Session, qtbot: QtBot
) -> None:
    type_colour(card, qtbot, "#FFCC00")
    assert branding.look(session.document).colour == ""
    assert "Trop claire" in shown(card)
    assert "Il en faut 4,5 pour 1" in shown(card)
    click(card, "Prendre #")
    kept = branding.look(session.document).colour
    assert branding.contrast(kept) >= branding.CONTRAST
    assert card._code.text() == kept
    assert not card._take.isVisible()


def test_what_is_no_colour_stays_until_it_is_corrected(
    card: DocumentsLookCard, session: Session, qtbot: QtBot
) -> None:
    type_colour(card, qtbot, "bleu")
    assert card._code.text() == "bleu"
    assert "n’est pas une couleur" in shown(card)
    assert branding.record(session.document) is None
    type_colour(card, qtbot, "#123456")
    assert "n’est pas une couleur" not in shown(card)
    assert branding.look(session.document).colour == "#123456"


def test_the_sample_follows_what_is_typed(card: DocumentsLookCard, qtbot: QtBot) -> None:
    card._code.setFocus()
    qtbot.keyClicks(card._code, "#004400")
    assert "#004400" in card._sample.styleSheet()


def test_a_colour_of_the_palette(card: DocumentsLookCard, session: Session) -> None:
    click(card, "Choisir dans un nuancier")
    (dialog,) = card.findChildren(QColorDialog)
    dialog.colorSelected.emit(QColor("#0B5E3C"))
    dialog.close()
    assert branding.look(session.document).colour == "#0B5E3C"


def test_the_page_leads_to_the_card(session: Session, qtbot: QtBot) -> None:
    page = AuthorityPage(session)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    page.reveal("colour")
    qtbot.waitUntil(lambda: page._look._code.hasFocus())
