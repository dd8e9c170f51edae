"""The page of a step: its goal, its checklist, what it asks, its documents, what others did."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.steps import FLASH_PATH, STEPS, Example, Step, StepProgress, flash, progress
from nrdesk.ui import errors
from nrdesk.ui.documents.document_row import DocumentRow
from nrdesk.ui.records import StepAnswers
from nrdesk.ui.session import Session
from nrdesk.ui.steps.check_row import CheckRow
from nrdesk.ui.steps.sections import SECTIONS, Section
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill

_FLASH_HELP = (
    "Le parcours flash ne garde que l’essentiel, pour les communes de moins de 3\u202f500 habitants. "
    "Rien de ce que vous avez saisi n’est perdu."
)


def _nothing(session: Session) -> Sequence[Section]:
    """Return the sections of a step that has no form of its own yet."""
    return ()


class StepPage(Page):
    """One of the ten steps."""

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__(f"{step.number}. {step.title}", step.goal)
        self.step_number = step.number
        self._session, self._step = session, step
        self._state = Pill("")
        self.add_badge(self._state)
        self._path = button("", kind="link", on_click=self._switch_path, help=_FLASH_HELP)
        self._path.setEnabled(not session.document.read_only)
        self.add_action(self._path)
        checks = Card("Suffisant pour avancer")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        checks.add_layout(self._lines)
        self.add(checks)
        self._sections = [*SECTIONS.get(step.number, _nothing)(session), StepAnswers(session, step.number)]
        for section in self._sections:
            self.add(cast(QWidget, section))
        documents = Card("Les documents de l’étape")
        for deliverable in step.deliverables:
            documents.add(DocumentRow(session, deliverable))
        self.add(documents)
        if step.examples:
            self.add(_examples(step.examples))
        self._add_footer()

    def refresh(self) -> None:
        short = flash(self._session.document)
        self._path.setText("Tout afficher" if short else "Parcours flash\u00a0: l’essentiel")
        found = progress(self._session.document, self._session.assessment())[self._step.number - 1]
        self._state.show_state(*_state(found))
        clear(self._lines)
        for result in found.results:
            self._lines.addWidget(CheckRow(result, self))
        for section in self._sections:
            section.refresh()

    def reveal(self, field: str) -> None:
        for section in self._sections:
            if section.focus_field(field):
                return

    def _switch_path(self) -> None:
        """Ask for the essential only, or for everything, in the ten steps."""
        short = flash(self._session.document)
        try:
            with self._session.act(
                "Quitter le parcours flash" if short else "Suivre le parcours flash"
            ) as tx:
                tx.set_setting(FLASH_PATH, not short)
        except UserError as error:
            errors.show_error(self, error)
        else:
            self.refresh()

    def _add_footer(self) -> None:
        number = self._step.number
        items: list[QWidget | int] = [1]
        if number > 1:
            go = partial(self._go_to, number - 1)
            items.insert(0, button(f"&Précédent\u00a0: étape {number - 1}", "chevron-left", on_click=go))
        if number < len(STEPS):
            go = partial(self._go_to, number + 1)
            items.append(button(f"&Suivant\u00a0: étape {number + 1}", kind="primary", on_click=go))
        self.set_footer(*items)

    def _go_to(self, number: int) -> None:
        self.go(STEPS[number - 1].page)


def _state(found: StepProgress) -> tuple[str, str]:
    """Return the words and the kind of the pill beside the title."""
    if found.share >= 1:
        return "suffisant", "ok"
    left = sum(not result.done for result in found.results)
    return f"il manque {count(left, 'point')}", "warn"


def _examples(examples: Sequence[Example]) -> Card:
    card = Card("Ils l’ont fait")
    for example in examples:
        panel = Panel(text.label(example.figure, "heading", "accent"), text.strong(example.who))
        panel.add(text.body(example.text, terms=True))
        panel.add(text.muted(f"Source\u00a0: {example.source}"))
        card.add(panel)
    return card
