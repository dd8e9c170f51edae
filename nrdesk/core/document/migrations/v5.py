"""Version 5: step 4 whole (services, sites, campaigns that freeze, maturity, what was heard, territory)."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE equipment ADD COLUMN supplier TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE equipment ADD COLUMN warranty_until TEXT",
    "ALTER TABLE equipment ADD COLUMN assigned_to TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE equipment ADD COLUMN exit_route TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE equipment ADD COLUMN recipient TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE equipment ADD COLUMN lineage TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE frozen_method (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        frozen_at TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_frozen_method PRIMARY KEY (id),
        CONSTRAINT fk_frozen_method_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_frozen_method_campaign_id ON frozen_method (campaign_id)",
    """
    CREATE TABLE factor_file (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_factor_file PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE site (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'other' NOT NULL,
        users INTEGER,
        usage_profile TEXT,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_site PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE service_use (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        provider TEXT DEFAULT '' NOT NULL,
        quantity REAL,
        origin TEXT DEFAULT 'entered' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_service_use PRIMARY KEY (id),
        CONSTRAINT fk_service_use_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_service_use_campaign_id ON service_use (campaign_id)",
    """
    CREATE TABLE web_site (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        url TEXT DEFAULT '' NOT NULL,
        page_kb REAL,
        ecoindex REAL,
        yearly_views REAL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_web_site PRIMARY KEY (id),
        CONSTRAINT fk_web_site_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_web_site_campaign_id ON web_site (campaign_id)",
    """
    CREATE TABLE maturity_answer (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        question TEXT NOT NULL,
        level INTEGER,
        not_applicable INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        evidence TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_maturity_answer PRIMARY KEY (id),
        CONSTRAINT ck_maturity_answer_not_applicable CHECK (not_applicable IN (0, 1)),
        CONSTRAINT fk_maturity_answer_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_maturity_answer_campaign_id ON maturity_answer (campaign_id)",
    """
    CREATE TABLE question_guide (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        audience TEXT DEFAULT '' NOT NULL,
        introduction TEXT DEFAULT '' NOT NULL,
        questions TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_question_guide PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE interview (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'interview' NOT NULL,
        status TEXT DEFAULT 'planned' NOT NULL,
        held_on TEXT,
        participants TEXT DEFAULT '' NOT NULL,
        findings TEXT DEFAULT '' NOT NULL,
        guide_id TEXT,
        CONSTRAINT pk_interview PRIMARY KEY (id),
        CONSTRAINT fk_interview_guide_id FOREIGN KEY (guide_id) REFERENCES question_guide (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_interview_guide_id ON interview (guide_id)",
    """
    CREATE TABLE interview_answer (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        interview_id TEXT NOT NULL,
        question TEXT NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_interview_answer PRIMARY KEY (id),
        CONSTRAINT fk_interview_answer_interview_id FOREIGN KEY (interview_id) REFERENCES interview (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_interview_answer_interview_id ON interview_answer (interview_id)",
    """
    CREATE TABLE past_action (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        axis TEXT DEFAULT 'A2' NOT NULL,
        status TEXT DEFAULT 'ongoing' NOT NULL,
        since TEXT,
        owner TEXT DEFAULT '' NOT NULL,
        result TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_past_action PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE read_document (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        source TEXT DEFAULT '' NOT NULL,
        dated TEXT,
        lessons TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_read_document PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE synthesis_item (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        finding TEXT DEFAULT 'strength' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        basis TEXT DEFAULT '' NOT NULL,
        draft_key TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_synthesis_item PRIMARY KEY (id),
        CONSTRAINT fk_synthesis_item_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_synthesis_item_campaign_id ON synthesis_item (campaign_id)",
    """
    CREATE TABLE territory_fact (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        topic TEXT DEFAULT 'other' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        value REAL,
        unit TEXT DEFAULT '' NOT NULL,
        year INTEGER,
        source TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_territory_fact PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the columns and the tables."""
    for statement in _STATEMENTS:
        connection.execute(statement)
