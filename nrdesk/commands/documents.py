"""Commands that write documents."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from nrdesk.commands import Answer
from nrdesk.core.errors import UserError


def export(args: Namespace) -> Answer:
    """List the documents, write one, or write them all."""
    if args.liste:
        return _catalogue()
    if args.fichier is None or not (args.tout or (args.document and args.sortie)):
        raise UserError(
            "Il manque de quoi exporter.",
            todo="Écrivez « nrdesk exporter FICHIER DOCUMENT SORTIE », ou « nrdesk exporter --liste ».",
        )
    from nrdesk.core import reports
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        if args.tout:
            written = [
                reports.export(doc, kind.key, args.tout / f"{kind.key}.{extension}", overwrite=args.remplacer)
                for kind in reports.REPORTS
                for extension in kind.formats
            ]
        else:
            written = [reports.export(doc, args.document, args.sortie, overwrite=args.remplacer)]
    return Answer({"fichiers": [str(path) for path in written]}, "\n".join(map(_written, written)))


def _written(path: Path) -> str:
    return f"Écrit : {path}"


def _catalogue() -> Answer:
    from nrdesk.core import reports

    documents = [
        {"document": kind.key, "titre": kind.title, "formats": list(kind.formats)} for kind in reports.REPORTS
    ]
    text = "\n".join(f"{kind.key} ({', '.join(kind.formats)}) : {kind.title}" for kind in reports.REPORTS)
    return Answer({"documents": documents}, text)
