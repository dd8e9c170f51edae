"""The inventory in the formats of other tools: what goes out comes back, what does not is said."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.exchange import ImportPlan, apply_plan, plan_file
from nrdesk.core.inventory.categories import recognise
from nrdesk.core.model import Authority, Equipment, EquipmentStatus
from nrdesk.core.reference import factors, interchange
from nrdesk.core.reports import export
from nrdesk.core.reports.interchange import READ_ME


@pytest.fixture
def park(tmp_path: Path) -> Iterator[Document]:
    """The demonstration, and lines that are hard to say elsewhere."""
    with demo.create(tmp_path / "demo.nrdesk") as doc:
        campaign = doc.campaign.id
        with doc.action("Compliquer") as tx:
            tx.add(Equipment(campaign_id=campaign, category="ecran", quantity=3, purchased="2019"))
            tx.add(Equipment(campaign_id=campaign, number="X", category="portable", model="=1+1"))
            tx.add(Equipment(campaign_id=campaign, number="X", category="portable_14", annual_kwh=12.5))
            tx.add(Equipment(campaign_id=campaign, number="Y", status=EquipmentStatus.OUT, category="tv"))
            tx.add(Equipment(campaign_id=campaign, number="Z", category="nas", status=EquipmentStatus.BROKEN))
        yield doc


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


def lines_of(doc: Document) -> list[Equipment]:
    return doc.all(Equipment, campaign_id=doc.campaign.id)


def in_park(doc: Document) -> list[Equipment]:
    return [line for line in lines_of(doc) if line.status is not EquipmentStatus.OUT]


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def returned(park: Document, empty: Document, key: str, path: Path) -> ImportPlan:
    export(park, key, path)
    plan = plan_file(empty, path)
    apply_plan(empty, plan)
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    return plan


def whole(partial: str | None) -> str | None:
    """A date as a format that wants whole ones carries it: the middle of what is not known."""
    return partial and partial + {4: "-07-01", 7: "-15", 10: ""}[len(partial)]


@pytest.mark.parametrize("id", ["g4it", "numecoeval"])
def test_what_goes_out_comes_back(park: Document, empty: Document, tmp_path: Path, id: str) -> None:
    plan = returned(park, empty, f"inventaire-{id}", tmp_path / "parc.csv")
    before, after = in_park(park), lines_of(empty)
    assert plan.imported == plan.read == len(before) == len(after)
    categories, known = factors.categories(), interchange.load()[id]
    for line, back in zip(before, after, strict=True):
        assert back.number == line.number or (line.number, back.number) == ("X", "X (2)")
        assert f"{back.brand} {back.model}".split() == f"{line.brand} {line.model}".split()
        assert (back.quantity, back.site, back.status) == (line.quantity, line.site, line.status)
        assert (back.purchased, back.annual_kwh) == (whole(line.purchased), line.annual_kwh)
        assert back.unread == ""
        if (name := known.types[line.category or ""]) != known.unknown_type:
            told = recognise(name, f"{line.brand} {line.model}")
            assert back.category == told
            assert categories[back.category or ""].group == categories[line.category or ""].group


def test_ecodiag_has_a_line_for_each_appliance(park: Document, empty: Document, tmp_path: Path) -> None:
    plan = returned(park, empty, "inventaire-ecodiag", tmp_path / "parc.csv")
    assert plan.imported == sum(line.quantity for line in in_park(park))
    assert all(line.quantity == 1 for line in lines_of(empty))

    def said(lines: list[Equipment]) -> Counter[tuple[object, ...]]:
        counted: Counter[tuple[object, ...]] = Counter()
        for line in lines:
            counted[line.brand, line.model, line.purchased, line.purchased_uncertain] += line.quantity
        return counted

    # EcoDiag reads no formula either: the apostrophe that defuses one stays in its file.
    assert said([line for line in lines_of(empty) if "=" not in line.model]) == said(
        [line for line in in_park(park) if "=" not in line.model]
    )


def test_the_preview_says_what_the_format_loses(park: Document, empty: Document, tmp_path: Path) -> None:
    plan = returned(park, empty, "inventaire-g4it", tmp_path / "g4it.csv")
    assert plan.source.reader == "Inventaire G4IT"
    assert "le prix" in plan.limits
    assert {column.header: column.why for column in plan.mapping.columns}[
        "utilisateur"
    ] == "donnée personnelle"
    ecodiag = returned(park, empty, "inventaire-ecodiag", tmp_path / "ecodiag.csv")
    assert ecodiag.limits == ""


def test_no_formula_and_no_person_go_out(park: Document, tmp_path: Path) -> None:
    export(park, "inventaire-g4it", tmp_path / "parc.csv")
    read = rows(tmp_path / "parc.csv")
    assert [row["modele"] for row in read if row["nomEquipementPhysique"] == "X"] == ["'=1+1"]
    assert not any(row["utilisateur"] for row in read)
    assert all(row["nomEquipementPhysique"] and row["modele"] and row["type"] for row in read)
    assert len({row["nomEquipementPhysique"] for row in read}) == len(read)
    assert {row["paysDUtilisation"] for row in read} == {"France"}


def test_the_quality_says_how_well_a_line_is_known(park: Document, tmp_path: Path) -> None:
    export(park, "inventaire-numecoeval", tmp_path / "parc.csv")
    assert {row["qualite"] for row in rows(tmp_path / "parc.csv")} == {"BASSE", "MOYENNE", "HAUTE"}


@pytest.mark.parametrize("id", ["g4it", "numecoeval"])
def test_the_archive_has_every_file_with_its_titles(park: Document, tmp_path: Path, id: str) -> None:
    export(park, f"inventaire-{id}", tmp_path / "parc.zip")
    export(park, f"inventaire-{id}", tmp_path / "parc.csv")
    with zipfile.ZipFile(tmp_path / "parc.zip") as archive:
        known = interchange.load()[id]
        assert archive.namelist() == [*(f"{name}.csv" for name in known.files), READ_ME]
        first, *others = known.files
        assert archive.read(f"{first}.csv") == (tmp_path / "parc.csv").read_bytes()
        for name in others:
            titles = archive.read(f"{name}.csv").decode().splitlines()
            assert titles == [";".join(column.title for column in known.files[name])]
        told = archive.read(READ_ME).decode("utf-8-sig")
    assert known.loses.replace(" ;", "\u00a0;") in told
    assert "Source" in told
    nameless = sum(known.types.get(line.category or "") in (None, "Autre") for line in in_park(park))
    assert f"{nameless}\u00a0lignes ont le type" in told
