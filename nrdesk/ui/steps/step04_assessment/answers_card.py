"""What was answered in the interview that is shown, question after question of its guide."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.errors import UserError
from nrdesk.core.fields import Value
from nrdesk.core.fields.field import long_text
from nrdesk.core.formatting import count
from nrdesk.core.listening import Asked, asked, copied, guides
from nrdesk.core.model import Interview, InterviewAnswer, QuestionGuide
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form, FormRow
from nrdesk.ui.widgets.layout import clear

PLACE = "interview_answers"
"""Name that leads to this card (see `focus_field`)."""
_NONE = ""
_SHIPPED = "nrdesk:"
"""Before the identifier of a guide that comes with nrdesk and that the document does not have yet."""
_TITLE = "Réponses"
_Key = tuple[str, str, int]
"""Identifier of an interview, question, and which of the answers to that question it is."""
_OTHER = "Cette question n’est plus dans le guide\u00a0: sa réponse est gardée."


class AnswersCard(Card):
    """The answers of one interview; hidden as long as there is none."""

    def __init__(self, session: Session, interviews: RecordSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            interviews: the section whose current interview this card follows.
        """
        super().__init__()
        self._session, self._interviews = session, interviews
        self._fold = Fold(_TITLE, opened=False, role="heading")
        self.guide = ChoiceEditor()
        self.guide.setEnabled(not session.document.read_only)
        self.guide.left.connect(self._choose)
        self._summary = text.muted("")
        self._fold.add_summary(self._summary)
        self._fold.add(FormRow("Guide de questions", self.guide, help="Les questions apparaissent dessous."))
        self._place = QVBoxLayout()
        self._fold.body.addLayout(self._place)
        self.add(self._fold)
        self._edits: dict[_Key, FieldEdit] = {}
        interviews.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Show what the document holds."""
        interview = self._current()
        self.setHidden(interview is None)
        if interview is None:
            self._show_questions("", ())
            return
        title = text.tied(f"{_TITLE} : {interview.title}" if interview.title else _TITLE)
        # An ampersand would be the shortcut of a button.
        self._fold.header.setText(title.replace("&", "&&"))
        self._show_guides(interview)
        document = self._session.document
        guide = document.get(QuestionGuide, interview.guide_id) if interview.guide_id else None
        questions = asked(guide, document.all(InterviewAnswer, interview_id=interview.id))
        self._show_questions(interview.id, questions, guided=guide is not None)
        done = sum(bool(each.text) for each in questions)
        told = f"{count(done, 'réponse')} sur {count(len(questions), 'question')}."
        self._summary.setText(told if questions else "Choisissez un guide pour noter les réponses.")

    def focus_field(self, name: str) -> bool:
        """Lead to the first question, or to the choice of a guide; return whether the name is known here."""
        if name == PLACE and not self.isHidden():
            self._fold.header.setChecked(True)
            first = next(iter(self._edits.values()), None)
            if first:
                first.focus()
            else:
                self.guide.setFocus()
        return name == PLACE

    def _show_guides(self, interview: Interview) -> None:
        """Offer the guides of the document, then those of nrdesk that it does not have."""
        ours = {
            guide.id: guide.title or "(sans titre)" for guide in self._session.document.all(QuestionGuide)
        }
        shipped = {
            f"{_SHIPPED}{each.id}": f"{each.title} (modèle)"
            for each in guides()
            if each.title not in ours.values()
        }
        known = interview.guide_id or _NONE
        if not self.guide.hasFocus() or self.guide.typed() == known:
            self.guide.set_choices({_NONE: "Sans guide", **ours, **shipped})
            self.guide.show_text(known)

    def _show_questions(
        self, interview_id: str, questions: tuple[Asked, ...], *, guided: bool = False
    ) -> None:
        """Show the questions; what is being typed in the same ones is left alone."""
        asked_once: Counter[str] = Counter()
        keys: list[_Key] = []
        for each in questions:
            keys.append((interview_id, each.question, asked_once[each.question]))
            asked_once[each.question] += 1
        if keys != list(self._edits):
            self._leave()
            clear(self._place)
            form = Form(columns=1)
            for key, each in zip(keys, questions, strict=True):
                field = long_text("text", each.question, _OTHER if guided and not each.in_guide else "")
                self._edits[key] = FieldEdit(self._session, form, field, partial(self._write, *key))
            self._place.addWidget(form)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            form.show()
        for key, each in zip(keys, questions, strict=True):
            self._edits[key].show(":".join(map(str, key)), each.text)

    def _leave(self) -> None:
        """Save what was typed in the questions that are about to go."""
        there = set(self._session.document.ids(Interview))
        # Taken away first: what is saved draws the card again.
        leaving, self._edits = self._edits, {}
        for (interview_id, _, _), edit in leaving.items():
            if interview_id in there:
                edit.save_typed()

    def _choose(self) -> None:
        interview, chosen = self._current(), self.guide.typed()
        if interview is None or chosen == (interview.guide_id or _NONE):
            return
        try:
            with self._session.act(f"Choisir un guide de questions ({interview.title})") as tx:
                if chosen.startswith(_SHIPPED):
                    id = chosen.removeprefix(_SHIPPED)
                    guide = copied(next(each for each in guides() if each.id == id))
                    tx.add(guide)
                    chosen = guide.id
                tx.update(Interview, interview.id, guide_id=chosen or None)
        except UserError as error:
            errors.show_error(self, error)
        self.refresh()

    def _write(self, interview_id: str, question: str, rank: int, value: Value) -> None:
        document = self._session.document
        interview = document.get(Interview, interview_id)
        guide = document.get(QuestionGuide, interview.guide_id) if interview.guide_id else None
        found = asked(guide, document.all(InterviewAnswer, interview_id=interview_id))
        alike = [each.answer_id for each in found if each.question == question]
        kept = alike[rank] if rank < len(alike) else None
        with self._session.act(f"Répondre à «\u00a0{question}\u00a0» ({interview.title})") as tx:
            if kept:
                tx.update(InterviewAnswer, kept, text=value)
            else:
                tx.add(InterviewAnswer(interview_id=interview_id, question=question, text=str(value)))

    def _current(self) -> Interview | None:
        found = self._interviews.current_id
        return self._session.document.get(Interview, found) if found else None
