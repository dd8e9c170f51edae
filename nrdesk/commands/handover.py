"""The command that writes the hand-over archive."""

from __future__ import annotations

from argparse import Namespace

from nrdesk.commands import Answer
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
