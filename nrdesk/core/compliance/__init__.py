"""Which obligations bind a collectivité, and why: pure functions, thresholds read from the data."""

from nrdesk.core.compliance.evaluation import Verdict, evaluate, evaluate_all
from nrdesk.core.model.obligation import Status

__all__ = ["Status", "Verdict", "evaluate", "evaluate_all"]
