"""Filling the questionnaire in: the questions of one theme at a time, and the list of the themes."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QVBoxLayout, QWidget

from nrdesk.core.formatting import NBSP
from nrdesk.core.maturity import Maturity, answers_of, asked, is_settled, previous
from nrdesk.core.maturity.campaign import binding_on
from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import MaturityQuestion
from nrdesk.ui.accessibility import announce, in_order
from nrdesk.ui.maturity.answering import is_locked
from nrdesk.ui.maturity.question_card import QuestionCard
from nrdesk.ui.maturity.themes import ThemeList, in_words
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column


class Filling(QWidget):
    """The questions of one theme at a time; their cards are made when the theme is first shown."""

    finished = Signal()
    """The next question was asked for, and none is left."""
    path_changed = Signal()
    """All the questions are asked for, or the essential ones only."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theme = questionnaire.themes()[0]
        self._shown = ("", False)
        """Campaign whose answers the cards are made for, and whether they can only be read."""
        self._pages: dict[str, QWidget] = {}
        self._cards: dict[str, QuestionCard] = {}
        self._answers: dict[str, MaturityAnswer] = {}
        self._settled_when_shown: frozenset[str] = frozenset()
        self._left = ""
        """Identifier of the question of this theme where the keyboard was last."""
        self.themes = ThemeList()
        """For the page to put beside the questions, where it stays while they scroll."""
        self.themes.chosen.connect(self.show_theme)
        self.theme_box = QComboBox()
        self.theme_box.setAccessibleName("Thème")
        self.theme_box.activated.connect(lambda place: self.show_theme(questionnaire.themes()[place]))
        self.everything = QCheckBox("Afficher tout")
        self.everything.toggled.connect(lambda _: self.path_changed.emit())
        self.unanswered = QCheckBox("Sans réponse seulement")
        self.unanswered.toggled.connect(lambda _: self._filter())
        self._heading = text.heading("")
        self._nothing = text.body("Toutes les questions de ce thème ont une réponse.")
        self._keys = text.muted("Au clavier\u00a0: 0 à 4 pour répondre, Entrée pour la question suivante.")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(12)
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.theme_box)
        line.addWidget(self._heading)
        line.addWidget(flow(self.unanswered, self.everything, self._keys))
        line.addWidget(self._nothing)
        line.addLayout(self._questions)
        self.place(narrow=False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_focus)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard goes through before the questions, in order."""
        return [*self.themes.rows, self.theme_box, self.unanswered, self.everything]

    @property
    def cards(self) -> list[QuestionCard]:
        """The questions on the screen, from top to bottom."""
        return [card for card in self._cards.values() if card.isVisibleTo(self)]

    def place(self, *, narrow: bool) -> None:
        """Name the theme above the questions, or let it be chosen there where the list has no room."""
        self._heading.setVisible(not narrow)
        self.theme_box.setVisible(narrow)

    def refresh(self, maturity: Maturity, *, flash: bool) -> None:
        """Show what the document holds.

        Args:
            maturity: the scores of the campaign shown.
            flash: whether the path of small communes applies to the document.
        """
        campaign = self._session.campaign
        if self._shown != (campaign.id, is_locked(self._session)):
            self._forget()
            self._shown = (campaign.id, is_locked(self._session))
        self._answers = answers_of(self._session.document, campaign)
        self.everything.setVisible(flash)
        self.themes.show_scores(maturity.by_theme, self._theme)
        for place, score in enumerate(maturity.by_theme):
            words = f"{score.theme}{NBSP}: {in_words(score)}"
            if place < self.theme_box.count():
                self.theme_box.setItemText(place, words)
            else:
                self.theme_box.addItem(words)
        if self._theme not in self._pages:
            self._build(self._theme)
            self._filter()
        else:
            self._show_answers()
            self._hide_others()

    def asked(self) -> tuple[MaturityQuestion, ...]:
        """Return the questions to ask: those of small communes under the flash path, unless all are shown."""
        essential = self.everything.isVisibleTo(self) and not self.everything.isChecked()
        return asked(tuple(self._answers.values()), flash=essential)

    def show_theme(self, name: str) -> None:
        """Show the questions of a theme."""
        self._theme, self._left = name, ""
        if name not in self._pages:
            self._build(name)
        self._show_answers()
        self._filter()
        self.themes.mark(name)
        self.theme_box.setCurrentIndex(questionnaire.themes().index(name))
        announce(self, name)

    def show_question(self, id: str) -> None:
        """Bring a question in sight and give it the focus."""
        question = questionnaire.by_id()[id]
        if question.theme != self._theme:
            self.show_theme(question.theme)
        card = self._cards[id]
        card.show()
        card.focus()

    def go_on(self) -> None:
        """Go to the next question without an answer, from the top again after the last one.

        The next one is that after the question where the keyboard was last, in the theme shown.
        """
        questions, after = self.asked(), self._left
        start = next(
            (rank + (question.id == after) for rank, question in enumerate(questions)
             if question.id == after or (not after and question.theme == self._theme)),
            0,
        )  # fmt: skip
        for question in (*questions[start:], *questions[:start]):
            if not self._is_settled(question.id):
                self.show_question(question.id)
                return
        self.finished.emit()

    def _note_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Remember the question that one works on: a click on « Question suivante » takes the focus away."""
        while now is not None and now is not self:
            if isinstance(now, QuestionCard) and now.question.id in self._cards:
                self._left = now.question.id
                return
            now = now.parentWidget()

    def _is_settled(self, id: str) -> bool:
        answer = self._answers.get(id)
        return answer is not None and is_settled(answer)

    def _build(self, name: str) -> None:
        """Make the cards of a theme."""
        on = dt.date.fromisoformat(self._session.campaign.as_of)
        laws = binding_on(self._session.document.authority, on)
        cards = []
        for question in questionnaire.load():
            if question.theme == name:
                card = self._cards[question.id] = QuestionCard(self._session, question, laws)
                card.next_asked.connect(lambda id=question.id: self._next(id))
                cards.append(card)
        self._pages[name] = column(*cards, gap=12)
        self._questions.addWidget(self._pages[name])
        in_order([self.everything, *(stop for card in cards for stop in card.stops)])
        self._show_answers()

    def _next(self, after: str) -> None:
        """Go to the question that follows on the screen, else to the next one without an answer."""
        shown = [card.question.id for card in self.cards]
        place = shown.index(after) + 1
        if place < len(shown):
            self._cards[shown[place]].focus()
        else:
            self.go_on()

    def _show_answers(self) -> None:
        document = self._session.document
        earlier = previous(document, self._session.campaign)
        before = answers_of(document, earlier) if earlier else {}
        year = earlier.year if earlier else 0
        for id, card in self._cards.items():
            if card.question.theme == self._theme:
                card.show_answer(self._answers.get(id), before.get(id), year)

    def _filter(self) -> None:
        """Choose the questions to show; one that is answered meanwhile stays in sight."""
        self._settled_when_shown = frozenset(filter(self._is_settled, self._cards))
        self._hide_others()

    def _hide_others(self) -> None:
        asked_ids = {question.id for question in self.asked()}
        left = 0
        for id, card in self._cards.items():
            shown = id in asked_ids and not (self.unanswered.isChecked() and id in self._settled_when_shown)
            card.setVisible(shown)
            left += shown and card.question.theme == self._theme
        for name, page in self._pages.items():
            page.setVisible(name == self._theme)
        self._heading.setText(self._theme)
        self._nothing.setVisible(not left)

    def _forget(self) -> None:
        """Drop the cards: they are those of another campaign, or of before it was frozen."""
        for page in self._pages.values():
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._cards.clear()
