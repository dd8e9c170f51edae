"""The command about the law table, which is the same for every document."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core import formatting


def table(args: Namespace) -> Answer:
    """Say which law table is used, replace it by a newer one, or come back to nrdesk's own."""
    from nrdesk.core import dates
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


def _arguments(parser: ArgumentParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--etat", action="store_true", help="dit la date de l’état du droit (par défaut)")
    change.add_argument(
        "--importer", metavar="TABLE", type=file_path, help="utilise une table plus récente (CSV)"
    )
    change.add_argument("--retirer", action="store_true", help="revient à la table livrée avec nrdesk")


VERBS = (
    Verb("droit", table, "Dit quel état du droit est utilisé, ou le remplace.", _arguments, document=False),
)
