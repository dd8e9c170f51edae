"""Recognising the kind of an appliance."""

import csv

import pytest

from nrdesk.core import paths
from nrdesk.core.inventory.brands import split
from nrdesk.core.inventory.categories import recognise
from nrdesk.core.reference import factors
from nrdesk.core.written.words import normal


@pytest.mark.parametrize(
    ("texts", "category"),
    [
        (("Ordinateur portable", "Latitude 5490"), "portable"),
        (("Portable", "20L6S3Q600"), "portable"),
        (("Notebook", ""), "portable"),
        (("Tour", "HP ProDesk 400 G6"), "pc_fixe_bureautique"),
        (("Mini Tower", ""), "pc_fixe_bureautique"),
        (("Ordinateur fixe", "HP EliteDesk 800 G4 Mini"), "pc_mini"),
        (("Ordinateur fixe", "Lenovo ThinkCentre M70q"), "pc_mini"),
        (("Ordinateur fixe", "Dell OptiPlex 7090 Micro"), "pc_mini"),
        (("", "Intel NUC11"), "pc_mini"),
        (("Fixe", "7460 AIO"), "pc_tout_en_un"),
        (("ECRAN LCD", 'HP LA2405X 24"'), "ecran"),
        (("Moniteur", ""), "ecran"),
        (("Imprimante", "HP LaserJet P1102"), "imprimante_laser"),
        (("Imprimante", "OfficeJet Pro 8620"), "imprimante_perso"),
        (("Imprimante étiquettes", "Zebra GK420d"), "imprimante_etiquettes"),
        (("", "Kyocera TASKalfa 2554ci"), "copieur_a3"),
        (("", "Canon C3525i"), "copieur_a3"),
        (("Téléphone fixe", "Yealink T46S"), "telephone_ip"),
        (("Téléphone portable", ""), "smartphone"),
        (("Portable", "iPhone SE"), "smartphone"),
        (("", "Samsung Galaxy Tab A8"), "tablette"),
        (("", "Samsung Galaxy A40"), "smartphone"),
        (("", "Galaxy XCover 5"), "smartphone"),
        (("Serveur", "ProLiant ML30 Gen10"), "serveur_tour"),
        (("Serveur", "PowerEdge R210"), "serveur_rack"),
        (("", "Synology DS218+"), "nas"),
        (("", "APC Smart-UPS 1000"), "onduleur"),
        (("", "Stormshield SN160"), "pare_feu"),
        (("", "FortiGate 60F"), "pare_feu"),
        (("", "Netgear GS724T"), "switch"),
        (("", "U6 Lite"), "borne_wifi"),
        (("Station d’accueil", "Dock Latitude WD19"), "station_accueil"),
        (("Tableau interactif", "SMART Board 480"), "tableau_interactif"),
        (("Panneau lumineux", "Lumiplan double face"), "panneau_lumineux"),
        (("Console de jeux", "Nintendo Switch"), "console_salon"),
        (("", "", "PC-ACCUEIL-02"), "pc_fixe_bureautique"),
        (("Sacoche pour ordinateur portable", ""), None),
        (("Licence Windows", ""), None),
        (("Bidule", "Truc 3000"), None),
        (("", ""), None),
    ],
)
def test_the_category_is_recognised(texts, category):
    assert recognise(*texts) == category


def test_the_table_of_words_is_sound():
    with (paths.data() / "content" / "category_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    words = [row["words"] for row in rows]
    assert len(words) == len(set(words))
    for row in rows:
        assert not row["category"] or row["category"] in factors.categories(), row
        assert row["generic"] in ("yes", "no"), row
        bare = "".join(c for c in row["words"] if c not in "#@?*")
        assert " ".join(bare.split()) == normal(bare), row


@pytest.mark.parametrize(
    ("text", "brand", "model"),
    [
        ("Dell OptiPlex 3020 MT", "Dell", "OptiPlex 3020 MT"),
        ("Hewlett-Packard Probook 450 g5", "Hewlett-Packard", "Probook 450 g5"),
        ("Konica Minolta bizhub C258", "Konica Minolta", "bizhub C258"),
        ("SMART Board 480", "SMART", "Board 480"),
        ("Tartempion 75 pouces", "Tartempion", "75 pouces"),
        ("Latitude 5490", "", "Latitude 5490"),
        ("HP", "HP", ""),
        ("Bidule", "", "Bidule"),
        ("", "", ""),
    ],
)
def test_brand_and_model_are_told_apart(text, brand, model):
    assert split(text) == (brand, model)
