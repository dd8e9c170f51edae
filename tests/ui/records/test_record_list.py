"""The list of a section: long titles take two lines, and what is cut is read in the tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.widgets.wrapping import two_lines

SHORT = Line("1", "Mairie", "commune")
LONG = Line("2", "Compléter les dates d’achat et l’état des appareils", "en cours · 11/2025")


def shown(qtbot: QtBot, width: int, *lines: Line) -> RecordList:
    made = RecordList("Actions")
    qtbot.addWidget(made)
    made.show_lines(lines)
    made.resize(width, 300)
    made.show()
    QApplication.processEvents()
    return made


def heights(made: RecordList) -> list[int]:
    return [made.visualItemRect(made.item(row)).height() for row in range(made.count())]


def test_a_long_title_takes_two_lines_and_one_where_there_is_room(qtbot: QtBot) -> None:
    made = shown(qtbot, 240, SHORT, LONG)
    short, long = heights(made)
    assert long - short == made.fontMetrics().height()
    made.resize(700, 300)
    QApplication.processEvents()
    assert heights(made) == [short, short]


def test_the_list_asks_for_the_height_of_its_lines(qtbot: QtBot) -> None:
    made = shown(qtbot, 240, SHORT, LONG, LONG)
    assert made.heightForWidth(240) >= sum(heights(made))
    assert made.heightForWidth(240) > made.heightForWidth(700)
    made.resize(240, made.heightForWidth(240))
    QApplication.processEvents()
    assert made.verticalScrollBar().maximum() == 0


def test_what_is_cut_is_read_in_the_tooltip(qtbot: QtBot) -> None:
    made = shown(qtbot, 140, LONG)
    assert made.item(0).data(Qt.ItemDataRole.ToolTipRole) == f"{LONG.title}\n{LONG.details}"


def test_words_go_on_two_lines_at_most(qtbot: QtBot) -> None:
    made = shown(qtbot, 240)
    metrics = QFontMetrics(made.font())
    assert two_lines("", 100, metrics) == [""]
    assert two_lines("un mot", 1000, metrics) == ["un mot"]
    for width in range(60, 400):
        lines = two_lines(LONG.title, width, metrics)
        assert len(lines) <= 2
        assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)
        if len(lines) == 2 and not lines[1].endswith("…"):
            assert not lines[0].endswith("…"), "the first line is cut for a fraction of a pixel"
            assert " ".join(lines) == LONG.title
