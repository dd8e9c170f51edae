"""The records: frozen dataclasses, one module per subject, no storage and no rule beyond invariants.

`nrdesk.core.document` derives the SQLite tables from the records listed in `RECORDS`; a record is
therefore written once. Reference records (factors, obligations…) are read from `resources/data` and
never stored in the document.
"""

from nrdesk.core.model.activity import Activity
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.model.campaign import Campaign
from nrdesk.core.model.equipment import Acquisition, Equipment, EquipmentStatus, Origin
from nrdesk.core.model.record import Record, new_id
from nrdesk.core.model.setting import ImportMapping, Setting

RECORDS: tuple[type[Record], ...] = (Authority, Campaign, Equipment, ImportMapping, Setting, Activity)
"""Every record that a document stores, parents before children."""

__all__ = [
    "RECORDS",
    "Acquisition",
    "Activity",
    "Authority",
    "AuthorityKind",
    "Campaign",
    "Equipment",
    "EquipmentStatus",
    "ImportMapping",
    "Origin",
    "Record",
    "Setting",
    "new_id",
]
