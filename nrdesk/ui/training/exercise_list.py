"""All the exercises of a commune, by step, with those that are passed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.steps import STEPS
from nrdesk.core.training import Line, Score
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow


class ExerciseList(QWidget):
    """A row for each exercise."""

    chosen = Signal(str)
    """Identifier of an exercise."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._rows: dict[str, LinkRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 4, 14, 14)
        self._column.setSpacing(6)

    def show_score(self, score: Score) -> None:
        """Show where the table stands; nothing is drawn again when nothing changed."""
        shown = tuple((line.exercise.id, line.verdict.done, line.points) for line in score.lines)
        if shown == self._shown:
            return
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), "")
        self._shown = shown
        self._rows = {}
        clear(self._column)
        step = 0
        for line in score.lines:
            if line.exercise.step != step:
                step = line.exercise.step
                self._column.addWidget(text.label(f"ÉTAPE {step} · {STEPS[step - 1].title}", "overline"))
            row = LinkRow(
                line.exercise.title,
                _detail(line),
                "circle-check" if line.verdict.done else "circle",
                partial(self.chosen.emit, line.exercise.id),
            )
            self._rows[line.exercise.id] = row
            self._column.addWidget(row)
        self._column.addStretch(1)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def focus_exercise(self, key: str) -> None:
        """Give the focus to an exercise, to the first one when there is none of that name."""
        row = self._rows.get(key) or next(iter(self._rows.values()), None)
        if row:
            row.setFocus()


def _detail(line: Line) -> str:
    if line.verdict.done:
        hints = f", avec {count(line.hints, 'indice')}" if line.hints else ""
        return f"Réussi{NBSP}: {count(line.points, 'point')}{hints}"
    return f"À faire, {in_words(line.exercise.minutes)}, {count(line.exercise.points, 'point')}"
