"""The proofs of the obligations: files kept inside the document, read from the disk and given back."""

from __future__ import annotations

import contextlib
import math
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core import formatting
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import AttachedFile, Evidence

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

LARGEST = 10_000_000
"""Largest file that a document takes in, in bytes: one file is all that a collectivité copies or sends."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file read from the disk, ready to be kept."""

    name: str
    content: bytes


def read_file(file: Path) -> Attachment:
    """Read a file to be kept as a proof.

    Raises:
        UserError: it is empty, too large, or cannot be read; nothing was kept.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise UserError(
                f"«{NBSP}{file.name}{NBSP}» pèse {_megabytes(size)}, {_megabytes(LARGEST)} au plus tiennent "
                "dans le document.",
                kept="Rien n’est ajouté.",
                todo="Réduisez ce fichier, ou indiquez plutôt le lien où il se trouve.",
            )
        content = file.read_bytes()
    except OSError as error:
        raise SurroundingsError(
            f"«{NBSP}{file.name}{NBSP}» ne peut pas être lu{NBSP}: {error.strerror}.",
            kept="Rien n’est ajouté.",
        ) from error
    if not content:
        raise UserError(f"«{NBSP}{file.name}{NBSP}» est vide.", kept="Rien n’est ajouté.")
    return Attachment(file.name, content)


def attach(document: Document, tx: Transaction, evidence_id: str, attachment: Attachment) -> None:
    """Keep a file as that of a proof, in place of the one that it had."""
    detach(document, tx, evidence_id)
    tx.add(AttachedFile(evidence_id=evidence_id, content=attachment.content))
    tx.update(Evidence, evidence_id, file_name=attachment.name)


def detach(document: Document, tx: Transaction, evidence_id: str) -> None:
    """Remove the file of a proof; the proof stays."""
    tx.delete(AttachedFile, document.ids(AttachedFile, evidence_id=evidence_id))
    tx.update(Evidence, evidence_id, file_name="")


def extract(document: Document, evidence_id: str, target: Path) -> None:
    """Write the file of a proof to the disk; one that is there is replaced, whole.

    Raises:
        UserError: the proof has no file, or the folder refuses it.
    """
    kept = document.all(AttachedFile, evidence_id=evidence_id)
    if not kept:
        raise UserError("Cette preuve n’a pas de fichier.")
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
    try:
        draft.write_bytes(kept[0].content)
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise SurroundingsError(
            f"«{NBSP}{target.name}{NBSP}» ne peut pas être écrit{NBSP}: {error.strerror}.",
            kept="Le fichier reste dans le document.",
        ) from error


def _megabytes(size: int) -> str:
    """Return a size rounded up to 0.1 MB: what is too large never looks as if it were not."""
    return f"{formatting.trimmed(math.ceil(size / _MEGABYTE * 10) / 10, 1)}{NBSP}Mo"
