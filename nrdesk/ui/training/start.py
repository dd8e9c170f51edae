"""The door of training mode: a commune, the name of a table, go; and what the trainer needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from nrdesk.core import training
from nrdesk.core.formatting import count
from nrdesk.core.reports.trainer_guide.programme import programme
from nrdesk.core.training import Commune
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui.accessibility import announce
from nrdesk.ui.training.front import Front
from nrdesk.ui.training.projector import KEYS
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.form import FormRow

_TWO_COLUMNS = 860
_LONGEST = 40
"""Letters of the longest name of a table."""

_NAME = "Il distingue vos résultats de ceux des autres."


class TrainingStart(Front):
    """Shown when no document is open, from the welcome page."""

    begun = Signal(str, str)
    """Key of a commune, and the name of the table."""
    trainer_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "S’entraîner",
            "Une commune inventée, des exercices courts qui se vérifient seuls, des indices. Rien de ce que "
            "vous faites ici ne touche vos vrais fichiers.",
        )
        self._choices = QButtonGroup(self)
        self._story = text.body("", terms=True)
        self._communes = training.communes()
        self.table = QLineEdit()
        self.table.setMaxLength(_LONGEST)
        self.table.setPlaceholderText("Par exemple\u00a0: Les Tilleuls")
        self._row = FormRow("&Nom de votre table", self.table, help=_NAME)
        self.table.textChanged.connect(lambda: self._row.set_problem(""))
        self.table.returnPressed.connect(self._begin)
        self.begin_button = button("&Commencer", "play", "primary", self._begin)
        self.add(Beside((self._make_communes(), 3), (self._make_aside(), 2), room=_TWO_COLUMNS))
        self.end()

    def focus_first(self) -> None:
        """Give the focus to the commune that is chosen."""
        self._choices.button(self._choices.checkedId()).setFocus()

    def choose(self, key: str) -> None:
        """Choose a commune."""
        place = next(i for i, each in enumerate(self._communes) if each.key == key)
        self._choices.button(place).setChecked(True)

    def _make_communes(self) -> Card:
        card = Card("Choisir une commune")
        for place, commune in enumerate(self._communes):
            choice = QRadioButton(f"{commune.name}, {count(commune.population, 'habitant')}")
            choice.setAccessibleDescription(_story(commune))
            self._choices.addButton(choice, place)
            minutes = sum(each.minutes for each in training.exercises(commune.key))
            exercises = count(len(training.exercises(commune.key)), "exercice")
            card.add(Panel(choice, text.muted(f"{exercises}, {in_words(minutes)} en tout, à votre rythme.")))
        self._choices.idToggled.connect(self._show_story)
        # The one of the session that the guide tells.
        self.choose(programme().commune)
        card.add(self._row)
        card.add_row(self.begin_button)
        # Beside a taller column, what is left goes under the button rather than above it.
        card.add_stretch()
        return card

    def _show_story(self, place: int, chosen: bool) -> None:
        if chosen:
            self._story.setText(text.tied(_story(self._communes[place])))

    def _make_aside(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        story = Card("L’histoire de la commune")
        story.add(self._story)
        rules = Card("Comment cela marche")
        rules.add(
            text.body(
                "L’énoncé reste à droite des pages. «\u00a0Vérifier\u00a0» regarde la commune et dit ce "
                "qu’il manque. Un indice coûte un point. Tout s’annule, et tout peut recommencer à zéro."
            )
        )
        trainer = Card("Vous animez la séance")
        keys = KEYS.replace("Shift", "Maj")
        trainer.add(
            text.muted(
                "Le guide, les corrigés, les énoncés, les résultats de la salle. Affichage pour "
                f"vidéoprojecteur\u00a0: {keys}, sur toute page."
            )
        )
        trainer.add_row(button("Espace du &formateur", "users", on_click=self.trainer_asked.emit))
        for card in (story, rules, trainer):
            column.addWidget(card)
        column.addStretch(1)
        return holder

    def _begin(self) -> None:
        commune = self._communes[self._choices.checkedId()]
        if table := " ".join(self.table.text().split()):
            self.begun.emit(commune.key, table)
            return
        # No name by default: all the tables of a room would keep it, and their results would be mixed up.
        self._row.set_problem("Donnez un nom à votre table, ou le vôtre.")
        announce(self, self._row.problem)
        self.table.setFocus()


def _story(commune: Commune) -> str:
    return commune.story.strip()
