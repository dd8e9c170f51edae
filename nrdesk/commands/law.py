"""The command about the law table, which is the same for every document."""

from __future__ import annotations

from argparse import Namespace

from nrdesk.commands import Answer
from nrdesk.core import dates, formatting


def table(args: Namespace) -> Answer:
    """Say which law table is used, replace it by a newer one, or come back to nrdesk's own."""
    from nrdesk.core.reference import obligations

    if args.importer:
        law = obligations.import_law(args.importer)
    elif args.retirer:
        law = obligations.forget_law()
    else:
        law = obligations.law()
    unverified = sum(not obligation.verified for obligation in law.obligations)
    data = {
        "etat_du_droit": law.state.isoformat(),
        "obligations": len(law.obligations),
        "a_confirmer": unverified,
        "importee": law.imported,
        "probleme": law.problem or None,
    }
    origin = "table importée" if law.imported else "table livrée avec nrdesk"
    lines = [
        f"État du droit au {dates.in_letters(law.state)} ({origin})\u00a0: "
        f"{formatting.count(len(law.obligations), 'obligation')}, dont {unverified} à confirmer."
    ]
    return Answer(data, "\n".join([*lines, law.problem] if law.problem else lines))
