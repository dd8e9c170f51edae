"""Where a collectivité stands on the obligations that bind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from nrdesk.core.compliance import Status, Verdict
from nrdesk.core.model import ObligationTracking, Progress


def tally(verdicts: Iterable[Verdict], trackings: Iterable[ObligationTracking]) -> Mapping[Progress, int]:
    """Return how many of the obligations that apply stand where, every progress included."""
    said = {tracking.obligation: tracking.progress for tracking in trackings}
    counted = Counter(
        said.get(verdict.obligation.id, Progress.UNSAID)
        for verdict in verdicts
        if verdict.status is Status.APPLICABLE
    )
    return {progress: counted[progress] for progress in Progress}
