"""The systems that are no longer corrected, or soon will not be: the machines can stay."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.dates import partial_in_letters
from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory.renewal import Ending, Renewal, SystemRow
from nrdesk.ui.renewal.lines import Folds, Go, rows
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear, separator
from nrdesk.ui.widgets.pill import Pill


class SystemsCard(Card):
    """One block per system: until when, what to do, which appliances."""

    def __init__(self, go: Go) -> None:
        super().__init__("Systèmes en fin de support")
        self._go = go
        self._folds = Folds()
        self.add(
            text.muted(
                "Un système que son éditeur ne corrige plus met vos données en danger. L’appareil, lui, "
                "peut souvent servir encore des années."
            )
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.add_layout(self._lines)

    def show_renewal(self, renewal: Renewal) -> None:
        """Show the systems of a park."""
        self._folds.forget()
        clear(self._lines)
        for rank, row in enumerate(renewal.systems):
            if rank:
                self._lines.addWidget(separator())
            self._add_system(row)
        if not renewal.systems:
            known = "Aucun des systèmes reconnus n’est en fin de support."
            self._lines.addWidget(text.body(known))
        if renewal.unknown_systems:
            told = count(renewal.unknown_systems, "appareil a", "appareils ont")
            self._lines.addWidget(
                text.muted(
                    f"{told} un système dont la version n’est pas écrite, ou que nous ne suivons pas"
                    f"{NBSP}: Android et iOS dépendent du fabricant. "
                    "Vérifiez sur l’appareil qu’il reçoit encore des mises à jour."
                )
            )

    def _add_system(self, row: SystemRow) -> None:
        system = row.system
        pills = [Pill(*_state(row))]
        if not system.verified:
            pills.append(Pill("à confirmer", "warn"))
        name = text.strong(f"{system.label}{NBSP}: {count(row.quantity, 'appareil')}")
        self._lines.addWidget(flow(name, *pills))
        self._lines.addWidget(text.body(system.advice.text, terms=True))
        self._lines.addWidget(text.muted(f"Source{NBSP}: {system.source}"))
        fill = partial(rows, row.lines, _detail, "monitor", self._go)
        fold = self._folds.make(system.id, f"Voir {count(len(row.lines), 'ligne')}", fill)
        fold.header.setAccessibleName(f"{fold.header.text()}{NBSP}: {system.label}")
        self._lines.addWidget(fold)


def _state(row: SystemRow) -> tuple[str, str]:
    """Return the words and the kind of the pill of a system."""
    end = row.system.support_end or ""
    when = partial_in_letters(end)
    if row.ending is Ending.ENDED:
        return f"plus de correctifs depuis {'le ' if len(end) == 10 else ''}{when}", "bad"
    return f"correctifs jusqu’{'au' if len(end) == 10 else 'en'} {when}", "warn"


def _detail(line: LineResult) -> str:
    equipment = line.equipment
    return " · ".join(part for part in (equipment.operating_system, equipment.service) if part)
