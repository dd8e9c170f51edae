"""Inventories left by agents on one machine."""

import json

import pytest

from nrdesk.core.errors import UserError
from tests.core.exchange.helpers import FILES, csv_file, planned, reasons


def json_file(folder, document, name="poste.json"):
    return csv_file(folder, json.dumps(document), name=name)


def test_a_computer_comes_with_its_screen_and_without_its_user():
    plan = planned(FILES / "agent" / "agent_protocole_OCS_FusionInventory_2.xml")
    computer, screen = plan.records
    assert (computer.number, computer.category, computer.brand) == (
        "pc-arg-23",
        "portable",
        "Hewlett-Packard",
    )
    assert (computer.model, computer.serial_number) == ("HP EliteBook 2540p", "CZC0479792")
    assert computer.operating_system == "Microsoft Windows 8.1 Professionnel"
    assert (screen.category, screen.model, screen.serial_number) == ("ecran", "DELL 1707FP", "C975661HAB2R")
    assert "cvigneron" not in repr(plan.rows)
    assert [reason for _, reason in reasons(plan).values()].count("imprimante virtuelle") == 4
    assert any("chaque poste la compterait" in reason for _, reason in reasons(plan).values())


def test_the_panel_of_a_laptop_is_not_a_screen():
    plan = planned(FILES / "agent" / "computer_1.json")
    assert reasons(plan) == {2: ("ignored", "dalle intégrée à l’ordinateur portable")}
    assert [record.category for record in plan.records] == ["portable", "imprimante_perso"]


def test_a_network_printer():
    (record,) = planned(FILES / "agent" / "printer_1.json").records
    assert (record.category, record.model, record.serial_number) == (
        "imprimante_laser", "HP LaserJet M507", "PHCVN191TG",
    )  # fmt: skip


def test_a_virtual_machine_has_no_hardware_of_its_own(tmp_path):
    machine = {
        "content": {"hardware": {"name": "VM1", "vmsystem": "VMware"}, "bios": {"smodel": "VMware7,1"}}
    }
    plan = planned(json_file(tmp_path, [machine, {"content": {"hardware": {"chassis_type": "Tower"}}}]))
    assert [row.outcome.value for row in plan.rows] == ["ignored", "imported"]
    assert plan.records[0].category == "pc_fixe_bureautique"


def test_an_ecodiag_list(tmp_path):
    devices = [
        {"desktop/powerful": 15},
        {"laptop/precision_5xxx": {"nb": 2, "lifetime": 7}},
        {"screen": {"nb": 25}},
    ]
    records = planned(json_file(tmp_path, {"devices": devices})).records
    assert [(r.category, r.quantity, r.lifetime_years) for r in records] == [
        ("pc_fixe_bureautique", 15, None),
        ("portable", 2, 7),
        ("ecran", 25, None),
    ]


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        {"content": 3},
        {"content": {"bios": "x"}},
        {"devices": ["x"]},
        [{"content": {"hardware": []}}],
        3,
    ],
)
def test_json_that_describes_no_machine_is_refused(tmp_path, document):
    with pytest.raises(UserError, match=r"n’est pas un inventaire|ne contient que des titres"):
        planned(json_file(tmp_path, document))


def test_xml_that_describes_no_machine_is_refused(tmp_path):
    for text in ("<REQUEST/>", "<REQUEST><CONTENT/></REQUEST>", "<autre><CONTENT><BIOS/></CONTENT></autre>"):
        with pytest.raises(UserError, match="n’est pas un inventaire"):
            planned(csv_file(tmp_path, text, name="poste.xml"))
