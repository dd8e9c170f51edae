"""The hand-over: one archive with all that a collectivité needs to go on alone, or to answer an auditor.

The document itself, every deliverable that can be made today, the journal of the hypotheses with the source
of each value, the reference data behind them, the proofs attached, who changed what and when. What could not
be made is named, with the reason.
"""

from nrdesk.core.handover.archive import HandOver, hand_over

__all__ = ["HandOver", "hand_over"]
