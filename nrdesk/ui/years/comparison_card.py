"""What changed between two campaigns, and why: sentences, signed bars, the table of the same figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from nrdesk.core.assessment import HEADLINE
from nrdesk.core.assessment.years import YearComparison, compare_years, previous, signed_mass
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, precise
from nrdesk.core.model import Campaign
from nrdesk.core.model.factors import Criterion
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.signed_bars import SignedBar, SignedBars


class ComparisonCard(Card):
    """Two years to choose, and the difference of their footprints split into its causes."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("D’une année à l’autre")
        self._session = session
        self._explain = explain
        self._told: YearComparison | None = None
        self.before, self.after, self.criterion = QComboBox(), QComboBox(), QComboBox()
        for box, name in ((self.before, "De la campagne"), (self.after, "À la campagne")):
            box.setAccessibleName(name)
            box.activated.connect(self._compare)
        self.criterion.setAccessibleName("Critère comparé")
        self.criterion.activated.connect(self._draw)
        self._choices = flow(
            text.strong("De", wrap=False),
            self.before,
            text.strong("à", wrap=False),
            self.after,
            text.strong("pour", wrap=False),
            self.criterion,
        )
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(6)
        self.bars = SignedBars()
        self._link = button("Expliquer cet écart", kind="link", on_click=self._explain_difference)
        self._about = text.muted(
            "Les causes s’ajoutent exactement à l’écart. Les facteurs et ce qui est compté relèvent de la "
            "méthode\u00a0: ils ne disent rien de ce que vous avez fait."
        )
        self._alone = text.body(
            "Il n’y a qu’une campagne. L’an prochain, ouvrez la suivante\u00a0: l’écart s’expliquera ici."
        )
        self.add(self._alone)
        self.add(self._choices)
        self.add_layout(self._sentences)
        self.add(self.bars)
        self.add(self._about)
        self._link_row = row(self._link)
        self.add(self._link_row)

    def refresh(self) -> None:
        """Show what the document holds: the campaign shown and the one before it, until others are chosen."""
        document = self._session.document
        known = document.campaigns()
        compared = len(known) > 1
        self._alone.setVisible(not compared)
        for widget in (self._choices, self.bars, self._about, self._link_row):
            widget.setVisible(compared)
        clear(self._sentences)
        if not compared:
            return
        after = self._session.campaign
        before = previous(document, after)
        if before is None:
            before, after = after, known[1]
        self._list(self.before, known, before)
        self._list(self.after, known, after)
        self._compare()

    @staticmethod
    def _list(box: QComboBox, campaigns: list[Campaign], chosen: Campaign) -> None:
        box.clear()
        for campaign in campaigns:
            box.addItem(str(campaign.year), campaign)
        box.setCurrentIndex([campaign.id for campaign in campaigns].index(chosen.id))

    def _compare(self) -> None:
        before, after = self.before.currentData(), self.after.currentData()
        self._told = told = compare_years(self._session.document, before, after)
        chosen = self.criterion.currentData()
        self.criterion.clear()
        criteria = told.after.method.factors.criteria
        for criterion in told.criteria:
            self.criterion.addItem(criteria[criterion].label, criterion)
        self.criterion.setCurrentIndex(max(self.criterion.findData(chosen), 0))
        clear(self._sentences)
        for sentence in told.sentences:
            self._sentences.addWidget(text.body(sentence, terms=True))
        self._draw()

    def _draw(self) -> None:
        if self._told is None:
            return
        criterion = self._told.after.method.factors.criteria[self.criterion.currentData()]
        split = self._told.decompositions[criterion.id]
        values = {effect.label: value for effect, value in split.effects.items()}
        values["Écart"] = split.difference
        bars = [SignedBar(label, value, _signed(value, criterion)) for label, value in values.items()]
        years = f"{self.before.currentText()} à {self.after.currentText()}"
        self.bars.show_bars(f"{criterion.label}, de {years}{NBSP}: ce qui fait l’écart", bars)

    def _explain_difference(self) -> None:
        if self._told:
            self._explain(self._told.explain(self.criterion.currentData()))


def _signed(value: float, criterion: Criterion) -> str:
    """Return a change with its sign and its unit, to two significant figures."""
    if criterion.id == HEADLINE:
        return signed_mass(value)
    sign = "−" if value < 0 else "+"
    words = f"{precise(abs(value), 2)}{NBSP}{criterion.unit_text}"
    return f"{sign}{NBSP}{words}" if value else words
