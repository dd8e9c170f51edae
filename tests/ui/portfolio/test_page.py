"""The portfolio as one uses it: read a folder, find somebody, compare, open, write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.portfolio import Portfolio, scan
from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.portfolio import entering, folder
from nrdesk.ui.portfolio.batch_dialog import BatchDialog
from nrdesk.ui.portfolio.page import PortfolioScreen
from nrdesk.ui.portfolio.table_model import COLUMNS
from nrdesk.ui.shell.palette import Palette
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.messages import MessageBar
from tests.portfolio_samples import Folder, fill
from tests.ui.test_everywhere import _cut, _too_wide


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return a folder of twelve documents, two of them damaged."""
    return fill(tmp_path_factory.mktemp("portefeuille"), 12, every=6)


@pytest.fixture(scope="module")
def portfolio(filled: Folder, tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """Return the folder, read once."""
    patch = pytest.MonkeyPatch()
    patch.setenv("NRDESK_HOME", str(tmp_path_factory.mktemp("home")))
    found = scan(filled.path)
    patch.undo()
    return found


@pytest.fixture
def screen(window: MainWindow, portfolio: Portfolio) -> Iterator[PortfolioScreen]:
    """Return the page in the window, on the folder."""
    made = entering.show(window)
    made.page.show_portfolio(portfolio)
    QApplication.processEvents()
    yield made
    made.page.explain_panel.hide()


def _choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def _said(window: MainWindow) -> str:
    return window.findChildren(MessageBar)[-1].text


def test_the_welcome_page_leads_to_it_and_it_remembers_the_folder(
    window: MainWindow, filled: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    welcome = window.centralWidget()
    welcome.portfolio_asked.emit()  # type: ignore[attr-defined]
    screen = window.centralWidget()
    assert isinstance(screen, PortfolioScreen)
    assert screen.page.portfolio is None
    assert not screen.page.table.isVisibleTo(screen)
    assert screen.page.first.isVisibleTo(screen)
    assert not screen.page.choose_button.isVisibleTo(screen), "the same is offered once"
    _choose(monkeypatch, filled.path)
    screen.page.choose_button.click()
    assert screen.page.portfolio is not None
    assert "10\u00a0documents lus + 2\u00a0fichiers non lus" in screen.page.subtitle_label.text()
    assert not screen.page.first.isVisibleTo(screen)
    assert screen.page.choose_button.isVisibleTo(screen)
    assert folder.last() == filled.path
    screen.back_button.click()
    assert not isinstance(window.centralWidget(), PortfolioScreen)


def test_the_search_leads_to_it(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    workspace.search()
    palette = workspace.findChild(Palette)
    assert palette is not None
    palette.field.setText("portefeuille")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), PortfolioScreen))
    assert window.workspace is None


def test_an_empty_folder_says_so(window: MainWindow, tmp_path: Path) -> None:
    page = entering.show(window, tmp_path).page
    assert page.empty.isVisibleTo(page)
    assert not page.table.isVisibleTo(page)


def test_the_failures_are_named(screen: PortfolioScreen, filled: Folder) -> None:
    card = screen.page.failures
    assert card.isVisible()
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert all(name in texts for name in filled.wrong)


def test_a_column_sorts_with_empty_cells_last(screen: PortfolioScreen) -> None:
    model = screen.page.model
    place = next(rank for rank, column in enumerate(COLUMNS) if column.label == "Par agent")
    model.sort(place, Qt.SortOrder.DescendingOrder)
    values = [each.per_agent for each in model.summaries]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=True)
    assert values[: len(known)] == known
    model.sort(-1)
    assert [each.name for each in model.summaries] == [
        each.name
        for each in screen.page.portfolio.summaries  # type: ignore[union-attr]
    ]


def test_filters_change_the_table_and_the_overview_together(screen: PortfolioScreen, qtbot: QtBot) -> None:
    page = screen.page
    page.filters.focus.setCurrentIndex(page.filters.focus.findData("risk"))
    at_risk = [each for each in page.portfolio.summaries if each.risks]  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.model.rowCount() == len(at_risk))
    assert "sur 10" in page.filters.count.text() or len(at_risk) == 10
    page.filters.words.setText("aucune ne s’appelle ainsi")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not page.detail.isVisible()
    page.filters.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 10)


def test_the_collectivite_looked_at_is_told_and_stays_through_a_sort(screen: PortfolioScreen) -> None:
    page = screen.page
    chosen = page.model.summaries[4]
    page.table.look_at(chosen.file)
    assert page.detail.heading is not None
    assert page.detail.heading.text() == chosen.name
    page.model.sort(1, Qt.SortOrder.AscendingOrder)
    assert page.table.current == chosen


def test_each_figure_explains_itself(screen: PortfolioScreen, qtbot: QtBot) -> None:
    page = screen.page
    buttons = [each for each in page.findChildren(QPushButton) if each.text() == "Expliquer"]
    shown = [each for each in buttons if each.isVisibleTo(page)]
    assert len(shown) >= 5
    for each in shown:
        assert ":" in each.accessibleName()
        each.click()
        assert page.explain_panel.isVisible()


def test_enter_opens_the_document(screen: PortfolioScreen, window: MainWindow, qtbot: QtBot) -> None:
    name = screen.page.model.summaries[0].name
    screen.page.table.setFocus()
    qtbot.keyClick(screen.page.table, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.session.document.authority.name == name


def test_what_goes_out_is_what_is_shown(
    screen: PortfolioScreen, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for button, suffix in ((screen.page.export_button, "xlsx"), (screen.page.anonymous_button, "xlsx")):
        path = tmp_path / f"{button.text()}.{suffix}"
        _choose(monkeypatch, path)
        button.click()
        assert path.exists()
        assert str(path) in _said(window)
    sheet = tmp_path / "comparaison.docx"
    _choose(monkeypatch, sheet)
    screen.page.detail.sheet_button.click()
    assert sheet.exists()


def test_a_document_for_each(
    screen: PortfolioScreen, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path)
    screen.page.each_button.click()
    dialog = window.findChild(BatchDialog)
    assert dialog is not None
    assert [repr(each) for each in focusable(dialog) if not name_of(each).strip()] == []
    dialog.document.show_text("inventaire")
    assert dialog.chosen == ("inventaire", "xlsx")
    dialog.accept()
    assert len(list(tmp_path.glob("inventaire - *.xlsx"))) == 10
    assert "10\u00a0documents écrits" in _said(window)


def test_everything_has_a_name_and_tab_reaches_it(
    screen: PortfolioScreen, window: MainWindow, qtbot: QtBot
) -> None:
    assert [repr(each) for each in focusable(window) if not name_of(each).strip()] == []
    expected = {each for each in focusable(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus}
    screen.focus_first()
    reached = set()
    for _ in range(2 * len(expected) + 4):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [repr(each) for each in expected - reached] == []


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1093, 614)), (1.25, (1366, 768)), (2.0, (1366, 768))])
def test_no_text_is_cut(
    qapp: QApplication, window: MainWindow, portfolio: Portfolio, scale: float, size: tuple[int, int]
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(*size)
    screen = entering.show(window)
    screen.page.show_portfolio(portfolio)
    for _ in range(3):
        QApplication.processEvents()
    assert _cut(window) == []
    assert _too_wide(screen.page) == []
