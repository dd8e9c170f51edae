"""The command that makes one document of two copies."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count

if TYPE_CHECKING:
    from nrdesk.core.merging import Choices, Comparison
    from nrdesk.core.merging.account import Account

PREFERENCES = ("recent", "a", "b")
"""Whose value is kept where both changed it."""
_SHOWN = 40


def merge(args: Namespace) -> Answer:
    """Write the document that two copies make together, with the account of every difference."""
    from nrdesk.core import merging
    from nrdesk.core.document import Document
    from nrdesk.core.merging import paper
    from nrdesk.core.merging.account import account, data

    if args.sortie is None and not args.essai:
        raise UserError(
            "Il manque le fichier à écrire.",
            todo="Donnez-le avec --sortie, ou regardez d’abord avec --essai.",
        )
    if args.rapport:
        paper.format_of(args.rapport)
    mine, theirs = (merging.read_copy(path) for path in (args.fichier, args.copie))
    comparison = merging.compare(mine, theirs, args.origine)
    outcome = merging.resolve(comparison, _preferred(comparison, args.garder))
    told = account(outcome, "A", "B")
    if not args.essai:
        merging.merge_into(args.sortie, outcome)
        if args.rapport:
            with Document.open(args.fichier, read_only=True) as document:
                paper.write(document, outcome, args.rapport)
    written = "" if args.essai else str(args.sortie)
    content = {
        "a": str(args.fichier),
        "b": str(args.copie),
        "sortie": written,
        "choix_a_faire": comparison.conflicts,
        **data(told),
    }
    return Answer(content, "\n".join(_sentences(told, comparison, written)))


def _preferred(comparison: Comparison, garder: str) -> Choices:
    """Return the choices of a preference: for what nobody can decide alone, and only for it."""
    from nrdesk.core.merging import Side

    if garder == "recent":
        return {}
    side = Side.MINE if garder == "a" else Side.THEIRS
    asked = [each.key for each in comparison.blocks if each.conflict]
    for each in comparison.differences:
        asked += [each.key] if each.conflict and not each.needed else []
        asked += [field.key for field in each.fields if field.conflict]
    return dict.fromkeys(asked, side)


def _sentences(told: Account, comparison: Comparison, written: str) -> list[str]:
    lines = [told.origin, told.summary]
    asked = [entry for entry in told.entries if entry.conflict]
    lines.append(
        f"{count(comparison.conflicts, 'choix', 'choix')} à vérifier :"
        if asked
        else "Aucun choix à vérifier."
    )
    for entry in asked[:_SHOWN]:
        lines.append(f"- {entry.kind} {entry.name} : {entry.told}")
        for line in entry.lines:
            kept = {"mine": "A", "theirs": "B", "both": "A et B"}[line.kept]
            lines.append(
                f"    {line.label} : A = {line.mine or '—'} ; B = {line.theirs or '—'} ; gardé : {kept}"
            )
    if len(asked) > _SHOWN:
        lines.append(f"… et {len(asked) - _SHOWN} autres : voyez --json ou --rapport.")
    lines += told.consequences
    lines.append(f"Écrit : {written}" if written else "Rien n’est écrit : c’était un essai.")
    return lines


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("copie", metavar="COPIE", type=file_path, help="l’autre copie, qui ne change pas")
    parser.add_argument("--sortie", metavar="NRDESK", type=file_path, help="document réuni à écrire")
    parser.add_argument(
        "--origine", metavar="SAUVEGARDE", type=file_path, help="leur origine commune, si connue"
    )
    parser.add_argument(
        "--garder",
        choices=PREFERENCES,
        default="recent",
        help="ce qui est gardé quand les deux ont changé la même chose (par défaut, le plus récent)",
    )
    parser.add_argument(
        "--rapport", metavar="PDF", type=file_path, help="écrit le rapport de fusion (PDF, Word)"
    )
    parser.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")


VERBS = (Verb("fusionner", merge, "Réunit deux copies d’un même document.", _arguments),)
