"""The exercises of a commune with their answers, to read, to project, to hand out without them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QListWidget, QVBoxLayout, QWidget

from nrdesk.core import training
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.reports.trainer_guide.programme import programme
from nrdesk.core.steps import STEPS
from nrdesk.core.training import Exercise
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui import theme
from nrdesk.ui.training import papers, slides
from nrdesk.ui.training.wall import Wall, show_on_wall
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import FormRow
from nrdesk.ui.widgets.layout import clear

_TWO_COLUMNS = 760
_LIST = 300
"""Height of the list of exercises, in pixels for normal text."""


class AnswersCard(Card):
    """The answer key."""

    def __init__(self) -> None:
        super().__init__("Exercices et corrigés")
        self._communes = training.communes()
        self.commune = QComboBox()
        for each in self._communes:
            self.commune.addItem(f"{each.name}, {count(each.population, 'habitant')}", each.key)
        self.list = QListWidget()
        self.list.setAccessibleName("Exercices")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(theme.px(_LIST))
        self._shown = QWidget()
        self._answer = QVBoxLayout(self._shown)
        self._answer.setContentsMargins(0, 0, 0, 0)
        self._answer.setSpacing(8)
        self.add(FormRow("Commune", self.commune))
        self.add(
            flow(
                button("Projeter les énoncés", "play", on_click=self.project),
                button("Énoncés en PDF", "download", on_click=partial(self._write, "pdf")),
                button("Énoncés en Word", "download", on_click=partial(self._write, "docx")),
            )
        )
        self.add(text.muted("Les énoncés à distribuer ne contiennent pas de réponse."))
        self.add(Beside((self.list, 2), (self._shown, 3), room=_TWO_COLUMNS))
        self.commune.currentIndexChanged.connect(self._show_commune)
        self.list.currentRowChanged.connect(self._show_exercise)
        self.commune.setCurrentIndex(self.commune.findData(programme().commune))
        self._show_commune()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Those of the commune that is chosen."""
        return training.exercises(self.commune.currentData())

    def project(self) -> Wall:
        """Show the exercises on the wall from the one that is read, answers hidden; return the window."""
        shown = slides.of_exercises(self.commune.currentData())
        return show_on_wall(Wall("Exercices", shown, self, max(0, self.list.currentRow())))

    def _write(self, suffix: str) -> None:
        commune = self._communes[self.commune.currentIndex()]
        papers.write_sheet(self, commune.key, commune.name, suffix)

    def _show_commune(self) -> None:
        self.list.clear()
        for each in self.exercises:
            self.list.addItem(f"Étape {each.step} · {each.title}")
        self.list.setCurrentRow(0)

    def _show_exercise(self, place: int) -> None:
        clear(self._answer)
        if place < 0:
            return
        exercise = self.exercises[place]
        told = f"{in_words(exercise.minutes)}, {count(exercise.points, 'point')}"
        self._answer.addWidget(
            text.muted(f"Étape {exercise.step}{NBSP}: {STEPS[exercise.step - 1].title}. {told}")
        )
        self._answer.addWidget(text.heading(exercise.title))
        self._answer.addWidget(text.body(exercise.statement.strip()))
        for rank, hint in enumerate(exercise.hints, 1):
            self._answer.addWidget(text.muted(f"Indice {rank}{NBSP}: {hint}"))
        self._answer.addWidget(Panel(text.strong("Corrigé"), text.body(exercise.solution.strip())))
        self._answer.addStretch(1)
