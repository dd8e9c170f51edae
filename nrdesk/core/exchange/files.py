"""Opening someone else's file: what may go wrong before a single cell is read."""

from __future__ import annotations

from pathlib import Path

from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.exchange.source import MOST_BYTES
from nrdesk.core.formatting import NBSP, number
from nrdesk.core.written.words import quoted

NOTHING_CHANGED = "Votre inventaire n’a pas été modifié."


def refusal(what: str, todo: str = "") -> UserError:
    """Return the error that refuses a file: nothing was imported, and it says so."""
    return UserError(what, kept=NOTHING_CHANGED, todo=todo)


def head(path: Path, size: int = 4096) -> bytes:
    """Return the first bytes of a file that can be opened.

    Raises:
        UserError: it is not there, empty, too large, or not a file.
        SurroundingsError: another program holds it, or it may not be read.
    """
    name = quoted(path.name)
    try:
        if path.is_dir():
            raise refusal(f"{name} est un dossier, pas un fichier.", "Choisissez un fichier dans ce dossier.")
        if not path.is_file():
            raise refusal(f"Le fichier {name} est introuvable.", "Vérifiez qu’il n’a pas été déplacé.")
        length = path.stat().st_size
        if length > MOST_BYTES:
            raise refusal(
                f"{name} est trop gros pour un inventaire{NBSP}: {number(length / 1e6)}{NBSP}Mo.",
                f"N’y gardez que les lignes d’équipement, {number(MOST_BYTES / 1e6)}{NBSP}Mo au plus.",
            )
        with path.open("rb") as file:
            start = file.read(size)
    except OSError as error:
        raise unavailable(path, error) from error
    if not start:
        raise refusal(f"{name} est vide.")
    return start


def unavailable(path: Path, error: OSError) -> SurroundingsError:
    """Return the error of a file that the machine does not let us read."""
    if isinstance(error, PermissionError):
        return SurroundingsError(
            f"{quoted(path.name)} ne peut pas être ouvert{NBSP}: un autre programme le tient, "
            "ou vous n’avez pas le droit de le lire.",
            kept=NOTHING_CHANGED,
            todo="Fermez-le dans l’autre programme, puis réessayez.",
        )
    return SurroundingsError(
        f"{quoted(path.name)} n’a pas pu être lu{NBSP}: {error.strerror or error}.",
        kept=NOTHING_CHANGED,
        todo="Vérifiez que le disque ou la clé est bien branché, puis réessayez.",
    )


def too_wide(path: Path, columns: int) -> UserError:
    """Return the error of a table that has too many columns."""
    return refusal(
        f"{quoted(path.name)} a trop de colonnes pour un inventaire{NBSP}: {number(columns)}.",
        "Gardez les colonnes qui décrivent les appareils, puis importez de nouveau.",
    )


def too_long(path: Path) -> UserError:
    """Return the error of a table that has too many cells."""
    return refusal(
        f"{quoted(path.name)} s’étend sur trop de lignes et de colonnes pour un inventaire.",
        "Supprimez les cellules remplies loin du tableau, ou importez le fichier en plusieurs parties.",
    )
