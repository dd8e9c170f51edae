"""The questions of the guide, each with room for the answer."""

from __future__ import annotations

from functools import partial

from nrdesk.core.fields import Value
from nrdesk.core.fields.field import long_text
from nrdesk.core.model import StepAnswer
from nrdesk.core.steps import STEPS
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import Form

PLACE = "answers"
"""Name that leads to this card (see `focus_field`)."""


class StepAnswers(Card):
    """What was answered to the questions of a step; an answer to a former question stays in sight."""

    def __init__(self, session: Session, step_number: int) -> None:
        super().__init__("Les questions du guide")
        self._session, self._step = session, step_number
        self.add(text.muted("Quelques mots suffisent\u00a0: ils nourrissent vos documents."))
        self._form = Form(columns=1)
        self._edits: dict[str, FieldEdit] = {}
        self.add(self._form)
        for question in STEPS[step_number - 1].guide.questions:
            self._add_question(question)

    def refresh(self) -> None:
        """Show what the document holds."""
        answers = {
            answer.question: answer
            for answer in self._session.document.all(StepAnswer, step=self._step)
            if answer.text or answer.question in self._edits
        }
        for question in answers.keys() - self._edits.keys():
            self._add_question(question)
        for question, edit in self._edits.items():
            answer = answers.get(question)
            edit.show(f"{self._step}:{question}", answer.text if answer else "")

    def focus_field(self, name: str) -> bool:
        """Lead to the first question; return whether the name is that of this card."""
        if name == PLACE and self._edits:
            next(iter(self._edits.values())).focus()
            return True
        return False

    def _add_question(self, question: str) -> None:
        field = long_text("text", question)
        self._edits[question] = FieldEdit(self._session, self._form, field, partial(self._write, question))

    def _write(self, question: str, value: Value) -> None:
        document = self._session.document
        with self._session.act(f"Répondre à «\u00a0{question}\u00a0»") as tx:
            if found := document.ids(StepAnswer, step=self._step, question=question):
                tx.update(StepAnswer, found[0], text=value)
            else:
                tx.add(StepAnswer(step=self._step, question=question, text=str(value)))
