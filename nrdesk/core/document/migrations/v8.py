"""Version 8: step 10 (messages, moments, the community, the kit), what collectivités share."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE equipment ADD COLUMN provided_by TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE message (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        audience TEXT DEFAULT 'agents' NOT NULL,
        channel TEXT DEFAULT 'email' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        planned TEXT,
        owner TEXT DEFAULT '' NOT NULL,
        cost REAL,
        eco_choices TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT 'planned' NOT NULL,
        result TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_message PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE chosen_moment (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        moment TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        starts TEXT,
        ends TEXT,
        confirmed INTEGER DEFAULT 0 NOT NULL,
        idea TEXT DEFAULT '' NOT NULL,
        owner TEXT DEFAULT '' NOT NULL,
        held INTEGER DEFAULT 0 NOT NULL,
        community INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_chosen_moment PRIMARY KEY (id),
        CONSTRAINT ck_chosen_moment_confirmed CHECK (confirmed IN (0, 1)),
        CONSTRAINT ck_chosen_moment_held CHECK (held IN (0, 1)),
        CONSTRAINT ck_chosen_moment_community CHECK (community IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pioneer (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        internal INTEGER DEFAULT 1 NOT NULL,
        interests TEXT DEFAULT '' NOT NULL,
        contact TEXT DEFAULT '' NOT NULL,
        joined TEXT,
        agreed INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_pioneer PRIMARY KEY (id),
        CONSTRAINT ck_pioneer_internal CHECK (internal IN (0, 1)),
        CONSTRAINT ck_pioneer_agreed CHECK (agreed IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE kit_text (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        piece TEXT DEFAULT '' NOT NULL,
        story TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        body TEXT DEFAULT '' NOT NULL,
        proposed TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_kit_text PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE commitment (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        function TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        signed TEXT,
        CONSTRAINT pk_commitment PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE kit_check (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        item TEXT DEFAULT '' NOT NULL,
        done INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_kit_check PRIMARY KEY (id),
        CONSTRAINT ck_kit_check_done CHECK (done IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE shared_service (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        provider TEXT DEFAULT '' NOT NULL,
        provider_siren TEXT DEFAULT '' NOT NULL,
        beneficiaries TEXT DEFAULT '' NOT NULL,
        quantity REAL,
        unit TEXT DEFAULT '' NOT NULL,
        cost REAL,
        since TEXT,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_shared_service PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables, and who owns an appliance that is lent."""
    for statement in _STATEMENTS:
        connection.execute(statement)
