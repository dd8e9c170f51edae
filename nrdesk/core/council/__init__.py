"""The rules of the assembly that votes, applied to one collectivité and one session: pure functions.

    rules = rules_for(table, authority)         # which rules are ours, each with its article
    convocation(rules, deliberation)            # was it, will it be sent in time
    check(deliberation)                         # what in the count of the votes cannot be
    outcome(deliberation)                       # adopted or not, and why
    deadlines(deliberation, rules)              # what is to be done, until when

No threshold stands in the code: they come with the rules, that `core.reference.council` reads.
"""

from nrdesk.core.council.days import add_months, clear_days, latest_sending
from nrdesk.core.council.deadlines import Deadline, DeadlineKind, deadlines
from nrdesk.core.council.defaults import TITLE, executive, with_defaults
from nrdesk.core.council.rules import Applied, Rules, rules_for
from nrdesk.core.council.session import Convocation, convocation, day_of, meeting_day, meeting_time
from nrdesk.core.council.vote import (
    Outcome,
    Quorum,
    check,
    is_counted,
    outcome,
    quorum,
    secret_ballot_askers,
)

__all__ = [
    "TITLE",
    "Applied",
    "Convocation",
    "Deadline",
    "DeadlineKind",
    "Outcome",
    "Quorum",
    "Rules",
    "add_months",
    "check",
    "clear_days",
    "convocation",
    "day_of",
    "deadlines",
    "executive",
    "is_counted",
    "latest_sending",
    "meeting_day",
    "meeting_time",
    "outcome",
    "quorum",
    "rules_for",
    "secret_ballot_askers",
    "with_defaults",
]
