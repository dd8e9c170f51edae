"""The footprint of an inventory: an evaluation, not a measurement.

Stock method, for each line and each criterion, per year:

    manufacture = quantity × manufacture of one appliance / lifetime
    use         = quantity × kWh of one appliance × impact of one kWh

`lifetime` says which years, `energy` which kWh, `uncertainty` how ranges are made, `recipe` and `tally` how
both are folded. What cannot be counted is listed with what it lacks; it is never a silent zero. Pure
functions on frozen records: no file, no clock.
"""

from nrdesk.core.footprint.advice import Advice, advise, advise_line
from nrdesk.core.footprint.calculator import Calculator, compute
from nrdesk.core.footprint.explanation import Explanation, explain, explain_line
from nrdesk.core.footprint.flow import FlowResult, compute_flow, explain_flow, flow_of
from nrdesk.core.footprint.line import LineResult, Quality
from nrdesk.core.footprint.method import ELECTRICITY, Method
from nrdesk.core.footprint.result import FootprintResult, Total
from nrdesk.core.footprint.summary import explain_total
from nrdesk.core.footprint.tally import Split
from nrdesk.core.footprint.terms import Term

__all__ = [
    "ELECTRICITY",
    "Advice",
    "Calculator",
    "Explanation",
    "FlowResult",
    "FootprintResult",
    "LineResult",
    "Method",
    "Quality",
    "Split",
    "Term",
    "Total",
    "advise",
    "advise_line",
    "compute",
    "compute_flow",
    "explain",
    "explain_flow",
    "explain_line",
    "explain_total",
    "flow_of",
]
