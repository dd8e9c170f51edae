"""The page « Indicateurs »: what is followed, where it stands, where it goes."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.assessment import Assessment
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Indicator
from nrdesk.core.monitoring import automatic
from nrdesk.core.monitoring.automatic import Outcome
from nrdesk.core.monitoring.explaining import explain
from nrdesk.core.monitoring.indicators import states
from nrdesk.ui import errors
from nrdesk.ui.indicators.alerts_card import AlertsCard
from nrdesk.ui.indicators.proposals_card import ProposalsCard
from nrdesk.ui.indicators.readings_section import ReadingsSection, StepsSection
from nrdesk.ui.indicators.section import IndicatorsSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.messages import say


class IndicatorsPage(ExplainedPage):
    """Alerts, the list with the state of the current one, its readings and steps, what else to follow."""

    def __init__(self, session: Session) -> None:
        super().__init__("Indicateurs", "Ce que vous mesurez, où vous en êtes, où vous allez.")
        self._session = session
        self.read_all = button("Relever ce que nrdesk calcule", "refresh-cw", "primary", self._read_all)
        self.add_action(self.read_all)
        self.alerts = AlertsCard(self._show)
        self.section = IndicatorsSection(
            session,
            type_in=self._type_in,
            read=self._read_current,
            read_past=self._read_past,
            explain=self._explain,
            explain_figure=self._explain_figure,
        )
        self.readings = ReadingsSection(session)
        self.steps = StepsSection(session)
        self.proposals = ProposalsCard(session, self._take_in)
        self.section.selected.connect(lambda _: self._follow())
        for card in (self.alerts, self.section, self.readings, self.steps, self.proposals):
            self.add(card)
        self.add_stretch()

    def refresh(self) -> None:
        self.section.refresh()
        self.alerts.show_states(states(self._session.document, self.section.today))
        self._follow()
        self.proposals.refresh()
        followed = self._session.document.all(Indicator)
        self.read_all.setEnabled(
            not self._session.document.read_only and any(map(automatic.is_automatic, followed))
        )

    def reveal(self, field: str) -> None:
        if field in self._session.document.ids(Indicator):
            self._show(field)
            return
        for section in (self.section, self.readings, self.steps):
            if section.focus_field(field):
                return

    def _follow(self) -> None:
        state = self.section.state
        for section in (self.readings, self.steps):
            section.follow(state.indicator if state else None)

    def _show(self, indicator_id: str) -> None:
        self.section.select(indicator_id)
        self.section.focus_field("indicators")

    def _take_in(self, indicator: Indicator) -> None:
        self.refresh()
        self.section.select(indicator.id)

    def _type_in(self) -> None:
        self.readings.add_record()

    def _explain(self) -> None:
        if state := self.section.state:
            self.explain(explain(state))

    def _explain_figure(self) -> None:
        if not (state := self.section.state):
            return
        found = automatic.measured(self._session.document, state.indicator, assessment=self._at_hand())
        if found and found.explain:
            self.explain(found.explain())
        elif found:
            say(self, found.text, "warn")

    def _read_current(self) -> None:
        if state := self.section.state:
            self._read([state.indicator])

    def _read_all(self) -> None:
        self._read(None)

    def _read_past(self) -> None:
        if state := self.section.state:
            self._note(automatic.read_past(self._session.document, state.indicator))

    def _read(self, indicators: Sequence[Indicator] | None) -> None:
        self._note(automatic.read_all(self._session.document, indicators, assessment=self._at_hand()))

    def _note(self, outcomes: Sequence[Outcome]) -> None:
        """Write what was read, or say why there is nothing to write."""
        try:
            if len(outcomes) == 1 and not outcomes[0].reading:
                say(self, outcomes[0].reason, "warn")
                return
            automatic.note(self._session.document, outcomes)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say(self, _told(outcomes), "ok", ("Annuler", self._session.undo))

    def _at_hand(self) -> Assessment:
        """Return the figures of the campaign shown: they serve only when it is the latest one."""
        return self._session.assessment()


def _told(outcomes: Sequence[Outcome]) -> str:
    read = sum(bool(each.reading) for each in outcomes)
    words = f"{count(read, 'relevé noté', 'relevés notés')}."
    lost = dict.fromkeys(each.indicator.title for each in outcomes if not each.reading)
    if lost:
        words = f"{words} Sans valeur\u00a0: {', '.join(lost)}."
    return words
