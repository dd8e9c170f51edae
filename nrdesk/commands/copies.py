"""The command that writes an anonymised copy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from nrdesk.commands import Answer, Verb, file_path


def anonymise(args: Namespace) -> Answer:
    """Write a copy of a document where nobody can be recognised."""
    from nrdesk.core.anonymise import anonymise as write_copy
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        authority = write_copy(doc, args.sortie)
    return Answer(
        {"fichier": str(args.sortie), "collectivite": authority.name},
        f"{authority.name}\u00a0: {args.sortie}",
    )


def _target(parser: ArgumentParser) -> None:
    parser.add_argument("sortie", metavar="SORTIE", type=file_path, help="document .nrdesk à écrire")


VERBS = (Verb("anonymiser", anonymise, "Écrit une copie où personne n’est reconnaissable.", _target),)
