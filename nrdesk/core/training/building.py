"""A commune made into a document, as a user would have filled it in; and made again, as new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrdesk.core.errors import UserError
from nrdesk.core.model import RECORDS, Authority, Campaign, Record, new_id
from nrdesk.core.training import communes
from nrdesk.core.training.session import TrainingSession, begin, session_of

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_KINDS = {kind.TABLE: kind for kind in RECORDS}
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
    from nrdesk.core.document.stamps import utc_now

    path = path.absolute()
    _build(key, path, TrainingSession(key, table.strip(), utc_now()))
    _hand_out(key, path.parent)
    # Opened again: nothing of the above is for the user to undo.
    return Document.open(path)


def reset(document: Document) -> Document:
    """Begin again: close a document, keep it as a backup, and return its commune as new, open at its place.

    Raises:
        UserError: it is no exercise, or the folder refuses; the document is then as it was, closed.
    """
    from nrdesk.core.document import Document
    from nrdesk.core.document.stamps import utc_now
    from nrdesk.core.training import notebook

    session = session_of(document)
    if session is None:
        raise UserError(
            "Ce document n’est pas un exercice.",
            kept="Rien n’a été modifié.",
            todo="Ouvrez une commune d’entraînement pour recommencer.",
        )
    path = document.path
    document.back_up()
    document.close()
    new = path.with_name(f"~{new_id()}.nrdesk")
    try:
        _build(session.commune, new, TrainingSession(session.commune, session.table, utc_now()))
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    notebook.forget(path)
    _hand_out(session.commune, path.parent)
    return Document.open(path)


def materials(key: str) -> tuple[Path, ...]:
    """Return the files that the exercises of a commune hand out.

    Raises:
        KeyError: there is no such commune.
    """
    own = (communes.STORY, communes.INVENTORY)
    return tuple(sorted(each for each in communes.folder(key).iterdir() if each.name not in own))


def _hand_out(key: str, folder: Path) -> None:
    """Put the files of the exercises in a folder; one that is there already is left alone."""
    from nrdesk.core.document.faults import explain_os

    for file in materials(key):
        target = folder / file.name
        try:
            if not target.exists():
                target.write_bytes(file.read_bytes())
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
            tx.update(Campaign, doc.campaign.id, as_of=_day(told["as_of"]))
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
        elif isinstance(value, dt.date):
            value = value.isoformat()
        values[name] = value
    if "campaign_id" in shape.by_name:
        values.setdefault("campaign_id", known[_THIS_CAMPAIGN])
    return values


def _day(value: dt.date) -> str:
    return value.isoformat()
