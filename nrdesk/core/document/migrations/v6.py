"""Version 6: steps 5 to 7 (ambition, objectives, workshops, the strategy, its vote)."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE ambition (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        scope TEXT DEFAULT '' NOT NULL,
        horizon INTEGER,
        environment INTEGER,
        social INTEGER,
        societal INTEGER,
        publics TEXT DEFAULT '' NOT NULL,
        renounced TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_ambition PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE priority_axis (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        axis TEXT DEFAULT 'A2' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_priority_axis PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE objective (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        axis_id TEXT,
        dimension TEXT DEFAULT 'environment' NOT NULL,
        reach TEXT DEFAULT 'internal' NOT NULL,
        indicator TEXT DEFAULT '' NOT NULL,
        unit TEXT DEFAULT '' NOT NULL,
        measured_by TEXT DEFAULT '' NOT NULL,
        base_year INTEGER,
        base_value REAL,
        target_value REAL,
        due TEXT,
        owner TEXT DEFAULT '' NOT NULL,
        means TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        expected TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_objective PRIMARY KEY (id),
        CONSTRAINT fk_objective_axis_id FOREIGN KEY (axis_id) REFERENCES priority_axis (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_objective_axis_id ON objective (axis_id)",
    """
    CREATE TABLE workshop (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'framing' NOT NULL,
        starts TEXT,
        minutes_long INTEGER,
        place TEXT DEFAULT '' NOT NULL,
        participants TEXT DEFAULT '' NOT NULL,
        agenda TEXT DEFAULT '' NOT NULL,
        report TEXT DEFAULT '' NOT NULL,
        held INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_workshop PRIMARY KEY (id),
        CONSTRAINT ck_workshop_held CHECK (held IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        workshop_id TEXT NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        owner TEXT DEFAULT '' NOT NULL,
        due TEXT,
        done INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_decision PRIMARY KEY (id),
        CONSTRAINT ck_decision_done CHECK (done IN (0, 1)),
        CONSTRAINT fk_decision_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshop (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_decision_workshop_id ON decision (workshop_id)",
    """
    CREATE TABLE chapter (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        "key" TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        body TEXT DEFAULT '' NOT NULL,
        easy TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        left_out INTEGER DEFAULT 0 NOT NULL,
        proposed TEXT DEFAULT '' NOT NULL,
        read_by TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_chapter PRIMARY KEY (id),
        CONSTRAINT ck_chapter_left_out CHECK (left_out IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE quote (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        speaker TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_quote PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE strategy_version (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        made_at TEXT DEFAULT '' NOT NULL,
        sealed INTEGER DEFAULT 0 NOT NULL,
        content TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_strategy_version PRIMARY KEY (id),
        CONSTRAINT ck_strategy_version_sealed CHECK (sealed IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE look (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        logo BLOB,
        logo_alt TEXT DEFAULT '' NOT NULL,
        colour TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_look PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE deliberation (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        number TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        body_name TEXT DEFAULT '' NOT NULL,
        meeting TEXT,
        place TEXT DEFAULT '' NOT NULL,
        convened TEXT,
        chair TEXT DEFAULT '' NOT NULL,
        rapporteur TEXT DEFAULT '' NOT NULL,
        secretary TEXT DEFAULT '' NOT NULL,
        seats INTEGER,
        grounds TEXT DEFAULT '' NOT NULL,
        articles TEXT DEFAULT '' NOT NULL,
        presentation TEXT DEFAULT '' NOT NULL,
        present INTEGER,
        proxies INTEGER,
        votes_for INTEGER,
        votes_against INTEGER,
        abstentions INTEGER,
        not_voting INTEGER,
        secret INTEGER DEFAULT 0 NOT NULL,
        chair_in_favour INTEGER,
        second_convocation INTEGER DEFAULT 0 NOT NULL,
        transmitted TEXT,
        published TEXT,
        published_how TEXT DEFAULT '' NOT NULL,
        version_id TEXT,
        CONSTRAINT pk_deliberation PRIMARY KEY (id),
        CONSTRAINT ck_deliberation_secret CHECK (secret IN (0, 1)),
        CONSTRAINT ck_deliberation_chair_in_favour CHECK (chair_in_favour IN (0, 1)),
        CONSTRAINT ck_deliberation_second_convocation CHECK (second_convocation IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE charter (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        signed TEXT,
        link TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_charter PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        connection.execute(statement)
