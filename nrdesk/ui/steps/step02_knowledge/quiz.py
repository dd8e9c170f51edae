"""The quiz: choose the questions, play alone, or project them for a room in teams."""

from __future__ import annotations

import random

from PySide6.QtWidgets import QComboBox, QLineEdit

from nrdesk.core.knowledge.quiz import MOST_TEAMS, SoloGame, TeamGame, draw, themes
from nrdesk.core.reference import quiz
from nrdesk.core.reference.quiz import Question
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step02_knowledge.csv_file import save_table
from nrdesk.ui.steps.step02_knowledge.projected_quiz import ProjectedQuiz, team_names
from nrdesk.ui.steps.step02_knowledge.solo_quiz import SoloQuiz
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.reveal import reveal

_NUMBERS = (5, 10, 20)
_GAMES = 9999
"""Largest number that a game is given; anything else can be typed."""


class QuizCard(Card):
    """The settings of the quiz, and the game played alone under them."""

    def __init__(self, session: Session) -> None:
        super().__init__("Quiz")
        self._questions = quiz.load()
        self._solo: SoloQuiz | None = None
        self._projected: ProjectedQuiz | None = None
        self._last: TeamGame | None = None
        self.add(
            text.muted(
                f"{len(self._questions)} questions, chacune avec son explication et sa source. Le même "
                "nom de partie redonne les mêmes questions\u00a0: deux salles peuvent se comparer."
            )
        )
        settings = self._make_settings()
        self.play_button = button("Jouer seul", "play", on_click=self.play)
        self.project_button = button("Projeter pour un groupe", "monitor", on_click=self.project)
        self._resume = button("Reprendre la projection", "redo-2", on_click=self._project_again)
        self._save = button("Enregistrer les scores (CSV)", "download", on_click=self._save_scores)
        self._scores = text.body("")
        self._aftermath = column(self._scores, flow(self._resume, self._save), gap=10)
        starting = flow(self.play_button, self.project_button)
        self._start = column(settings, starting, self._aftermath, gap=12)
        """What is there before a game, and gives its place to the game played alone."""
        self.add(self._start)
        self._show_scores()

    def _make_settings(self) -> Form:
        form = Form(columns=3)
        self.theme = QComboBox()
        self.theme.addItem("tous les thèmes", "")
        for theme in themes(self._questions):
            self.theme.addItem(theme, theme)
        self.number = QComboBox()
        for number in _NUMBERS:
            self.number.addItem(str(number), number)
        self.number.addItem("toutes", None)
        self.number.setCurrentIndex(1)
        self.seed = QLineEdit(str(random.randint(1, _GAMES)))
        self.seed.setMaxLength(20)
        self.teams = QLineEdit("Équipe 1, Équipe 2")
        form.add_row("Thème", self.theme)
        form.add_row("Nombre de questions", self.number)
        form.add_row("Nom de la partie", self.seed)
        help = f"Pour la projection, {MOST_TEAMS} au plus, séparées par des virgules."
        form.add_row("Équipes", self.teams, help=help, wide=True)
        return form

    def refresh(self) -> None:
        """Show what the document holds: a game is not kept in it, nothing changes."""

    def focus_field(self, name: str) -> bool:
        """Lead to the quiz; return whether the name is that of this card."""
        if name == "quiz":
            reveal(self.play_button)
        return name == "quiz"

    @property
    def solo(self) -> SoloQuiz | None:
        """The game played alone, None when there is none."""
        return self._solo

    @property
    def projected(self) -> ProjectedQuiz | None:
        """The window of the projected game, None when it is closed."""
        return self._projected

    def play(self) -> None:
        """Start a game alone, under the settings."""
        self._close_solo()
        self._solo = SoloQuiz(SoloGame(self._drawn()), again=self.play, leave=self._stop)
        self._start.hide()
        self.add(self._solo)
        self._solo.focus_question()

    def project(self) -> None:
        """Open the window for the wall, from the first question."""
        self._open(self.room_game())

    def room_game(self) -> TeamGame:
        """Return the game of a room, as the settings say."""
        return TeamGame(self._drawn(), team_names(self.teams.text().split(","), MOST_TEAMS))

    def _project_again(self) -> None:
        if self._last:
            self._open(self._last)

    def _open(self, game: TeamGame) -> None:
        if self._projected:
            self._projected.close()
        self._projected = ProjectedQuiz(game, self.window())
        self._projected.closed.connect(self._end_projection)
        # On the screen where the window of nrdesk is: the one that is mirrored on the wall, or moved there.
        self._projected.setGeometry(self.screen().availableGeometry())
        self._projected.showFullScreen()
        self._projected.activateWindow()

    def _end_projection(self, game: TeamGame) -> None:
        self._projected, self._last = None, game
        self._show_scores()
        self.project_button.setFocus()

    def _show_scores(self) -> None:
        game = self._last
        self._aftermath.setVisible(game is not None)
        if game:
            scores = (f"{team} {score}" for team, score in zip(game.teams, game.scores, strict=True))
            self._scores.setText(text.tied(f"Dernière projection : {', '.join(scores)}."))

    def _save_scores(self) -> None:
        if self._last:
            save_table(self, "Enregistrer les scores du quiz", "Quiz - scores", self._last.sheet())

    def _drawn(self) -> tuple[Question, ...]:
        return draw(
            self._questions,
            self.seed.text().strip(),
            theme=self.theme.currentData(),
            number=self.number.currentData(),
        )

    def _stop(self) -> None:
        self._close_solo()
        reveal(self.play_button)

    def _close_solo(self) -> None:
        if self._solo:
            self.body.removeWidget(self._solo)
            self._solo.hide()
            self._solo.deleteLater()
            self._solo = None
            self._start.show()
