"""Step 10 of the demonstration: what was said and to whom, moments, volunteers, who committed themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nrdesk.core.demo.tables import filled, rows
from nrdesk.core.fields.communication import COMMITMENT, MESSAGE, MOMENT, PIONEER
from nrdesk.core.model import ChosenMoment, Commitment, KitCheck, Message, Pioneer, Record


def told() -> list[Record]:
    """Return step 10: messages sent and to come, moments of the year, the community, the checklist."""
    messages = (
        replace(message, rank=rank)
        for rank, message in enumerate(filled(Message, MESSAGE, "messages.csv"), start=1)
    )
    moments = filled(ChosenMoment, MOMENT, "moments.csv", lambda row: {"moment": row.text("moment")})
    return [
        *messages,
        *moments,
        *filled(Pioneer, PIONEER, "pionniers.csv"),
        *filled(Commitment, COMMITMENT, "engagements.csv"),
        *_checks(),
    ]


def _checks() -> Iterator[KitCheck]:
    for row in rows("communication.csv"):
        yield KitCheck(item=row.required("item"), done=row.text("done") == "oui", comment=row.text("comment"))
