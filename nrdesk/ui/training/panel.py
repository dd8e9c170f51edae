"""The exercises beside the pages: where the table stands, the list, the exercise being done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core import moments, training
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.training import Score
from nrdesk.core.workshops.timetable import in_words
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.training.exercise_list import ExerciseList
from nrdesk.ui.training.exercise_view import ExerciseView
from nrdesk.ui.training.folders import folder_to_use
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.messages import ask, say

WIDTH = 340
"""Width beside the pages, in pixels for normal text."""
_PAUSE = 500
"""Milliseconds after an edit when the score follows: typing comes first."""
_MINUTE = 60_000


class ExercisesPanel(QFrame):
    """What a table sees of its session."""

    closed = Signal()
    place_asked = Signal(str, str)
    """Key of a page, and a field of it."""
    reset_asked = Signal()
    """The commune is to be made again, as new."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("exercises")
        self.setAccessibleName("Les exercices")
        self._session = session
        self._score: Score | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.refresh)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self._show_time)
        self.close_button = icon_button("x", "Fermer les exercices (F8)", self.closed.emit, 16)
        self._table, self._points, self._time = text.strong(""), text.body(""), text.muted("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Points")
        self.list = ExerciseList()
        self.view = ExerciseView(session)
        self._stack = QStackedWidget()
        for widget in (self.list, self.view):
            self._stack.addWidget(_scrolling(widget))
        self.save_button = button("Enregistrer nos résultats…", "save", on_click=self._save)
        self.reset_button = button("Recommencer à zéro…", "refresh-cw", "link", self._ask_reset)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 8)
        head.setSpacing(10)
        head.addWidget(Image("graduation-cap", "accent"))
        head.addWidget(text.heading("Exercices"), 1)
        head.addWidget(self.close_button)
        standing = QVBoxLayout()
        standing.setContentsMargins(20, 0, 20, 10)
        standing.setSpacing(4)
        for widget in (self._table, self._points, self._bar, self._time):
            standing.addWidget(widget)
        foot = flow(self.save_button, self.reset_button)
        foot.setContentsMargins(20, 8, 20, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(standing)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.list.chosen.connect(self.open)
        self.view.left.connect(self.show_list)
        self.view.moved.connect(self._move)
        self.view.scored.connect(self.refresh)
        self.view.place_asked.connect(self.place_asked)
        self._session.changed.connect(self._on_change)

    @property
    def score(self) -> Score:
        """Where the table stands, as shown."""
        assert self._score is not None
        return self._score

    @property
    def reading(self) -> str:
        """Identifier of the exercise that is shown, empty while the list is."""
        return self.view.exercise.id if self._stack.currentIndex() and self.view.exercise else ""

    def refresh(self) -> None:
        """Look at the document again."""
        self._soon.stop()
        try:
            self._score = training.score(self._session.document)
        except UserError as error:
            errors.show_error(self, error)
            return
        score = self._score
        self._table.setText(quoted(score.session.table) if score.session.table else "Votre table")
        exercises = count(len(score.lines), "exercice")
        told = f"{count(score.points, 'point')} sur {score.total}, {score.done} sur {exercises}"
        self._points.setText(told)
        self._bar.setRange(0, max(1, score.total))
        self._bar.setValue(score.points)
        self._bar.setAccessibleDescription(told)
        self._show_time()
        self.list.show_score(score)

    def open(self, key: str) -> None:
        """Show an exercise."""
        place = next(i for i, line in enumerate(self.score.lines) if line.exercise.id == key)
        self.view.show_exercise(self.score.lines[place].exercise, place, len(self.score.lines))
        self._stack.setCurrentIndex(1)
        self.view.go_button.setFocus()

    def show_list(self) -> None:
        """Show all the exercises, on the one that was open."""
        self._stack.setCurrentIndex(0)
        self.list.focus_exercise(self.view.exercise.id if self.view.exercise else "")

    def focus_first(self) -> None:
        """Give the focus to what comes first."""
        if self._stack.currentIndex():
            self.view.go_button.setFocus()
        else:
            self.list.focus_exercise("")

    def _on_change(self) -> None:
        self.view.forget_verdict()
        if self.isVisible():
            self._soon.start()

    def _move(self, step: int) -> None:
        ids = [line.exercise.id for line in self.score.lines]
        assert self.view.exercise is not None
        self.open(ids[ids.index(self.view.exercise.id) + step])

    def _show_time(self) -> None:
        began = dt.datetime.fromisoformat(self.score.session.started_at).astimezone()
        minutes = int((dt.datetime.now(dt.UTC) - began).total_seconds() // 60)
        since = f", il y a {in_words(minutes)}" if 0 < minutes < 24 * 60 else ""
        day = "" if minutes < 24 * 60 else f" le {began:%d/%m/%Y}"
        self._time.setText(f"Commencé{day} à {moments.hour(began)}{since}")

    def _save(self) -> None:
        folder = folder_to_use(self, "Choisir la clé USB, ou le dossier des résultats")
        if folder is None:
            return
        try:
            path: Path = training.save_results(self._session.document, folder)
        except UserError as error:
            errors.show_error(self, error)
        else:
            say(self, f"Vos résultats sont enregistrés{NBSP}: {path}", "ok")

    def _ask_reset(self) -> None:
        if ask(
            self,
            "Recommencer à zéro\u00a0?",
            yes="Recommencer",
            details="La commune redevient comme au premier jour, le score aussi. Ce que vous avez fait est "
            "gardé dans les sauvegardes.",
        ):
            self.reset_asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        # The document may be about to close.
        self._soon.stop()


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
