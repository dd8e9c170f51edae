"""One document from those of an EPCI and its communes: nothing counted twice, who provides what to whom.

`gather` reads the documents, `prepared` decides where each thing counts, `consolidate` writes the result: a
document like any other, which can be opened, completed and exported. What was set aside, and why, is its
`Journal`; `view` reads its figures, by collectivité.
"""

from nrdesk.core.assessment.members import SETTING, member_of
from nrdesk.core.consolidation.building import Consolidation, consolidate, prepared
from nrdesk.core.consolidation.common_plan import leaders
from nrdesk.core.consolidation.journal import (
    Entry,
    Gathering,
    Journal,
    Reason,
    Unread,
    journal_of,
)
from nrdesk.core.consolidation.members import Gathered, Member, gather
from nrdesk.core.consolidation.view import Share, View, view

__all__ = [
    "SETTING",
    "Consolidation",
    "Entry",
    "Gathered",
    "Gathering",
    "Journal",
    "Member",
    "Reason",
    "Share",
    "Unread",
    "View",
    "consolidate",
    "gather",
    "journal_of",
    "leaders",
    "member_of",
    "prepared",
    "view",
]
