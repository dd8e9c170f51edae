"""The declaration is what the official schema (kept in tests/files/agec58) accepts."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.model import Authority, DeclaredSpend
from nrdesk.core.reference.purchases import IT, product_types
from nrdesk.core.reports import agec_declaration, export

FILES = Path(__file__).parents[2] / "files" / "agec58"
SCHEMA = json.loads((FILES / "schema.json").read_text(encoding="utf-8"))
FIELDS = SCHEMA["fields"]
SIRET = "21350001200014"


def faults(content: bytes) -> list[str]:
    """Return why a file is refused by the rules of Table Schema that the official schema uses."""
    header, *rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    if header != [field["name"] for field in FIELDS]:
        return [f"header {header}"]
    found = []
    for row in rows:
        if len(row) != len(FIELDS):
            found.append(f"{len(row)} cells")
            continue
        for field, cell in zip(FIELDS, row, strict=True):
            rules = field.get("constraints", {})
            if not cell:
                found += [f"{field['name']} is required"] if rules.get("required") else []
            elif field["type"] == "year" and not re.fullmatch(r"[0-9]{4}", cell):
                found.append(f"{cell!r} is no year")
            elif field["type"] == "number" and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
                found.append(f"{cell!r} is no number")
            elif "pattern" in rules and not re.search(rules["pattern"], cell):
                found.append(f"{cell!r} against {rules['pattern']}")
            elif "enum" in rules and cell not in rules["enum"]:
                found.append(f"{cell!r} is not listed")
    return found


@pytest.fixture
def document(tmp_path):
    authority = Authority(name="Ici", siret=SIRET)
    with Document.create(tmp_path / "ici.nrdesk", authority, year=2026) as doc:
        yield doc


def spend(**changes):
    given = {"year": 2025, "product_type": IT, "total": 3900.0, "reused": 351.5}
    return DeclaredSpend(**{**given, "donated": 0.0, "recycled": 0.0, **changes})


def add(document, *records):
    with document.action("Saisir") as tx:
        tx.add(*records)


def test_the_judge_accepts_the_official_example():
    assert faults((FILES / "exemple-valide.csv").read_bytes()) == []


def test_our_product_types_are_those_of_the_schema():
    (field,) = (each for each in FIELDS if each["name"] == "type_produit_acquis")
    assert list(product_types()) == field["constraints"]["enum"]


def test_every_type_goes_out_valid_in_the_order_of_the_schema(document, tmp_path):
    add(document, *(spend(product_type=name) for name in reversed(product_types())))
    path = export(document, "declaration-agec", tmp_path / "declaration.csv")
    content = path.read_bytes()
    assert faults(content) == []
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    assert [row["type_produit_acquis"] for row in rows] == list(product_types())
    assert (rows[0]["montant_total"], rows[0]["montant_reemploi_et_reutilisation"]) == ("3900", "351.5")


amounts = st.floats(0, 1e12, allow_nan=False)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=30).filter(str.strip),
    st.text(max_size=60),
    st.tuples(amounts, amounts, amounts, amounts),
)
def test_whatever_is_typed_stays_valid_and_executes_nothing(tmp_path_factory, name, comment, typed):
    where = tmp_path_factory.mktemp("d") / "ici.nrdesk"
    with Document.create(where, Authority(name=f"={name}", siret=SIRET), year=2026) as doc:
        total, reused, donated, recycled = typed
        add(doc, spend(total=total, reused=reused, donated=donated, recycled=recycled, comment=comment))
        content = agec_declaration.write(doc)
    assert faults(content) == []
    for row in list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))[1:]:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
        assert not any("\n" in cell for cell in row)


def test_what_is_missing_is_named_and_nothing_is_written(document, tmp_path):
    with pytest.raises(NotReadyError, match="aucun montant"):
        export(document, "declaration-agec", tmp_path / "d.csv")
    add(document, spend(donated=None), spend(product_type="autre"))
    with document.action("Oublier") as tx:
        tx.update(Authority, document.authority.id, siret="")
    told = agec_declaration.missing(document, 2025)
    assert told == (
        "le SIRET de la collectivité manque",
        f"{IT}, il manque la valeur des dons",
        "le type de produits n’est pas choisi (autre)",
    )
    with pytest.raises(UserError, match="SIRET"):
        export(document, "declaration-agec", tmp_path / "d.csv")
    assert not (tmp_path / "d.csv").exists()


def test_the_year_can_be_chosen(document):
    add(document, spend(), spend(year=2024, total=12.346))
    chosen = agec_declaration.write(document, year=2024)
    assert b"\r\n2024," in chosen
    assert b",12.35," in chosen
    assert b"2024" not in agec_declaration.write(document)
