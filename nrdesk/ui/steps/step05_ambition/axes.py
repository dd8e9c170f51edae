"""The list of the priority axes."""

from __future__ import annotations

from nrdesk.core.fields.ambition import PRIORITY_AXIS
from nrdesk.core.model import PriorityAxis
from nrdesk.ui.records import RankedSection
from nrdesk.ui.session import Session


def axes_section(session: Session) -> RankedSection:
    """Return the card of the priority axes, in the order of the collectivité."""
    return RankedSection(
        session,
        PriorityAxis,
        PRIORITY_AXIS,
        title="Les axes prioritaires",
        columns=("title", "axis"),
        add_label="Ajouter un axe",
        noun="un axe",
        empty="Partez de ce qui pèse lourd, de ce qui est facile, de ce que vos élus défendent déjà.",
        help="Deux axes bien tenus valent mieux que cinq affichés.",
        places={"axes": ""},
    )
