"""The quiz projected for a room in teams: large letters, white on black, everything by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.knowledge.quiz import TeamGame
from nrdesk.core.reference.quiz import LETTERS, Question
from nrdesk.ui.accessibility import announce
from nrdesk.ui.steps.step02_knowledge.digit_keys import place_of
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.projected import ProjectedWindow

_K = Qt.Key
_BEFORE = "Espace : montrer la réponse   ·   ← → : autre question   ·   Échap : quitter"
_AFTER = "{teams} : point à l’équipe   ·   Espace : question suivante   ·   Échap : quitter"
_END = "← : revenir   ·   Échap : quitter"


class ProjectedQuiz(ProjectedWindow):
    """A window for the wall; presenters' remotes work too, they type the keys of a page up and down."""

    closed = Signal(object)
    """The `TeamGame` as it stands when the window closes."""

    def __init__(self, game: TeamGame, parent: QWidget) -> None:
        """Make the window; it does not outlive `parent`."""
        super().__init__("Quiz projeté", parent)
        self._game = game
        self._top = _label("", "small")
        self._hint = _label("", "small")
        self._teams = [
            self._button("", partial(self.toggle_point, team), "team") for team in range(len(game.teams))
        ]
        self._reveal = self._button("Montrer la réponse", self.advance)
        self._back = self._button("←", partial(self.move_by, -1))
        self._back.setAccessibleName("Question précédente")
        self._forward = self._button("→", partial(self.move_by, 1))
        self._forward.setAccessibleName("Question suivante")
        self._quit = self._button("Quitter", self.close)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._top, 1)
        for each in (self._back, self._reveal, self._forward, self._quit):
            head.addWidget(each)
        teams = QHBoxLayout()
        for team in self._teams:
            teams.addWidget(team, 1)
        self.stack(head, teams, self._hint)

    @property
    def game(self) -> TeamGame:
        """The game as it stands."""
        return self._game

    def move_by(self, step: int) -> None:
        """Show another question."""
        self._play(self._game.move(step))

    def advance(self) -> None:
        """Show the answer, and the next question once it shows."""
        self._play(self._game.move(1) if self._game.is_revealed else self._game.reveal())

    def toggle_point(self, team: int) -> None:
        """Give a team its point for the question, or take it back."""
        self._play(self._game.toggle_point(team))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        team = place_of(key)
        if team is not None:
            self.toggle_point(team)
        elif key in (_K.Key_Right, _K.Key_PageDown, _K.Key_Down):
            self.move_by(1)
        elif key in (_K.Key_Left, _K.Key_PageUp, _K.Key_Up):
            self.move_by(-1)
        elif key in (_K.Key_Space, _K.Key_Return, _K.Key_Enter):
            self.advance()
        elif key == _K.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit(self._game)

    def _play(self, game: TeamGame) -> None:
        if game != self._game:
            self._game = game
            self._show()

    def _show(self) -> None:
        clear(self._middle)
        question = self._game.question
        total = len(self._game.questions)
        self._top.setText(
            text.tied(
                f"Question {self._game.place + 1} sur {total} · {question.theme}" if question else "Fin"
            )
        )
        self._reveal.setText("Question suivante" if self._game.is_revealed else "Montrer la réponse")
        self._reveal.setVisible(question is not None)
        self._back.setEnabled(self._game.place > 0)
        self._forward.setEnabled(question is not None)
        if question:
            self._show_question(question)
        else:
            self._show_end()
        self._show_teams()

    def _show_question(self, question: Question) -> None:
        self._middle.addWidget(_label(question.text, "question"))
        grid = QGridLayout()
        grid.setSpacing(max(8, self.height() // 50))
        for index, words in enumerate(question.choices):
            grid.addWidget(self._choice(question, index, words), *divmod(index, 2))
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self._middle.addLayout(grid, 1)
        if self._game.is_revealed:
            self._middle.addWidget(_label(question.explanation, "explanation"))
            self._middle.addWidget(_label(f"Source : {question.source}", "small"))
            right = f"{LETTERS[question.answer]}. {question.choices[question.answer]}"
            announce(self, f"Réponse\u00a0: {right}. {question.explanation}")
        else:
            announce(self, f"{question.text} {_read(question)}")
        keys = "1" if len(self._teams) == 1 else f"1 à {len(self._teams)}"
        self._hint.setText(text.tied(_AFTER.format(teams=keys) if self._game.is_revealed else _BEFORE))

    def _choice(self, question: Question, index: int, words: str) -> QLabel:
        right = index == question.answer
        # The mark doubles the colour.
        mark = "✓ " if self._game.is_revealed and right else ""
        made = _label(f"{mark}{LETTERS[index]}.  {words}", "choice")
        if self._game.is_revealed:
            made.setProperty("state", "right" if right else "wrong")
        return made

    def _show_end(self) -> None:
        winners = self._game.winners
        words = "Bravo à toutes les équipes" if len(winners) != 1 else f"Bravo, {winners[0]}"
        final = _label(f"{words} !", "final")
        final.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle.addWidget(final, 1)
        self._hint.setText(text.tied(_END))
        announce(self, f"{words}. {_scores(self._game)}")

    def _show_teams(self) -> None:
        for team, (made, name, score) in enumerate(
            zip(self._teams, self._game.teams, self._game.scores, strict=True)
        ):
            has_point = (self._game.place, team) in self._game.points
            # "&" would make a shortcut of the letter that follows.
            shown = name.replace("&", "&&")
            made.setText(
                f"{team + 1}.  {shown} : {score}{'  ✓' if has_point else ''}".replace(" :", "\u00a0:")
            )
            made.setAccessibleName(f"Point à {name}, {count(score, 'point')}")
            made.setProperty("state", "point" if has_point else "")
            made.style().unpolish(made)
            made.style().polish(made)
            made.setEnabled(self._game.is_revealed or self._game.question is None)

    def _button(self, words: str, on_click: Callable[[], object], role: str = "small") -> QPushButton:
        made = QPushButton(words)
        made.setProperty("projected", role)
        # The keys are those of the window: no button ever takes Space for itself.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: on_click())
        return made


def team_names(written: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the names of the teams that play, each once; one team when none is named."""
    names = tuple(dict.fromkeys(" ".join(name.split()) for name in written if name.strip()))
    return names[:most] or ("La salle",)


def _label(words: str, role: str) -> QLabel:
    made = QLabel(text.tied(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("projected", role)
    return made


def _read(question: Question) -> str:
    return " ".join(f"{letter}, {words}." for letter, words in zip(LETTERS, question.choices, strict=True))


def _scores(game: TeamGame) -> str:
    return ", ".join(
        f"{team} {count(score, 'point')}" for team, score in zip(game.teams, game.scores, strict=True)
    )
