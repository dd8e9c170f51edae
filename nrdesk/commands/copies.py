"""The command that writes an anonymised copy."""

from __future__ import annotations

from argparse import Namespace

from nrdesk.commands import Answer


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
