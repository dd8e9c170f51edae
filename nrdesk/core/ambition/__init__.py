"""What the records of step 5 come to: an ambition that can be read, objectives that can be checked.

    letters = smart(objective, axes, today)

Pure functions on the records; what a figure is worth in a document is in `core.assessment.figures`.
"""

from nrdesk.core.ambition.figures import FIGURES, FigureKind, Measured, figures
from nrdesk.core.ambition.order import in_order
from nrdesk.core.ambition.progress import Way, value_text, way
from nrdesk.core.ambition.smart import SmartLetter, is_smart, smart
from nrdesk.core.ambition.wording import (
    Remark,
    missing_weight,
    remarks,
    sentences,
    starts_with_verb,
    weight_sentence,
)

__all__ = [
    "FIGURES",
    "FigureKind",
    "Measured",
    "Remark",
    "SmartLetter",
    "Way",
    "figures",
    "in_order",
    "is_smart",
    "missing_weight",
    "remarks",
    "sentences",
    "smart",
    "starts_with_verb",
    "value_text",
    "way",
    "weight_sentence",
]
