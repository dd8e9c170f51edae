"""Start without an inventory: five numbers, and a first park that real lines replace one after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import steps
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.assessment import START
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory import start
from nrdesk.core.inventory.estimation import Cover, FiveNumbers
from nrdesk.core.model import Origin
from nrdesk.ui import errors
from nrdesk.ui.records.editors import LineEditor
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step04_assessment.start_preview import StartPreview
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import messages, text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form, FormRow
from nrdesk.ui.widgets.reveal import reveal

PLACE = "start"
"""Name under which other pages lead here."""
_PAUSE = 150
"""Milliseconds without typing after which the preview follows."""


class StartCard(Card):
    """The five numbers while the inventory is empty; then what is still estimated, in a sentence."""

    def __init__(self, session: Session) -> None:
        super().__init__("Partir de cinq chiffres")
        self._session = session
        self._asked = False
        self._covers: tuple[Cover, ...] = ()
        self._shown: FiveNumbers | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._preview)
        self._state = text.body("", terms=True)
        self.replace_button = button("Remplacer les lignes estimées…", "refresh-cw", on_click=self._replace)
        self.again_button = button("", kind="link", on_click=self._toggle)
        self.remove_button = button("Retirer tout ce qui est estimé…", kind="link", on_click=self._remove)
        self._folded = flow(self.replace_button, self.again_button, self.remove_button)
        self.add(self._state)
        self.add(self._folded)
        self._full = QWidget()
        self._add_form()
        self.add(self._full)

    def _add_form(self) -> None:
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        form = Form(columns=3)
        self.editors: dict[str, LineEditor] = {}
        self._rows: dict[str, FormRow] = {}
        for field in START:
            editor = self.editors[field.name] = LineEditor()
            self._rows[field.name] = form.add_row(field.label, editor, help=field.help, unit=field.unit)
            editor.textChanged.connect(lambda: self._soon.start())
        self.estimate_button = button("Estimer mon parc", "leaf", on_click=self._estimate)
        self.preview = StartPreview(self.estimate_button)
        column.addWidget(form)
        column.addWidget(self.preview)

    def refresh(self) -> None:
        """Show what the document holds."""
        lines = self._session.assessment().equipment
        guessed = sum(line.quantity for line in lines if line.origin is Origin.ESTIMATED)
        self._covers = start.covers(self._session.document, lines) if guessed else ()
        opened = not lines or self._asked
        self._state.setText(text.tied(_state(guessed, len(lines), self._covers)))
        self._folded.setVisible(bool(lines))
        self.replace_button.setVisible(bool(self._covers))
        self.remove_button.setVisible(bool(guessed))
        again = "Estimer à nouveau" if guessed else "Compléter par une estimation"
        self.again_button.setText("Refermer l’estimation" if opened else again)
        writable = not self._session.document.read_only and not self._session.campaign.frozen
        for widget in (self.replace_button, self.remove_button, self.estimate_button):
            widget.setEnabled(writable)
        self._full.setVisible(opened)
        # The flash path keeps what is left to do: an inventory made of real lines needs no estimate.
        self.setHidden(not opened and not guessed and steps.flash(self._session.document))
        if opened:
            self._fill_in()
            self._preview()

    def focus_field(self, name: str) -> bool:
        """Open and lead to the first number; return whether the name is that of this card."""
        if name == PLACE:
            self._open()
        return name == PLACE

    def _toggle(self) -> None:
        if self._asked:
            self._asked = False
            self.refresh()
        else:
            self._open()

    def _open(self) -> None:
        self._asked = True
        self.refresh()
        reveal(next(iter(self.editors.values())))

    def _fill_in(self) -> None:
        """Propose numbers, unless some are being typed."""
        proposed = start.proposed_numbers(self._session.document)
        if proposed == self._shown:
            return
        self._shown = proposed
        for field in START:
            value = getattr(proposed, field.name)
            self.editors[field.name].show_text(field.show(value) if value else "")

    def _typed(self) -> FiveNumbers | None:
        """Return the numbers typed, None when one of them is no number; it is then said beside it."""
        found: dict[str, int] = {}
        for field in START:
            try:
                value = field.read(self.editors[field.name].typed())
            except Unreadable as error:
                self._rows[field.name].set_problem(f"{error}.")
            else:
                self._rows[field.name].set_problem("")
                found[field.name] = int(value or 0)
        return FiveNumbers(**found) if len(found) == len(START) else None

    def _preview(self) -> None:
        self._soon.stop()
        assessment = self._session.assessment()
        numbers = self._typed()
        real = [line for line in assessment.equipment if line.origin is not Origin.ESTIMATED]
        quantity = self.preview.show_numbers(numbers, real, assessment.method) if numbers else 0
        writable = not self._session.document.read_only and not self._session.campaign.frozen
        self.estimate_button.setEnabled(writable and bool(quantity))

    def _estimate(self) -> None:
        if (numbers := self._typed()) is None:
            return
        document, campaign = self._session.document, self._session.campaign
        self._asked = False
        try:
            park = start.start(document, campaign, numbers)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        reveal(self.again_button)
        quantity = count(sum(line.quantity for line in park), "appareil estimé", "appareils estimés")
        say_undoable(
            self,
            self._session,
            f"{quantity}{NBSP}: l’empreinte est prête, l’inventaire attend vos corrections.",
        )

    def _replace(self) -> None:
        covers = self._covers
        quantity = count(sum(cover.covered for cover in covers), "appareil estimé", "appareils estimés")
        if messages.ask(
            self,
            f"Retirer {quantity}, que de vraies lignes décrivent maintenant{NBSP}?",
            yes="Retirer",
            details=f"{_by_group(covers)}. Vos vraies lignes ne changent pas.",
        ):
            self._act(partial(start.take_off, self._session.document, covers), f"Retiré{NBSP}: {quantity}.")

    def _remove(self) -> None:
        if messages.ask(
            self,
            f"Retirer toutes les lignes estimées{NBSP}?",
            yes="Retirer",
            details="Vos vraies lignes restent. À faire quand votre inventaire est complet.",
        ):
            take_off = partial(start.take_off_all, self._session.document, self._session.campaign)
            self._act(take_off, "Les lignes estimées sont retirées de l’inventaire.")

    def _act(self, do: partial[None], said: str) -> None:
        try:
            do()
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, said)


def _state(guessed: int, lines: int, covers: tuple[Cover, ...]) -> str:
    """Return where the inventory stands between an estimate and real lines."""
    if not lines:
        return (
            "Pas encore d’inventaire ? Ces cinq chiffres donnent un parc estimé et une première empreinte. "
            "Chaque ligne dira qu’elle est estimée, et vous la remplacerez quand vous voudrez."
        )
    if covers:
        return (
            f"De vraies lignes décrivent des appareils qui restent aussi estimés ({_by_group(covers)}) : "
            "retirez l’estimation pour ne pas les compter deux fois."
        )
    if guessed:
        told = count(
            guessed, "appareil de votre inventaire est estimé", "appareils de votre inventaire sont estimés"
        )
        return f"{told} à partir de cinq chiffres. Saisissez ou importez les vrais quand vous voudrez."
    return (
        "Votre inventaire contient de vraies lignes. Une estimation peut compléter les familles qui manquent."
    )


def _by_group(covers: tuple[Cover, ...]) -> str:
    groups: dict[str, int] = {}
    for cover in covers:
        groups[cover.group] = groups.get(cover.group, 0) + cover.covered
    return ", ".join(f"{group.lower()}{NBSP}: {quantity}" for group, quantity in groups.items())
