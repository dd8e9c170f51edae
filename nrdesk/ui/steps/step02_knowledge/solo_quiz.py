"""The quiz played alone: a question, its choices, at once the explanation, at the end the score."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.formatting import percent
from nrdesk.core.knowledge.quiz import SoloGame
from nrdesk.core.reference.quiz import LETTERS, Question
from nrdesk.ui.accessibility import announce
from nrdesk.ui.steps.step02_knowledge.choice_button import ChoiceButton
from nrdesk.ui.steps.step02_knowledge.csv_file import save_table
from nrdesk.ui.steps.step02_knowledge.digit_keys import place_of
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.reveal import reveal, scroll_to


class SoloQuiz(QWidget):
    """A game under way; the keys 1 to 4 or A to D choose, Enter goes on."""

    def __init__(self, game: SoloGame, again: Callable[[], object], leave: Callable[[], object]) -> None:
        """Show a game.

        Args:
            game: the game, from its beginning.
            again: plays the same questions again.
            leave: closes the game.
        """
        super().__init__()
        self._game, self._again, self._leave = game, again, leave
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._choices: list[ChoiceButton] = []
        self._first: QWidget = self
        """What takes the focus: the first choice, or what one can do at the end."""
        self._show()

    @property
    def game(self) -> SoloGame:
        """The game as it stands."""
        return self._game

    def focus_question(self) -> None:
        """Bring the question in sight, and give the focus to its first choice."""
        reveal(self._first)
        QTimer.singleShot(0, self, lambda: scroll_to(self))

    def choose(self, choice: int) -> None:
        """Answer the question on the screen; the first answer counts."""
        question = self._game.question
        if question is None or self._game.chosen is not None:
            return
        self._game = self._game.answer(choice)
        for place, each in enumerate(self._choices):
            each.settle(right=place == question.answer, chosen=place == choice)
        self._explain(question, right=choice == question.answer)

    def go_on(self) -> None:
        """Show the next question, or the score after the last one."""
        self._game = self._game.next()
        self._show()
        self.focus_question()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = place_of(event.key())
        if choice is None and event.text():
            choice = LETTERS.find(event.text().upper())
        if choice is not None and 0 <= choice < len(self._choices):
            self.choose(choice)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        clear(self._column)
        self._choices = []
        if question := self._game.question:
            self._ask(question)
        else:
            self._conclude()

    def _ask(self, question: Question) -> None:
        place = f"Question {self._game.read + 1} sur {len(self._game.questions)}"
        self._add(text.label(f"{place} · {question.theme}", "small", "muted"))
        self._add(text.heading(question.text))
        for index, words in enumerate(question.choices):
            made = ChoiceButton(LETTERS[index], text.tied(words), partial(self.choose, index))
            self._choices.append(made)
            self._add(made)
        self._first = self._choices[0]
        self._hint = text.muted("Au clavier : 1 à 4, ou A à D.")
        self._add(self._hint)
        announce(self, f"{place}. {question.text}")

    def _explain(self, question: Question, *, right: bool) -> None:
        self._hint.hide()
        verdict = "Juste" if right else f"Non, la bonne réponse est {LETTERS[question.answer]}"
        panel = Panel(text.label(verdict, "strong", "ok" if right else "bad"))
        panel.add(text.body(question.explanation, terms=True))
        panel.add(text.muted(f"Source : {question.source}"))
        self._add(panel)
        last = self._game.read + 1 == len(self._game.questions)
        following = button("Voir le score" if last else "Question suivante", on_click=self.go_on)
        following.setAutoDefault(True)
        stop = button("Arrêter le quiz", kind="link", on_click=self._leave)
        self._add(flow(following, stop))
        reveal(following)
        announce(self, f"{verdict}. {question.explanation}")

    def _conclude(self) -> None:
        score, asked = self._game.score, len(self._game.answers)
        words = f"{score} sur {asked}"
        self._add(text.figure(words))
        self._add(text.body(_appreciation(score, asked)))
        bars = Bars()
        by_theme = self._game.by_theme.items()
        bars.show_bars(
            "Bonnes réponses par thème",
            [Bar(theme, (right / of,), f"{right} sur {of}") for theme, (right, of) in by_theme],
            full=1.0,
        )
        self._add(bars)
        self._first = again = button("Recommencer", "refresh-cw", on_click=self._again)
        save = button("Enregistrer les résultats (CSV)", "download", on_click=self._save)
        close = button("Fermer le quiz", kind="link", on_click=self._leave)
        self._add(flow(again, save, close))
        announce(self, f"Score\u00a0: {words}")

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _save(self) -> None:
        save_table(self, "Enregistrer les résultats du quiz", "Quiz - résultats", self._game.sheet())


def _appreciation(score: int, asked: int) -> str:
    share = score / asked
    if share >= 0.8:
        words = "Vous pouvez animer le quiz pour les autres."
    elif share >= 0.5:
        words = "Les repères sont là. Relisez les explications des réponses manquées, puis recommencez."
    else:
        words = "Tout le monde commence là. La bibliothèque ci-dessus propose des cours de trente minutes."
    return f"{percent(share)} de bonnes réponses. {words}"
