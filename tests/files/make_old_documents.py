"""Write the documents of earlier versions that the tests open: `python -m tests.files.make_old_documents`.

Each is written in plain SQL, as the nrdesk of its version would have: the records of today know nothing
of it.
They are kept in the repository and are not written again once their version is out.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from nrdesk.core.document.connection import APPLICATION_ID, open_file, writing
from nrdesk.core.document.migrations import MIGRATIONS, climb

FOLDER = Path(__file__).parent
AT = "2024-06-30T09:15:00.000Z"
EQUIPMENT = (
    # number, category, brand, site, quantity, purchased, acquisition, price, serial_number, comment
    ("ÉCH-001", "laptop", "Dell", "Hôtel de ville", 1, "2019-03", "new", 845.5, "5CG9321XYZ", "écran fêlé"),
    ("ÉCH-002", "monitor", "Iiyama", "École Jean-Jaurès", 12, "2016", "", None, "", "lot de l’été 2016"),
    ("ÉCH-003", "smartphone", "Fairphone", "Médiathèque", 3, None, "refurbished", 219.0, "", "✓ prêté"),
)
COLUMNS = "number, category, brand, site, quantity, purchased, acquisition, price, serial_number, comment"


def identifier(kind: str, number: int) -> str:
    return f"018f{kind}00000070008000{number:012x}"


def fill(connection: sqlite3.Connection, *, dated: bool) -> None:
    """Write what every version holds: a collectivité, two campaigns, three lines, a setting, a journal."""
    connection.execute(
        "INSERT INTO authority (id, updated_at, name, insee_code, department, population_total, agents_fte)"
        " VALUES (?, ?, 'Échirolles', '38151', '38', 37390, 812.5)",
        (identifier("a000", 1), AT),
    )
    connection.executemany(
        "INSERT INTO campaign (id, updated_at, year, as_of, comment) VALUES (?, ?, ?, ?, ?)",
        [
            (identifier("c000", 1), AT, 2023, "2023-12-31" if dated else None, "date oubliée"),
            (identifier("c000", 2), AT, 2024, "2024-06-30", ""),
        ],
    )
    marks = ", ".join("?" * len(EQUIPMENT[0]))
    connection.executemany(
        f"INSERT INTO equipment (id, updated_at, campaign_id, {COLUMNS}) VALUES (?, ?, ?, {marks})",
        [
            (identifier("e000", n), AT, identifier("c000", 1 + n % 2), *line)
            for n, line in enumerate(EQUIPMENT)
        ],
    )
    connection.execute(
        "INSERT INTO setting (id, updated_at, key, value) VALUES (?, ?, 'refurbished', '{\"laptop\": 0.57}')",
        (identifier("5000", 1), AT),
    )
    connection.execute(
        "INSERT INTO activity (id, updated_at, at, label, user, rows)"
        " VALUES (?, ?, ?, 'Importer « parc été.csv »', 'hélène', 3)",
        (identifier("b000", 1), AT, AT),
    )


def fill_version_2(connection: sqlite3.Connection) -> None:
    """Add what version 2 brought."""
    connection.execute(
        "UPDATE equipment SET purchased_uncertain = 1, usage_profile = 'school',"
        " unread = '{\"price\": \"env. 200 €\"}' WHERE number = 'ÉCH-002'"
    )
    connection.execute(
        "INSERT INTO import_mapping (id, updated_at, signature, columns)"
        " VALUES (?, ?, 'n inventaire|désignation', '{\"n inventaire\": \"number\"}')",
        (identifier("d000", 1), AT),
    )


def fill_version_4(connection: sqlite3.Connection) -> None:
    """Add some of what version 4 brought."""
    connection.execute(
        "INSERT INTO person (id, updated_at, name, is_coordinator, days_per_month)"
        " VALUES (?, ?, 'Secrétaire générale', 1, 1.5)",
        (identifier("f000", 1), AT),
    )
    connection.execute(
        "INSERT INTO step_answer (id, updated_at, step, question, text)"
        " VALUES (?, ?, 1, 'Qui coordonne ?', 'La secrétaire générale')",
        (identifier("f100", 1), AT),
    )


def fill_version_5(connection: sqlite3.Connection) -> None:
    """Add some of what version 5 brought."""
    connection.execute(
        "INSERT INTO service_use (id, updated_at, campaign_id, service, name, quantity)"
        " VALUES (?, ?, ?, 'boite_mail', 'Boîtes de la mairie', 14)",
        (identifier("f200", 1), AT, identifier("c000", 2)),
    )
    connection.execute(
        "INSERT INTO maturity_answer (id, updated_at, campaign_id, question, level)"
        " VALUES (?, ?, ?, 'G01', 3)",
        (identifier("f300", 1), AT, identifier("c000", 2)),
    )


def fill_version_6(connection: sqlite3.Connection) -> None:
    """Add some of what version 6 brought."""
    connection.execute(
        "INSERT INTO priority_axis (id, updated_at, title, axis)"
        " VALUES (?, ?, 'Garder plus longtemps', 'A2')",
        (identifier("f400", 1), AT),
    )
    connection.execute(
        "INSERT INTO objective (id, updated_at, title, axis_id, target_value, due)"
        " VALUES (?, ?, 'Six ans pour un ordinateur', ?, 6, '2030')",
        (identifier("f500", 1), AT, identifier("f400", 1)),
    )


def fill_version_7(connection: sqlite3.Connection) -> None:
    """Add some of what version 7 brought."""
    connection.execute(
        "INSERT INTO action (id, updated_at, title, status, starts)"
        " VALUES (?, ?, 'Réparer', 'under_way', '2026')",
        (identifier("f600", 1), AT),
    )
    connection.execute(
        "INSERT INTO indicator (id, updated_at, title, action_id) VALUES (?, ?, 'Réparations', ?)",
        (identifier("f700", 1), AT, identifier("f600", 1)),
    )


def write(version: int) -> None:
    """Write the document of one version."""
    path = FOLDER / f"version-{version}.nrdesk"
    path.unlink(missing_ok=True)
    with closing(open_file(path, "rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with writing(connection):
            climb(connection, MIGRATIONS[:version])
            # From version 3, a campaign always has a date.
            fill(connection, dated=version >= 3)
            if version >= 2:
                fill_version_2(connection)
            if version >= 4:
                fill_version_4(connection)
            if version >= 5:
                fill_version_5(connection)
            if version >= 6:
                fill_version_6(connection)
            if version >= 7:
                fill_version_7(connection)


if __name__ == "__main__":
    for version in (1, 2, 3, 4, 5, 6, 7):
        write(version)
