"""The obligations shown are those that core finds for this collectivité."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nrdesk.core import dates, paths
from nrdesk.core.compliance import Status, evaluate_all
from nrdesk.core.model import AttachedFile, Authority, Evidence, ObligationTracking, Progress
from nrdesk.core.reference import obligations
from nrdesk.ui.obligations.evidence_section import EvidenceSection
from nrdesk.ui.obligations.page import ObligationsPage
from nrdesk.ui.obligations.verdict_panel import VerdictPanel
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ObligationsPage:
    made = ObligationsPage(session)
    made.refresh()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def _names(page: ObligationsPage) -> list[str]:
    return [each.accessibleName().replace("\u00a0", " ") for each in page.findChildren(QAbstractButton)]


def _heads(page: ObligationsPage) -> dict[str, QAbstractButton]:
    """Return what opens each obligation, by its title."""
    found = page.findChildren(QAbstractButton)
    return {each.accessibleName().partition("\u00a0:")[0]: each for each in found if each.isCheckable()}


def test_every_obligation_is_shown_with_its_reason(page: ObligationsPage, session: Session) -> None:
    names = _names(page)
    for verdict in evaluate_all(obligations.load(), session.document.authority, dt.date.today()):
        said = f"{verdict.obligation.title} : {verdict.status.label}. {verdict.reason}".replace("\u00a0", " ")
        assert said in names


def test_the_date_of_the_law_is_shown(page: ObligationsPage) -> None:
    assert dates.in_letters(obligations.legal_state()) in page.subtitle_label.text()


def test_what_is_not_verified_is_said(page: ObligationsPage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert shown.count("à confirmer") == sum(not each.verified for each in obligations.load())


def test_nothing_scrolls_sideways_once_unfolded(page: ObligationsPage) -> None:
    for head in list(_heads(page).values())[:6]:
        head.setChecked(True)
    for title, head in _heads(page).items():
        if len(title) > 60 or "concernés" in title:
            head.setChecked(True)
    QApplication.processEvents()
    assert [area.horizontalScrollBar().maximum() for area in page.findChildren(QScrollArea)] == [0]


def test_an_obligation_opens_on_what_it_asks(page: ObligationsPage, qtbot: QtBot) -> None:
    applicable = next(
        each for each in page.findChildren(QAbstractButton) if "S’applique" in each.accessibleName()
    )
    before = {label for label in page.findChildren(QLabel) if label.isVisible()}
    qtbot.mouseClick(applicable, Qt.MouseButton.LeftButton)
    opened = [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label not in before
    ]
    assert "Ce qui est demandé" in opened
    assert any(text.startswith("Texte") for text in opened)


def test_the_list_follows_the_population(page: ObligationsPage, session: Session) -> None:
    def applicable() -> int:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return sum("S’applique" in name for name in _names(page))

    small = applicable()
    with session.act("Grandir") as tx:
        tx.update(
            Authority, session.document.authority.id, population_municipal=120_000, population_total=121_000
        )
    page.refresh()
    expected = evaluate_all(obligations.load(), session.document.authority, dt.date.today())
    assert applicable() == sum(each.status is Status.APPLICABLE for each in expected) > small


DEEE = "Remise des DEEE à la filière"
DECLARATION = "Déclaration d’accessibilité + mention page d’accueil"


def _shown(page: QWidget) -> str:
    labels = (label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return "\n".join(labels).replace("\u00a0", " ")


def _unfold(page: ObligationsPage, title: str, qtbot: QtBot) -> VerdictPanel:
    head = _heads(page)[title]
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    QApplication.processEvents()  # what was just made is laid out, then shown
    panel = head.parentWidget()
    while not isinstance(panel, VerdictPanel):
        assert panel is not None
        panel = panel.parentWidget()
    return panel


def _field(root: QWidget, name: str) -> QWidget:
    found = [each for each in root.findChildren(QWidget) if each.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def _press(root: QWidget, words: str, qtbot: QtBot) -> None:
    buttons = [each for each in root.findChildren(QAbstractButton) if words in each.text()]
    qtbot.mouseClick(next(each for each in buttons if each.isVisible()), Qt.MouseButton.LeftButton)


class TestTracking:
    """Where one stands, filled in under the obligation."""

    def test_an_answer_is_kept_and_counted(
        self, page: ObligationsPage, session: Session, qtbot: QtBot
    ) -> None:
        session.changed.connect(lambda _: page.refresh())
        assert "sans réponse" in _shown(page)
        panel = _unfold(page, DEEE, qtbot)
        progress = _field(panel, "Où en êtes-vous")
        assert isinstance(progress, QComboBox)
        progress.setFocus()
        while progress.currentText() != "fait":
            qtbot.keyClick(progress, Qt.Key.Key_Down)
        qtbot.keyClick(progress, Qt.Key.Key_Tab)
        (tracking,) = session.document.all(ObligationTracking)
        assert (tracking.obligation, tracking.progress) == ("DEEE", Progress.DONE)
        assert session.document.undo_label == f"Modifier «\u00a0Où en êtes-vous\u00a0» ({DEEE})"
        assert "1 faite" in _shown(page)
        assert f"{DEEE} : S’applique, fait." in " ".join(_names(page))
        assert panel.opened
        session.undo()
        assert session.document.all(ObligationTracking) == []
        assert "1 faite" not in _shown(page), "what counts nothing is left out"

    def test_who_and_a_remark(self, page: ObligationsPage, session: Session, qtbot: QtBot) -> None:
        panel = _unfold(page, DEEE, qtbot)
        for name, words in (("Qui s’en charge", "Services techniques"), ("Remarque", "Benne en mai")):
            field = _field(panel, name)
            field.setFocus()
            qtbot.keyClicks(field, words)
            qtbot.keyClick(field, Qt.Key.Key_Tab)
        (tracking,) = session.document.all(ObligationTracking)
        assert (tracking.responsible, tracking.comment) == ("Services techniques", "Benne en mai")

    def test_what_is_unfolded_stays_so_when_the_law_moves(
        self, page: ObligationsPage, session: Session, qtbot: QtBot
    ) -> None:
        _unfold(page, DEEE, qtbot)
        with session.act("Grandir") as tx:
            tx.update(Authority, session.document.authority.id, population_municipal=120_000)
        page.refresh()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert _heads(page)[DEEE].isChecked()

    def test_an_obligation_is_reached_by_its_name(self, page: ObligationsPage, qtbot: QtBot) -> None:
        page.reveal("RDD")  # in a group that is folded
        qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), QComboBox))


class TestEvidence:
    """A text, a link, a file."""

    @pytest.fixture
    def chosen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Return the file that the dialogs of the system answer."""
        made = tmp_path / "déclaration.pdf"
        made.write_bytes(b"%PDF-1.7")
        for dialog in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(made), ""))
        return made

    @pytest.fixture
    def section(self, page: ObligationsPage, qtbot: QtBot) -> EvidenceSection:
        made = _unfold(page, DECLARATION, qtbot).findChild(EvidenceSection)
        assert made is not None
        _press(made, "Ajouter une preuve", qtbot)
        QApplication.processEvents()
        title = _field(made, "Titre")
        qtbot.keyClicks(title, "Publication")
        qtbot.keyClick(title, Qt.Key.Key_Tab)
        return made

    def test_a_proof_belongs_to_its_obligation(self, section: EvidenceSection, session: Session) -> None:
        (proof,) = session.document.all(Evidence)
        assert (proof.obligation, proof.title) == ("RGAA-DECL", "Publication")

    def test_a_file_goes_in_and_comes_out(
        self, section: EvidenceSection, session: Session, chosen: Path, qtbot: QtBot
    ) -> None:
        _press(section, "Joindre un fichier", qtbot)
        assert "Fichier : déclaration.pdf" in _shown(section)
        chosen.unlink()
        _press(section, "Enregistrer le fichier", qtbot)
        assert chosen.read_bytes() == b"%PDF-1.7"
        _press(section, "Retirer le fichier", qtbot)
        assert session.document.count(AttachedFile) == 0
        assert "Aucun fichier" in _shown(section)
        session.undo()
        assert session.document.count(AttachedFile) == 1

    def test_a_file_too_large_is_refused(
        self, section: EvidenceSection, session: Session, chosen: Path, qtbot: QtBot
    ) -> None:
        with chosen.open("wb") as stream:
            stream.truncate(10_000_001)
        _press(section, "Joindre un fichier", qtbot)
        box = section.findChild(QMessageBox)
        assert box is not None
        assert "10\u00a0Mo au plus" in box.text()
        assert session.document.count(AttachedFile) == 0
        box.close()

    def test_a_proof_goes_with_its_file(
        self, section: EvidenceSection, session: Session, chosen: Path, qtbot: QtBot
    ) -> None:
        _press(section, "Joindre un fichier", qtbot)
        qtbot.keyClick(section.list, Qt.Key.Key_Delete)
        assert (session.document.count(Evidence), session.document.count(AttachedFile)) == (0, 0)
        session.undo()
        assert (session.document.count(Evidence), session.document.count(AttachedFile)) == (1, 1)


class TestLaw:
    """A newer law table, from a file."""

    @pytest.fixture
    def newer(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        own = (paths.data() / "law" / "obligations.csv").read_text(encoding="utf-8")
        made = tmp_path / "droit.csv"
        made.write_text(own.replace("2026-11-21", "2027-03-01"), encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(made), ""))
        return made

    def test_it_is_used_at_once_and_given_back(
        self, page: ObligationsPage, newer: Path, qtbot: QtBot
    ) -> None:
        _press(page, "Importer une table plus récente", qtbot)
        assert "1ᵉʳ mars 2027" in page.subtitle_label.text()
        assert "Table importée" in _shown(page)
        _press(page, "Revenir à la table de nrdesk", qtbot)
        assert "21 novembre 2026" in page.subtitle_label.text()

    def test_the_other_pages_follow(self, workspace: Workspace, newer: Path, qtbot: QtBot) -> None:
        workspace.go("obligations")
        _press(workspace.page, "Importer une table plus récente", qtbot)
        workspace.go("dashboard")
        assert "État du droit au 1ᵉʳ mars 2027" in _shown(workspace.page)

    def test_a_mistake_names_its_line(self, page: ObligationsPage, newer: Path, qtbot: QtBot) -> None:
        newer.write_text(newer.read_text(encoding="utf-8").replace(";yes;", ";oui;", 1), encoding="utf-8")
        _press(page, "Importer une table plus récente", qtbot)
        box = page.findChild(QMessageBox)
        assert box is not None
        assert "droit.csv, ligne 2" in box.text()
        assert "21 novembre 2026" in page.subtitle_label.text()
        box.close()
