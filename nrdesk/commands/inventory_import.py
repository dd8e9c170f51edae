"""The command that brings an inventory in."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core import formatting
from nrdesk.core.errors import UserError
from nrdesk.core.paths import same_file

if TYPE_CHECKING:
    from nrdesk.core.exchange import ImportPlan, PlannedRow


def import_inventory(args: Namespace) -> Answer:
    """Import an inventory, or only say what would be (`--essai`)."""
    from nrdesk.core import exchange
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=args.essai) as doc:
        plan = exchange.plan_file(doc, args.source)
        if args.rejets:
            # First: nothing must be imported when the rejects are refused.
            _keep_document(args.fichier, args.rejets)
            exchange.write_rejects(plan, args.rejets)
        if not args.essai:
            exchange.apply_plan(doc, plan)
    return Answer(_import_data(plan), _import_text(plan, tried=args.essai))


def _keep_document(document: Path, rejects: Path) -> None:
    if same_file(rejects, document):
        raise UserError(
            "Les rejets ne peuvent pas remplacer le document lui-même.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom pour les rejets.",
        )


def _import_data(plan: ImportPlan) -> Mapping[str, object]:
    return {
        "lues": plan.read,
        "importees": plan.imported,
        "doublons": plan.duplicates,
        "rejetees": plan.rejected,
        "ignorees": plan.ignored,
        "rejets": [{"ligne": row.number, "motif": row.reason} for row in _rejects(plan)],
    }


def _rejects(plan: ImportPlan) -> list[PlannedRow]:
    from nrdesk.core.exchange import Outcome

    return [row for row in plan.rows if row.outcome is Outcome.REJECTED]


def _import_text(plan: ImportPlan, *, tried: bool) -> str:
    parts = (
        formatting.count(plan.imported, "importée"),
        formatting.count(plan.duplicates, "doublon"),
        formatting.count(plan.rejected, "rejetée"),
        formatting.count(plan.ignored, "ignorée"),
    )
    lines = [f"{formatting.count(plan.read, 'ligne lue', 'lignes lues')} = {' + '.join(parts)}"]
    lines += [f"  ligne {row.number} : {row.reason}" for row in _rejects(plan)]
    if plan.limits:
        lines.append(plan.limits)
    if tried:
        lines.append("C’était un essai : rien n’a été écrit.")
    return "\n".join(lines)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=file_path, help="tableur, CSV, export GLPI ou OCS…")
    parser.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")
    parser.add_argument("--rejets", metavar="CSV", type=file_path, help="écrit les lignes rejetées")


VERBS = (Verb("importer", import_inventory, "Importe un inventaire.", _arguments),)
