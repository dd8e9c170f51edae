"""Families of factors: those of nrdesk, and those that the user brought in a file kept with the document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.model import Campaign, FactorFile
from nrdesk.core.model.factors import FactorSet
from nrdesk.core.reference import factors
from nrdesk.core.reference.factors import Family
from nrdesk.core.reference.table import read_text
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_HEAVIEST = 5_000_000
"""Bytes: fifty times the factors of nrdesk. Beyond, it is another file that was chosen by mistake."""


def families(document: Document) -> tuple[Family, ...]:
    """Return the families that a campaign of a document can choose, the default one first."""
    return (*factors.families(), *map(_family, document.all(FactorFile)))


def family_label(document: Document, family: str) -> str:
    """Return the name of a family by its identifier, which stands for itself when there is no such family."""
    return next((known.label for known in families(document) if known.id == family), family)


def family_named(document: Document, words: str) -> Family:
    """Return the family that someone names: by its identifier, its label or the beginning of it.

    Raises:
        UserError: none or several bear that name; the sentence lists those that there are.
    """
    known = families(document)
    exact = [each for each in known if normal(words) in (normal(each.id), normal(each.label))]
    found = exact or [
        each for each in known if normal(words) and normal(each.label).startswith(normal(words))
    ]
    if len(found) != 1:
        names = ", ".join(each.id if each in factors.families() else quoted(each.label) for each in known)
        raise UserError(
            f"La famille de facteurs « {words} » n’existe pas dans ce document.",
            todo=f"Choisissez parmi : {names}.",
        )
    return found[0]


def own_named(document: Document, words: str) -> FactorFile:
    """Return the user's file of factors that someone names.

    Raises:
        UserError: it is not one of the user's; the sentence lists those that there are.
    """
    files = document.all(FactorFile)
    for file in files:
        if normal(file.name) == normal(words):
            return file
    names = ", ".join(quoted(file.name) for file in files)
    raise UserError(
        f"Ce document n’a pas de facteurs à vous nommés « {words} ».",
        todo=f"Choisissez parmi : {names}." if files else "",
    )


def load_family(document: Document, family: str) -> FactorSet:
    """Return the factors of a family, by its identifier.

    Raises:
        UserError: neither this version of nrdesk nor the document has it, or the user's file is spoilt.
    """
    if family in {known.id for known in factors.families()}:
        return factors.load(family)
    for file in document.all(FactorFile):
        if file.id == family:
            return factors.load_text(file.content, file.name, f"{file.name}.csv")
    raise UserError(
        f"Cette version de nrdesk ne connaît pas les facteurs d’émission « {family} ».",
        kept="Vos données sont intactes.",
        todo="Choisissez une autre famille, ou installez la dernière version de nrdesk.",
    )


def add(document: Document, path: Path) -> FactorFile:
    """Keep a file of factors with the document, once it has been read whole; return it.

    Raises:
        UserError: it cannot be read as factors (the sentence gives the line), it is too heavy, or a family
            already has its name.
    """
    if path.is_file() and path.stat().st_size > _HEAVIEST:
        raise UserError(f"{path.name} est trop lourd pour un fichier de facteurs.")
    content = read_text(path)
    factors.load_text(content, path.stem, path.name)
    if normal(path.stem) in {normal(known.label) for known in families(document)}:
        raise UserError(
            f"Une famille de facteurs s’appelle déjà « {path.stem} ».",
            kept="Rien n’a été modifié.",
            todo="Donnez un autre nom à votre fichier, ou retirez d’abord l’ancien.",
        )
    file = FactorFile(name=path.stem, content=content)
    with document.action(f"Ajouter les facteurs {quoted(path.stem)}") as tx:
        tx.add(file)
    return document.get(FactorFile, file.id)


def remove(document: Document, file: FactorFile) -> None:
    """Take a file of factors out of the document.

    Raises:
        UserError: a campaign that is not frozen is calculated with it.
    """
    using = [c.year for c in document.all(Campaign, factor_family=file.id) if not c.frozen]
    if using:
        years = " et ".join(map(str, using))
        raise UserError(
            f"La campagne {years} est calculée avec les facteurs « {file.name} ».",
            kept="Rien n’a été modifié.",
            todo="Choisissez d’abord une autre famille pour cette campagne.",
        )
    with document.action(f"Retirer les facteurs {quoted(file.name)}") as tx:
        tx.delete(FactorFile, [file.id])


def _family(file: FactorFile) -> Family:
    note = "Vos facteurs, gardés dans ce document."
    return Family(file.id, file.name, note, licence="", version=f"{file.name}.csv")
