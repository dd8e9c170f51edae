"""« Après le vote »: to the prefecture, on the web site, and the strategy kept as it was adopted."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core import dates
from nrdesk.core.council import Deadline, DeadlineKind, deadlines, outcome, rules_for
from nrdesk.core.errors import UserError
from nrdesk.core.fields.council import AFTER
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Deliberation, StrategyVersion
from nrdesk.core.model.council_rule import CouncilTopic
from nrdesk.core.reference import council
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step07_vote.deliberation_form import DeliberationForm
from nrdesk.ui.steps.step07_vote.lines import Line, Lines
from nrdesk.ui.widgets import messages, text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.reveal import reveal

_PLACES = {"publication": "transmitted"}
SEAL = "seal"
_BEFORE_VOTE = (DeadlineKind.CONVOCATION, DeadlineKind.SESSION)
"""What the card of the session already tells."""


class AfterCard(Card):
    """What makes the deliberation executory, and the strategy final."""

    def __init__(self, session: Session) -> None:
        super().__init__("Après le vote")
        self._session = session
        self.form = DeliberationForm(session, AFTER, columns=3)
        self.lines = Lines()
        self._kept = Lines()
        self.seal_button = button(
            "Garder la version votée…",
            "lock",
            on_click=self._seal,
            help="La stratégie d’aujourd’hui devient la version adoptée\u00a0: elle ne changera plus",
        )
        self.add(self.form)
        self.add(Panel(self.lines))
        self.add(text.strong("La version adoptée"))
        self.add(self._kept)
        self.add(flow(self.seal_button))
        self.form.edited.connect(self._follow)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.form.refresh()
        self._follow()

    def focus_field(self, name: str) -> bool:
        """Lead to a field, or to what keeps the voted version; return whether the name is known here."""
        if name == SEAL:
            reveal(self.seal_button)
            return True
        return self.form.focus_field(_PLACES.get(name, name))

    def _follow(self) -> None:
        typed = self.form.typed()
        self.lines.show_lines(self._told(typed))
        adopted = outcome(typed).adopted
        sealed = [each for each in self._session.document.all(StrategyVersion) if each.sealed]
        linked = typed.version_id in {each.id for each in sealed}
        self._kept.show_lines(_state(adopted, sealed))
        self.seal_button.setEnabled(bool(adopted) and not linked and not self._session.document.read_only)

    def _told(self, typed: Deliberation) -> Iterator[Line]:
        rules = rules_for(council.load(), self._session.document.authority)
        yield "info", rules.on(CouncilTopic.TRANSMISSION).text
        publication = rules.on(CouncilTopic.PUBLICATION)
        yield ("info" if publication.certain else "warn"), publication.text
        if rules.electronic_required:
            yield "info", "L’extrait du registre en PDF est archivable et daté\u00a0: publiez-le tel quel."
        for deadline in deadlines(typed, rules):
            if deadline.kind not in _BEFORE_VOTE:
                yield "info", _due(deadline)
        if typed.transmitted and typed.published:
            yield "ok", "Transmise et publiée\u00a0: la délibération est exécutoire."

    def _seal(self) -> None:
        # The tables and charts of the strategy are kept with it: only this button needs their builders.
        from nrdesk.core.reports import adoption

        if not messages.ask(
            self,
            "Garder la stratégie d’aujourd’hui comme version votée\u00a0?",
            yes="Garder cette version",
            details="Vérifiez que c’est bien le texte soumis au conseil. Cette version ne changera plus, et "
            "vous pourrez écrire la suivante.",
        ):
            return
        try:
            version = adoption.adopt(self._session.document)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        messages.say(self, f"La stratégie est gardée telle qu’elle a été votée\u00a0: {version.name}.", "ok")


def _state(adopted: bool | None, sealed: list[StrategyVersion]) -> Iterator[Line]:
    for version in sealed:
        yield (
            "ok",
            f"{version.name}. La stratégie ne porte plus «\u00a0document de travail\u00a0».",
        )
    if sealed:
        return
    if adopted is False:
        yield "info", "La stratégie n’est pas adoptée\u00a0: elle reste un document de travail."
    elif adopted:
        yield "warn", "La stratégie est adoptée\u00a0: gardez la version votée, elle ne changera plus."
    else:
        yield "info", "Tant que le vote n’est pas noté, la stratégie reste un document de travail."


def _due(deadline: Deadline) -> str:
    unsure = f"{NBSP}; à confirmer" if deadline.to_confirm else ""
    return f"{deadline.title}{NBSP}: {dates.in_letters(deadline.date)} ({deadline.article}{unsure})."
