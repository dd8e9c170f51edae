"""Which column is which field."""

import pytest

from nrdesk.core.exchange import TARGETS, read_source, recognise_columns
from nrdesk.core.exchange.lines import is_our_export
from nrdesk.core.inventory.fields import FIELDS
from tests.core.exchange.helpers import csv_file


def mapping_of(tmp_path, titles: str, remembered=None):
    cells = ";".join("x" for _ in titles.split(";"))
    return recognise_columns(read_source(csv_file(tmp_path, f"{titles}\n{cells}\n")), remembered)


def fields_of(tmp_path, titles: str) -> list[str]:
    return [column.field for column in mapping_of(tmp_path, titles).columns]


def test_our_own_titles_are_all_recognised(tmp_path):
    titles = ";".join(field.label for field in FIELDS)
    assert fields_of(tmp_path, titles) == [field.name for field in FIELDS]


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        ("modele;FABRICANT;Type de matériel;Qté", ["model", "brand", "category", "quantity"]),
        ("Device type;Brand;Buy date;Serial", ["category", "brand", "purchased", "serial_number"]),
        ("N°  d'inventaire ;Désignation\u00a0;Prix HT (€)", ["number", "category", "price"]),
        ("Marque / modèle;Type;Âge (ans)", ["brand_model", "category", "age"]),
        ("nomEquipementPhysique;modele;quantite;dateAchat;dateRetrait;type;statut;consoElecAnnuelle;nomEntite",
         ["number", "model", "quantity", "purchased", "retired", "category", "status", "annual_kwh", "site"]),
    ],
)  # fmt: skip
def test_titles_are_recognised_by_name_in_any_order(tmp_path, titles, fields):
    assert fields_of(tmp_path, titles) == fields


def test_each_field_comes_from_the_surest_column_and_the_others_say_why_they_are_ignored(tmp_path):
    mapping = mapping_of(tmp_path, "Nom;N° inventaire;Type;Catégorie;Utilisateur;Couleur;;Type")
    assert [(column.field, column.why) for column in mapping.columns] == [
        ("", "déjà dit par la colonne «\u00a0N° inventaire\u00a0»"),
        ("number", ""),
        ("", "déjà dit par la colonne «\u00a0Catégorie\u00a0»"),
        ("category", ""),
        ("", "donnée personnelle"),
        ("", "titre inconnu"),
        ("", "colonne sans titre"),
        ("", "déjà dit par la colonne «\u00a0Catégorie\u00a0»"),
    ]


def test_separate_columns_are_preferred_to_a_joint_one(tmp_path):
    assert fields_of(tmp_path, "Marque / modèle;Modèle;Âge;Date d'achat") == ["", "model", "", "purchased"]


def test_a_column_can_be_given_to_another_field(tmp_path):
    mapping = mapping_of(tmp_path, "Type;Couleur;Modèle")
    corrected = mapping.corrected(1, "model")
    assert [column.field for column in corrected.columns] == ["category", "model", ""]
    assert corrected.columns[2].why == "remplacée par une autre colonne"
    assert corrected.corrected(0, "").columns[0].why == "ignorée à votre demande"
    assert [column.field for column in corrected.corrected(2, "brand_model").columns] == [
        "category",
        "",
        "brand_model",
    ]


def test_what_was_decided_for_the_same_titles_prevails(tmp_path):
    decided = mapping_of(tmp_path, "Type;Couleur;Modèle").corrected(1, "comment").corrected(2, "")
    again = mapping_of(tmp_path, "Type;Couleur;Modèle", decided.to_remember())
    assert [column.field for column in again.columns] == ["category", "comment", ""]
    assert again.signature == decided.signature == "type|couleur|modele"


def test_a_decision_that_makes_no_sense_any_more_is_forgotten(tmp_path):
    mapping = mapping_of(tmp_path, "Type;Modèle", {"type": "champ disparu"})
    assert [column.field for column in mapping.columns] == ["category", "model"]


def test_every_target_has_a_french_name():
    assert len({label for _, label in TARGETS}) == len(TARGETS) == len(FIELDS) + 2


def test_columns_of_persons_are_left_out_until_someone_asks_for_them(tmp_path):
    mapping = mapping_of(tmp_path, "Type;Utilisateur;Affecté à;Fonction")
    assert [column.field for column in mapping.columns] == ["category", "", "", "assigned_to"]
    assert [column.why for column in mapping.columns[1:3]] == ["donnée personnelle"] * 2
    assert mapping.corrected(1, "assigned_to").by_field["assigned_to"] == 1


def test_an_export_of_an_earlier_version_is_still_ours():
    earlier = [field.label for field in FIELDS if not field.later]
    assert is_our_export(earlier)
    assert not is_our_export(earlier[1:])
