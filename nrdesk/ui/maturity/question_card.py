"""A question on the screen: its five levels to choose from, last year's, a comment and a proof on demand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.maturity import MATURITY
from nrdesk.core.maturity import is_settled, sheet
from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference.questionnaire import MaturityQuestion
from nrdesk.core.reference.words import occurrences
from nrdesk.ui import errors
from nrdesk.ui.accessibility import in_order
from nrdesk.ui.maturity.answering import is_locked, write_answer
from nrdesk.ui.maturity.level_button import LevelButton
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.reveal import reveal, scroll_to

_K = Qt.Key
_LEVELS = {
    _K.Key_0: 0, _K.Key_Agrave: 0,
    _K.Key_1: 1, _K.Key_Ampersand: 1,
    _K.Key_2: 2, _K.Key_Eacute: 2,
    _K.Key_3: 3, _K.Key_QuoteDbl: 3,
    _K.Key_4: 4, _K.Key_Apostrophe: 4,
}  # fmt: skip
"""Keys of the levels; a French keyboard types « à & é " ' » where others type digits."""
_OUT = "Sans objet ici"
_NOTES = "Commentaire et preuve"


class QuestionCard(Card):
    """One question; the keys 0 to 4 answer, Enter goes on to the next one."""

    next_asked = Signal()
    """The next question is asked for."""

    def __init__(self, session: Session, question: MaturityQuestion, laws: Mapping[str, str]) -> None:
        """Show a question.

        Args:
            session: the open document.
            question: what is asked.
            laws: titles of the obligations that apply to the collectivité, by identifier.
        """
        super().__init__()
        self.question = question
        self._session = session
        self._answer: MaturityAnswer | None = None
        self._edits: dict[str, FieldEdit] = {}
        self.setAccessibleName(question.text)
        self.body.setSpacing(8)
        self._title = text.strong(question.text, terms=True)
        self.add(self._title)
        self._before = Pill("", "quiet")
        self.add(self._before)
        self._help = [text.muted(told, terms=True) for told in _told(question, laws)]
        for label in self._help:
            self.add(label)
        self._group = QButtonGroup(self)
        self._out = LevelButton("", _OUT)
        self.levels = tuple(LevelButton(str(level), words) for level, words in enumerate(question.levels))
        for level, made in enumerate((*self.levels, self._out)):
            self._group.addButton(made, level)
        self._group.idClicked.connect(self._choose)
        self.add(column(*self.levels, self._out, gap=2))
        self._erase = button("Effacer la réponse", kind="link", on_click=self._clear)
        self.notes = Fold(_NOTES, opened=False)
        self.notes.header.toggled.connect(self._open_notes)
        # What appears with an answer must not push down the questions that follow.
        policy = self._erase.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._erase.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.addWidget(self.notes, 1)
        foot.addWidget(self._erase, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(foot)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [self._title, *self._help, *self._group.buttons(), self.notes.header, self._erase]

    @property
    def settled(self) -> bool:
        """Whether the question has a level, or makes no sense here."""
        return self._answer is not None and is_settled(self._answer)

    def show_answer(self, answer: MaturityAnswer | None, before: MaturityAnswer | None, year: int) -> None:
        """Show what the document holds.

        Args:
            answer: the answer of the campaign shown, None when there is none.
            before: that of the year before.
            year: which year that is.
        """
        self._answer = answer
        locked = is_locked(self._session)
        self._check(answer)
        for made in self._group.buttons():
            made.setEnabled(not locked)
        said = sheet.written(before.level, not_applicable=before.not_applicable) if before else ""
        self._before.setText(f"{year}\u00a0: {said.lower()}")
        self._before.setVisible(bool(said))
        self._erase.setVisible(self.settled and not locked)
        filled = answer is not None and bool(answer.comment or answer.evidence)
        self.notes.header.setText(f"{_NOTES} (remplis)" if filled else _NOTES)
        self._show_notes()

    def focus(self) -> None:
        """Bring the question in sight and give the focus to its answer, the first one when it has none."""
        chosen = self._group.checkedButton() or self.levels[0]
        reveal(chosen if chosen.isEnabled() else self.notes.header)
        QTimer.singleShot(0, self, self._show_whole)

    def _show_whole(self) -> None:
        """Scroll to the whole question, to its beginning when it is too high for the window."""
        scroll_to(self)
        scroll_to(self._title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        level = next((level for key, level in _LEVELS.items() if key == event.key()), None)
        if level is not None and self.levels[level].isEnabled():
            self.levels[level].setFocus(Qt.FocusReason.TabFocusReason)
            self.levels[level].click()
        elif event.key() in (_K.Key_Return, _K.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def _check(self, answer: MaturityAnswer | None) -> None:
        """Mark the answer; only one row of the question is a stop of Tab."""
        chosen: LevelButton | None = None
        if answer is not None and answer.not_applicable:
            chosen = self._out
        elif answer is not None and answer.level is not None and answer.level < len(self.levels):
            chosen = self.levels[answer.level]
        # A group leaves none unmarked as long as it is exclusive.
        self._group.setExclusive(False)
        for made in (*self.levels, self._out):
            made.setChecked(made is chosen)
        self._group.setExclusive(True)
        stop = chosen or self.levels[0]
        for made in (*self.levels, self._out):
            policy = Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    def _choose(self, level: int) -> None:
        out = level == len(self.levels)
        said = _OUT.lower() if out else f"niveau {level}"
        self._write(said, level=None if out else level, not_applicable=out)

    def _clear(self) -> None:
        self.levels[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._write("réponse effacée", level=None, not_applicable=False)

    def _write(self, said: str, **changes: object) -> None:
        try:
            write_answer(self._session, self.question, said, **changes)
        except UserError as error:
            self._check(self._answer)
            errors.show_error(self, error)

    def _open_notes(self, opened: bool) -> None:
        if not opened or self._edits:
            return
        form = Form(columns=2)
        for field in MATURITY:
            edit = FieldEdit(self._session, form, field, partial(self._write_note, field))
            if is_locked(self._session):
                edit.editor.lock()
            self._edits[field.name] = edit
        self.notes.add(form)
        in_order([self.notes.header, *(edit.editor for edit in self._edits.values())])
        self._show_notes()

    def _show_notes(self) -> None:
        answer = self._answer or MaturityAnswer(campaign_id="", question=self.question.id)
        for edit in self._edits.values():
            edit.show(f"{self._session.campaign.id}:{self.question.id}", edit.field.text(answer))

    def _write_note(self, field: Field, value: Value) -> None:
        write_answer(self._session, self.question, field.label.lower(), **{field.name: value})


def _told(question: MaturityQuestion, laws: Mapping[str, str]) -> list[str]:
    """Return what helps to answer: an explanation, the text that asks for it."""
    told = [question.help] if question.help else []
    if title := laws.get(question.obligation):
        told.append(f"Obligation qui s’applique à vous\u00a0: {title}.")
    if question.law_reference:
        told.append(f"Texte\u00a0: {question.law_reference}.")
    # The sentences of the levels are painted: what they call by its name is explained above them.
    if terms := occurrences(". ".join(question.levels)):
        told.append(f"Les mots des réponses\u00a0: {', '.join(each.term.term for each in terms)}.")
    return told
