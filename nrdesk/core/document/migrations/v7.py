"""Version 7: steps 8 and 9 (the plan, its effects and scenarios, indicators, reviews, the annual bilan)."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE authority ADD COLUMN siret TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE activity ADD COLUMN touched TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE action (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        description TEXT DEFAULT '' NOT NULL,
        objective_id TEXT,
        axis TEXT DEFAULT 'A2' NOT NULL,
        dimension TEXT DEFAULT 'environment' NOT NULL,
        reach TEXT DEFAULT 'internal' NOT NULL,
        status TEXT DEFAULT 'to_start' NOT NULL,
        blocked INTEGER DEFAULT 0 NOT NULL,
        blocked_reason TEXT DEFAULT '' NOT NULL,
        progress INTEGER,
        priority INTEGER,
        ease INTEGER,
        impact INTEGER,
        moscow TEXT DEFAULT '' NOT NULL,
        votes INTEGER DEFAULT 0 NOT NULL,
        starts TEXT,
        ends TEXT,
        months REAL,
        owner TEXT DEFAULT '' NOT NULL,
        owner_days REAL,
        elected_lead TEXT DEFAULT '' NOT NULL,
        service TEXT DEFAULT '' NOT NULL,
        structure TEXT DEFAULT '' NOT NULL,
        partners TEXT DEFAULT '' NOT NULL,
        governance TEXT DEFAULT '' NOT NULL,
        means TEXT DEFAULT '' NOT NULL,
        expected TEXT DEFAULT '' NOT NULL,
        indicator TEXT DEFAULT '' NOT NULL,
        funding_note TEXT DEFAULT '' NOT NULL,
        participation TEXT DEFAULT '' NOT NULL,
        continuous INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        catalogue TEXT DEFAULT '' NOT NULL,
        origin TEXT DEFAULT '' NOT NULL,
        unread TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_action PRIMARY KEY (id),
        CONSTRAINT ck_action_blocked CHECK (blocked IN (0, 1)),
        CONSTRAINT ck_action_continuous CHECK (continuous IN (0, 1)),
        CONSTRAINT fk_action_objective_id FOREIGN KEY (objective_id) REFERENCES objective (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_action_objective_id ON action (objective_id)",
    """
    CREATE TABLE contribution (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT NOT NULL,
        who TEXT DEFAULT '' NOT NULL,
        days_per_month REAL,
        role TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_contribution PRIMARY KEY (id),
        CONSTRAINT fk_contribution_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_contribution_action_id ON contribution (action_id)",
    """
    CREATE TABLE dependency (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT NOT NULL,
        needs_id TEXT NOT NULL,
        CONSTRAINT pk_dependency PRIMARY KEY (id),
        CONSTRAINT fk_dependency_action_id FOREIGN KEY (action_id) REFERENCES action (id),
        CONSTRAINT fk_dependency_needs_id FOREIGN KEY (needs_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_dependency_action_id ON dependency (action_id)",
    "CREATE INDEX ix_dependency_needs_id ON dependency (needs_id)",
    """
    CREATE TABLE milestone (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT,
        title TEXT DEFAULT '' NOT NULL,
        due TEXT,
        reached TEXT,
        CONSTRAINT pk_milestone PRIMARY KEY (id),
        CONSTRAINT fk_milestone_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_milestone_action_id ON milestone (action_id)",
    """
    CREATE TABLE budget_line (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT DEFAULT 'operating' NOT NULL,
        amount REAL,
        funder TEXT DEFAULT '' NOT NULL,
        secured INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_budget_line PRIMARY KEY (id),
        CONSTRAINT ck_budget_line_secured CHECK (secured IN (0, 1)),
        CONSTRAINT fk_budget_line_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_budget_line_action_id ON budget_line (action_id)",
    """
    CREATE TABLE action_lever (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT NOT NULL,
        subject TEXT DEFAULT 'lifetime' NOT NULL,
        operation TEXT DEFAULT 'add' NOT NULL,
        amount REAL,
        targets TEXT DEFAULT '' NOT NULL,
        from_year INTEGER,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_action_lever PRIMARY KEY (id),
        CONSTRAINT fk_action_lever_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_action_lever_action_id ON action_lever (action_id)",
    """
    CREATE TABLE scenario (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        last_year INTEGER,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_scenario PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE scenario_action (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        scenario_id TEXT NOT NULL,
        action_id TEXT NOT NULL,
        from_year INTEGER,
        CONSTRAINT pk_scenario_action PRIMARY KEY (id),
        CONSTRAINT fk_scenario_action_scenario_id FOREIGN KEY (scenario_id) REFERENCES scenario (id),
        CONSTRAINT fk_scenario_action_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_scenario_action_action_id ON scenario_action (action_id)",
    "CREATE INDEX ix_scenario_action_scenario_id ON scenario_action (scenario_id)",
    """
    CREATE TABLE indicator (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        unit TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT 'plan' NOT NULL,
        direction TEXT DEFAULT 'up' NOT NULL,
        measured_by TEXT DEFAULT '' NOT NULL,
        objective_id TEXT,
        action_id TEXT,
        base_value REAL,
        base_date TEXT,
        target_value REAL,
        target_date TEXT,
        rhythm_months INTEGER,
        source TEXT DEFAULT '' NOT NULL,
        owner TEXT DEFAULT '' NOT NULL,
        definition TEXT DEFAULT '' NOT NULL,
        catalogue TEXT DEFAULT '' NOT NULL,
        rank INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_indicator PRIMARY KEY (id),
        CONSTRAINT fk_indicator_objective_id FOREIGN KEY (objective_id) REFERENCES objective (id),
        CONSTRAINT fk_indicator_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_indicator_action_id ON indicator (action_id)",
    "CREATE INDEX ix_indicator_objective_id ON indicator (objective_id)",
    """
    CREATE TABLE target_step (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        indicator_id TEXT NOT NULL,
        due TEXT,
        value REAL,
        CONSTRAINT pk_target_step PRIMARY KEY (id),
        CONSTRAINT fk_target_step_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicator (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_target_step_indicator_id ON target_step (indicator_id)",
    """
    CREATE TABLE reading (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        indicator_id TEXT NOT NULL,
        read_on TEXT,
        value REAL,
        source TEXT DEFAULT '' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        computed INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_reading PRIMARY KEY (id),
        CONSTRAINT ck_reading_computed CHECK (computed IN (0, 1)),
        CONSTRAINT fk_reading_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicator (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_reading_indicator_id ON reading (indicator_id)",
    """
    CREATE TABLE review (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT 'plan' NOT NULL,
        body_id TEXT,
        starts TEXT,
        minutes_long INTEGER,
        place TEXT DEFAULT '' NOT NULL,
        participants TEXT DEFAULT '' NOT NULL,
        agenda TEXT DEFAULT '' NOT NULL,
        report TEXT DEFAULT '' NOT NULL,
        held INTEGER DEFAULT 0 NOT NULL,
        state TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_review PRIMARY KEY (id),
        CONSTRAINT ck_review_held CHECK (held IN (0, 1)),
        CONSTRAINT fk_review_body_id FOREIGN KEY (body_id) REFERENCES governance_body (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_review_body_id ON review (body_id)",
    """
    CREATE TABLE review_decision (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        review_id TEXT NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        owner TEXT DEFAULT '' NOT NULL,
        due TEXT,
        done INTEGER DEFAULT 0 NOT NULL,
        action_id TEXT,
        CONSTRAINT pk_review_decision PRIMARY KEY (id),
        CONSTRAINT ck_review_decision_done CHECK (done IN (0, 1)),
        CONSTRAINT fk_review_decision_review_id FOREIGN KEY (review_id) REFERENCES review (id),
        CONSTRAINT fk_review_decision_action_id FOREIGN KEY (action_id) REFERENCES action (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_review_decision_action_id ON review_decision (action_id)",
    "CREATE INDEX ix_review_decision_review_id ON review_decision (review_id)",
    """
    CREATE TABLE annual_review (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        campaign_id TEXT NOT NULL,
        foreword TEXT DEFAULT '' NOT NULL,
        highlights TEXT DEFAULT '' NOT NULL,
        difficulties TEXT DEFAULT '' NOT NULL,
        next_year TEXT DEFAULT '' NOT NULL,
        inventory_checked INTEGER DEFAULT 0 NOT NULL,
        readings_checked INTEGER DEFAULT 0 NOT NULL,
        actions_checked INTEGER DEFAULT 0 NOT NULL,
        compliance_checked INTEGER DEFAULT 0 NOT NULL,
        comments_checked INTEGER DEFAULT 0 NOT NULL,
        closed_on TEXT,
        content TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_annual_review PRIMARY KEY (id),
        CONSTRAINT ck_annual_review_inventory_checked CHECK (inventory_checked IN (0, 1)),
        CONSTRAINT ck_annual_review_readings_checked CHECK (readings_checked IN (0, 1)),
        CONSTRAINT ck_annual_review_actions_checked CHECK (actions_checked IN (0, 1)),
        CONSTRAINT ck_annual_review_compliance_checked CHECK (compliance_checked IN (0, 1)),
        CONSTRAINT ck_annual_review_comments_checked CHECK (comments_checked IN (0, 1)),
        CONSTRAINT fk_annual_review_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_annual_review_campaign_id ON annual_review (campaign_id)",
    """
    CREATE TABLE action_year (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        action_id TEXT NOT NULL,
        campaign_id TEXT NOT NULL,
        done TEXT DEFAULT '' NOT NULL,
        difficulty TEXT DEFAULT '' NOT NULL,
        next_step TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_action_year PRIMARY KEY (id),
        CONSTRAINT fk_action_year_action_id FOREIGN KEY (action_id) REFERENCES action (id),
        CONSTRAINT fk_action_year_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_action_year_action_id ON action_year (action_id)",
    "CREATE INDEX ix_action_year_campaign_id ON action_year (campaign_id)",
    """
    CREATE TABLE declared_spend (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        year INTEGER NOT NULL,
        product_type TEXT NOT NULL,
        total REAL,
        reused REAL,
        donated REAL,
        recycled REAL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_declared_spend PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the tables, and the SIRET of the collectivité."""
    for statement in _STATEMENTS:
        connection.execute(statement)
