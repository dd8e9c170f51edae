"""The inventory as a spreadsheet: what goes out can come back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from nrdesk.core.document import Document
from nrdesk.core.exchange import plan_import, read_source, recognise_columns
from nrdesk.core.inventory import fields
from nrdesk.core.inventory.fields import FIELDS
from nrdesk.core.model import Acquisition, Authority, Equipment, EquipmentStatus, ExitRoute
from nrdesk.core.reports import export, inventory_workbook

OWN = {"id", "updated_at", "campaign_id", "origin"}
"""What belongs to the document rather than to the inventory."""


def content(record: Equipment) -> dict[str, object]:
    return {name: value for name, value in asdict(record).items() if name not in OWN}


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "parc.nrdesk", Authority(name="Essai"), year=2026) as doc:
        yield doc


def fill(doc: Document, *lines: dict[str, object]) -> list[Equipment]:
    with doc.action("Remplir") as tx:
        tx.add_all(Equipment(campaign_id=doc.campaign.id, **line) for line in lines)
    return doc.all(Equipment, campaign_id=doc.campaign.id)


def round_trip(doc: Document, path: Path) -> list[Equipment]:
    export(doc, "inventaire", path, overwrite=True)
    source = read_source(path)
    plan = plan_import(source, recognise_columns(source), (), "autre")
    assert [(row.number, row.reason) for row in plan.rows if row.record is None] == []
    return [row.record for row in plan.rows if row.record is not None]


LINES: tuple[dict[str, object], ...] = (
    {"number": "007", "category": "portable", "brand": "Dell", "purchased": "2018-03-05", "price": 1450.5},
    {"number": "1", "model": "7010", "purchased": "2018", "quantity": 12, "status": EquipmentStatus.IN_STOCK},
    {
        "number": "2",
        "category": "tablette",
        "purchased": "2018-03",
        "purchased_uncertain": True,
        "acquisition": Acquisition.REFURBISHED,
    },
    {
        "number": "3",
        "model": "EliteDesk 800 G4 Mini",
        "purchased": "2019-12-31",
        "purchased_uncertain": True,
        "annual_kwh": 153.3,
    },
    {
        "number": "4",
        "category": "serveur_rack",
        "status": EquipmentStatus.OUT,
        "retired": "2026-01-31",
        "purchased": "2013-01-02",
        "exit_route": ExitRoute.WEEE,
        "recipient": "Filière DEEE du syndicat",
    },
    {
        "number": "5",
        "category": "box",
        "retired": "2025",
        "status": EquipmentStatus.OUT,
        "lifetime_years": 7.5,
    },
    {"number": "6", "model": "=1+1", "comment": "=A1+A2", "site": "+33 6", "service": "@accueil"},
    {"number": "#N/A", "brand": "007", "comment": "deux\nlignes", "serial_number": "00123", "model": "1E5"},
    {
        "number": "8",
        "category": "portable",
        "usage_profile": "ecole",
        "operating_system": "Windows 11",
        "assigned_to": "accueil",
        "supplier": "Groupement d’achat",
        "provided_by": "Communauté de communes du Val",
        "warranty_until": "2027-03-05",
        "price": 0.1,
    },
    {"number": "9", "brand": "HP", "unread": fields.keep({"purchased": "avant la guerre", "price": "cher"})},
    {
        "number": "10",
        "category": "ecran",
        "comment": "«\u00a0œuvre\u00a0» 👩‍💻 مرحبا <b>&amp;</b>",
        "price": 1234567.89,
    },
)


def test_what_is_exported_and_imported_again_is_the_same(doc: Document, tmp_path: Path) -> None:
    before = fill(doc, *LINES)
    after = round_trip(doc, tmp_path / "inventaire.xlsx")
    assert [content(record) for record in after] == [content(record) for record in before]


def test_cells_have_types_and_texts_stay_texts(doc: Document, tmp_path: Path) -> None:
    fill(doc, *LINES)
    book = openpyxl.load_workbook(export(doc, "inventaire", tmp_path / "i.xlsx"))
    sheet = book[inventory_workbook.SHEET]
    titles = [cell.value for cell in sheet[1]]
    assert titles == [field.label for field in FIELDS]
    by_title = {
        number: dict(zip(titles, row, strict=True)) for number, row in enumerate(sheet.iter_rows(min_row=2))
    }
    assert by_title[0]["Date d’achat"].value == dt.datetime(2018, 3, 5)
    assert by_title[0]["Date d’achat"].number_format == "dd/mm/yyyy"
    assert by_title[0]["Prix unitaire HT (€)"].value == 1450.5
    assert by_title[0]["N°"].value == "007"
    assert by_title[1]["Date d’achat"].value == "2018"
    assert by_title[1]["Quantité"].value == 12
    assert by_title[6]["Commentaire"].value == "=A1+A2"
    assert {cell.data_type for cell in by_title[6].values()} <= {"s", "n"}
    assert by_title[7]["N°"].data_type == "s"


def test_the_sheet_is_ready_to_work_in(doc: Document, tmp_path: Path) -> None:
    fill(doc, *LINES)
    book = openpyxl.load_workbook(export(doc, "inventaire", tmp_path / "i.xlsx"))
    sheet = book[inventory_workbook.SHEET]
    assert book.sheetnames[0] == inventory_workbook.SHEET
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(FIELDS))}{len(LINES) + 1}"
    lists = {validation.promptTitle for validation in sheet.data_validations.dataValidation}
    assert lists == {field.label for field in FIELDS if field.choices}
    choices = {cell.value for cell in book["Listes"]["A"]}
    assert "Ordinateur portable" in choices
    read_me = [row[0] for row in book["Lisez-moi"].iter_rows(values_only=True)]
    assert {"Facteurs d’empreinte", "Réimporter", *(field.label for field in FIELDS)} <= set(read_me)


def test_an_empty_inventory_gives_titles_to_fill(doc: Document, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(doc, "inventaire", tmp_path / "i.xlsx"))
    assert book[inventory_workbook.SHEET].max_row == 1


def test_the_same_inventory_gives_the_same_file(doc: Document) -> None:
    fill(doc, *LINES)
    assert inventory_workbook.write(doc) == inventory_workbook.write(doc)


def texts(field_name: str) -> st.SearchStrategy[dict[str, object]]:
    """Attributes that a field gives for any text it reads."""

    def read(text: str) -> dict[str, object]:
        try:
            return dict(fields.FIELD[field_name].read(text))
        except fields.Unreadable:
            return {}

    return st.text(max_size=30).map(read)


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(
    st.lists(
        st.builds(
            lambda *parts: {name: value for part in parts for name, value in part.items()},
            *(texts(name) for name in ("brand", "model", "site", "service", "comment", "operating_system")),
            st.integers(0, 10**9).map(lambda cents: {"price": cents / 100}),
            st.dates(dt.date(1970, 1, 2), dt.date(2099, 1, 1)).map(
                lambda day: {"purchased": day.isoformat()}
            ),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_survives_the_trip(
    tmp_path_factory: pytest.TempPathFactory, lines: list[dict[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    with Document.create(folder / "parc.nrdesk", Authority(name="Essai"), year=2026) as doc:
        before = fill(
            doc, *({"number": f"N{rank}", "category": "portable", **line} for rank, line in enumerate(lines))
        )
        after = round_trip(doc, folder / "inventaire.xlsx")
    assert [content(record) for record in after] == [content(record) for record in before]


def test_it_prints_on_a_few_readable_pages(doc: Document, tmp_path: Path) -> None:
    fill(doc, {"category": "portable"})
    page = openpyxl.load_workbook(export(doc, "inventaire", tmp_path / "i.xlsx")).worksheets[0]
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.page_setup.fitToWidth == 3
    assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")
