"""The catalogue of ready actions: those that the data call for first, with their reasons, one click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count, trimmed
from nrdesk.core.model import Axis, Objective
from nrdesk.core.plan import editing
from nrdesk.core.plan.proposals import Proposal, proposals
from nrdesk.core.plan.stakes import Stakes
from nrdesk.core.reference import actions as catalogue
from nrdesk.ui import errors, theme
from nrdesk.ui.inventory.order import fold
from nrdesk.ui.planning.grid_columns import objective_titles
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.keys import on_key
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.pill import Pill

_TYPING_MS = 120
_EASE = {1: "difficile", 2: "moyenne", 3: "facile"}
_NO_REASON = "Rien dans vos données ne l’appelle en particulier\u00a0: à vous de juger."


class ProposalsView(QWidget):
    """A list to walk through, and what each action would be; Enter takes the current one."""

    back_wanted = Signal()
    taken = Signal(str)
    """An action was added to the plan: its identifier."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[Proposal, ...] = ()
        self.back_button = button("Revenir au plan", "chevron-left", on_click=self.back_wanted.emit)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Chercher une action…")
        self.words.setAccessibleName("Chercher dans le catalogue")
        self.words.setMinimumWidth(theme.px(180))
        self.axis = ChoiceEditor()
        self.axis.setAccessibleName("Axe des actions proposées")
        self.axis.setMinimumContentsLength(18)
        self.axis.set_choices({"": "Tous les axes", **{axis.value: axis.label for axis in Axis}})
        self.count = text.muted("", wrap=False)
        self.list = RecordList("Actions proposées")
        self.list.take_room()
        self.list.setAccessibleDescription("Flèches pour parcourir, Entrée pour ajouter au plan")
        self.list.keys = {"Return": self.take, "Enter": self.take}
        self.list.chosen.connect(lambda _: self._show_details())
        self._details = QVBoxLayout()
        self._details.setSpacing(8)
        self.objective = ChoiceEditor()
        self.objective.setAccessibleName("Objectif servi par l’action ajoutée")
        self.objective.setMinimumContentsLength(22)
        self.take_button = button("Ajouter au plan", "plus", "primary", on_click=self.take)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._soon.timeout.connect(self._show_list)
        self.words.textChanged.connect(lambda _: self._soon.start())
        self.axis.currentIndexChanged.connect(lambda _: self._show_list())
        on_key(self, Qt.Key.Key_Escape, self.back_wanted.emit)

    def _lay_out(self) -> None:
        inner = QWidget()
        details = QVBoxLayout(inner)
        details.setContentsMargins(0, 0, 8, 0)
        details.setSpacing(12)
        details.addLayout(self._details)
        details.addWidget(flow(self.take_button, self.objective))
        details.addStretch(1)
        card = Card()
        card.add(_scrolling(inner))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(flow(self.back_button, self.words, self.axis, self.count))
        lines.addWidget(
            text.muted(
                "D’abord vos obligations, vos réponses les plus faibles au questionnaire, ce qui pèse dans "
                "votre empreinte. Durées, temps et effets sont des estimations de nrdesk, à ajuster.",
                terms=True,
            )
        )
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.list, 5)
        beside.addWidget(card, 6)
        lines.addLayout(beside, 1)

    def refresh(self) -> None:
        """Show what the document calls for."""
        self._found = proposals(self._session.document, self._session.assessment())
        titles = objective_titles(self._session.document)
        self.objective.set_choices({"": "Sans objectif pour l’instant", **titles})
        self.objective.setCurrentIndex(max(self.objective.currentIndex(), 0))
        self.objective.setVisible(bool(titles))
        self.take_button.setEnabled(not self._session.document.read_only)
        self._show_list()

    def take(self) -> None:
        """Add the current action to the plan, and go to the next one."""
        proposal = self._current()
        if proposal is None or not self.take_button.isEnabled():
            return
        added = take(self, self._session, proposal, self.objective.typed() or None)
        if added:
            self.taken.emit(added)
            self.refresh()
            self.list.setFocus()

    def focus_first(self) -> None:
        """Lead to the list."""
        self.list.setFocus()

    def _show_list(self) -> None:
        kept = [each for each in self._found if self._keeps(each)]
        self.list.show_lines([_line(each) for each in kept])
        self.count.setText(count(len(kept), "action proposée", "actions proposées"))
        self._show_details()

    def _keeps(self, proposal: Proposal) -> bool:
        action = proposal.action
        told = fold(f"{action.id} {action.title} {action.indicator}")
        asked = fold(self.words.text()).split()
        axis = self.axis.typed()
        return all(word in told for word in asked) and (not axis or action.axis.value == axis)

    def _current(self) -> Proposal | None:
        return next((each for each in self._found if each.action.id == self.list.current_id), None)

    def _show_details(self) -> None:
        clear(self._details)
        proposal = self._current()
        self.take_button.setVisible(proposal is not None)
        self.objective.setVisible(proposal is not None and bool(self._session.document.count(Objective)))
        if proposal is None:
            self._details.addWidget(text.muted("Aucune action du catalogue ne correspond."))
            return
        for widget in details(proposal):
            self._details.addWidget(widget)
            # At once: the layout would wait, and a label that is not shown has no height.
            widget.show()
        if proposal.effect is not None:
            explain = button("Expliquer ce chiffre", kind="link", on_click=self._explain)
            explain.setAccessibleDescription("Effet de cette action sur l’empreinte")
            self._details.addWidget(flow(explain))

    def _explain(self) -> None:
        if proposal := self._current():
            stakes = Stakes.of(self._session.document, self._session.assessment())
            explain_over(self, stakes.explain(proposal.action))


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    # It takes the room there is: its content is no reason for the page to scroll as well.
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    area.setMinimumHeight(theme.px(200))
    return area


def take(parent: QWidget, session: Session, proposal: Proposal, objective_id: str | None) -> str:
    """Add an action of the catalogue to the plan and say so; return its identifier, "" when refused."""
    try:
        made = editing.take(session.document, [proposal.action.id], objective_id=objective_id)
    except UserError as error:
        errors.show_error(parent, error)
        return ""
    if not made:
        return ""
    say_undoable(parent, session, f"Ajoutée au plan\u00a0: {proposal.action.title}.")
    return made[0].id


def details(proposal: Proposal) -> list[QWidget]:
    """Return what is worth knowing of an action before it is taken."""
    action = proposal.action
    made: list[QWidget] = [text.heading(action.title)]
    made.append(flow(Pill(action.axis.label, "accent"), Pill(_EASE[action.ease], "quiet")))
    made.append(text.strong("Pourquoi vous la proposer"))
    made += [text.body(f"•\u00a0{reason}", terms=True) for reason in proposal.reasons] or [
        text.muted(_NO_REASON)
    ]
    made.append(text.strong("Ce qu’elle demande"))
    made.append(text.body(" ".join(_asks(proposal)), terms=True))
    if action.indicator:
        unit = f" ({action.unit})" if action.unit else ""
        made.append(text.body(f"Indicateur\u00a0: {action.indicator}{unit}.", terms=True))
    first = [catalogue.by_id()[key].title for key in action.prerequisites if key in catalogue.by_id()]
    if first:
        made.append(text.body(f"À faire d’abord\u00a0: {' ; '.join(first)}."))
    if not action.small_commune:
        made.append(text.muted("Plutôt pour une grande collectivité."))
    sources = " ; ".join(part.strip() for part in action.source.split(";"))
    made.append(text.muted(f"Source\u00a0: {sources}."))
    return made


def _asks(proposal: Proposal) -> Sequence[str]:
    action = proposal.action
    parts = []
    if action.months:
        parts.append(f"Environ {trimmed(action.months)}\u00a0mois.")
    if action.days:
        parts.append(f"{trimmed(action.days)}\u00a0jour{'s' if action.days >= 2 else ''} de travail en tout.")
    parts.append(f"Coût\u00a0: {action.cost}.")
    if action.savings:
        parts.append(f"Gain\u00a0: {action.savings}.")
    return parts


def _line(proposal: Proposal) -> Line:
    reason = proposal.reasons[0] if proposal.reasons else proposal.action.axis.label
    return Line(proposal.action.id, proposal.action.title, reason)
