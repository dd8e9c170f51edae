"""The map of actors, those who are still to place, and the same in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Stakeholder
from nrdesk.core.team.actors import BY_WHOM_TO_START, HIGHEST, LOWEST, quarter
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step01_team.actors_map import ActorsMap
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, column

_MIDDLE = (LOWEST + HIGHEST) // 2


class ActorsCard(Card):
    """Moving a name on the map and typing its two notes in the form are the same thing."""

    def __init__(self, session: Session, actors: RecordSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            actors: the section where the same actors are listed and filled in.
        """
        super().__init__("La carte des acteurs")
        self._session, self._section = session, actors
        self.add(
            text.muted("Glissez un nom, ou déplacez-le avec les flèches du clavier. Entrée ouvre sa fiche.")
        )
        self.map = ActorsMap()
        self.map.moved.connect(self._move)
        self.map.chosen.connect(actors.select)
        self.map.opened.connect(self._open)
        self.add(self.map)
        self._to_place = QWidget()
        self._names = FlowLayout()
        names = QWidget()
        names.setLayout(self._names)
        to_place = QVBoxLayout(self._to_place)
        to_place.setContentsMargins(0, 0, 0, 0)
        self._how_many = text.strong("")
        to_place.addWidget(self._how_many)
        to_place.addWidget(names)
        self.add(self._to_place)
        self._words = Fold("La carte en toutes lettres", opened=False)
        self.add(self._words)

    def refresh(self) -> None:
        """Show what the document holds; without any actor there is no map to show."""
        actors = self._session.document.all(Stakeholder)
        self.map.show_actors(actors, read_only=self._session.document.read_only)
        self._show_unplaced([actor for actor in actors if quarter(actor) is None])
        self._say(actors)
        self.setHidden(not actors)

    def focus_field(self, name: str) -> bool:
        """Return False: the checklist leads to the list of actors."""
        return False

    def _show_unplaced(self, actors: list[Stakeholder]) -> None:
        clear(self._names)
        self._how_many.setText(f"{count(len(actors), 'acteur')} à placer sur la carte")
        for actor in actors:
            name = actor.name or "(sans nom)"
            placed = button(name, "plus", kind="word", on_click=partial(self._place, actor))
            placed.setAccessibleName(f"Placer «\u00a0{name}\u00a0» sur la carte")
            placed.setEnabled(not self._session.document.read_only)
            self._names.addWidget(placed)
        self._to_place.setVisible(bool(actors))

    def _say(self, actors: list[Stakeholder]) -> None:
        self._words.clear()
        for each in BY_WHOM_TO_START:
            names = [actor.name for actor in actors if quarter(actor) is each]
            who = ", ".join(names) if names else "personne"
            self._words.add(column(text.strong(f"{each.label}\u00a0: {who}"), text.muted(each.advice)))

    def _place(self, actor: Stakeholder) -> None:
        """Put an actor in the middle, where the arrows take over."""
        self._move(actor.id, actor.interest or _MIDDLE, actor.influence or _MIDDLE)
        self.map.focus_actor(actor.id)

    def _move(self, actor_id: str, interest: int, influence: int) -> None:
        name = self._session.document.get(Stakeholder, actor_id).name
        try:
            with self._session.act(f"Déplacer «\u00a0{name}\u00a0» sur la carte") as tx:
                tx.update(Stakeholder, actor_id, interest=interest, influence=influence)
        except UserError as error:
            errors.show_error(self, error)
        self.refresh()

    def _open(self, actor_id: str) -> None:
        self._section.select(actor_id)
        self._section.focus_field("interest")
