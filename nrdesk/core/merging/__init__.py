"""Two copies of one document, on which two people worked, made one again: nothing is lost on the way.

`read_copy` reads each, `compare` says what differs and what nrdesk would keep (three ways, field by field,
with the common ancestor found among the backups when there is one), `resolve` makes the merged rows of what
was chosen, `apply` writes them as one action. Every value of either side is in the result or in the account.
"""

from nrdesk.core.merging.applying import apply, merge_into
from nrdesk.core.merging.compare import compare
from nrdesk.core.merging.differences import (
    Block,
    Comparison,
    Difference,
    FieldDifference,
    Nature,
    Side,
)
from nrdesk.core.merging.resolve import Choices, Consequence, Outcome, resolve, side_of, taken
from nrdesk.core.merging.state import Copy, copy_of, read_copy

__all__ = [
    "Block",
    "Choices",
    "Comparison",
    "Consequence",
    "Copy",
    "Difference",
    "FieldDifference",
    "Nature",
    "Outcome",
    "Side",
    "apply",
    "compare",
    "copy_of",
    "merge_into",
    "read_copy",
    "resolve",
    "side_of",
    "taken",
]
