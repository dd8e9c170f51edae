"""The command that writes the hand-over archive."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core.formatting import count


def hand_over(args: Namespace) -> Answer:
    """Write the archive of a document: itself, its deliverables, its hypotheses, its sources."""
    from nrdesk.core.document import Document
    from nrdesk.core.handover import hand_over as write

    with Document.open(args.fichier, read_only=True) as document:
        done = write(document, args.sortie, overwrite=args.remplacer)
    lines = [f"Écrit : {done.path} ({count(len(done.files), 'fichier')})"]
    lines += [f"Pas encore : {title}. {why}" for title, why in done.missing]
    content = {
        "archive": str(done.path),
        "fichiers": list(done.files),
        "pas_encore": [{"document": title, "raison": why} for title, why in done.missing],
    }
    return Answer(content, "\n".join(lines))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--sortie", metavar="ZIP", type=file_path, required=True, help="archive à écrire")
    parser.add_argument("--remplacer", action="store_true", help="remplace l’archive si elle existe")


VERBS = (
    Verb("remettre", hand_over, "Réunit tout ce qu’il faut pour continuer dans une archive.", _arguments),
)
