"""The notebook of a session, beside its document: hints opened, moments when exercises were passed.

It is not in the document, where undoing would give hints back, and where noting a success would be the next
thing to undo. Losing it loses no work: an exercise is passed because the document says so.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

_SUFFIX = ".seance.json"


@dataclass(frozen=True, slots=True)
class Notebook:
    """What happened in a session, by identifier of exercise."""

    started_at: str = ""
    """That of the session it tells of: a notebook left by an earlier one is not read."""
    hints: dict[str, int] = field(default_factory=dict)
    """Number of hints opened."""
    passed: dict[str, str] = field(default_factory=dict)
    """UTC time when the exercise was first passed."""


def path_of(document: Path) -> Path:
    """Return the notebook of a document."""
    return document.with_name(f"{document.stem}{_SUFFIX}")


def read(document: Path, started_at: str) -> Notebook:
    """Return the notebook of a session, a new one when there is none that can be read."""
    new = Notebook(started_at)
    try:
        found = Notebook(**json.loads(path_of(document).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return new
    return found if found.started_at == started_at else new


def write(document: Path, notebook: Notebook) -> None:
    """Keep a notebook.

    Raises:
        SurroundingsError: the folder or the disk refused.
    """
    from nrdesk.core.document.faults import explain_os

    target = path_of(document)
    beside = target.with_name(f"~{target.name}.tmp")
    try:
        beside.write_text(json.dumps(asdict(notebook), ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise explain_os(error, target) from error


def forget(document: Path) -> None:
    """Throw the notebook of a document away."""
    path_of(document).unlink(missing_ok=True)
