"""A section whose records have an order of their own, that the collectivité chooses."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nrdesk.core.ambition import in_order
from nrdesk.core.errors import UserError
from nrdesk.ui import errors
from nrdesk.ui.records.section import RecordSection
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import icon_button
from nrdesk.ui.widgets.keys import on_key
from nrdesk.ui.widgets.layout import row


class RankedSection(RecordSection):
    """A section of records that have a `rank`: two buttons, and two keys, move the current one."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- those of the section
        """Make the card, with the arguments of `RecordSection`; a new record goes last."""
        super().__init__(*args, **options)
        self._up = icon_button("chevron-up", f"Monter {self._noun} (Alt+Haut)", lambda: self.move_record(-1))
        self._down = icon_button(
            "chevron-down", f"Descendre {self._noun} (Alt+Bas)", lambda: self.move_record(1)
        )
        for key, made in (("Alt+Up", self._up), ("Alt+Down", self._down)):
            on_key(self, key, made.click)
        self._moves = row(self._up, self._down, text.muted("Changer l’ordre", wrap=False), gap=4)
        self.under_list.addWidget(self._moves)
        self.under_list.addStretch(1)

    def show_under(self, widget: QWidget) -> None:
        """Add a widget under the list, beside the form."""
        self.under_list.insertWidget(self.under_list.count() - 1, widget)

    def refresh(self) -> None:
        super().refresh()
        self._enable_moves()

    def move_record(self, by: int) -> None:
        """Move the current record up (`by` = -1) or down (1) the list."""
        order = [record.id for record in self._records()]
        if self.current_id not in order:
            return
        place = order.index(self.current_id)
        if self._locked or not 0 <= place + by < len(order):
            return
        self.form.save()
        order.insert(place + by, order.pop(place))
        record = self._current()
        assert record is not None
        try:
            with self._session.act(self._label("Déplacer", record)) as tx:
                for rank, id in enumerate(order, 1):
                    tx.update(self._kind, id, rank=rank)
        except UserError as error:
            errors.show_error(self, error)
        self.refresh()

    def _records(self) -> list[Any]:
        return in_order(super()._records())

    def _given(self) -> dict[str, Any]:
        ranks = [record.rank for record in self._records()]
        return {**super()._given(), "rank": max(ranks, default=0) + 1}

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._enable_moves()

    def _enable_moves(self) -> None:
        order = [line.id for line in self.list.lines]
        place = order.index(self.current_id) if self.current_id in order else -1
        self._moves.setHidden(len(order) < 2)
        self._up.setEnabled(not self._locked and place > 0)
        self._down.setEnabled(not self._locked and 0 <= place < len(order) - 1)
