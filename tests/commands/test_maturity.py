"""`nrdesk questionnaire`: the scores, and a table filled in elsewhere taken back."""

import json

import pytest

from nrdesk.cli import main
from nrdesk.core.document import Document
from nrdesk.core.maturity import answers_of
from nrdesk.core.model import Authority, MaturityAnswer


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "essai.nrdesk"
    with Document.create(path, Authority(name="Essai"), year=2026) as doc, doc.action("Répondre") as tx:
        levels = {"X01": 1, "X02": 2, "X03": 4}
        campaign = doc.campaign.id
        tx.add_all(MaturityAnswer(campaign_id=campaign, question=id, level=n) for id, n in levels.items())
    return path


def test_the_scores_are_told(source, capsys):
    assert main(["questionnaire", str(source), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["campagne"], told["score"], told["reponses"], told["questions"]) == (2026, None, 3, 74)
    assert told["themes"][-1]["score"] == pytest.approx(7 / 3)
    assert [gain["question"] for gain in told["a_gagner"]] == ["X01"]
    assert main(["questionnaire", str(source)]) == 0
    assert "trop peu de réponses" in capsys.readouterr().out


def test_a_filled_table_is_tried_then_taken_back(source, tmp_path, capsys):
    table = tmp_path / "rempli.csv"
    table.write_text("N°;Niveau\nG01;3\nG02;bof\nX01;1\nG03;\n", encoding="utf-8")
    order = ["questionnaire", str(source), "--reprendre", str(table), "--json"]
    assert main([*order, "--essai"]) == 0
    told = json.loads(capsys.readouterr().out)
    with Document.open(source, read_only=True) as doc:
        assert "G01" not in answers_of(doc, doc.campaign)
    assert main(order) == 0
    assert json.loads(capsys.readouterr().out) == told
    assert {name: told[name] for name in ("lues", "reprises", "inchangees", "rejetees", "ignorees")} == {
        "lues": 4, "reprises": 1, "inchangees": 1, "rejetees": 1, "ignorees": 1,
    }  # fmt: skip
    assert told["rejets"][0]["ligne"] == 3
    with Document.open(source, read_only=True) as doc:
        assert answers_of(doc, doc.campaign)["G01"].level == 3
