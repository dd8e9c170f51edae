"""Keeping the strategy as the assembly adopted it: a version that never changes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core import council_papers, dates, roadmap
from nrdesk.core.council import meeting_day, outcome
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Deliberation, StrategyVersion
from nrdesk.core.reports import versions

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def adopt(document: Document) -> StrategyVersion:
    """Keep the strategy of today as the one that was voted, and return its version.

    From then on the document that goes out is that version, and is no « document de travail » any more.

    Raises:
        NotReadyError: the assembly has not adopted it.
    """
    session = council_papers.under_way(document)
    found = outcome(session)
    if not found.adopted:
        raise NotReadyError(
            "La stratégie n’est pas adoptée\u00a0: sa version votée ne peut pas encore être gardée.",
            todo=f"À l’étape 7, complétez «\u00a0Le vote\u00a0». {found.reason}",
        )
    day = meeting_day(session)
    number = sum(each.sealed for each in roadmap.versions(document)) + 1
    when = f", adoptée le {dates.in_letters(day)}" if day else ", adoptée"
    version = versions.save(document, f"Version {number}{when}")
    roadmap.seal(document, version)
    with document.action("Rattacher la version votée à sa délibération") as tx:
        tx.update(Deliberation, session.id, version_id=version.id)
    return version
