"""One lever to try: how much, and on which appliances."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from nrdesk.core.assessment.options import STEPS
from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.formatting import NBSP, percent, trimmed
from nrdesk.ui import theme
from nrdesk.ui.widgets import text

_EVERYTHING = "tout le parc"
_NAMES = {
    LeverKind.LIFETIME: "Garder plus longtemps",
    LeverKind.REFURBISHED: "Acheter en reconditionné",
    LeverKind.QUANTITY: "Remplacer moins d’appareils",
    LeverKind.USAGE: "Consommer moins d’électricité",
}
_NOTHING = "rien de changé"


class LeverRow(QWidget):
    """A slider in steps that a council can decide, its value in words, the appliances that it concerns."""

    def __init__(self, kind: LeverKind, changed: Callable[[], object]) -> None:
        """Make a lever that changes nothing; `changed` is called when it moves."""
        super().__init__()
        self.kind = kind
        self._changed = changed
        name = _NAMES[kind]
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(STEPS[kind]))
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(name)
        self.slider.setMinimumWidth(theme.px(140))
        self.value = text.body("", wrap=False)
        self.groups = QComboBox()
        self.groups.setAccessibleName(f"{name}{NBSP}: quels appareils")
        self.groups.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(text.strong(name, wrap=False))
        head.addStretch(1)
        head.addWidget(self.value)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.slider, 1)
        line.addWidget(self.groups)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addLayout(line)
        self.slider.valueChanged.connect(self._move)
        self.groups.activated.connect(lambda _: self._changed())
        self._say()

    def offer(self, groups: Sequence[str]) -> None:
        """Offer the groups of appliances of a park; what was chosen stays when it is still there."""
        chosen = self.groups.currentData()
        self.groups.clear()
        self.groups.addItem(_EVERYTHING, "")
        for group in groups:
            self.groups.addItem(group, group)
        self.groups.setCurrentIndex(max(self.groups.findData(chosen), 0))

    def lever(self, from_year: int) -> Lever | None:
        """Return what is chosen, None when nothing changes."""
        if not (place := self.slider.value()):
            return None
        group = self.groups.currentData()
        groups = frozenset([group]) if group else frozenset[str]()
        return Lever(self.kind, STEPS[self.kind][place - 1], from_year, groups)

    def show_lever(self, lever: Lever | None) -> None:
        """Show an amount of `STEPS` on a group or on all; None for no change. Nothing is called."""
        self.slider.blockSignals(True)
        self.slider.setValue(STEPS[self.kind].index(lever.amount) + 1 if lever else 0)
        self.slider.blockSignals(False)
        group = next(iter(lever.groups), "") if lever else ""
        self.groups.setCurrentIndex(max(self.groups.findData(group), 0))
        self._say()

    def _move(self) -> None:
        self._say()
        self._changed()

    def _say(self) -> None:
        place = self.slider.value()
        words = _amount(self.kind, STEPS[self.kind][place - 1]) if place else _NOTHING
        self.value.setText(words)
        self.slider.setAccessibleDescription(words)


class _Slider(QSlider):
    """A slider that the wheel does not move by chance while the page scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _amount(kind: LeverKind, amount: float) -> str:
    if kind is LeverKind.LIFETIME:
        return f"{trimmed(amount)}{NBSP}{'an' if amount < 2 else 'ans'} de plus"
    if kind is LeverKind.REFURBISHED:
        return f"{percent(amount)} des remplacements"
    return f"{percent(1 - amount)} de moins"
