"""The checklist of a responsible communication, to be ticked theme by theme."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from nrdesk.core.communication import checklist
from nrdesk.core.communication.checklist import Checklist, CheckState
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Value
from nrdesk.core.fields.field import text_line
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import KitCheck
from nrdesk.core.reference.communication import CheckTheme, CommunicationCheck
from nrdesk.core.steps import flash
from nrdesk.ui import errors
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.reveal import reveal

_COMMENT = text_line("comment", "Remarque", "Ce qui reste à faire, ou pourquoi vous ne le tenez pas.")


class ChecklistCard(Card):
    """What makes a communication responsible, the themes folded once they are met."""

    def __init__(self, session: Session) -> None:
        super().__init__("Une communication responsable")
        self._session = session
        self.sentence = text.body("")
        self.add(self.sentence)
        self.rows: dict[str, CheckLine] = {}
        """The lines of the themes that were opened."""
        self.folds: dict[CheckTheme, Fold] = {}
        for theme in CheckTheme:
            self.folds[theme] = fold = Fold(theme.label, opened=False)
            fold.body.setSpacing(12)
            fold.header.toggled.connect(partial(self._fill, theme))
            self.add(fold)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = self._found()
        self.sentence.setText(found.sentence)
        for state in found.items:
            if line := self.rows.get(state.check.id):
                line.show_state(state)
        for theme, fold in self.folds.items():
            items = found.of(theme)
            done = sum(each.done for each in items)
            fold.header.setText(f"{theme.label}{NBSP}: {done} sur {len(items)}")
        answered = any(each.answer for each in found.items)
        self.setHidden(not answered and flash(self._session.document))

    def focus_field(self, name: str) -> bool:
        """Lead to the first item that is not ticked; return whether the name is that of this card."""
        if name != "responsible":
            return False
        state = next((each for each in self._found().items if not each.done), None)
        if state is None:
            reveal(self)
        else:
            self.folds[state.check.theme].header.setChecked(True)
            reveal(self.rows[state.check.id].box)
        return True

    def _fill(self, theme: CheckTheme, opened: bool) -> None:
        """Make the lines of a theme the first time that it is opened."""
        for state in self._found().of(theme) if opened else ():
            if state.check.id not in self.rows:
                self.rows[state.check.id] = line = CheckLine(self._session, state.check)
                line.show_state(state)
                self.folds[theme].add(line)
                # At once: the layout would wait, and the focus goes to nothing hidden.
                line.show()

    def _found(self) -> Checklist:
        return checklist.of_answers(self._session.document.all(KitCheck))


class CheckLine(QWidget):
    """An item: a box, why, how, and a remark on demand."""

    def __init__(self, session: Session, check: CommunicationCheck) -> None:
        super().__init__()
        self._session, self._check = session, check
        self._state = CheckState(check, None)
        self.box = QCheckBox()
        self.box.setAccessibleName(check.text)
        self.box.setAccessibleDescription(f"{check.why} {check.how}")
        self.box.setEnabled(not session.document.read_only)
        self.box.clicked.connect(self._tick)
        self.remark = button("Ajouter une remarque", kind="link", on_click=self._ask_comment)
        self.remark.setAccessibleName(f"Ajouter une remarque{NBSP}: {check.text}")
        self.remark.setEnabled(not session.document.read_only)
        self.comment: FieldEdit | None = None
        """The remark, once there is one or one is asked for."""
        self._words = column(
            text.body(check.text, terms=True),
            text.muted(f"{check.why} {check.how}", terms=True),
            text.muted(f"Source{NBSP}: {check.source}"),
            flow(self.remark),
            gap=2,
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)

    def show_state(self, state: CheckState) -> None:
        """Show the answer that the document holds."""
        self.box.setChecked(state.done)
        self._state = state
        if self.comment is None and state.comment:
            self._add_comment()
        elif self.comment:
            self.comment.show(f"check-{state.check.id}", state.comment)

    def _ask_comment(self) -> None:
        self._add_comment().focus()

    def _add_comment(self) -> FieldEdit:
        form = Form()
        self.comment = FieldEdit(self._session, form, _COMMENT, self._write)
        self.comment.show(f"check-{self._state.check.id}", self._state.comment)
        layout = self._words.layout()
        assert layout is not None
        layout.addWidget(form)
        form.show()
        self.remark.hide()
        return self.comment

    def _tick(self, ticked: bool) -> None:
        try:
            checklist.answer(self._session.document, self._check.id, done=ticked)
        except UserError as error:
            self.box.setChecked(not ticked)
            errors.show_error(self, error)

    def _write(self, value: Value) -> None:
        checklist.answer(self._session.document, self._check.id, comment=str(value or ""))
