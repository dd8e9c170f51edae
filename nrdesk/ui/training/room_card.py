"""The results of the room: read from a USB key, compared, kept in one sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import training
from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.jobs import Progress
from nrdesk.core.training import Room
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui import tasks
from nrdesk.ui.training import papers
from nrdesk.ui.training.folders import folder_to_use
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.messages import say

_TABLES = ("Table", "Commune", "Points", "Part", "Réussis", "Indices", "Durée")


class RoomCard(Card):
    """One line a table, one line an exercise."""

    def __init__(self) -> None:
        super().__init__("Les résultats de la salle")
        self.gathered = Room(())
        self.add(
            text.muted(
                "Chaque table enregistre ses résultats sur la clé USB. Choisissez la clé, ou un dossier qui "
                "contient les fichiers «\u00a0resultats-….json\u00a0»."
            )
        )
        self.gather_button = button("Rassembler les résultats…", "folder-open", on_click=self._ask)
        self.save_button = button("Enregistrer en Excel…", "file-spreadsheet", on_click=self._save)
        self.save_button.setEnabled(False)
        self.add(flow(self.gather_button, self.save_button))
        self._shown = QWidget()
        self._body = QVBoxLayout(self._shown)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self.add(self._shown)

    def gather(self, paths: Sequence[Path]) -> None:
        """Read results, from files or from folders, and show them; returns before they are read."""

        def job(progress: Progress) -> Room:
            progress(0, 1)
            return training.gather(paths)

        tasks.run(self, "Lecture des résultats", job, self.show_room)

    def show_room(self, room: Room) -> None:
        """Show the results of a room."""
        self.gathered = room
        self.save_button.setEnabled(bool(room.tables))
        clear(self._body)
        if not room.tables:
            self._body.addWidget(text.body("Aucun résultat dans ce dossier."))
        for sentence in room.unreadable:
            self._body.addWidget(text.label(sentence, tone="warn"))
        if room.tables:
            self._body.addWidget(_tables(room))
            self._body.addWidget(text.strong("Exercices, du moins réussi au plus réussi"))
            self._body.addWidget(_exercises(room))
        say(self, f"{count(len(room.tables), 'table lue', 'tables lues')}.", "ok" if room.tables else "warn")

    def _ask(self) -> None:
        if folder := folder_to_use(self, "Choisir la clé USB, ou le dossier des résultats"):
            self.gather([folder])

    def _save(self) -> None:
        def content(progress: Progress) -> bytes:
            from nrdesk.core.reports import training_results

            return training_results.write(self.gathered, dt.date.today())

        papers.save_bytes(self, "Résultats de la salle", "xlsx", content)


def _tables(room: Room) -> FigureTable:
    made = FigureTable("Résultats par table", _TABLES)
    lines = []
    for each in room.tables:
        cells = (
            each.table,
            each.commune,
            f"{number(each.points)} sur {number(each.total)}",
            percent(each.share),
            f"{each.done} sur {len(each.exercises)}",
            number(each.hints),
            "—" if each.minutes is None else in_words(each.minutes) if each.minutes else f"0{NBSP}min",
        )
        lines.append(TableLine(cells))
    made.show_lines(lines)
    return made


def _exercises(room: Room) -> FigureTable:
    """Return the exercises and how many tables passed each, the least passed first."""
    titles: dict[str, tuple[int, str]] = {}
    tried: dict[str, list[bool]] = {}
    for table in room.tables:
        for each in table.exercises:
            titles.setdefault(each.id, (each.step, each.title))
            tried.setdefault(each.id, []).append(each.done)
    hardest = sorted(titles, key=lambda key: (sum(tried[key]) / len(tried[key]), titles[key][0]))
    made = FigureTable("Réussite par exercice", ("Exercice", "Étape", "Tables qui l’ont réussi"))
    made.show_lines(
        [
            TableLine((titles[key][1], str(titles[key][0]), f"{sum(tried[key])} sur {len(tried[key])}"))
            for key in hardest
        ]
    )
    return made
