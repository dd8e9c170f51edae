"""Where the year's purchases stand, product type by product type, and the rates still to be confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from nrdesk.core.compliance.agec58 import SpendVerdict, TypeResult
from nrdesk.core.duties import purchases
from nrdesk.core.duties.explained import UNSURE, explain_spending, money, share_text, target_text
from nrdesk.core.fields import Value
from nrdesk.core.fields.purchases import OWN_TARGET
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, trimmed
from nrdesk.core.model.purchase import in_force
from nrdesk.core.reference.purchases import digital_types, purchase_targets
from nrdesk.core.written.prose import capital
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form

_HEADERS = ("Type de produits", "Dépense", "Part", "À atteindre", "Résultat")


class _WholeNames(FigureTable):
    """A table whose names are read whole: in large letters it scrolls sideways instead of cutting them."""

    def __init__(self, name: str, headers: Sequence[str]) -> None:
        super().__init__(name, headers)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        super().show_lines(lines)
        self.setFixedHeight(self.maximumHeight() + self.horizontalScrollBar().sizeHint().height())
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        others = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        self.setColumnWidth(0, max(self.sizeHintForColumn(0), self.viewport().width() - others))


class SharesCard(Card):
    """The shares of spending, each explained."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("Part du réemploi dans la dépense")
        self._session, self._explain = session, explain
        self._year = 0
        self.table = _WholeNames("Part du réemploi dans la dépense", _HEADERS)
        self._empty = text.body("Rien n’est saisi pour cette année. Commencez par l’informatique, plus bas.")
        self._note = text.muted("", terms=True)
        self.rates: dict[str, FieldEdit] = {}
        """Product type -> the field of its rate."""
        self.fold = Fold("J’ai lu un taux dans le décret", opened=False)
        for widget in (self._empty, self.table, self._note, self.fold):
            self.add(widget)

    def show_year(self, year: int) -> None:
        """Show the purchases of a year."""
        found = purchases.shares(self._session.document, year)
        self._empty.setVisible(not found)
        self.table.setVisible(bool(found))
        self.table.show_lines([self._line(each) for each in found])
        self._note.setText(_note(found))
        self._note.setVisible(bool(self._note.text()))
        self._show_rates(found, year)

    def _line(self, result: TypeResult) -> TableLine:
        return TableLine(cells(result), lambda: self._explain(explain_spending(result)))

    def _show_rates(self, found: Sequence[TypeResult], year: int) -> None:
        """Offer a field for each rate that nrdesk is not sure of."""
        self.fold.clear()
        self.rates = {}
        unsure = [each.product_type for each in found if _is_open(each.product_type, year)]
        self.fold.setVisible(bool(unsure))
        own = self._session.document.setting(purchases.OWN_TARGETS) or {}
        for name in unsure:
            form = Form()
            self.fold.add(text.strong(name))
            edit = FieldEdit(self._session, form, OWN_TARGET, partial(self._write, name, year))
            edit.editor.setAccessibleName(f"{OWN_TARGET.label}{NBSP}: {name}")
            kept = own.get(name, {}).get(str(year))
            edit.show(f"rate:{name}:{year}", "" if kept is None else trimmed(kept))
            self.fold.add(form)
            self.rates[name] = edit

    def _write(self, product_type: str, year: int, value: Value) -> None:
        percent = float(value) if isinstance(value, int | float) else None
        purchases.set_target(self._session.document, product_type, year, percent)


def cells(result: TypeResult) -> tuple[str, ...]:
    """Return the line of a product type: its name, its spending, its share, the one to reach, the verdict."""
    share, target = result.share, result.share_target
    followed = result.product_type in digital_types()
    unsure = not result.verified and result.verdict in (SpendVerdict.MET, SpendVerdict.SHORT)
    return (
        f"{result.product_type} (recyclé)" if result.by_recycling else result.product_type,
        money(result.total),
        share_text(share) or "–",
        target_text(target, verified=result.verified) if followed or target else "non suivie ici",
        capital(f"{result.verdict.label}, {UNSURE}" if unsure else result.verdict.label) if followed else "–",
    )


def _note(found: Sequence[TypeResult]) -> str:
    short = [each for each in found if each.verdict is SpendVerdict.SHORT and each.left_to_reuse]
    told = [
        f"{each.product_type}{NBSP}: il manquait {money(each.left_to_reuse)} de réemploi." for each in short
    ]
    if any(not each.verified for each in found):
        told.append("Un taux «\u00a0à confirmer\u00a0» n’a pas été relu dans l’annexe du décret 2024-134.")
    return " ".join(told)


def _is_open(product_type: str, year: int) -> bool:
    """Return whether the table of nrdesk is unsure of the share from reuse to reach."""
    target = in_force(purchase_targets(), year, product_type)
    return target is not None and not target.verified and target.recycled_percent is None
