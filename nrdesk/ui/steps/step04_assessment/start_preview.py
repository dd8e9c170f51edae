"""What five numbers would give, while they are typed: appliances, first footprint, where each comes from."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nrdesk.core.assessment import HEADLINE
from nrdesk.core.footprint import Explanation, FootprintResult, Method, compute, explain_total
from nrdesk.core.formatting import NBSP, count, mass, number, span
from nrdesk.core.inventory.estimation import Estimated, FiveNumbers, expect, explain_estimated
from nrdesk.core.inventory.start import estimated_park
from nrdesk.core.model import Equipment
from nrdesk.core.reference import factors, ratios
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import separator


class StartPreview(QWidget):
    """The park that would be written, nothing being written yet."""

    def __init__(self, estimate: QPushButton) -> None:
        """Make an empty preview around the button that writes what it shows."""
        super().__init__()
        self._numbers = FiveNumbers()
        self._result: FootprintResult | None = None
        self._lifetimes: dict[str, float] = {}
        self.sentence = text.strong("")
        self.explain_button = button("Expliquer ce chiffre", kind="link", on_click=self._explain_total)
        self.bars = Bars()
        self.fold = Fold("Voir chaque ligne et son ratio", opened=False)
        self.fold.header.toggled.connect(self._show_details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.sentence, flow(estimate, self.explain_button), self.bars, self.fold):
            column.addWidget(widget)

    def show_numbers(self, numbers: FiveNumbers, real: list[Equipment], method: Method) -> int:
        """Show what the numbers would add to the real lines; return how many appliances."""
        park = estimated_park(numbers, "", real)
        self._numbers, self._result = numbers, compute(park, method)
        self._lifetimes = dict(method.factors.typical_lifetimes)
        quantity = self._result.quantity
        self.sentence.setText(text.tied(_sentence(self._result, known=bool(real))))
        for widget in (self.explain_button, self.bars, self.fold):
            widget.setVisible(bool(quantity))
        groups: dict[str, int] = {}
        for line in self._result.lines:
            name = line.recipe.category.group if line.recipe.category else ""
            groups[name] = groups.get(name, 0) + line.quantity
        ordered = sorted(groups.items(), key=lambda each: -each[1])
        self.bars.show_bars(
            "Appareils estimés par famille", [Bar(name, (float(n),), number(n)) for name, n in ordered]
        )
        self._show_details()
        return quantity

    def _show_details(self) -> None:
        """Fill in the lines, if they are asked for: typing need not wait for them otherwise."""
        if not self.fold.header.isChecked():
            return
        self.fold.clear()
        self.fold.add(
            text.muted(
                "Ces ratios ont été réglés sur une seule commune, fictive, de 2\u202f812 habitants. Pour une "
                "ville ou une intercommunalité, ce n’est qu’un ordre de grandeur, à remplacer vite."
            )
        )
        for each in expect(self._numbers, ratios.load()):
            self.fold.add(separator())
            self.fold.add(self._line(each))

    def _line(self, each: Estimated) -> QWidget:
        label = factors.categories()[each.ratio.category].label
        name = f"{number(each.quantity)}{NBSP}× {label} · {each.ratio.service.lower()}"
        link = button("Expliquer", kind="link", on_click=partial(self._explain_line, each, label))
        link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {name}")
        origin = text.muted(f"{each.product} · {each.ratio.source}")
        return Beside((text.body(name), 1), (origin, 1), (link, 0), room=560)

    def _explain_total(self) -> None:
        if self._result is not None:
            self._explain(explain_total(self._result, HEADLINE))

    def _explain_line(self, each: Estimated, label: str) -> None:
        self._explain(explain_estimated(each, label, self._lifetimes.get(each.ratio.category)))

    def _explain(self, explanation: Explanation) -> None:
        """Explain over the page: the list of the lines is long, and one is read where it was asked."""
        explain_over(self, explanation)


def _sentence(result: FootprintResult, *, known: bool) -> str:
    if not result.quantity:
        if known:
            return "Rien à ajouter : vos vraies lignes couvrent déjà ce que ces chiffres estimeraient."
        return "Donnez au moins un chiffre : l’estimation apparaît ici."
    total = result.totals[HEADLINE]
    park = f"Environ {count(result.quantity, 'appareil')}"
    if not total.value:
        return f"{park}, qu’aucun facteur ne permet encore de compter."
    scale, unit = (1000, "t") if total.value >= 1000 else (1, "kg")
    around = f"{span(total.low / scale, total.high / scale)}{NBSP}{unit}"
    return f"{park}, soit {mass(total.value, total.low, total.high)} par{NBSP}an ({around})."
