"""The records: frozen dataclasses, one module per subject, no storage and no rule beyond invariants.

`nrdesk.core.document` derives the SQLite tables from the records listed in `RECORDS`; a record is
therefore written once. Reference records (factors, obligations…) are read from `resources/data` and
never stored in the document.
"""

from nrdesk.core.model.activity import Activity
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.model.campaign import Campaign, FactorFile, FrozenMethod
from nrdesk.core.model.equipment import Acquisition, Equipment, EquipmentStatus, ExitRoute, Origin
from nrdesk.core.model.evidence import AttachedFile, Evidence, ObligationTracking, Progress
from nrdesk.core.model.listening import (
    Finding,
    Interview,
    InterviewAnswer,
    InterviewKind,
    InterviewStatus,
    PastAction,
    PastActionStatus,
    QuestionGuide,
    ReadDocument,
    SynthesisItem,
)
from nrdesk.core.model.maturity import MaturityAnswer
from nrdesk.core.model.policy import (
    Axis,
    PolicyDocument,
    PolicyKind,
    PolicyLink,
    PolicyOwner,
    PolicyStatus,
)
from nrdesk.core.model.record import Record, new_id
from nrdesk.core.model.services import ServiceUse, Site, SiteKind, WebSite
from nrdesk.core.model.setting import ImportMapping, Setting
from nrdesk.core.model.step_answer import StepAnswer
from nrdesk.core.model.team import (
    BodyLevel,
    GovernanceBody,
    Person,
    PersonRole,
    Rhythm,
    Scope,
    Stakeholder,
    StakeholderKind,
    Trade,
    TradeCoverage,
)
from nrdesk.core.model.territory import TerritoryFact, TerritoryTopic
from nrdesk.core.model.training import (
    Attendance,
    Audience,
    AwarenessSession,
    ReadingStatus,
    Referent,
    ResourceReading,
    SessionFormat,
    SessionStatus,
)

RECORDS: tuple[type[Record], ...] = (
    Authority,
    Campaign,
    Equipment,
    ImportMapping,
    Setting,
    Activity,
    StepAnswer,
    Person,
    TradeCoverage,
    GovernanceBody,
    Stakeholder,
    AwarenessSession,
    Attendance,
    Referent,
    ResourceReading,
    PolicyDocument,
    PolicyLink,
    ObligationTracking,
    Evidence,
    AttachedFile,
    FrozenMethod,
    FactorFile,
    Site,
    ServiceUse,
    WebSite,
    MaturityAnswer,
    QuestionGuide,
    Interview,
    InterviewAnswer,
    PastAction,
    ReadDocument,
    SynthesisItem,
    TerritoryFact,
)
"""Every record that a document stores, parents before children."""

__all__ = [
    "RECORDS",
    "Acquisition",
    "Activity",
    "AttachedFile",
    "Attendance",
    "Audience",
    "Authority",
    "AuthorityKind",
    "AwarenessSession",
    "Axis",
    "BodyLevel",
    "Campaign",
    "Equipment",
    "EquipmentStatus",
    "Evidence",
    "ExitRoute",
    "FactorFile",
    "Finding",
    "FrozenMethod",
    "GovernanceBody",
    "ImportMapping",
    "Interview",
    "InterviewAnswer",
    "InterviewKind",
    "InterviewStatus",
    "MaturityAnswer",
    "ObligationTracking",
    "Origin",
    "PastAction",
    "PastActionStatus",
    "Person",
    "PersonRole",
    "PolicyDocument",
    "PolicyKind",
    "PolicyLink",
    "PolicyOwner",
    "PolicyStatus",
    "Progress",
    "QuestionGuide",
    "ReadDocument",
    "ReadingStatus",
    "Record",
    "Referent",
    "ResourceReading",
    "Rhythm",
    "Scope",
    "ServiceUse",
    "SessionFormat",
    "SessionStatus",
    "Setting",
    "Site",
    "SiteKind",
    "Stakeholder",
    "StakeholderKind",
    "StepAnswer",
    "SynthesisItem",
    "TerritoryFact",
    "TerritoryTopic",
    "Trade",
    "TradeCoverage",
    "WebSite",
    "new_id",
]
