"""The pattern of every form and list of records: declared fields in, a working page out.

A page that keeps people, sessions or milestones is one call:

    RecordSection(
        session, Person, PERSON,
        title="L’équipe", columns=("name", "function", "role"),
        add_label="Ajouter une personne", noun="une personne", empty="Personne pour l’instant.",
    )

Fields are those of `nrdesk.core.fields`; each is saved as one action when it is left. What cannot be read
stays on the screen, in red and with its reason, until it is corrected.
"""

from nrdesk.ui.records.answers import StepAnswers
from nrdesk.ui.records.form import RecordForm
from nrdesk.ui.records.ranked import RankedSection
from nrdesk.ui.records.section import RecordSection

__all__ = ["RankedSection", "RecordForm", "RecordSection", "StepAnswers"]
