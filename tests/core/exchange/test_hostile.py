"""Files that must be refused with a sentence, quickly, and in little memory."""

import json
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.exchange import read_source
from tests.core.exchange import hostile
from tests.core.exchange.helpers import csv_file, planned, xlsx_file
from tests.core.exchange.test_spreadsheets import ods_file, ods_row

SECONDS = 10
MEGABYTES = 500

MEASURED = """
import json, resource, sys, time
from pathlib import Path
limit = 1_500_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from nrdesk.core.errors import UserError
from nrdesk.core.exchange import plan_import, read_source, recognise_columns
try:
    source = read_source(Path(sys.argv[1]))
    plan = plan_import(source, recognise_columns(source), (), "campaign")
    said = f"lu : {plan.imported}"
except UserError as error:
    said = error.what
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
peak = int(status["VmHWM"].split()[0]) / 1000
print(json.dumps([said, peak, time.process_time()]))
"""


def opened_apart(path: Path) -> str:
    """Return what importing a file says, in a process whose memory is limited and measured."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    said, peak, seconds = json.loads(run.stdout)
    assert seconds < SECONDS
    assert peak < MEGABYTES
    return said


def refusal_of(path: Path) -> str:
    """Return the sentence that refuses a file."""
    with pytest.raises(UserError) as refused:
        planned(path)
    assert refused.value.what.startswith(("«\u00a0", "Le fichier «\u00a0"))
    assert refused.value.kept == "Votre inventaire n’a pas été modifié."
    return refused.value.what


@pytest.mark.slow
@pytest.mark.parametrize("announced", [None, 1_000], ids=["announced", "hidden"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_zip_bomb(tmp_path, part, announced):
    path = hostile.inflating(tmp_path / "bombe.xlsx", 200, announced=announced, name=part)
    assert path.stat().st_size < 1_000_000
    assert "une place démesurée" in opened_apart(path)


def test_a_long_text_said_by_thousands_of_cells(tmp_path):
    strings = f'<sst xmlns="{hostile.MAIN}"><si><t>Type</t></si><si><t>{"x" * 30_000}</t></si></sst>'
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>{int(i > 1)}</v></c></row>' for i in range(1, 40_000))
    assert "trop de lignes" in opened_apart(hostile.workbook(tmp_path / "echo.xlsx", rows, strings=strings))


def test_a_long_text_said_once_is_no_harm(tmp_path):
    rows = [("Type", "Modèle", "Commentaire"), ("Écran", "A", "x" * 30_000), *[("Écran", "B", "")] * 5_000]
    assert planned(xlsx_file(tmp_path, ("Parc", rows))).imported == 5_001


@pytest.mark.slow
def test_as_much_text_as_is_allowed_stays_within_bounds(tmp_path):
    cells = "".join(
        f'<row r="{i}">{hostile.text_cell(f"A{i}", f"{i}" + "y" * 30_000)}</row>' for i in range(1, 4_900)
    )
    assert "n’est pas un inventaire" in opened_apart(hostile.workbook(tmp_path / "long.xlsx", cells))


def test_an_ods_whose_cell_is_repeated_a_billion_times(tmp_path):
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="1024"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    assert "trop de colonnes" in opened_apart(ods_file(tmp_path / "bombe.ods", row))
    tall = ods_row("Type", "Quantité") + ods_row(*"abcdefgh", repeated=1_000_000)
    assert "trop de lignes" in opened_apart(ods_file(tmp_path / "haute.ods", tall))


@pytest.mark.parametrize(
    ("place", "reason"),
    [("XFD1048576", "trop de colonnes"), ("CV1048576", "trop de lignes"), ("ZZZZZZ1", "trop de colonnes")],
)
def test_a_cell_at_the_far_end_of_a_sheet(tmp_path, place, reason):
    rows = (
        f'<row r="1">{hostile.text_cell("A1", "Type")}</row><row r="2">{hostile.text_cell(place, "x")}</row>'
    )
    assert reason in opened_apart(hostile.workbook(tmp_path / "loin.xlsx", rows))


def test_a_cell_at_the_far_end_of_an_old_workbook(tmp_path):
    near = hostile.old_workbook((0, 0, "Type"), (0, 1, "Quantité"), (1, 0, "Écran"), (1, 1, "4"))
    (record,) = planned(hostile.compound_file(tmp_path / "parc.xls", near)).records
    assert (record.category, record.quantity) == ("ecran", 4)
    far = hostile.old_workbook((0, 0, "Type"), (65_535, 255, "x"))
    assert "trop de lignes" in opened_apart(hostile.compound_file(tmp_path / "loin.xls", far))


def test_sheets_that_are_each_just_small_enough(tmp_path):
    path = hostile.workbook(tmp_path / "feuilles.xlsx", "")
    with zipfile.ZipFile(path, "a") as archive:
        for i in range(2, 40):
            cell = hostile.text_cell("Z100000", "x")
            archive.writestr(
                f"xl/ailleurs/{i}.xml",
                f'<worksheet><sheetData><row r="1">{cell}</row></sheetData></worksheet>',
            )
    assert "trop de lignes" in refusal_of(path)
    twice = ods_row("Type", "Quantité") + ods_row(*"abcdefgh", repeated=200_000)
    other = f'</table:table><table:table table:name="Autre">{twice}'
    assert "trop de lignes" in refusal_of(ods_file(tmp_path / "feuilles.ods", twice + other))


def test_a_million_columns(tmp_path):
    many = csv_file(tmp_path, ";".join(f"c{i}" for i in range(1_000_000)) + "\n1;2\n")
    assert "une de ses lignes est démesurée" in opened_apart(many)
    fewer = csv_file(tmp_path, ";".join(f"c{i}" for i in range(100_000)) + "\n1;2\n")
    assert "trop de colonnes" in opened_apart(fewer)
    cells = "".join(f'<c r="{letters(i)}1"><v>{i}</v></c>' for i in range(1, 200_000, 20))
    assert "trop de colonnes" in opened_apart(
        hostile.workbook(tmp_path / "large.xlsx", f'<row r="1">{cells}</row>')
    )


def letters(column: int) -> str:
    """Return the letters of a column."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


ENTITIES = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [ENTITIES, OUTSIDE], ids=["billion laughs", "outside"])
def test_entities_in_xml(tmp_path, declaration):
    entity = "j" if declaration is ENTITIES else "a"
    xml = f"{declaration}<REQUEST><CONTENT><BIOS><SSN>&{entity};</SSN></BIOS></CONTENT></REQUEST>"
    assert "entités XML" in opened_apart(csv_file(tmp_path, xml, name="poste.xml"))


@pytest.mark.parametrize("declaration", [ENTITIES, OUTSIDE], ids=["billion laughs", "outside"])
def test_entities_in_a_spreadsheet(tmp_path, declaration):
    strings = f'{declaration}<sst xmlns="{hostile.MAIN}"><si><t>&a;</t></si></sst>'
    assert "entités XML" in refusal_of(hostile.workbook(tmp_path / "a.xlsx", "", strings=strings))
    assert "entités XML" in refusal_of(hostile.workbook(tmp_path / "b.xlsx", "", before=declaration))


def test_json_a_million_levels_deep(tmp_path):
    for opening in ("[", '{"content":'):
        path = csv_file(tmp_path, opening * 1_000_000, name="poste.json")
        assert "JSON lisible" in opened_apart(path)


def test_xml_a_million_levels_deep(tmp_path):
    text = "<REQUEST><CONTENT>" + "<A>" * 500_000 + "</A>" * 500_000 + "</CONTENT></REQUEST>"
    assert "n’est pas" in opened_apart(csv_file(tmp_path, text, name="poste.xml"))


def test_a_huge_file(tmp_path):
    path = tmp_path / "enorme.csv"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    assert "trop gros" in refusal_of(path)


@pytest.mark.slow
def test_a_text_of_too_many_cells(tmp_path):
    path = csv_file(tmp_path, "Type;Modèle;Quantité\n" + "Écran;A;1\n" * 1_100_000)
    assert "trop de lignes" in opened_apart(path)


def test_a_cell_that_never_ends(tmp_path):
    text = 'Type;Modèle\nÉcran;"' + "x" * 4_000_000 + "\n"
    assert "démesurée" in refusal_of(csv_file(tmp_path, text))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bytes(range(256)) * 40, "n’est pas du texte"),
        (b"Type;Quantit\x00e\n1;2\n", "n’est pas du texte"),
        (b"Type;Quantite\n" + b"Ecran;1\n" * 20_000 + b"\x00", "octets nuls"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01", "n’est pas du texte"),
        (b"PK\x03\x04" + b"\x00" * 400, "abîmé"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "abîmé"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "abîmé"),
        (b"<html><table><tr><td>Type</td></tr></table></html>", "aucun appareil"),
        (b"<<<", "XML lisible"),
        (b"{", "JSON lisible"),
        (b"[1, 2]", "aucun appareil"),
        (b"", "est vide"),
        (b"\n \n;;\n", "rien à lire"),
        (b"\xff\xfe", "rien à lire"),
        (b"\xef\xbb\xbf", "rien à lire"),
    ],
)
def test_files_that_are_something_else(tmp_path, content, reason):
    path = tmp_path / "fichier.xlsx"
    path.write_bytes(content)
    assert reason in refusal_of(path)


def test_a_workbook_cut_short(tmp_path):
    path = xlsx_file(tmp_path, ("Parc", [("Type", "Quantité"), ("Écran", 1)]))
    whole = path.read_bytes()
    for length in range(4, len(whole), len(whole) // 25):
        path.write_bytes(whole[:length])
        assert "abîmé" in refusal_of(path)


def test_a_workbook_altered_anywhere_is_read_or_refused(tmp_path):
    path = xlsx_file(tmp_path, ("Parc", [("Type", "Quantité"), ("Écran", 1)]))
    whole = bytearray(path.read_bytes())
    for place in range(0, len(whole), len(whole) // 120):
        altered = bytearray(whole)
        altered[place] ^= 0xFF
        path.write_bytes(altered)
        with suppress(UserError):
            planned(path)


def test_an_archive_that_is_no_workbook(tmp_path):
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    assert "n’est pas un classeur" in refusal_of(path)


def test_an_archive_of_too_many_parts(tmp_path):
    path = xlsx_file(tmp_path, ("Parc", [("Type", "Quantité"), ("Écran", 1)]))
    with zipfile.ZipFile(path, "a") as archive:
        for i in range(6_000):
            archive.writestr(f"xl/{i}.xml", b"")
    assert "démesurée" in refusal_of(path)


def test_a_password(tmp_path):
    modern = hostile.compound_file(tmp_path / "secret.xlsx", b"chiffre", name="EncryptedPackage")
    assert "mot de passe" in refusal_of(modern)
    old = hostile.compound_file(tmp_path / "secret.xls", b"\x2f\x00\x02\x00\x00\x00")
    assert "mot de passe" in refusal_of(old)
    document = ods_file(tmp_path / "secret.ods", ods_row("Type"))
    with zipfile.ZipFile(document) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    parts["META-INF/manifest.xml"] += b"<!-- manifest:encryption-data -->"
    with zipfile.ZipFile(document, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "mot de passe" in refusal_of(document)


def test_a_folder_and_a_missing_file(tmp_path):
    assert "est un dossier" in refusal_of(tmp_path)
    assert "est introuvable" in refusal_of(tmp_path / "absent.csv")


@pytest.mark.parametrize(
    ("fault", "reason", "todo"),
    [
        (PermissionError(13, "Permission denied"), "un autre programme le tient", "Fermez-le"),
        (OSError(5, "Input/output error"), "n’a pas pu être lu", "bien branché"),
    ],
)
def test_a_file_that_the_machine_does_not_give(tmp_path, monkeypatch, fault, reason, todo):
    path = csv_file(tmp_path, "Type;Modèle\nÉcran;A\n")

    def held(*_args: object, **_more: object) -> None:
        raise fault

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(SurroundingsError, match=reason) as refused:
        read_source(path)
    assert todo in refused.value.todo


def test_reading_opens_no_formula_and_no_link(tmp_path):
    rows = (
        f'<row r="1">{hostile.text_cell("A1", "Type")}{hostile.text_cell("B1", "Commentaire")}'
        f'{hostile.text_cell("C1", "Quantité")}</row><row r="2">{hostile.text_cell("A2", "Écran")}'
        '<c r="B2" t="str"><f>WEBSERVICE("http://exemple.invalid")</f><v>valeur</v></c>'
        '<c r="C2"><v>2</v></c></row>'
    )
    (record,) = planned(hostile.workbook(tmp_path / "formule.xlsx", rows)).records
    assert (record.comment, record.quantity) == ("valeur", 2)
