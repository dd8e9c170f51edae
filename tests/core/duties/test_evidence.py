"""The files of the proofs: in, out, and gone with the proof."""

import pytest

from nrdesk.core.document import Document, remove
from nrdesk.core.duties import evidence
from nrdesk.core.errors import UserError
from nrdesk.core.model import AttachedFile, Authority, Evidence


@pytest.fixture
def document(tmp_path):
    with Document.create(tmp_path / "v.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        yield made


@pytest.fixture
def proof(document):
    made = Evidence(obligation="RGAA-DECL", title="Déclaration")
    with document.action("Ajouter une preuve") as tx:
        tx.add(made)
    return made.id


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "déclaration d’accessibilité.pdf"
    made.write_bytes(b"%PDF-1.7 \x00\xff" * 500)
    return made


def attach(document, proof, file):
    attachment = evidence.read_file(file)
    with document.action("Joindre un fichier") as tx:
        evidence.attach(document, tx, proof, attachment)


def test_a_file_comes_back_as_it_was(document, proof, file, tmp_path):
    attach(document, proof, file)
    assert document.get(Evidence, proof).file_name == file.name
    evidence.extract(document, proof, tmp_path / "copie.pdf")
    assert (tmp_path / "copie.pdf").read_bytes() == file.read_bytes()


def test_a_new_file_takes_the_place_of_the_former_one(document, proof, file, tmp_path):
    attach(document, proof, file)
    (tmp_path / "autre.txt").write_text("autre", encoding="utf-8")
    attach(document, proof, tmp_path / "autre.txt")
    assert document.get(Evidence, proof).file_name == "autre.txt"
    assert document.count(AttachedFile) == 1
    document.undo()
    assert document.get(Evidence, proof).file_name == file.name
    assert document.all(AttachedFile)[0].content == file.read_bytes()


def test_a_proof_goes_with_its_file_in_one_action(document, proof, file):
    attach(document, proof, file)
    with document.action("Supprimer une preuve") as tx:
        remove(document, tx, Evidence, [proof])
    assert (document.count(Evidence), document.count(AttachedFile)) == (0, 0)
    document.undo()
    assert (document.count(Evidence), document.count(AttachedFile)) == (1, 1)


def test_a_file_is_removed_and_its_proof_stays(document, proof, file, tmp_path):
    attach(document, proof, file)
    with document.action("Retirer le fichier") as tx:
        evidence.detach(document, tx, proof)
    assert document.get(Evidence, proof).file_name == ""
    with pytest.raises(UserError, match="pas de fichier"):
        evidence.extract(document, proof, tmp_path / "copie.pdf")


@pytest.mark.parametrize(("size", "taken"), [(evidence.LARGEST, True), (evidence.LARGEST + 1, False)])
def test_ten_megabytes_at_most(tmp_path, size, taken):
    file = tmp_path / "plan.pdf"
    with file.open("wb") as stream:
        stream.truncate(size)
    if taken:
        assert len(evidence.read_file(file).content) == size
    else:
        with pytest.raises(UserError, match="pèse 10,1\u00a0Mo") as refused:
            evidence.read_file(file)
        assert "lien" in refused.value.todo


@pytest.mark.parametrize(("name", "words"), [("vide.pdf", "est vide"), ("absent.pdf", "ne peut pas être lu")])
def test_a_file_that_says_nothing_is_refused(tmp_path, name, words):
    (tmp_path / "vide.pdf").touch()
    with pytest.raises(UserError, match=words):
        evidence.read_file(tmp_path / name)


def test_a_folder_that_refuses_is_said(document, proof, file, tmp_path):
    attach(document, proof, file)
    with pytest.raises(UserError, match="ne peut pas être écrit"):
        evidence.extract(document, proof, tmp_path / "absent" / "copie.pdf")
    assert document.get(Evidence, proof).file_name == file.name
