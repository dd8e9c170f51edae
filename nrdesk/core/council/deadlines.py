"""What is to be done around the session, until when, and which text says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core import dates
from nrdesk.core.council.days import add_months
from nrdesk.core.council.rules import Applied, Rules
from nrdesk.core.council.session import convocation, day_of, meeting_day
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model.council import Deliberation
from nrdesk.core.model.council_rule import CouncilTopic


class DeadlineKind(StrEnum):
    """What is due."""

    CONVOCATION = "convocation"
    SESSION = "session"
    LIST = "list"
    PUBLICATION = "publication"
    CONTEST = "contest"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date, what it is for, and the text that sets it."""

    kind: DeadlineKind
    date: dt.date
    title: str
    """A few French words."""
    text: str
    """French sentence: what is to be done by then."""
    article: str = ""
    to_confirm: bool = False


def deadlines(deliberation: Deliberation, rules: Rules) -> tuple[Deadline, ...]:
    """Return the dates that are known, in order; none while the session has no day.

    The delays that run from the publication come once its date is noted.
    """
    return tuple(sorted(_deadlines(deliberation, rules), key=lambda each: each.date))


def _deadlines(deliberation: Deliberation, rules: Rules) -> Iterator[Deadline]:
    session = meeting_day(deliberation)
    if session:
        yield from _before(deliberation, rules, session)
        listed = rules.on(CouncilTopic.LIST)
        yield _due(
            DeadlineKind.LIST,
            session + dt.timedelta(weeks=listed.rule.value),
            "Afficher la liste des délibérations",
            listed,
        )
    if published := day_of(deliberation.published):
        yield from _after(rules, published)


def _before(deliberation: Deliberation, rules: Rules, session: dt.date) -> Iterator[Deadline]:
    second = deliberation.second_convocation
    topic = CouncilTopic.SECOND_CONVOCATION if second else CouncilTopic.CONVOCATION
    applied = rules.on(topic)
    note = ", avec la note de synthèse" if rules.note_required and not second else ""
    if latest := convocation(rules, deliberation).latest:
        days = count(applied.rule.value, "jour franc", "jours francs")
        yield Deadline(
            DeadlineKind.CONVOCATION,
            latest,
            "Dernier jour pour envoyer la convocation",
            f"Envoyez la convocation et l’ordre du jour{note}{NBSP}: {days} au moins avant la séance du "
            f"{dates.in_letters(session)}.",
            applied.rule.article,
            applied.to_confirm,
        )
    yield Deadline(
        DeadlineKind.SESSION, session, "Séance du conseil", "Vote de la stratégie numérique responsable."
    )


def _after(rules: Rules, published: dt.date) -> Iterator[Deadline]:
    online = rules.on(CouncilTopic.PUBLICATION)
    if online.rule.value:
        yield _due(
            DeadlineKind.PUBLICATION,
            add_months(published, online.rule.value),
            "Fin de la durée minimale de mise en ligne",
            online,
        )
    contest = rules.on(CouncilTopic.CONTEST)
    yield _due(
        DeadlineKind.CONTEST,
        add_months(published, contest.rule.value),
        "Fin du délai de recours contentieux",
        contest,
    )


def _due(kind: DeadlineKind, date: dt.date, title: str, applied: Applied) -> Deadline:
    return Deadline(kind, date, title, f"{applied.rule.text}.", applied.rule.article, applied.to_confirm)
