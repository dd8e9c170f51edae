"""Real files: each one is imported, or refused with a reason."""

import csv

import pytest

from nrdesk.core.errors import UserError
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus
from tests.core.exchange.helpers import CLEAN, FILES, MESSY, planned, reasons

READ = {
    # file -> (imported, duplicates, rejected, ignored)
    "agent/agent_protocole_OCS_FusionInventory_2.xml": (2, 0, 0, 5),
    "agent/computer_1.json": (2, 0, 0, 1),
    "agent/printer_1.json": (1, 0, 0, 0),
    "demo/demo_inventory.csv": (60, 0, 0, 0),
    "demo/demo_inventory_brut_cp1252.csv": (60, 1, 0, 4),
    "glpi/RECONSTRUIT_glpi_ordinateurs_fr_cp1252_reenregistre_excel.csv": (3, 0, 0, 0),
    "glpi/RECONSTRUIT_glpi_ordinateurs_fr_utf8.csv": (3, 0, 0, 0),
    "glpi/RECONSTRUIT_glpi_ordinateurs_fr_utf8_bom.csv": (3, 0, 0, 0),
    "ocs/RECONSTRUIT_ocs_toutes_les_machines_fr.csv": (2, 0, 0, 0),
}
REFUSED = {
    # file -> words of the reason
    "agec58/exemple-valide.csv": "aucune colonne ne dit de quel appareil",
    "agec58/schema.json": "aucun appareil n’y est décrit",
    "demo/demo.md": "aucune colonne ne dit de quel appareil",
    "demo/demo_acteurs.csv": "ne désigne un appareil",
    "demo/demo_actions.csv": "aucune colonne ne dit de quel appareil",
    "demo/demo_reponses.csv": "aucune colonne ne dit de quel appareil",
    "g4it/inv_application.csv": "ne contient que des titres",
    "g4it/inv_datacenter.csv": "ne contient que des titres",
    "g4it/inv_physicalEquipment.csv": "ne contient que des titres",
    "g4it/inv_virtualEquipment.csv": "ne contient que des titres",
    "schema_projets/COMMIT": "ne contient que",
    "schema_projets/collectivites_exemple-valide.csv": "ne désigne un appareil",
    "schema_projets/collectivites_schema.json": "aucun appareil n’y est décrit",
    "schema_projets/projets_exemple-valide.csv": "ne désigne un appareil",
    "schema_projets/projets_schema.json": "aucun appareil n’y est décrit",
    "tet/modele-import-pa.xlsx": "aucune colonne ne dit de quel appareil",
    "tet/nouveau-plan-valide.xlsx": "aucune colonne ne dit de quel appareil",
    "tet/plan_column_order_issue.xlsx": "aucune colonne ne dit de quel appareil",
}


def test_every_sample_is_expected_here():
    samples = {str(path.relative_to(FILES).as_posix()) for path in FILES.rglob("*") if path.is_file()}
    assert samples == READ.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", READ)
def test_a_sample_is_read_with_every_row_accounted_for(name):
    plan = planned(FILES / name)
    assert (plan.imported, plan.duplicates, plan.rejected, plan.ignored) == READ[name]
    assert all(row.reason for row in plan.rows if row.record is None)


@pytest.mark.parametrize("name", REFUSED)
def test_a_sample_that_is_no_inventory_is_refused_with_the_reason(name):
    with pytest.raises(UserError, match=REFUSED[name]) as refused:
        planned(FILES / name)
    assert refused.value.kept == "Votre inventaire n’a pas été modifié."


def test_the_messy_export_loses_nothing():
    plan = planned(MESSY)
    lines = MESSY.read_bytes().count(b"\r\n")
    assert plan.read == lines - 1, "every line of the file but the titles"
    assert reasons(plan) == {
        1: ("ignored", "au-dessus des titres de colonnes"),
        2: ("ignored", "ligne vide"),
        9: ("duplicate", "identique à la ligne 8"),
        26: ("ignored", "ligne vide"),
        66: ("ignored", "ligne de total"),
    }
    assert sum(record.quantity for record in plan.records) == 90
    assert not any(record.unread for record in plan.records)
    assert all(record.category for record in plan.records)


def test_the_messy_export_says_the_same_as_the_clean_inventory():
    ignored = {"id", "updated_at", "serial_number", "operating_system", "price"}
    messy, clean = planned(MESSY).records, planned(CLEAN).records

    def said(record: Equipment) -> dict[str, object]:
        return {name: getattr(record, name) for name in Equipment.__slots__ if name not in ignored}

    assert [said(record) for record in messy] == [said(record) for record in clean]


def test_the_messy_export_is_understood_to_the_cell():
    by_number = {record.number: record for record in planned(MESSY).records}
    server, board, phone = by_number["NR028"], by_number["NR035"], by_number["NR057"]
    assert (server.brand, server.model, server.price) == ("HPE", "ProLiant ML30 Gen10", 1450)
    assert (board.category, board.purchased, board.price) == ("panneau_lumineux", "2017-03", 11800)
    assert (phone.purchased, phone.purchased_uncertain) == ("2022", True)
    assert by_number["NR009"].acquisition is Acquisition.REFURBISHED
    assert by_number["NR042"].status is EquipmentStatus.BROKEN
    assert by_number["NR012"].purchased == "2018"


def test_the_two_files_of_the_demonstration_have_the_categories_of_their_own_words():
    with CLEAN.open(encoding="utf-8", newline="") as file:
        words = {row["id"]: row["categorie"] for row in csv.DictReader(file, delimiter=";")}
    families = {
        "Écran": {"ecran"},
        "Ordinateur fixe": {"pc_fixe_bureautique", "pc_mini"},
        "Imprimante": {"imprimante_perso", "imprimante_laser"},
        "Ordinateur portable": {"portable"},
        "Smartphone": {"smartphone"},
        "Tablette": {"tablette"},
    }
    for record in planned(CLEAN).records:
        assert record.category in families.get(words[record.number], {record.category})


def test_a_glpi_export_gives_places_and_services():
    records = planned(FILES / "glpi" / "RECONSTRUIT_glpi_ordinateurs_fr_utf8.csv").records
    assert [(r.number, r.category, r.site, r.service, r.purchased, r.status) for r in records] == [
        ("PC-MAIRIE-01", "portable", "Mairie", "Accueil", "2019-05-20", EquipmentStatus.IN_USE),
        (
            "PC-MAIRIE-02",
            "pc_fixe_bureautique",
            "Mairie",
            "Secrétariat",
            "2020-01-08",
            EquipmentStatus.IN_USE,
        ),
        ("PC-ECOLE-03", "portable", "École élémentaire", "", None, EquipmentStatus.IN_STOCK),
    ]


def test_an_ocs_export_leaves_the_person_out():
    plan = planned(FILES / "ocs" / "RECONSTRUIT_ocs_toutes_les_machines_fr.csv")
    personal = [column.header for column in plan.mapping.columns if column.why == "donnée personnelle"]
    assert personal == ["Utilisateur connecté"]
    assert not any("secretariat" in repr(record) for record in plan.records)
    assert [record.serial_number for record in plan.records] == ["5CG1234ABC", "PF0ABCDE"]
