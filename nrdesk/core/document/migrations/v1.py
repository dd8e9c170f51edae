"""Version 1: the collectivité, its campaigns and their inventory, the settings, the journal."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE authority (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'commune' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        insee_code TEXT DEFAULT '' NOT NULL,
        siren TEXT DEFAULT '' NOT NULL,
        postcode TEXT DEFAULT '' NOT NULL,
        department TEXT DEFAULT '' NOT NULL,
        territory TEXT DEFAULT '' NOT NULL,
        epci_name TEXT DEFAULT '' NOT NULL,
        epci_siren TEXT DEFAULT '' NOT NULL,
        population_municipal INTEGER,
        population_total INTEGER,
        population_year INTEGER,
        agents INTEGER,
        agents_fte REAL,
        elected INTEGER,
        annual_purchases REAL,
        is_demo INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_authority PRIMARY KEY (id),
        CONSTRAINT ck_authority_is_demo CHECK (is_demo IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE campaign (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        year INTEGER NOT NULL,
        as_of TEXT,
        factor_family TEXT DEFAULT 'ademe' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_campaign PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE equipment (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        number TEXT DEFAULT '' NOT NULL,
        category TEXT,
        brand TEXT DEFAULT '' NOT NULL,
        model TEXT DEFAULT '' NOT NULL,
        site TEXT DEFAULT '' NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        quantity INTEGER DEFAULT 1 NOT NULL,
        purchased TEXT,
        acquisition TEXT DEFAULT '' NOT NULL,
        price REAL,
        status TEXT DEFAULT 'in_use' NOT NULL,
        retired TEXT,
        lifetime_years REAL,
        annual_kwh REAL,
        operating_system TEXT DEFAULT '' NOT NULL,
        serial_number TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        origin TEXT DEFAULT 'entered' NOT NULL,
        CONSTRAINT pk_equipment PRIMARY KEY (id),
        CONSTRAINT fk_equipment_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_equipment_campaign_id ON equipment (campaign_id)",
    """
    CREATE TABLE setting (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE activity (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        at TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT DEFAULT 'action' NOT NULL,
        user TEXT DEFAULT '' NOT NULL,
        rows INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_activity PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Create the tables."""
    for statement in _TABLES:
        connection.execute(statement)
