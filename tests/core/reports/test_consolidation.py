"""What a consolidation is told as: sums that add up, reasons, a sheet for each, valid files."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from nrdesk.core import consolidation
from nrdesk.core.consolidation import View
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.jobs import silent
from nrdesk.core.model import Action, ServiceUse, SharedService
from nrdesk.core.reports import REPORTS
from nrdesk.core.reports.consolidation import build, returned
from nrdesk.core.reports.content import Block, BulletList, Callout, Paragraph, Report, Table
from tests.core.consolidation.territory import EPCI, NORTH, SOUTH, commune, epci, line, write
from tests.core.reports.conftest import failures


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    folder = tmp_path_factory.mktemp("territory")
    mail = ServiceUse(campaign_id="", service="boite_mail", quantity=20, provider="CC du Val")
    bad = folder / "abîmé.nrdesk"
    bad.write_bytes(b"rien")
    paths = [
        write(
            folder,
            epci(),
            [
                line("portable_14", 10),
                ServiceUse(campaign_id="", service="boite_mail", quantity=200),
                SharedService(title="Salle <b>serveur</b>", cost=4200, beneficiaries=NORTH),
                Action(title="Réparer"),
            ],
        ),
        write(
            folder,
            commune(NORTH),
            [
                line(quantity=3, provided_by=EPCI),
                line("videoprojecteur", provided_by="CC du Val"),
                line("ecran", 4, serial_number="SN-778-A"),
                mail,
                Action(title="réparer"),
            ],
        ),
        write(
            folder, commune(SOUTH), [line("ecran", 4, serial_number="sn778a"), line(None), line(quantity=2)]
        ),
        bad,
    ]
    consolidation.consolidate(paths, folder / "ensemble.nrdesk")
    with Document.open(folder / "ensemble.nrdesk") as document:
        yield document


@pytest.fixture(scope="module")
def view(whole: Document) -> View:
    journal = consolidation.journal_of(whole)
    assert journal is not None
    return consolidation.view(whole, journal)


def words(blocks: tuple[Block, ...]) -> str:
    """Return the sentences of a document."""
    said: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                said.append("".join(run.text for run in runs))
            case BulletList(items=items):
                said += ["".join(run.text for run in item) for item in items]
            case Callout(title=title, paragraphs=paragraphs):
                said += [title, words(paragraphs)]
    return "\n".join(said).replace("\u00a0", " ")


def tables(report: Report) -> dict[str, Table]:
    return {block.caption: block for block in report.blocks if isinstance(block, Table)}


def value(cell: str) -> int:
    return int(re.sub(r"[^0-9−]", "", cell).replace("−", "-"))


def test_the_steps_of_the_total_add_up_as_they_are_shown(whole: Document, view: View) -> None:
    steps = tables(build(whole))["Du total des documents au total consolidé, appareils seuls"]
    assert steps.total is not None
    assert sum(value(row[1]) for row in steps.rows) == value(steps.total[1])
    assert value(steps.total[1]) == round(view.combined.equipment.value)


def test_the_whole_is_told_with_its_reasons_and_what_is_left_out(whole: Document) -> None:
    report = build(whole)
    found = tables(report)
    assert found["Compté une fois, sans rien à vérifier"].rows[0][2:4] == (
        NORTH,
        f"Appartient à {EPCI}, qui l’a dans son inventaire.",
    )
    assert len(found["À vérifier"].rows) == 2
    assert found["Actions menées ensemble"].rows[0][1] == f"{EPCI} et {NORTH}"
    assert [row[0] for row in found["Services et moyens partagés entre collectivités"].rows] == [
        "Salle <b>serveur</b>"
    ]
    said = words(report.blocks)
    assert "abîmé.nrdesk" in said
    assert "7 appareils auraient compté deux fois" in said


def test_each_gets_its_own_sheet(whole: Document, view: View) -> None:
    north = returned.build(whole, view, NORTH)
    assert "vient de" in words(north.blocks)
    steps = tables(north)["Vos appareils, en kg éq. CO₂ par an"]
    assert steps.total is not None
    assert sum(value(row[1]) for row in steps.rows) == value(steps.total[1])
    group = returned.build(whole, view, EPCI)
    assert "ajoutez-le à votre inventaire" in words(group.blocks)
    assert "Trouvé dans un autre document, compté chez vous" in str(tables(group))
    south = returned.build(whole, view, SOUTH)
    assert "même numéro de série" in words(south.blocks)
    assert "Salle" not in str(tables(south))


def test_files_are_valid_and_the_same_twice(whole: Document, tmp_path: Path) -> None:
    kind = next(kind for kind in REPORTS if kind.key == "consolidation")
    for suffix in kind.formats:
        content = kind.writers[suffix](whole, silent)
        assert content == kind.writers[suffix](whole, silent)
        (tmp_path / f"c.{suffix}").write_bytes(content)
    assert failures(tmp_path / "c.pdf") == []
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "c.xlsx").read_bytes()))
    assert "À vérifier" in book.sheetnames
    written = returned.write_all(whole, tmp_path)
    assert [path.name for path in written][:2] == [
        "retour-communaute-de-communes-du-val.pdf",
        "retour-communaute-de-communes-du-val.xlsx",
    ]
    assert failures(written[0]) == []


def test_a_document_of_one_collectivite_tells_what_it_shares(tmp_path: Path) -> None:
    path = write(tmp_path, commune(NORTH), [line(quantity=2, provided_by="CC du Val")])
    with Document.open(path) as document:
        assert tables(build(document))["Appareils qui appartiennent à une autre collectivité"].rows == (
            ("CC du Val", "Ordinateur portable", "2"),
        )
        with pytest.raises(NotReadyError, match="n’est pas une consolidation"):
            returned.write_all(document, tmp_path)
    with Document.open(write(tmp_path, epci())) as document:
        assert "aucune mutualisation" in words(build(document).blocks)
