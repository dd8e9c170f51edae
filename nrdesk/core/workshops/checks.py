"""What a meeting still lacks, or what does not hold together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from nrdesk.core import moments
from nrdesk.core.formatting import NBSP
from nrdesk.core.workshops.meeting import Meeting, MeetingDecision
from nrdesk.core.workshops.timetable import in_words, length


def problems(meeting: Meeting, decisions: Iterable[MeetingDecision], today: dt.date) -> tuple[str, ...]:
    """Return what to look at, in French sentences, the most pressing first; none when all is well.

    Args:
        meeting: the meeting.
        decisions: what was decided there.
        today: the day that it is.
    """
    told = _dates(meeting, today) + _agenda(meeting)
    if meeting.held:
        told += _after(meeting, decisions)
    return tuple(told)


def _dates(meeting: Meeting, today: dt.date) -> list[str]:
    if not meeting.starts:
        return [] if meeting.held else ["Cette réunion n’a pas encore de date."]
    day = moments.day_of(meeting.starts)
    if meeting.held and day > today:
        return ["Elle est notée comme tenue, et sa date est à venir."]
    if not meeting.held and day < today:
        return ["Sa date est passée. S’est-elle tenue\u00a0? Sinon, donnez-lui une autre date."]
    if not meeting.held and moments.time_of(meeting.starts) is None:
        return ["Il manque l’heure\u00a0: sans elle, l’agenda montrera une journée entière."]
    return []


def _agenda(meeting: Meeting) -> list[str]:
    planned, needed = meeting.minutes_long, length(meeting)
    if meeting.held:
        return []
    if not meeting.agenda.strip():
        return ["L’ordre du jour est vide."]
    if planned is not None and needed > planned:
        return [
            f"L’ordre du jour prend {in_words(needed)}, la réunion dure {in_words(planned)}{NBSP}: "
            "allongez-la ou retirez un point."
        ]
    return []


def _after(meeting: Meeting, decisions: Iterable[MeetingDecision]) -> list[str]:
    told = []
    kept = [each for each in decisions if each.text.strip()]
    if not kept:
        told.append("Aucune décision n’est notée. Qu’est-ce qui a été tranché\u00a0?")
    elif alone := sum(not each.owner.strip() for each in kept):
        told.append(
            "Une décision n’a pas de responsable."
            if alone == 1
            else f"{alone} décisions n’ont pas de responsable."
        )
    if not meeting.report.strip():
        told.append("Le compte rendu est vide\u00a0: trois lignes suffisent.")
    return told
