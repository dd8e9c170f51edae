"""Version 4: steps 1 to 3 (team, training, policies), answers to the guide, proofs of the obligations."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE step_answer (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        step INTEGER NOT NULL,
        question TEXT NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_step_answer PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT 'agent' NOT NULL,
        function TEXT DEFAULT '' NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        skills TEXT DEFAULT '' NOT NULL,
        is_sponsor INTEGER DEFAULT 0 NOT NULL,
        is_coordinator INTEGER DEFAULT 0 NOT NULL,
        days_per_month REAL,
        mission_written INTEGER DEFAULT 0 NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT ck_person_is_sponsor CHECK (is_sponsor IN (0, 1)),
        CONSTRAINT ck_person_is_coordinator CHECK (is_coordinator IN (0, 1)),
        CONSTRAINT ck_person_mission_written CHECK (mission_written IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE trade_coverage (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        trade TEXT NOT NULL,
        person_id TEXT,
        by_epci INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_trade_coverage PRIMARY KEY (id),
        CONSTRAINT ck_trade_coverage_by_epci CHECK (by_epci IN (0, 1)),
        CONSTRAINT fk_trade_coverage_person_id FOREIGN KEY (person_id) REFERENCES person (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_trade_coverage_person_id ON trade_coverage (person_id)",
    """
    CREATE TABLE governance_body (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT 'strategic' NOT NULL,
        rhythm TEXT DEFAULT '' NOT NULL,
        existing_body TEXT DEFAULT '' NOT NULL,
        members TEXT DEFAULT '' NOT NULL,
        mission TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_governance_body PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stakeholder (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'other' NOT NULL,
        scope TEXT DEFAULT 'internal' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        interest INTEGER,
        influence INTEGER,
        contribution TEXT DEFAULT '' NOT NULL,
        contact TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_stakeholder PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE awareness_session (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        format TEXT DEFAULT 'workshop' NOT NULL,
        audience TEXT DEFAULT 'everyone' NOT NULL,
        held_on TEXT,
        hours REAL,
        provider TEXT DEFAULT '' NOT NULL,
        cost REAL,
        status TEXT DEFAULT 'planned' NOT NULL,
        agents_present INTEGER,
        elected_present INTEGER,
        satisfaction REAL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_awareness_session PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attendance (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        session_id TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        is_elected INTEGER DEFAULT 0 NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        certified INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT ck_attendance_is_elected CHECK (is_elected IN (0, 1)),
        CONSTRAINT ck_attendance_certified CHECK (certified IN (0, 1)),
        CONSTRAINT fk_attendance_session_id FOREIGN KEY (session_id) REFERENCES awareness_session (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_attendance_session_id ON attendance (session_id)",
    """
    CREATE TABLE referent (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        since TEXT,
        CONSTRAINT pk_referent PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE resource_reading (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        resource TEXT NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_resource_reading PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE policy_document (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'other' NOT NULL,
        owner TEXT DEFAULT 'ours' NOT NULL,
        manager TEXT DEFAULT '' NOT NULL,
        starts TEXT,
        ends TEXT,
        status TEXT DEFAULT 'in_force' NOT NULL,
        link TEXT DEFAULT '' NOT NULL,
        summary TEXT DEFAULT '' NOT NULL,
        goals TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_policy_document PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE policy_link (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        document_id TEXT NOT NULL,
        axis TEXT NOT NULL,
        strength INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_policy_link PRIMARY KEY (id),
        CONSTRAINT fk_policy_link_document_id FOREIGN KEY (document_id) REFERENCES policy_document (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_policy_link_document_id ON policy_link (document_id)",
    """
    CREATE TABLE obligation_tracking (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        obligation TEXT NOT NULL,
        progress TEXT DEFAULT '' NOT NULL,
        responsible TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_obligation_tracking PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        obligation TEXT NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        link TEXT DEFAULT '' NOT NULL,
        file_name TEXT DEFAULT '' NOT NULL,
        dated TEXT,
        CONSTRAINT pk_evidence PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attached_file (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        evidence_id TEXT NOT NULL,
        content BLOB NOT NULL,
        CONSTRAINT pk_attached_file PRIMARY KEY (id),
        CONSTRAINT fk_attached_file_evidence_id FOREIGN KEY (evidence_id) REFERENCES evidence (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_attached_file_evidence_id ON attached_file (evidence_id)",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        connection.execute(statement)
