import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Cancelled
from nrdesk.core.portfolio import FailureKind, Portfolio, exporting, report, scan, workbook
from nrdesk.core.portfolio.portfolio import Failure
from nrdesk.core.portfolio.summary import Due, Risk, Summary
from nrdesk.core.reports import content
from tests.core.reports.conftest import failures as violations
from tests.portfolio_samples import Folder

from . import TODAY
from .summaries import portfolio as made
from .summaries import summary


def _texts(document: content.Report) -> str:
    return repr(document)


def _everyone() -> Portfolio:
    found = made(
        summary("=Piège", risks=(Risk("X", "Un texte", "déclarée à faire", "2027-01-01", verified=False),)),
        summary("Épinal", deadlines=(Due("2027-06-30", "Déclaration", legal=True),), exercise=True),
        *(summary(f"Commune {rank}") for rank in range(5)),
    )
    failures = (Failure("abîmé.nrdesk", FailureKind.DAMAGED, "Sa fin manque.", "Restaurez."),)
    return Portfolio(found.folder, TODAY, found.summaries, failures)


def test_the_workbook_has_a_line_per_collectivite_with_typed_numbers() -> None:
    found = _everyone()
    book = load_workbook(io.BytesIO(workbook.render(found, found.summaries)))
    assert book.sheetnames == [
        "Lisez-moi",
        "Collectivités",
        "Obligations à risque",
        "Échéances",
        "Comparaison par strate",
        "Fichiers non lus",
        "EXERCICE",
    ]
    sheet = book["Collectivités"]
    titles = [cell.value for cell in sheet[1]]
    first = dict(zip(titles, sheet[2], strict=True))
    assert (first["Collectivité"].value, first["Collectivité"].data_type) == ("=Piège", "s")
    assert first["Par agent"].value == 50.0
    assert first["Avancement"].value == pytest.approx(0.5)
    assert first["Inventaire au"].value.date().isoformat() == "2026-06-30"
    assert sheet.max_row == 8
    assert book["Obligations à risque"]["E2"].value == "à confirmer"
    assert book["Fichiers non lus"]["A2"].value == "abîmé.nrdesk"


def test_a_version_without_names_names_nobody() -> None:
    found = _everyone()
    anonymous = load_workbook(io.BytesIO(workbook.render(found, found.summaries, named=False)))
    assert anonymous.sheetnames == ["Lisez-moi", "Comparaison par strate", "EXERCICE"]
    told = _texts(report.build(found, found.summaries, named=False))
    words = [str(cell.value) for sheet in anonymous for row in sheet.rows for cell in row]
    for each in (*found.summaries, *found.failures):
        assert each.file not in told
        if isinstance(each, Summary):
            assert each.name not in told
            assert not any(each.name in word for word in words)


def test_the_document_tells_everyone_and_every_failure() -> None:
    found = _everyone()
    document = report.build(found, found.summaries)
    told = _texts(document)
    assert document.meta.exercise
    assert all(each.name in told for each in found.summaries)
    assert "abîmé.nrdesk" in told
    assert "à confirmer" in told


def test_an_empty_portfolio_still_makes_a_document(tmp_path: Path) -> None:
    path = exporting.write(made(), tmp_path / "vide.pdf")
    assert violations(path) == []


@pytest.mark.slow
def test_the_pdf_is_accessible_and_archivable(tmp_path: Path) -> None:
    found = _everyone()
    assert violations(exporting.write(found, tmp_path / "portefeuille.pdf")) == []
    sheet = exporting.write_position(found, found.summaries[0], tmp_path / "comparaison.pdf")
    assert violations(sheet) == []


def test_the_same_folder_gives_the_same_bytes() -> None:
    found = _everyone()
    assert workbook.render(found, found.summaries) == workbook.render(found, found.summaries)


def test_the_sheet_of_one_names_no_other() -> None:
    found = _everyone()
    told = _texts(report.build_position(found, found.summaries[1]))
    assert "Épinal" in told
    assert "Commune 3" not in told


def test_nothing_is_replaced_without_being_told_to(tmp_path: Path) -> None:
    there = tmp_path / "portefeuille.xlsx"
    there.write_text("là", encoding="utf-8")
    with pytest.raises(UserError, match="existe déjà"):
        exporting.write(_everyone(), there)
    assert there.read_text(encoding="utf-8") == "là"
    exporting.write(_everyone(), there, overwrite=True)
    assert there.read_bytes().startswith(b"PK")


def test_a_format_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="format possible"):
        exporting.write(_everyone(), tmp_path / "portefeuille.odt")


def test_names_of_files_are_possible_and_never_the_same() -> None:
    same = [summary("A/B", file="1"), summary("a/b", file="2"), summary("C:", file="3")]
    assert exporting.file_names(same, "plan-action", "pdf") == [
        "plan-action - A-B.pdf",
        "plan-action - a-b (2).pdf",
        "plan-action - C-.pdf",
    ]


def test_a_document_for_each_names_those_that_cannot_be_written(
    folder: Folder, portfolio: Portfolio, tmp_path: Path
) -> None:
    gone = summary("Disparue", file="disparue.nrdesk")
    chosen = (*portfolio.summaries[:3], gone)
    batch = exporting.export_each(portfolio, chosen, "inventaire", "xlsx", tmp_path / "sortie")
    assert len(batch.written) == 3
    assert all(path.read_bytes().startswith(b"PK") for path in batch.written)
    assert list(batch.failed) == ["disparue.nrdesk"]
    again = exporting.export_each(portfolio, chosen[:1], "inventaire", "xlsx", tmp_path / "sortie")
    assert "existe déjà" in next(iter(again.failed.values()))


def test_a_document_that_is_not_ready_is_said(portfolio: Portfolio, tmp_path: Path) -> None:
    batch = exporting.export_each(portfolio, portfolio.summaries[:1], "extrait-du-registre", "docx", tmp_path)
    assert not batch.written
    assert list(batch.not_ready) == [portfolio.summaries[0].file]


def test_stopping_keeps_what_is_written(portfolio: Portfolio, tmp_path: Path) -> None:
    def stop(done: int, total: int, /) -> None:
        if done == 2:
            raise Cancelled

    batch = exporting.export_each(
        portfolio, portfolio.summaries[:4], "inventaire", "xlsx", tmp_path, progress=stop
    )
    assert batch.stopped
    assert len(batch.written) == len(list(tmp_path.iterdir())) == 2


def test_a_mistake_of_ours_on_one_file_leaves_the_others(
    quiet: Folder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    found = scan(quiet.path)
    with closing(sqlite3.connect(quiet.path / quiet.sound[0])) as edited, edited:
        # Readable, and not what the figures expect to find there.
        edited.execute("INSERT INTO setting VALUES ('x', '', 'lifetime_rules', '[7]')")
    batch = exporting.export_each(found, found.summaries, "etat-des-lieux", "xlsx", tmp_path / "sortie")
    assert "A document of a portfolio could not be written" in caplog.text
    caplog.clear()
    assert list(batch.failed) == [quiet.sound[0]]
    assert len(batch.written) == 2
