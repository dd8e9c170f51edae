"""The chapters in their order: how far each is, and the gestures that move them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QSizePolicy

from nrdesk.core.formatting import count
from nrdesk.core.roadmap import ChapterView
from nrdesk.ui.records.record_list import Line, RecordList


class ChapterList(RecordList):
    """A list that can be put in another order, with the mouse or with the keys."""

    moved = Signal(str, int)
    """Key of a chapter that was dropped, and the place where it goes."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__("Les chapitres")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setAccessibleDescription(
            "Flèches pour parcourir, Entrée pour écrire, Alt+Haut et Alt+Bas pour déplacer, Inser pour "
            "ajouter, F2 pour renommer, Suppr pour laisser de côté"
        )
        if not locked:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def show_chapters(self, found: Sequence[ChapterView], *, flash: bool) -> None:
        """Show chapters; those that are left out have no number."""
        lines, number = [], 0
        for view in found:
            number += not view.left_out
            title = view.title if view.left_out else f"{number}. {view.title}"
            lines.append(Line(view.key, title, _details(view, flash=flash)))
        self.show_lines(lines)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the line goes: the document moves it, and the list follows."""
        key = self.current_id
        row = self.indexAt(event.position().toPoint()).row()
        if key is None:
            return
        indicator = self.dropIndicatorPosition()
        if row < 0:
            row = self.count()
        elif indicator == QListWidget.DropIndicatorPosition.BelowItem:
            row += 1
        event.ignore()
        self.moved.emit(key, row - (row > self.currentRow()))


def _details(view: ChapterView, *, flash: bool) -> str:
    if view.left_out:
        return "laissé de côté"
    told = [view.complete.text, count(view.words, "mot")]
    if view.changed:
        told[0] = "texte proposé changé"
    if flash and not view.essential:
        told.append("facultatif")
    return " · ".join(told)
