"""Commands that write documents."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core.errors import NotReadyError, UserError

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def export(args: Namespace) -> Answer:
    """List the documents, write one, or write them all."""
    if args.liste:
        return _catalogue()
    if args.fichier is None or not (args.tout or (args.document and args.sortie)):
        raise UserError(
            "Il manque de quoi exporter.",
            todo="Écrivez « nrdesk exporter FICHIER DOCUMENT SORTIE », ou « nrdesk exporter --liste ».",
        )
    from nrdesk.core import campaigns, reports
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        if args.tout:
            return _export_all(doc, args.tout, overwrite=args.remplacer)
        campaign = campaigns.campaign_of(doc, args.campagne) if args.campagne is not None else None
        path = reports.export(doc, args.document, args.sortie, overwrite=args.remplacer, campaign=campaign)
    return Answer({"fichiers": [str(path)]}, _written(path))


def _export_all(doc: Document, folder: Path, *, overwrite: bool) -> Answer:
    """Write every document that can be made today, and say why the others cannot."""
    from nrdesk.core import reports

    written: list[Path] = []
    missing: dict[str, str] = {}
    for kind in reports.REPORTS:
        try:
            written += [
                reports.export(doc, kind.key, folder / f"{kind.key}.{extension}", overwrite=overwrite)
                for extension in kind.formats
            ]
        except NotReadyError as reason:
            missing[kind.key] = str(reason)
    lines = [*map(_written, written), *(f"Pas encore : {key}. {why}" for key, why in missing.items())]
    content = {
        "fichiers": [str(path) for path in written],
        "pas_encore": [{"document": key, "raison": why} for key, why in missing.items()],
    }
    return Answer(content, "\n".join(lines))


def _written(path: Path) -> str:
    return f"Écrit : {path}"


def _catalogue() -> Answer:
    from nrdesk.core import reports

    documents = [
        {"document": kind.key, "titre": kind.title, "formats": list(kind.formats)} for kind in reports.REPORTS
    ]
    text = "\n".join(f"{kind.key} ({', '.join(kind.formats)}) : {kind.title}" for kind in reports.REPORTS)
    return Answer({"documents": documents}, text)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("fichier", metavar="FICHIER", type=file_path, nargs="?", help="document .nrdesk")
    parser.add_argument("document", metavar="DOCUMENT", nargs="?", help="nom du document (voir --liste)")
    parser.add_argument("sortie", metavar="SORTIE", type=file_path, nargs="?", help="fichier à écrire")
    parser.add_argument("--liste", action="store_true", help="nomme les documents et leurs formats")
    parser.add_argument("--tout", metavar="DOSSIER", type=Path, help="écrit tous les documents")
    parser.add_argument(
        "--campagne", type=int, metavar="ANNEE", help="pour un document d’une année (la plus récente)"
    )
    parser.add_argument("--remplacer", action="store_true", help="remplace le fichier s’il existe")


VERBS = (Verb("exporter", export, "Écrit un document.", _arguments, document=False),)
