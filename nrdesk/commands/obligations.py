"""The command that lists the obligations."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

from nrdesk.commands import Answer, Verb


def obligations(args: Namespace) -> Answer:
    """List the obligations of the collectivité, each with its reason."""
    from nrdesk.core import compliance, dates
    from nrdesk.core.document import Document
    from nrdesk.core.reference import obligations as law

    with Document.open(args.fichier, read_only=True) as doc:
        authority = doc.authority
    verdicts = compliance.evaluate_all(law.load(), authority, dt.date.today())
    legal_state = law.legal_state()
    data = {
        "etat_du_droit": legal_state.isoformat(),
        "obligations": [
            {
                "id": verdict.obligation.id,
                "titre": verdict.obligation.title,
                "statut": verdict.status.value,
                "motif": verdict.reason,
                "echeance": verdict.deadline.isoformat() if verdict.deadline else None,
                "texte": verdict.obligation.text_reference,
                "verifie": verdict.verified,
            }
            for verdict in verdicts
        ],
    }
    lines = [f"État du droit au {dates.in_letters(legal_state)}."]
    lines += [f"{v.status.label} : {v.obligation.title}. {v.reason}" for v in verdicts]
    return Answer(data, "\n".join(lines))


VERBS = (Verb("obligations", obligations, "Liste les obligations qui s’appliquent."),)
