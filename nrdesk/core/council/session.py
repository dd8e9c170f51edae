"""The session: its day, and whether its convocation leaves in time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nrdesk.core import dates, moments
from nrdesk.core.council.days import clear_days, latest_sending
from nrdesk.core.council.rules import Rules
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model.council import Deliberation
from nrdesk.core.model.council_rule import CouncilTopic

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Convocation:
    """What the rules say of the convocation."""

    latest: dt.date | None
    """Last day to send it; None while the day of the session is unknown."""
    in_time: bool | None
    """Whether it left in time; None while that cannot be told."""
    text: str
    """French sentences, ready to show."""


def meeting_day(deliberation: Deliberation) -> dt.date | None:
    """Return the day of the session, None while it is not known to the day."""
    return day_of(deliberation.meeting)


def meeting_time(deliberation: Deliberation) -> dt.datetime | None:
    """Return the day and the hour of the session, None while the hour is unknown."""
    return moments.time_of(deliberation.meeting or "")


def day_of(written: str | None) -> dt.date | None:
    """Return the day that an ISO date, possibly partial or with its hour, says; None when it says none."""
    day = (written or "")[:10]
    return dt.date.fromisoformat(day) if len(day) == 10 else None


def convocation(rules: Rules, deliberation: Deliberation) -> Convocation:
    """Return until when the convocation has to be sent, and whether it was."""
    session, sent = meeting_day(deliberation), day_of(deliberation.convened)
    second = deliberation.second_convocation
    days = rules.days_for(second_convocation=second)
    if session is None:
        return Convocation(
            None,
            None,
            f"Fixez le jour de la séance{NBSP}: la convocation doit partir au moins {_clear(days)} avant.",
        )
    latest = latest_sending(session, days)
    told = f"La convocation doit partir au plus tard le {weekday(latest)} {dates.in_letters(latest)}."
    if latest.weekday() > _FRIDAY:
        before = latest - dt.timedelta(days=latest.weekday() - _FRIDAY)
        told += f" C’est un week-end{NBSP}: visez le vendredi {dates.in_letters(before)}."
    if sent is None:
        return Convocation(latest, None, told)
    found = clear_days(sent, session)
    if sent >= session:
        return Convocation(latest, False, "La convocation est datée du jour de la séance, ou d’après elle.")
    gap = f"Entre l’envoi et la séance, {_clear(found)} pour {days} demandés"
    if found >= days:
        return Convocation(latest, True, f"{gap}{NBSP}: le délai est tenu.")
    return Convocation(
        latest, False, f"{gap}{NBSP}: le délai n’est pas tenu. {_remedy(rules, found, second)}"
    )


def weekday(day: dt.date) -> str:
    """Return "lundi"."""
    return moments.WEEKDAYS[day.weekday()]


def _clear(days: int) -> str:
    return count(days, "jour franc", "jours francs")


def _remedy(rules: Rules, found: int, second: bool) -> str:
    """Return what can still be done when the convocation left too late."""
    rule = rules.on(CouncilTopic.CONVOCATION).rule
    if not second and rule.urgent is not None and found >= rule.urgent:
        return (
            f"Seule l’urgence permet {_clear(rule.urgent)}{NBSP}: elle se justifie devant le conseil, et une "
            "stratégie en relève rarement. Reportez plutôt la séance."
        )
    return "Reportez la séance, ou le vote pourrait être annulé."
