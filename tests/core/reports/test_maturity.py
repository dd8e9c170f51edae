"""The chapter on maturity, and the questionnaire on paper and in a workbook."""

import io
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Campaign, MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reports import docx, export, maturity_questionnaire, parts, pdf
from nrdesk.core.reports.assessment_report import maturity
from nrdesk.core.reports.content import Block, Callout, Figure, Heading, RadarSpec, Report, Table
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure


def answer(doc: Document, campaign: Campaign, levels: dict[str, int], **fields: object) -> None:
    with doc.action("Répondre") as tx:
        tx.add_all(
            MaturityAnswer(campaign_id=campaign.id, question=id, level=level, **fields)  # type: ignore[arg-type]
            for id, level in levels.items()
        )


def last_year(doc: Document) -> Campaign:
    campaign = Campaign(year=2025, as_of="2025-10-31")
    with doc.action("Ouvrir") as tx:
        tx.add(campaign)
    return campaign


def chapter(doc: Document) -> list[Block]:
    return list(maturity.blocks(doc, assess(doc)))


def of(blocks: list[Block], kind: type) -> list[Block]:
    return [block for block in blocks if isinstance(block, kind)]


EVERY = dict.fromkeys(questionnaire.by_id(), 2)


def test_without_an_answer_there_is_no_chapter(doc: Document) -> None:
    assert chapter(doc) == []


def test_one_year_is_told_by_theme_with_what_to_gain_first(doc: Document) -> None:
    answer(doc, doc.campaign, {**EVERY, "G01": 0, "D08": 1})
    blocks = chapter(doc)
    scores, gains = of(blocks, Table)
    assert isinstance(scores, Table)
    assert isinstance(gains, Table)
    assert [column.label for column in scores.columns] == ["Thème", "Score en 2026", "Réponses en 2026"]
    assert scores.rows[0] == ("Gouvernance et stratégie", "1,8", "8 sur 8")
    assert scores.total is not None
    assert scores.total[1] == "2,0"
    assert gains.rows[0][0] == "Le délégué à la protection des données et le registre existent-ils\u00a0?"
    (figure,) = of(blocks, Figure)
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, RadarSpec)
    assert "Gouvernance et stratégie 1,8 en 2026" in figure.alt
    (caution,) = of(blocks, Callout)
    assert isinstance(caution, Callout)
    assert caution.kind == "caution"


def test_two_years_are_told_side_by_side(doc: Document) -> None:
    answer(doc, last_year(doc), {**EVERY, "G01": 4})
    answer(doc, doc.campaign, {**EVERY, "G02": 3})
    blocks = chapter(doc)
    scores = of(blocks, Table)[0]
    assert isinstance(scores, Table)
    assert scores.rows[0] == ("Gouvernance et stratégie", "2,2", "2,1", "−0,1", "8 sur 8")
    assert scores.rows[1][3] == "="
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert "Ce qui a changé depuis 2025" in headings
    told = said(doc)
    assert "1 question en progrès" in told
    assert "1 question en recul" in told
    assert "4 → 2" in told


def test_too_few_answers_show_no_score_and_no_radar(doc: Document) -> None:
    answer(doc, doc.campaign, {"G01": 1})
    blocks = chapter(doc)
    assert of(blocks, Figure) == []
    scores = of(blocks, Table)[0]
    assert isinstance(scores, Table)
    assert {row[1] for row in scores.rows} == {"–"}
    assert "est commencé" in said(doc)


def report(doc: Document) -> Report:
    return parts.note(doc, "Maturité", "", chapter(doc), date=parts.date_of(doc))


def said(doc: Document) -> str:
    with pikepdf.open(io.BytesIO(pdf.render(report(doc)))) as opened:
        return structure(opened).all_text().replace("\u00a0", " ")


@pytest.mark.slow
def test_both_documents_pass_both_standards(doc: Document, tmp_path: Path) -> None:
    answer(doc, last_year(doc), {**EVERY, "G01": 4})
    answer(doc, doc.campaign, {"G02": 3, **{id: 1 for id in EVERY if id[0] in "SIAP"}})
    for name, built in (("chapitre", report(doc)), ("questionnaire", maturity_questionnaire.build(doc))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf.render(built))
        assert failures(path) == []
        assert docx.render(built)[:2] == b"PK"


def test_the_printed_questionnaire_asks_everything_and_ticks_what_is_known(doc: Document) -> None:
    # Under 3 500 inhabitants the flash path applies: what makes sense in few small communes is left out.
    with doc.action("Tout demander") as tx:
        tx.set_setting("flash_path", False)
    answer(doc, last_year(doc), {"G02": 1})
    answer(doc, doc.campaign, {"G02": 3}, comment="délibération du 4 mai")
    built = maturity_questionnaire.build(doc)
    questions = [block.text for block in built.blocks if isinstance(block, Heading) and block.level == 3]
    assert len(questions) == 74
    with pikepdf.open(io.BytesIO(pdf.render(built))) as opened:
        text = structure(opened).all_text().replace("\u00a0", " ")
    assert text.count("☑") == 1
    assert "☑ 3 : Un élu délégué ou référent désigné" in text
    assert "en 2025 : niveau 1" in text
    assert "délibération du 4 mai" in text


def test_a_long_comment_goes_over_pages(doc: Document) -> None:
    answer(doc, doc.campaign, {"G02": 3}, comment="mot " * 4_000)
    with pikepdf.open(io.BytesIO(pdf.render(maturity_questionnaire.build(doc)))) as opened:
        assert structure(opened).all_text().count("mot") >= 4_000


def test_the_flash_path_prints_essential_questions_only(doc: Document) -> None:
    built = maturity_questionnaire.build(doc)
    assert sum(isinstance(block, Heading) and block.level == 3 for block in built.blocks) == 39


def test_the_workbook_offers_the_levels_in_a_list(doc: Document, tmp_path: Path) -> None:
    answer(doc, last_year(doc), {"G02": 1})
    answer(doc, doc.campaign, {"G02": 3}, evidence="=1+1")
    path = export(doc, "questionnaire-de-maturite", tmp_path / "q.xlsx")
    book = openpyxl.load_workbook(path)
    page = book["Questionnaire"]
    titles = [cell.value for cell in page[1]]
    assert titles[:4] == ["N°", "Thème", "Question", "Niveau"]
    assert titles[-1] == "Niveau en 2025"
    assert page.max_row == 75
    by_title = dict(zip(titles, page[3], strict=True))
    assert by_title["N°"].value == "G02"
    assert by_title["Niveau"].value == "Niveau 3"
    assert by_title["Niveau en 2025"].value == "Niveau 1"
    assert (by_title["Preuve"].value, by_title["Preuve"].data_type) == ("=1+1", "s")
    assert by_title["Question"].alignment.wrap_text
    (validation,) = page.data_validations.dataValidation
    assert "D2:D" in str(validation.sqref)
    choices = [cell.value for cell in book["Listes"]["A"]][1:]
    assert choices == ["Niveau 0", "Niveau 1", "Niveau 2", "Niveau 3", "Niveau 4", "Sans objet"]
    assert maturity_questionnaire.write(doc) == maturity_questionnaire.write(doc)
