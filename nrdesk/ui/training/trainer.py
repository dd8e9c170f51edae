"""What the trainer needs, without any document open: the session, the answers, the results of the room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from nrdesk.core.reports.trainer_guide.programme import programme
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui import theme
from nrdesk.ui.training import papers, slides
from nrdesk.ui.training.answers_card import AnswersCard
from nrdesk.ui.training.front import Front
from nrdesk.ui.training.projector import KEYS
from nrdesk.ui.training.room_card import RoomCard
from nrdesk.ui.training.wall import Wall, show_on_wall
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow


class TrainerPage(Front):
    """The trainer's view."""

    projector_asked = Signal()
    """The display of a room is to be turned on or off."""

    def __init__(self) -> None:
        super().__init__(
            "Espace du formateur",
            "Les réponses sont ici\u00a0: ne projetez pas cette page.",
            "Revenir aux communes",
        )
        self.room = RoomCard()
        self.answers = AnswersCard()
        self.add(self._make_session())
        self.add(self.answers)
        self.add(self.room)
        self.end()

    def _make_session(self) -> Card:
        session = programme()
        card = Card(f"La séance\u00a0: {session.title.lower()}")
        card.add(text.body(session.purpose, terms=True))
        card.add(
            text.muted(
                f"{in_words(session.minutes)}, pause comprise. Le guide du formateur dit minute par minute "
                "quoi dire, quoi faire et ce qui coince."
            )
        )
        self.guide_button = button("Guide en PDF", "download", "primary", partial(self._write_guide, "pdf"))
        keys = KEYS.replace("Shift", "Maj")
        on = theme.mode() == theme.PROJECTOR
        self.projector_button = button(
            "Quitter l’affichage pour vidéoprojecteur" if on else "Affichage pour vidéoprojecteur",
            "monitor",
            on_click=self.projector_asked.emit,
            help=f"Grandes lettres, fort contraste, cercle autour du pointeur ({keys}, sur toute page)",
        )
        card.add(
            flow(
                self.guide_button,
                button("Guide en Word", "download", on_click=partial(self._write_guide, "docx")),
                button("Projeter le déroulé", "play", on_click=self.project_session),
                self.projector_button,
            )
        )
        return card

    def project_session(self) -> Wall:
        """Show the sequences of the session on the wall, and return the window."""
        return show_on_wall(Wall("Le déroulé de la séance", slides.of_session(), self))

    def _write_guide(self, suffix: str) -> None:
        papers.write_guide(self, suffix)
