"""The archive that a collectivité is left with."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.handover import HandOver, archive, hand_over
from nrdesk.core.handover.archive import SUMS
from nrdesk.core.handover.hypotheses import build
from nrdesk.core.handover.names import safe, shelf, unique
from nrdesk.core.jobs import Cancelled, Progress
from nrdesk.core.model import AttachedFile, Authority, Equipment, Evidence, FactorFile, Setting
from nrdesk.core.reports import REPORTS, pdf
from nrdesk.core.reports.content import Heading, Table
from nrdesk.core.reports.registry import ReportKind
from tests.core.reports.conftest import failures

FEW = ("note-de-cadrage", "extrait-du-registre", "inventaire")
"""Documents of this test: of several formats, and one that cannot be made yet."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("remise") / "Évreuil.nrdesk"
    authority = Authority(name="Évreuil : le Petit", population_municipal=1240, agents=9)
    with Document.create(where, authority, year=2026) as document:
        with document.action("Saisir") as tx:
            tx.add(Equipment(campaign_id=document.campaign.id, category="portable", purchased="2020"))
            proof = Evidence(obligation="REEN35-SNR", title="=Preuve", file_name="délibération 12/2026.pdf")
            again = Evidence(obligation="REEN35-SNR", title="Autre", file_name="Délibération 12-2026.PDF")
            tx.add(proof, AttachedFile(evidence_id=proof.id, content=b"%PDF-preuve"))
            tx.add(again, AttachedFile(evidence_id=again.id, content=b"%PDF-autre"))
            tx.add(FactorFile(name="nos facteurs", content="category;value\n"))
        with document.action("=Garder les portables sept ans") as tx:
            tx.set_setting("lifetime_rules", {"portable": 7.0})
    return where


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    with Document.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a few documents: each is tested where it is made."""
    monkeypatch.setattr(archive, "REPORTS", tuple(kind for kind in REPORTS if kind.key in FEW))


@pytest.fixture(scope="module")
def done(path: Path, tmp_path_factory: pytest.TempPathFactory) -> HandOver:
    kept = tuple(kind for kind in REPORTS if kind.key in FEW)
    with pytest.MonkeyPatch.context() as patch, Document.open(path, read_only=True) as document:
        patch.setattr(archive, "REPORTS", kept)
        return hand_over(document, tmp_path_factory.mktemp("archive") / "remise.zip")


def test_all_is_there_and_what_is_not_is_named(done: HandOver) -> None:
    with ZipFile(done.path) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
        told = packed.read("LISEZ-MOI.txt").decode("utf-8-sig")
    assert names[0] == "LISEZ-MOI.txt"
    assert sorted(names) == sorted(done.files)
    assert "Évreuil, le Petit.nrdesk" in names
    assert "Documents/01 Prendre un bon départ/Note de cadrage.pdf" in names
    assert "Documents/01 Prendre un bon départ/Note de cadrage.docx" in names
    assert "Hypothèses et sources/Journal des hypothèses et des sources.pdf" in names
    assert "Hypothèses et sources/Facteurs apportés/nos facteurs.csv" in names
    assert "Hypothèses et sources/Données de référence/factors/factors.csv" in names
    assert "Hypothèses et sources/Données de référence/law/obligations.csv" in names
    assert [title for title, _ in done.missing] == ["Extrait du registre"]
    assert "Extrait du registre" in told.split("CE QUI N’A PAS PU")[1]


def test_the_document_inside_opens_and_says_the_same(
    done: HandOver, document: Document, tmp_path: Path
) -> None:
    inside = tmp_path / "dedans.nrdesk"
    with ZipFile(done.path) as packed:
        inside.write_bytes(packed.read("Évreuil, le Petit.nrdesk"))
    with Document.open(inside, read_only=True) as opened:
        assert opened.all(Equipment) == document.all(Equipment)
        assert opened.verify() == []


def test_proofs_keep_their_bytes_under_names_that_windows_takes(done: HandOver) -> None:
    with ZipFile(done.path) as packed:
        proofs = {name: packed.read(name) for name in packed.namelist() if name.startswith("Pièces jointes")}
    assert sorted(proofs.values()) == [b"%PDF-autre", b"%PDF-preuve"]
    assert len({name.casefold() for name in proofs}) == 2
    assert not any(letter in name for name in done.files for letter in '<>:"\\|?*')


def test_digests_vouch_for_every_file(done: HandOver) -> None:
    with ZipFile(done.path) as packed:
        lines = packed.read(SUMS).decode().splitlines()
        for line in lines:
            digest, name = line.split("  ", 1)
            assert hashlib.sha256(packed.read(name)).hexdigest() == digest
        assert len(lines) == len(packed.namelist()) - 1


def test_the_journal_tells_who_did_what_and_runs_nothing(done: HandOver) -> None:
    with ZipFile(done.path) as packed:
        journal = packed.read("Journal.csv").decode("utf-8-sig")
    assert "Garder les portables sept ans" in journal
    assert ";=Garder" not in journal


def test_the_hypotheses_say_what_was_chosen_by_whom_and_where_values_come_from(document: Document) -> None:
    blocks = build(document).blocks
    tables = {block.caption: block for block in blocks if isinstance(block, Table)}
    changes = tables["Changements des hypothèses"]
    assert [row[1] for row in changes.rows] == ["=Garder les portables sept ans"]
    (row,) = tables["Valeurs supposées, et celles que nrdesk propose"].rows
    assert "7\u00a0ans (choisi" in row[2]
    assert "Valeurs utilisées, pour un équipement" in tables
    levels = {block.text: block.level for block in blocks if isinstance(block, Heading)}
    assert (levels["Campagne 2026"], levels["Sources"]) == (1, 2)


@pytest.mark.slow
def test_the_same_data_give_the_same_archive(document: Document, few: None, tmp_path: Path) -> None:
    one, two = (hand_over(document, tmp_path / f"{name}.zip").path.read_bytes() for name in ("a", "b"))
    assert one == two


def test_what_fails_leaves_nothing(document: Document, few: None, tmp_path: Path) -> None:
    target = tmp_path / "remise.zip"

    def cancel(done: int, total: int, /) -> None:
        raise Cancelled

    progress: Progress = cancel
    with pytest.raises(Cancelled):
        hand_over(document, target, progress=progress)
    assert not target.exists()
    with pytest.raises(UserError, match=r"\.zip"):
        hand_over(document, tmp_path / "remise.rar")
    target.write_bytes(b"autre chose")
    with pytest.raises(UserError, match="existe déjà"):
        hand_over(document, target)
    assert target.read_bytes() == b"autre chose"


def test_one_document_that_cannot_be_made_never_stops_the_others(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Document, progress: Progress) -> bytes:
        raise UserError("Non.")

    def not_yet(document: Document, progress: Progress) -> bytes:
        raise NotReadyError("Pas encore.")

    good = next(kind for kind in REPORTS if kind.key == "inventaire")
    kinds = (
        ReportKind("note-de-cadrage", "Refusée", {"pdf": refuse, "docx": refuse}),
        ReportKind("lettre-de-mission", "Pas prête", {"pdf": not_yet}),
        good,
    )
    monkeypatch.setattr(archive, "REPORTS", kinds)
    done = hand_over(document, tmp_path / "remise.zip")
    assert done.missing == (("Refusée", "Non."), ("Pas prête", "Pas encore."))
    assert any(name.endswith("Inventaire des équipements.xlsx") for name in done.files)


def test_names() -> None:
    assert safe("État des lieux\u00a0: a/b") == "État des lieux, a-b"
    assert safe(" . ") == "sans nom"
    assert unique("a/É.pdf", ["a/é.PDF"]) == "a/É (2).pdf"
    assert unique("a", ["A", "a (2)"]) == "a (3)"
    assert shelf("note-de-cadrage") == "01 Prendre un bon départ"
    assert shelf("inconnu") == ""


def test_a_document_without_a_line_has_its_journal_all_the_same(tmp_path: Path) -> None:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as document:
        captions = [each.caption for each in build(document).blocks if isinstance(each, Table)]
        assert captions == []
        with document.action("Choisir") as tx:
            tx.add(Setting(key="autre", value="1"))
        document.undo()
        assert build(document).blocks


@pytest.mark.slow
def test_the_journal_of_hypotheses_is_for_all(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "journal.pdf"
    target.write_bytes(pdf.render(build(document)))
    assert failures(target) == []
