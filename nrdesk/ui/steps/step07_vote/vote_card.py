"""« Le vote »: the numbers, their arithmetic as one types, and the outcome in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.council import check, is_counted, outcome, quorum, secret_ballot_askers
from nrdesk.core.fields.council import VOTE
from nrdesk.core.formatting import count
from nrdesk.core.model import Deliberation
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step07_vote.deliberation_form import DeliberationForm
from nrdesk.ui.steps.step07_vote.lines import Line, Lines
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card, Panel

PLACE = "vote"


class VoteCard(Card):
    """The result of the vote."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le vote")
        self.add(
            text.muted(
                "À remplir pendant la séance ou juste après. La majorité se compte sur les votes pour et "
                "contre\u00a0: les abstentions ne comptent pas.",
                terms=True,
            )
        )
        self.form = DeliberationForm(session, VOTE, columns=4, narrowest=170)
        self.lines = Lines()
        self.add(self.form)
        self.add(Panel(self.lines))
        self.form.edited.connect(self._follow)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.form.refresh()
        self._follow()

    def focus_field(self, name: str) -> bool:
        """Lead to a field; return whether the name is known here."""
        return self.form.focus_field("present" if name == PLACE else name)

    def _follow(self) -> None:
        typed = self.form.typed()
        self.lines.show_lines(told(typed))
        if outcome(typed).adopted is None and is_counted(typed) and not check(typed):
            self.form.show_field("chair_in_favour")


def told(vote: Deliberation) -> Iterator[Line]:
    """Yield what is to be said of a vote: what cannot be, the quorum, the outcome."""
    for problem in check(vote):
        yield "bad", problem
    enough = quorum(vote.seats, vote.present, vote.second_convocation)
    yield {True: "ok", False: "bad", None: "info"}[enough.reached], enough.text
    if vote.present and not is_counted(vote):
        askers = count(secret_ballot_askers(vote.present), "présent le demande", "présents le demandent")
        yield "info", f"Le scrutin est secret si {askers}."
    found = outcome(vote)
    if not check(vote) and enough.reached is not False:
        yield {True: "ok", False: "warn", None: "info"}[found.adopted], found.reason
