"""Which collectivités are shown: words, stratum, département, what asks for attention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.portfolio import Summary
from nrdesk.core.portfolio.choosing import FOCUSES, Choice
from nrdesk.core.portfolio.strata import Stratum, stratum_of
from nrdesk.ui import theme
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import FlowLayout

_TYPING_MS = 120


class PortfolioFilters(QWidget):
    """A line of boxes over the table."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strata: dict[str, Stratum] = {}
        self.words = QLineEdit()
        self.words.setPlaceholderText("Nom, département, fichier…")
        self.words.setAccessibleName("Chercher une collectivité")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.px(200))
        self.stratum = _box("Nature et population", 24)
        self.department = _box("Département", 18)
        self.focus = _box("Ce qui demande attention", 26)
        self.focus.set_choices({key: words for key, (words, _) in FOCUSES.items()})
        self.clear_button = button("Tout montrer", kind="link", on_click=self.clear)
        self.count = text.muted("", wrap=False)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        line = FlowLayout()
        self.setLayout(line)
        boxes = (self.stratum, self.department, self.focus)
        for each in (self.words, *boxes, self.clear_button, self.count):
            line.addWidget(each)
        self._soon.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._soon.start())
        for box in boxes:
            box.currentIndexChanged.connect(lambda _: self._soon.start(0))

    @property
    def choice(self) -> Choice:
        """What is asked for."""
        return Choice(
            self.words.text().strip(),
            self._strata.get(self.stratum.typed()),
            self.department.typed(),
            self.focus.typed(),
        )

    def offer(self, summaries: Sequence[Summary]) -> None:
        """Offer the strata and the départements that there are."""
        self._strata = {each.label: each for each in sorted({stratum_of(each) for each in summaries})}
        names = {label: label[:1].upper() + label[1:] for label in self._strata}
        _offer(self.stratum, {"": "Toutes les strates", **names})
        departments = sorted({each.department for each in summaries if each.department})
        _offer(self.department, {"": "Tous les départements", **{each: each for each in departments}})

    def tell(self, shown: int, total: int) -> None:
        """Say how many collectivités are kept."""
        self.clear_button.setVisible(self.choice != Choice())
        whole = count(total, "collectivité")
        self.count.setText(whole if shown == total else f"{shown} sur {whole}")

    def clear(self) -> None:
        """Show every collectivité."""
        self.words.clear()
        for box in (self.stratum, self.department, self.focus):
            box.setCurrentIndex(0)
        self._soon.start(0)
        self.words.setFocus()


def _box(name: str, length: int) -> ChoiceEditor:
    made = ChoiceEditor()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(length)
    return made


def _offer(box: ChoiceEditor, choices: Mapping[str, str]) -> None:
    kept = box.typed()
    box.blockSignals(True)
    box.set_choices(choices)
    box.setCurrentIndex(max(box.findData(kept), 0))
    box.blockSignals(False)
