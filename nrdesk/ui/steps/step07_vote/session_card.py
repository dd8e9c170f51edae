"""« Préparer la séance »: when, where, and the rules that follow, with their articles."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.council import Rules, convocation, meeting_day, quorum, rules_for
from nrdesk.core.fields.council import SESSION
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Deliberation
from nrdesk.core.model.council_rule import CouncilTopic
from nrdesk.core.reference import council
from nrdesk.ui.documents.exporting import export_document
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step07_vote.deliberation_form import DeliberationForm
from nrdesk.ui.steps.step07_vote.lines import Line, Lines
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold

_PLACES = {"session_date": "meeting", "convocation": "convened"}
"""Names under which the checklist leads here, and the field of each."""


class SessionCard(Card):
    """The session under way."""

    def __init__(self, session: Session) -> None:
        super().__init__("Préparer la séance")
        self._session = session
        self.form = DeliberationForm(session, SESSION)
        self.lines = Lines()
        self._rules = Fold("Toutes les règles, avec leur article", opened=False)
        self._export = button(
            "Mettre ces dates dans mon agenda",
            "calendar-clock",
            on_click=self._export_dates,
            help="Écrit un fichier .ics, que tout agenda sait lire",
        )
        self.add(self.form)
        panel = Panel(self.lines)
        self.add(panel)
        self.add(self._rules)
        self.add(flow(self._export))
        self.form.edited.connect(self._follow)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.form.refresh()
        self._show_rules()
        self._follow()

    def focus_field(self, name: str) -> bool:
        """Lead to a field; return whether the name is known here."""
        return self.form.focus_field(_PLACES.get(name, name))

    def _applied(self) -> Rules:
        return rules_for(council.load(), self._session.document.authority)

    def _follow(self) -> None:
        typed = self.form.typed()
        self.lines.show_lines(told(self._applied(), typed))
        self._export.setEnabled(meeting_day(typed) is not None)

    def _show_rules(self) -> None:
        self._rules.clear()
        for applied in self._applied().applied:
            words = text.body(applied.text, terms=True)
            self._rules.add(words)
            if applied.reason:
                self._rules.add(text.muted(applied.reason, terms=True))

    def _export_dates(self) -> None:
        export_document(self, self._session, "dates-du-vote", "Dates du vote", "ics")


def told(rules: Rules, typed: Deliberation) -> Iterator[Line]:
    """Yield what the rules say of a session, the most urgent first."""
    sent = convocation(rules, typed)
    state = {True: "ok", False: "bad", None: "info"}[sent.in_time]
    topic = CouncilTopic.SECOND_CONVOCATION if typed.second_convocation else CouncilTopic.CONVOCATION
    applied = rules.on(topic)
    unsure = f"{NBSP}; à confirmer" if applied.to_confirm else ""
    yield state, f"{sent.text.removesuffix('.')} ({applied.rule.article}{unsure})."
    yield ("warn" if not applied.certain else "info"), applied.reason
    if rules.note_required:
        yield "info", "Joignez l’ordre du jour et la note de synthèse\u00a0: elle est obligatoire."
    else:
        yield "info", "Joignez l’ordre du jour. La note de synthèse n’est pas obligatoire, mais elle aide."
    if local := rules.find(CouncilTopic.LOCAL_LAW):
        yield "warn", local.text
    found = quorum(typed.seats, None, typed.second_convocation)
    yield ("warn" if found.needed is None else "info"), found.text
