"""Which obligations bind a collectivité, and why: pure functions, thresholds read from the data."""

from nrdesk.core.compliance.evaluation import Verdict, evaluate, evaluate_all
from nrdesk.core.compliance.sharing import Duty, epci_duties
from nrdesk.core.model.obligation import Status

__all__ = ["Duty", "Status", "Verdict", "epci_duties", "evaluate", "evaluate_all"]
