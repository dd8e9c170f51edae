"""The law table in force: the one that nrdesk came with, or a newer one that was imported as a file.

The imported table is kept in nrdesk's own folder, so that the window, the command line and the documents
read the same one. Whichever was read last wins: an old table does not outlive an update of nrdesk.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import uuid
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nrdesk.core import dates, paths
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model.obligation import Obligation
from nrdesk.core.reference.law_table import read_law

_NAME = "law/obligations.csv"
"""Path of the table, in nrdesk's data as in the user's folder."""


@dataclass(frozen=True, slots=True)
class Law:
    """A law table."""

    obligations: tuple[Obligation, ...]
    """In the order of the table."""
    imported: bool = False
    """Whether it came as a file, rather than with nrdesk."""
    problem: str = ""
    """Why the table that was imported is not used, in French; empty when all is well."""

    @property
    def state(self) -> dt.date:
        """The date up to which every text was read: that of the text read the longest ago."""
        return min(obligation.read_on for obligation in self.obligations)


def load() -> tuple[Obligation, ...]:
    """Return the obligations of the table in force."""
    return law().obligations


def legal_state() -> dt.date:
    """Return the date of the legal state of the table in force."""
    return law().state


def law() -> Law:
    """Return the table in force; one that was imported and cannot be read any more is set aside, and said."""
    own = _own_file()
    try:
        changed = own.stat().st_mtime_ns
    except OSError:  # none was imported
        return _shipped()
    return _chosen(own, changed)


def import_law(file: Path) -> Law:
    """Check a law table and use it from now on; the file itself is copied.

    Raises:
        UserError: it cannot be read as a law table, forgets an obligation, or is older than nrdesk's own.
    """
    found = _accepted(file)
    own = _own_file()
    draft = own.with_name(f".{uuid.uuid4().hex[:8]}")
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(file.read_bytes())
        draft.replace(own)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise SurroundingsError(
            f"Cette table n’a pas pu être gardée{NBSP}: {error.strerror}.",
            kept="La table d’avant reste en place.",
        ) from error
    return found


def forget_law() -> Law:
    """Come back to the table that nrdesk came with, and return it.

    Raises:
        SurroundingsError: the imported table cannot be removed.
    """
    try:
        _own_file().unlink(missing_ok=True)
    except OSError as error:
        raise SurroundingsError(
            f"La table importée n’a pas pu être retirée{NBSP}: {error.strerror}."
        ) from error
    return _shipped()


def _own_file() -> Path:
    return paths.user_folder() / _NAME


@lru_cache(maxsize=1)
def _shipped() -> Law:
    return Law(read_law(paths.data() / _NAME))


@lru_cache(maxsize=1)
def _chosen(own: Path, changed: int) -> Law:
    """Return the table in force; `changed`, the date of the imported file, has it read again."""
    try:
        return _accepted(own)
    except UserError as error:
        return Law(_shipped().obligations, problem=f"La table importée n’est pas utilisée. {error.what}")


def _accepted(file: Path) -> Law:
    """Return the table of a file once it is known to be able to stand for nrdesk's own."""
    found = Law(read_law(file), imported=True)
    own = _shipped()
    known = {obligation.id for obligation in found.obligations}
    if lost := [obligation.id for obligation in own.obligations if obligation.id not in known]:
        raise UserError(
            f"{file.name} oublie {_among(lost)}.",
            kept="La table en place n’est pas modifiée.",
            todo="Gardez ces lignes\u00a0: un texte qui n’a plus cours porte une date de fin (end_date).",
        )
    if found.state < own.state:
        raise UserError(
            f"{file.name} décrit le droit au {dates.in_letters(found.state)}, "
            f"et la table de nrdesk au {dates.in_letters(own.state)}.",
            kept="La table en place n’est pas modifiée.",
            todo="Importez une table plus récente, dont chaque ligne porte sa date de lecture (read_on).",
        )
    return found


def _among(names: list[str]) -> str:
    shown = ", ".join(f"«{NBSP}{name}{NBSP}»" for name in names[:3])
    rest = len(names) - 3
    return shown + (f" et {rest} autres" if rest > 1 else " et une autre" if rest == 1 else "")
