"""Saving what can be read of a damaged file into a new document.

The damaged file is copied and only the copy is opened. Each table is read by ranges of identifiers, cut in
two wherever SQLite meets a damaged page, down to the row: what is lost is what lay in the damaged pages.
Where the table cannot be walked from end to end, the missing identifiers come from its index, stored
elsewhere. What was read enters an empty file of the same version, which then climbs the ladder.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from nrdesk.core.document.checks import DATES, unreadable_dates
from nrdesk.core.document.columns import layout
from nrdesk.core.document.connection import APPLICATION_ID, open_file, pragma, writing
from nrdesk.core.document.faults import DamagedDocument, explain_os, explained
from nrdesk.core.document.migrations import LATEST, MIGRATIONS, check_links, check_pages, climb, version
from nrdesk.core.document.place import copy, journal
from nrdesk.core.document.stamps import utc_now
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    RECORDS,
    Action,
    Authority,
    AwarenessSession,
    Campaign,
    Evidence,
    GovernanceBody,
    Indicator,
    Interview,
    Objective,
    Person,
    PolicyDocument,
    PriorityAxis,
    QuestionGuide,
    Record,
    Review,
    Scenario,
    Workshop,
    new_id,
)

_RANGE = 256
"""Rows read at once while nothing is damaged."""

_LABELS = {
    "authority": "collectivité",
    "campaign": "campagnes",
    "equipment": "inventaire",
    "import_mapping": "colonnes d’import mémorisées",
    "setting": "réglages",
    "activity": "journal",
    "step_answer": "réponses aux questions du guide",
    "person": "équipe",
    "trade_coverage": "métiers couverts",
    "governance_body": "instances",
    "stakeholder": "acteurs",
    "awareness_session": "séances de sensibilisation",
    "attendance": "présences",
    "referent": "référents",
    "resource_reading": "lectures",
    "policy_document": "documents de politique publique",
    "policy_link": "croisements de la matrice",
    "obligation_tracking": "suivi des obligations",
    "evidence": "preuves",
    "attached_file": "fichiers joints",
    "frozen_method": "méthodes des campagnes figées",
    "factor_file": "facteurs apportés",
    "site": "lieux",
    "service_use": "services numériques",
    "web_site": "sites web",
    "maturity_answer": "questionnaire de maturité",
    "question_guide": "guides de questions",
    "interview": "entretiens",
    "interview_answer": "réponses des entretiens",
    "past_action": "actions déjà engagées",
    "read_document": "documents lus",
    "synthesis_item": "synthèse",
    "territory_fact": "faits du territoire",
    "ambition": "ambition",
    "priority_axis": "axes prioritaires",
    "objective": "objectifs",
    "workshop": "ateliers",
    "decision": "décisions",
    "chapter": "chapitres de la stratégie",
    "quote": "paroles",
    "strategy_version": "versions de la stratégie",
    "look": "logo et couleur",
    "deliberation": "délibération",
    "charter": "chartes signées",
    "action": "actions",
    "contribution": "contributions aux actions",
    "dependency": "dépendances entre actions",
    "milestone": "jalons",
    "budget_line": "budget des actions",
    "action_lever": "effets des actions",
    "scenario": "scénarios",
    "scenario_action": "actions des scénarios",
    "indicator": "indicateurs",
    "target_step": "étapes vers les cibles",
    "reading": "relevés",
    "review": "revues",
    "review_decision": "décisions des revues",
    "annual_review": "bilans annuels",
    "action_year": "année de chaque action",
    "declared_spend": "achats à déclarer",
    "message": "plan de communication",
    "chosen_moment": "moments choisis",
    "pioneer": "communauté",
    "kit_text": "textes du kit",
    "commitment": "engagements signés",
    "kit_check": "vérifications de la communication",
    "shared_service": "mutualisations",
}

_Row = Sequence[Any]
_Notes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableReport:
    """What became of one table."""

    table: str
    recovered: int
    lost: int
    """Rows known to have existed and that could not be read."""
    walked: bool
    """Whether the table could be read from end to end: if not, other rows may have been lost unseen."""

    def __str__(self) -> str:
        """Return the sentence of the report."""
        label = _LABELS.get(self.table, self.table).capitalize()
        kept = count(self.recovered, "ligne récupérée", "lignes récupérées")
        gone = f", {count(self.lost, 'ligne perdue', 'lignes perdues')}" if self.lost else ""
        doubt = "" if self.walked else " (d’autres ont pu disparaître sans trace)"
        return f"{label}{NBSP}: {kept}{gone}{doubt}."


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was saved of a damaged document."""

    path: Path
    """The new document."""
    tables: tuple[TableReport, ...]
    notes: tuple[str, ...]
    """What was rebuilt and must be checked, in French."""

    @property
    def complete(self) -> bool:
        """Whether nothing is known to be lost."""
        return not self.notes and all(table.walked and not table.lost for table in self.tables)

    def sentences(self) -> tuple[str, ...]:
        """Return the report in French, a sentence each."""
        return (*map(str, self.tables), *self.notes)


def recover(damaged: Path, target: Path) -> RecoveryReport:
    """Save every readable row of a damaged file into a new document of this version.

    Raises:
        UserError: nothing could be read, or a file is already at `target`.
        SurroundingsError: the disk or a folder refused.
    """
    if target.exists():
        raise UserError(f"Un fichier « {target.name} » existe déjà.", todo="Choisissez un autre nom.")
    with tempfile.TemporaryDirectory(prefix="nrdesk-") as folder:
        source = Path(folder) / "damaged.nrdesk"
        try:
            shutil.copyfile(damaged, source)
            if journal(damaged).exists():
                shutil.copyfile(journal(damaged), journal(source))
        except OSError as error:
            raise explain_os(error, damaged) from error
        _mend_header(source)
        try:
            with (
                explained(kept=""),
                closing(open_file(source, "rw")) as old,
                closing(open_file(Path(folder) / "new.nrdesk", "rwc")) as new,
            ):
                old.text_factory = lambda text: text.decode("utf-8", "replace")
                tables, notes = _save(old, new)
                copy(new, target)
        except DamagedDocument as error:
            raise UserError(
                "Rien n’a pu être lu dans ce fichier.",
                kept="Il n’a pas été modifié.",
                todo="Restaurez une sauvegarde.",
            ) from error
    return RecoveryReport(target, tables, notes)


def _save(old: sqlite3.Connection, new: sqlite3.Connection) -> tuple[tuple[TableReport, ...], _Notes]:
    found = version(old) if 1 <= version(old) <= LATEST else LATEST
    new.execute("PRAGMA foreign_keys = OFF")
    new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with writing(new):
        climb(new, MIGRATIONS[:found])
        tables = tuple(
            _save_table(old, new, record.TABLE) for record in RECORDS if _columns(new, record.TABLE)
        )
        if not any(table.recovered for table in tables):
            raise DamagedDocument("")
        climb(new)
        notes = (*_known_choices(new), *_readable_dates(new), *_lost_parents(new))
        check_pages(new)
        check_links(new)
    return tables, notes


def _save_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> TableReport:
    columns = [name for name in _columns(new, table) if name in _columns(old, table)]
    if "id" not in columns:
        return TableReport(table, 0, 0, walked=False)
    ids, walked = _identifiers(old, table)
    listed = ", ".join(f'"{name}"' for name in columns)
    statement = f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"
    recovered = 0
    for start in range(0, len(ids), _RANGE):
        for row in _rows(old, f"SELECT {listed} FROM {table}", ids[start : start + _RANGE]):
            with suppress(sqlite3.IntegrityError):  # a value that the damage changed beyond its type
                new.execute(statement, row)
                recovered += 1
    return TableReport(table, recovered, max(0, len(ids) - recovered), walked)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _identifiers(old: sqlite3.Connection, table: str) -> tuple[list[str], bool]:
    """Return the identifiers of a table in order, and whether it could be walked from end to end.

    When it is broken, they come from both ends and from its indexes.
    """
    ids: set[str] = set()

    def gather(tail: str) -> bool:
        try:
            for row in old.execute(f"SELECT id FROM {table} {tail}"):
                ids.add(row[0])
        except sqlite3.DatabaseError:
            return False
        return True

    walked = gather("NOT INDEXED ORDER BY id")
    if not walked:
        gather("NOT INDEXED ORDER BY id DESC")
        for name in _indexes(old, table):
            gather(f'INDEXED BY "{name}"')
    return sorted(id for id in ids if isinstance(id, str)), walked


def _indexes(old: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in old.execute(f"PRAGMA index_list({table})") if row[3] == "c"]


def _rows(old: sqlite3.Connection, select: str, ids: list[str]) -> Iterator[_Row]:
    """Read the rows from the first to the last of `ids`, dividing the range around what cannot be read."""
    try:
        rows = old.execute(f"{select} WHERE id BETWEEN ? AND ? ORDER BY id", (ids[0], ids[-1])).fetchall()
    except sqlite3.DatabaseError:
        if len(ids) > 1:
            yield from _rows(old, select, ids[: len(ids) // 2])
            yield from _rows(old, select, ids[len(ids) // 2 :])
    else:
        yield from rows


def _known_choices(new: sqlite3.Connection) -> Iterator[str]:
    """Give its default to every choice that the damage made unknown; a row means nothing without one."""
    for record in RECORDS:
        for column in layout(record).columns:
            if not (known := [str(choice) for choice in column.choices]):
                continue
            marks = ", ".join("?" * len(known))
            unknown = f"{column.name} NOT IN ({marks})"
            if column.default is None and not column.optional:
                gone = new.execute(f"DELETE FROM {record.TABLE} WHERE {unknown}", known).rowcount
                if gone:
                    lines = count(gone, "ligne illisible", "lignes illisibles")
                    yield f"{_LABELS[record.TABLE].capitalize()}{NBSP}: {lines} ({column.name})."
                continue
            changed = new.execute(
                f"UPDATE {record.TABLE} SET {column.name} = ? WHERE {unknown}", (column.default, *known)
            ).rowcount
            if changed:
                lines = count(changed, "ligne", "lignes")
                yield f"{column.name}{NBSP}: valeur inconnue remise à sa valeur habituelle sur {lines}."


def _readable_dates(new: sqlite3.Connection) -> Iterator[str]:
    """Empty the dates that are none; a campaign, which needs one, takes the last day of its year."""
    for record, names in DATES.items():
        instead = "printf('%04d-12-31', year)" if record is Campaign else "NULL"
        for name in names:
            for text in unreadable_dates(new, record, name):
                changing = f"UPDATE {record.TABLE} SET {name} = {instead} WHERE {name} = ?"
                lines = count(new.execute(changing, (text,)).rowcount, "ligne")
                yield f"{name}{NBSP}: « {text} » n’est pas une date, retirée sur {lines}."


def _lost_parents(new: sqlite3.Connection) -> Iterator[str]:
    """Make again the rows that others point to and that could not be read."""
    for record in RECORDS:
        for column in layout(record).columns:
            if column.references:
                orphans = new.execute(
                    f"SELECT DISTINCT {column.name} FROM {record.TABLE} "
                    f"WHERE {column.name} IS NOT NULL "
                    f"AND {column.name} NOT IN (SELECT id FROM {column.references})"
                ).fetchall()
                for (id,) in orphans:
                    yield _add(new, *_PARENTS[column.references](id))
    for kind in (Authority, Campaign):
        if not new.execute(f"SELECT 1 FROM {kind.TABLE}").fetchone():
            yield _add(new, *_PARENTS[kind.TABLE](new_id()))


def _add(new: sqlite3.Connection, record: Record, note: str) -> str:
    shape = layout(type(record))
    names = ", ".join(f'"{name}"' for name in shape.by_name)
    marks = ", ".join("?" * len(shape.columns))
    new.execute(f"INSERT INTO {record.TABLE} ({names}) VALUES ({marks})", shape.encode(record))
    return note


def _lost_campaign(id: str) -> tuple[Record, str]:
    today = dt.date.today()
    record = Campaign(id=id, updated_at=utc_now(), year=today.year, as_of=today.isoformat())
    year = f"elle est recréée pour {today.year}, vérifiez son année."
    return record, f"Une campagne n’a pas pu être lue{NBSP}: {year}"


def _lost(make: Callable[..., Record], what: str) -> Callable[[str], tuple[Record, str]]:
    """Return what makes a row again, and says that it is to be completed."""
    return lambda id: (make(id=id, updated_at=utc_now()), f"{what}{NBSP}: complétez sa fiche.")


_PARENTS: dict[str, Callable[[str], tuple[Record, str]]] = {
    "campaign": _lost_campaign,
    "authority": _lost(
        partial(Authority, name="Collectivité à compléter"),
        "La collectivité n’a pas pu être lue",
    ),
    "person": _lost(partial(Person, name="(nom perdu)"), "Une personne de l’équipe n’a pas pu être lue"),
    "governance_body": _lost(
        partial(GovernanceBody, name="(instance perdue)"), "Une instance n’a pas pu être lue"
    ),
    "awareness_session": _lost(
        partial(AwarenessSession, title="(séance perdue)"), "Une séance n’a pas pu être lue"
    ),
    "policy_document": _lost(
        partial(PolicyDocument, title="(document perdu)"),
        "Un document de politique publique n’a pas pu être lu",
    ),
    "evidence": _lost(
        partial(Evidence, obligation="", title="(preuve perdue)"), "Une preuve n’a pas pu être lue"
    ),
    "question_guide": _lost(
        partial(QuestionGuide, title="(guide perdu)"), "Un guide de questions n’a pas pu être lu"
    ),
    "interview": _lost(partial(Interview, title="(entretien perdu)"), "Un entretien n’a pas pu être lu"),
    "priority_axis": _lost(
        partial(PriorityAxis, title="(axe perdu)"), "Un axe prioritaire n’a pas pu être lu"
    ),
    "objective": _lost(partial(Objective, title="(objectif perdu)"), "Un objectif n’a pas pu être lu"),
    "workshop": _lost(partial(Workshop, title="(réunion perdue)"), "Une réunion n’a pas pu être lue"),
    "action": _lost(partial(Action, title="(action perdue)"), "Une action n’a pas pu être lue"),
    "scenario": _lost(partial(Scenario, name="(scénario perdu)"), "Un scénario n’a pas pu être lu"),
    "indicator": _lost(partial(Indicator, title="(indicateur perdu)"), "Un indicateur n’a pas pu être lu"),
    "review": _lost(partial(Review, title="(revue perdue)"), "Une revue n’a pas pu être lue"),
}
"""What takes the place of a row that others need: one for each table that a column points to."""


def _mend_header(copied: Path) -> None:
    """Give a file whose first bytes are damaged the header of a sound one.

    All our files have the same: what differs (number of pages, free pages) SQLite finds by itself when the
    two counters that vouch for it do not agree (SQLite file format, 1.3).
    """
    # A DatabaseError means that it is not even a SQLite file any more.
    with suppress(sqlite3.DatabaseError), closing(open_file(copied, "rw")) as connection:
        if pragma(connection, "application_id") == APPLICATION_ID:
            return
    sound = copied.with_name("sound.nrdesk")
    with closing(open_file(sound, "rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with writing(connection):
            climb(connection)
    header = bytearray(sound.read_bytes()[:100])
    header[28:40] = bytes(12)  # pages in the file, first free page, number of free pages
    with copied.open("r+b") as file:
        file.write(header)
