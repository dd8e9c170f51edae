"""A commune made into a document, as a user would have filled it in; and made again, as new."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrdesk.core.errors import UserError
from nrdesk.core.model import RECORDS, Authority, Campaign, Record, new_id
from nrdesk.core.training import communes
from nrdesk.core.training.session import TrainingSession, begin, session_of
from nrdesk.core.written.words import line

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_KINDS = {kind.TABLE: kind for kind in RECORDS}
_LONGEST_NAME = 60
"""Characters of the name of a table: it is shown beside its score."""
_LINK = "@"
"""What a value that names another record begins with: "@objectif-1"."""
_THIS_CAMPAIGN = "@campagne"


def create(key: str, path: Path, table: str) -> Document:
    """Create the document of a commune for a table, and return it open.

    The files that its exercises hand out are put beside it.

    Raises:
        KeyError: there is no such commune.
        UserError: the file exists or cannot be written.
    """
    from nrdesk.core.document import Document

    path = path.absolute()
    existed = os.path.exists(path)  # noqa: PTH110 -- says no, and not an error, of a name that no disk accepts
    try:
        _build(key, path, _new_session(key, table))
        _hand_out(key, path.parent)
    except BaseException:
        if not existed:
            path.unlink(missing_ok=True)
        raise
    # Opened again: nothing of the above is for the user to undo.
    return Document.open(path)


def reset(document: Document) -> Document:
    """Begin again: close a document, keep it as a backup, and return its commune as new, open at its place.

    A file of the exercises that was changed goes to the folder of the backups, and is handed out again.

    Raises:
        UserError: it is no exercise, is only read, or the folder refuses; the document is then as it was.
    """
    from nrdesk.core.document import Document
    from nrdesk.core.document.faults import explain_os
    from nrdesk.core.training import notebook

    session = session_of(document)
    if session is None or document.read_only:
        raise UserError(
            "Ce document n’est pas un exercice." if session is None else "Ce document est en lecture seule.",
            kept="Rien n’a été modifié.",
            todo="Ouvrez une commune d’entraînement pour recommencer.",
        )
    path = document.path
    new = path.with_name(f"~{new_id()}.nrdesk")
    try:
        _build(session.commune, new, _new_session(session.commune, session.table))
        _hand_out(session.commune, path.parent, aside=document.back_up().path)
        document.close()
        new.replace(path)
    except OSError as error:
        raise explain_os(error, path) from error
    finally:
        new.unlink(missing_ok=True)
    notebook.forget(path)
    return Document.open(path)


def _new_session(key: str, table: str) -> TrainingSession:
    from nrdesk.core.document.stamps import utc_now

    return TrainingSession(key, line(table)[:_LONGEST_NAME] or "Table", utc_now())


def materials(key: str) -> tuple[Path, ...]:
    """Return the files that the exercises of a commune hand out.

    Raises:
        KeyError: there is no such commune.
    """
    own = (communes.STORY, communes.INVENTORY)
    return tuple(sorted(each for each in communes.folder(key).iterdir() if each.name not in own))


def _hand_out(key: str, folder: Path, aside: Path | None = None) -> None:
    """Put the files of the exercises in a folder.

    Args:
        key: the commune.
        folder: where to.
        aside: name beside which a file that is not as handed out is kept; left where it is when None.
    """
    from nrdesk.core.document.faults import explain_os

    for file in materials(key):
        target, content = folder / file.name, file.read_bytes()
        try:
            if aside and target.exists() and target.read_bytes() != content:
                target.replace(aside.with_name(f"{aside.stem}_{target.name}"))
            if not target.exists():
                target.write_bytes(content)
        except OSError as error:
            raise explain_os(error, target) from error


def _build(key: str, path: Path, session: TrainingSession) -> None:
    from nrdesk.core import exchange
    from nrdesk.core.document import Document

    told = communes.told(key)
    authority = Authority(**_values(Authority, told["authority"], {}), is_demo=True)
    with Document.create(path, authority, year=told["year"]) as doc:
        exchange.apply_plan(doc, exchange.plan_file(doc, communes.folder(key) / communes.INVENTORY))
        with doc.action("Remplir les formulaires des étapes") as tx:
            tx.update(Campaign, doc.campaign.id, as_of=told["as_of"].isoformat())
            tx.add_all(_records(told["records"], doc.campaign))
            for name, value in told.get("settings", {}).items():
                tx.set_setting(name, value)
        begin(doc, session)


def _records(told: Mapping[str, list[dict[str, Any]]], campaign: Campaign) -> Iterator[Record]:
    """Yield the records of a commune: what others point to comes before."""
    known = {_THIS_CAMPAIGN: campaign.id}
    for table in told:
        for row in told[table]:
            values = _values(_KINDS[table], row, known)
            record = _KINDS[table](**values)
            if name := row.get("key"):
                known[_LINK + name] = record.id
            yield record


def _values(kind: type[Record], row: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a record from a table of TOML: choices by their value, links by their name."""
    from nrdesk.core.document.columns import layout

    shape = layout(kind)
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name == "key" and name not in shape.by_name:
            continue
        column = shape.column(name)
        if column.references:
            value = known[value]
        elif column.choices:
            value = column.kind(value)
        values[name] = value
    if "campaign_id" in shape.by_name:
        values.setdefault("campaign_id", known[_THIS_CAMPAIGN])
    return values
