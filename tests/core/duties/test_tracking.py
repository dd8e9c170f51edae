"""The summary of the obligations, by progress."""

import datetime as dt

from nrdesk.core.compliance import Status, evaluate_all
from nrdesk.core.duties.tracking import tally
from nrdesk.core.model import Authority, ObligationTracking, Progress
from nrdesk.core.reference import obligations


def test_only_what_applies_is_counted():
    verdicts = evaluate_all(obligations.load(), Authority(population_municipal=2_812), dt.date(2026, 11, 21))
    found = tally(
        verdicts,
        [
            ObligationTracking(obligation="RGAA", progress=Progress.DONE),
            ObligationTracking(obligation="DEEE", progress=Progress.UNDER_WAY),
            ObligationTracking(obligation="REEN35-SNR", progress=Progress.DONE),  # voluntary here
            ObligationTracking(obligation="DISPARUE", progress=Progress.TODO),
        ],
    )
    apply = sum(verdict.status is Status.APPLICABLE for verdict in verdicts)
    assert (found[Progress.DONE], found[Progress.UNDER_WAY], found[Progress.TODO]) == (1, 1, 0)
    assert sum(found.values()) == apply
