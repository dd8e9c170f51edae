"""What the collectivité shares with others: what it provides, what it receives."""

from __future__ import annotations

from nrdesk.core.fields.sharing import SHARED_SERVICE
from nrdesk.core.model import SharedService
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session


def sharing_card(session: Session) -> RecordSection:
    """Return the card of the shared services."""
    return RecordSection(
        session,
        SharedService,
        SHARED_SERVICE,
        title="Ce que nous partageons",
        columns=("title", "provider"),
        add_label="Ajouter un partage",
        noun="un partage",
        empty="Un serveur, un service, le temps d’un agent\u00a0: fournis à d’autres, ou reçus d’eux.",
        help="Une consolidation de l’intercommunalité et de ses communes s’en sert pour ne rien compter deux "
        "fois. Pour un appareil, remplissez plutôt «\u00a0Fourni par\u00a0» dans l’inventaire.",
        flash=False,
        places={"sharing": ""},
    )
