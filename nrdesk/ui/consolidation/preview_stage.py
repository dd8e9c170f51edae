"""What a consolidation would do, before it is written: who, what counts once, what has to be checked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core import dates
from nrdesk.core.consolidation import Entry, Gathering, Journal
from nrdesk.core.formatting import NBSP, count, number, trimmed
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.pill import Pill

_MOST = 100
"""Entries shown; the document that is written holds them all."""


class PreviewStage(QWidget):
    """Cards in a column, and whether sheets go back to the members."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets_box = QCheckBox("Écrire aussi une fiche de retour pour chacune (PDF et Excel)")
        self.sheets_box.setChecked(True)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 12, 0)
        self._cards.setSpacing(12)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Aperçu de la consolidation")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.area, 1)
        column.addWidget(self.sheets_box)

    def show_journal(self, journal: Journal) -> None:
        """Show what a consolidation that is ready would do."""
        clear(self._cards)
        self._cards.addWidget(_members(journal))
        if journal.unread:
            self._cards.addWidget(_unread(journal))
        if journal.entries:
            self._cards.addWidget(_entries(journal))
        if journal.remarks:
            card = Card("Bon à savoir")
            for remark in journal.remarks:
                card.add(text.body(remark))
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        self.area.verticalScrollBar().setValue(0)


def _members(journal: Journal) -> Card:
    card = Card(f"{count(len(journal.members), 'collectivité')}, campagne {journal.year}")
    for member in journal.members:
        mark = [Pill("EPCI", "accent")] if member.is_epci else []
        year = [Pill(f"inventaire de {member.year}", "warn")] if member.year != journal.year else []
        card.add(Panel(flow(text.strong(member.name, wrap=False), *mark, *year), text.muted(_told(member))))
    if not any(member.is_epci for member in journal.members):
        card.add(text.muted("Aucun de ces documents n’est celui d’un EPCI."))
    return card


def _told(member: Gathering) -> str:
    parts = [
        count(member.quantity, "appareil"),
        f"inventaire du {dates.short(member.as_of)}",
        count(member.actions, "action") if member.actions else "",
        member.file,
    ]
    return " · ".join(filter(None, parts))


def _unread(journal: Journal) -> Card:
    card = Card(count(len(journal.unread), "document laissé de côté", "documents laissés de côté"))
    card.add(text.label("Ce qu’ils disent ne sera pas compté.", tone="warn"))
    for each in journal.unread:
        card.add(Panel(text.strong(each.file), text.body(each.reason)))
    return card


def _entries(journal: Journal) -> Card:
    card = Card("Compté une seule fois")
    sure = [entry for entry in journal.entries if entry.reason.sure]
    for title, entries, opened in (
        ("À vérifier entre vous", journal.to_check, True),
        ("Rien à vérifier", sure, False),
    ):
        if entries:
            fold = Fold(f"{title} ({number(len(entries))})", opened=opened)
            _fill(fold, entries)
            card.add(fold)
    return card


def _fill(fold: Fold, entries: Iterable[Entry]) -> None:
    entries = list(entries)
    for entry in entries[:_MOST]:
        quantity = f"{trimmed(entry.quantity)} {entry.unit}".strip()
        head = f"{entry.what}{NBSP}: {quantity}, chez {entry.member}"
        fold.add(Panel(text.strong(head), text.muted(entry.reason.sentence.format(owner=entry.owner))))
    left = len(entries) - _MOST
    if left > 0:
        fold.add(text.muted(f"Et {count(left, 'autre')}, dans le document qui sera écrit."))
