"""What can go wrong around a document, as sentences: the file, the disk, the folder, another program.

SQLite says what happened with a code; this module is the only place that reads it. Whatever is not a fault
of the surroundings or of the file (a constraint, a mistake in SQL) is a bug and is left as it is.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from nrdesk.core.errors import SurroundingsError, UserError

NOTHING_WRITTEN = "Le fichier n’a pas été modifié."
_SAVED = "Ce qui était enregistré l’est toujours ; la dernière action est annulée."

_FULL = ("Le disque est plein.", "Libérez de la place, puis recommencez.")
_BUSY = (
    "Le fichier est utilisé par un autre programme (sauvegarde, antivirus, synchronisation).",
    "Attendez quelques secondes, puis recommencez.",
)
_READ_ONLY = (
    "Le fichier est en lecture seule.",
    "Levez la protection, ou enregistrez une copie dans un autre dossier.",
)
_GONE = (
    "Le fichier n’est plus à sa place : il a été supprimé, déplacé ou remplacé entre-temps.",
    "Enregistrez une copie à l’endroit de votre choix : vos données y seront toutes.",
)
_DEVICE = (
    "Le disque, la clé USB ou le partage réseau ne répond plus.",
    "Vérifiez le branchement ou la connexion, puis recommencez.",
)

_INTERRUPTED = (
    "La dernière écriture a été interrompue, et il faut pouvoir écrire dans le fichier pour la défaire.",
    "Copiez le document et le fichier « -journal » qui l’accompagne ailleurs, et ouvrez la copie.",
)
_SURROUNDINGS = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_READONLY_DBMOVED: _GONE,
    sqlite3.SQLITE_READONLY_ROLLBACK: _INTERRUPTED,
    sqlite3.SQLITE_CANTOPEN: _DEVICE,
    sqlite3.SQLITE_IOERR: _DEVICE,
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DamagedDocument(UserError):  # noqa: N818 -- said as the user would
    """The file is not a sound document; what can be read of it can be recovered into another."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Ce fichier est abîmé ou n’est pas un document nrdesk. {detail}".rstrip(),
            kept=NOTHING_WRITTEN,
            todo="Restaurez une sauvegarde, ou récupérez ce qui est lisible dans un nouveau document.",
        )


class ForeignDocument(DamagedDocument):
    """The file was never a document of nrdesk: another program wrote it."""


class DocumentTooNew(UserError):  # noqa: N818
    """The file was written by a later version of nrdesk."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(
            f"Ce document vient d’une version plus récente de nrdesk (format {version}, "
            f"celle-ci connaît le format {known}).",
            kept=NOTHING_WRITTEN,
            todo="Installez la dernière version de nrdesk, ou ouvrez le document en lecture seule.",
        )


class GoneError(SurroundingsError):
    """The file is no longer at its path; the document can still be read, and copied elsewhere."""

    def __init__(self) -> None:
        super().__init__(_GONE[0], todo=_GONE[1])


class OvertakenError(SurroundingsError):
    """Another program wrote to the file while it was open."""

    def __init__(self) -> None:
        super().__init__(
            "Un autre programme a modifié le fichier pendant que vous travailliez.",
            kept=_SAVED,
            todo="Fermez le document et ouvrez-le à nouveau.",
        )


@contextmanager
def explained(kept: str = _SAVED) -> Iterator[None]:
    """Turn SQLite's errors into sentences; `kept` says what is safe."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        if told := explain(error, kept):
            raise told from error
        raise
    except UnicodeDecodeError as error:
        # SQLite names the damaged table, and the name is damaged too: the module fails on the message.
        raise DamagedDocument("") from error


def explain(error: sqlite3.Error | DBAPIError, kept: str = NOTHING_WRITTEN) -> UserError | None:
    """Return the sentence of an error of SQLite; None when it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None or "decode to UTF-8" in str(cause):
        # The module itself failed to read a text: the bytes are not those that were written.
        return DamagedDocument("") if "decode" in str(cause) else None
    if told := _SURROUNDINGS.get(code) or _SURROUNDINGS.get(code & 0xFF):
        return SurroundingsError(told[0], kept=kept, todo=told[1])
    if code & 0xFF in _DAMAGE:
        return DamagedDocument("")
    return None


def explain_os(error: OSError, path: Path) -> SurroundingsError:
    """Return the sentence of an error of the system about a file or folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what, todo = _FULL
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        what = f"L’accès à « {path} » est refusé : le fichier ou le dossier est protégé."
        todo = "Levez la protection, ou choisissez un autre dossier."
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        what, todo = f"« {path} » est introuvable.", "Vérifiez son nom, ou s’il a été déplacé."
    elif isinstance(error, IsADirectoryError):
        what, todo = f"« {path} » est un dossier, pas un fichier.", "Choisissez un fichier dans ce dossier."
    elif isinstance(error, FileExistsError):
        what, todo = f"Autre chose porte déjà le nom « {path} ».", "Choisissez un autre nom."
    elif error.errno == errno.ENAMETOOLONG:
        what, todo = "Le nom du fichier est trop long.", "Choisissez un nom plus court."
    else:
        what, todo = _DEVICE
    return SurroundingsError(what, todo=todo)
