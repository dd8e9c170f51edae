"""One exercise: what to do, where, hints that cost a point, and a check that says what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import training
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.training import Exercise, Verdict
from nrdesk.core.workshops.timetable import in_words
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.accessibility import announce
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import clear, row


class ExerciseView(QWidget):
    """What a table reads while it works."""

    left = Signal()
    """The list of exercises is asked for."""
    moved = Signal(int)
    """The next exercise is asked for (1), or the one before (-1)."""
    place_asked = Signal(str, str)
    """Key of a page, and a field of it."""
    scored = Signal()
    """A check was made or a hint opened: the score may have changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.exercise: Exercise | None = None
        self._about = text.label("", "overline")
        self._title = text.heading("")
        self._statement = text.body("", terms=True)
        self._file = text.muted("")
        self.go_button = button(
            "Y aller", "chevron-right", on_click=self._go, help="Ouvre la page où cela se fait"
        )
        self.check_button = button("&Vérifier", "check", "primary", self._check)
        self.hint_button = button("Voir un indice", "info", on_click=self._open_hint)
        self._hints = QVBoxLayout()
        self._hints.setSpacing(8)
        self._verdict = QVBoxLayout()
        self._previous = button("Précédent", "chevron-left", on_click=lambda: self.moved.emit(-1))
        self._next = button("Suivant", "chevron-right", on_click=lambda: self.moved.emit(1))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(12)
        self.back_button = button("Tous les exercices", "list", "link", self.left.emit)
        column.addWidget(row(self.back_button))
        column.addWidget(self._about)
        column.addWidget(self._title)
        column.addWidget(self._statement)
        column.addWidget(self._file)
        column.addWidget(flow(self.go_button, self.check_button))
        column.addLayout(self._verdict)
        column.addLayout(self._hints)
        column.addWidget(row(self.hint_button))
        column.addStretch(1)
        column.addWidget(flow(self._previous, self._next))

    def show_exercise(self, exercise: Exercise, place: int, total: int) -> None:
        """Show an exercise, the one of that place among so many."""
        self.exercise = exercise
        rank = f"EXERCICE {place + 1} SUR {total}"
        told = f"{in_words(exercise.minutes)} · {count(exercise.points, 'point')}"
        self._about.setText(f"{rank} · ÉTAPE {exercise.step} · {told}")
        self._title.setText(text.tied(exercise.title))
        self._file.setText(self._where(exercise))
        self._file.setVisible(bool(self._file.text()))
        self._statement.setText(text.tied(exercise.statement.strip()))
        self._previous.setEnabled(place > 0)
        self._next.setEnabled(place < total - 1)
        clear(self._verdict)
        self._show_hints(training.hints_opened(self._session.document, exercise))
        announce(self, f"{exercise.title}. {exercise.statement}")

    def forget_verdict(self) -> None:
        """Take away what the last check said: the document has changed."""
        clear(self._verdict)

    def _where(self, exercise: Exercise) -> str:
        """Say in which folder the file is that a statement names, empty when it names none."""
        session = training.session_of(self._session.document)
        assert session is not None
        named = [each.name for each in training.materials(session.commune) if each.name in exercise.statement]
        folder = self._session.document.path.parent
        return f"Dossier de {quoted(named[0])}{NBSP}: {folder}" if named else ""

    def _go(self) -> None:
        if self.exercise:
            self.place_asked.emit(self.exercise.place.page, self.exercise.place.field)

    def _check(self) -> None:
        if self.exercise is None:
            return
        try:
            verdict = training.check(self._session.document, self.exercise)
        except UserError as error:
            errors.show_error(self, error)
            return
        clear(self._verdict)
        self._verdict.addWidget(_told(verdict))
        words = "Réussi" if verdict.done else " ".join(("Pas encore.", *verdict.missing))
        announce(self, words)
        self.scored.emit()

    def _open_hint(self) -> None:
        if self.exercise is None:
            return
        try:
            opened = training.hint(self._session.document, self.exercise)
        except UserError as error:
            errors.show_error(self, error)
            return
        self._show_hints(opened)
        announce(self, f"Indice{NBSP}: {opened[-1]}" if opened else "Aucun indice")
        if not self.hint_button.isEnabled():
            self.check_button.setFocus()
        self.scored.emit()

    def _show_hints(self, opened: tuple[str, ...]) -> None:
        assert self.exercise is not None
        clear(self._hints)
        for rank, hint in enumerate(opened, 1):
            self._hints.addWidget(Panel(text.strong(f"Indice {rank}"), text.body(hint, terms=True)))
        left = len(self.exercise.hints) - len(opened)
        self.hint_button.setEnabled(left > 0)
        self.hint_button.setText(f"Voir un indice (−1{NBSP}point)" if left else "Tous les indices sont là")


def _told(verdict: Verdict) -> Panel:
    """Return what a check says, in words and with a mark."""
    if verdict.done:
        line = row(Image("circle-check", "ok", 22), text.label("Réussi", "heading", "ok"), gap=10)
        return Panel(line)
    panel = Panel(row(Image("circle-alert", "warn", 22), text.label("Pas encore", "heading", "warn"), gap=10))
    for missing in verdict.missing:
        panel.add(text.body(missing, terms=True))
    return panel
