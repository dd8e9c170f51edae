"""Step 6: the document, the words of those who decide, the versions."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.fields.roadmap import QUOTE
from nrdesk.core.model import Quote
from nrdesk.ui.records.ranked import RankedSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step06_roadmap.chapters_card import ChaptersCard
from nrdesk.ui.steps.step06_roadmap.versions_card import VersionsCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    quotes = RankedSection(
        session,
        Quote,
        QUOTE,
        title="Les mots de ceux qui décident",
        columns=("speaker", "role"),
        add_label="Ajouter une parole",
        noun="une parole",
        empty="Demandez à un élu et à la direction pourquoi ils y croient, et gardez leurs mots.",
        places={"quotes": ""},
    )
    return (ChaptersCard(session), quotes, VersionsCard(session))
