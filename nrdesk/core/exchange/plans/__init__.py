"""Other people's plans of action coming in, and ours coming back.

    source = read_plan(path)
    mapping = recognise_columns(source, remembered)
    planned = plan_actions(source, mapping, …)

Each step is a plain function over frozen data; `core.plan.importing` gives them the document, and writes.
"""

from nrdesk.core.exchange.plans.columns import recognise_columns
from nrdesk.core.exchange.plans.own import Existing, is_ours, plan_own
from nrdesk.core.exchange.plans.planning import PlanImport, PlannedAction, plan_actions
from nrdesk.core.exchange.plans.table import read_plan
from nrdesk.core.exchange.plans.targets import TARGETS

__all__ = [
    "TARGETS",
    "Existing",
    "PlanImport",
    "PlannedAction",
    "is_ours",
    "plan_actions",
    "plan_own",
    "read_plan",
    "recognise_columns",
]
