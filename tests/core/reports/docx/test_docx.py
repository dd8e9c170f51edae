"""The Word document: real headings, tables and links, in French, whatever it says, always the same."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from nrdesk.core.reports import docx as renderer
from nrdesk.core.reports.content import (
    BulletList,
    Callout,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Table,
    bullets,
    link,
    paragraph,
    runs,
)
from tests.core.reports import samples
from tests.core.reports.docx.reading import all_text, attribute, headings, opened, parts


@pytest.fixture(scope="module")
def everything() -> Document:
    return opened(samples.everything())


def test_headings_are_headings(everything: Document) -> None:
    assert headings(everything) == [(1, "L’essentiel"), (2, "Par groupe"), (1, "Âge")]


def test_levels_of_headings_have_no_gap() -> None:
    report = samples.document(Heading(3, "a"), Heading(6, "b"), Heading(6, "c"), Heading(1, "d"))
    assert headings(opened(report)) == [(1, "a"), (2, "b"), (3, "c"), (1, "d")]


def test_the_contents_are_a_field_filled_with_links_that_lead_somewhere(everything: Document) -> None:
    body = everything.element.body
    instructions = [node.text for node in body.iter(qn("w:instrText"))]
    assert instructions == [r'TOC \o "1-2" \h \n \z \u']
    marks = [attribute(node, "w:fldCharType") for node in body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    entries = [p for p in everything.paragraphs if p.style.name.lower().startswith("toc ")][1:]
    assert [(p.style.name.lower(), p.text) for p in entries] == [
        ("toc 1", "L’essentiel"),
        ("toc 2", "Par groupe"),
        ("toc 1", "Âge"),
    ]
    places = {attribute(node, "w:name") for node in body.iter(qn("w:bookmarkStart"))}
    anchors = {attribute(node, "w:anchor") for node in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors == places


def test_a_document_without_headings_has_no_field_left_open() -> None:
    document = opened(samples.document(paragraph("Rien.")))
    assert list(document.element.body.iter(qn("w:fldChar"))) == []


def test_it_is_in_french(everything: Document) -> None:
    (language,) = everything.styles.element.iter(qn("w:lang"))
    assert attribute(language, "w:val") == "fr-FR"
    assert everything.core_properties.language == "fr-FR"


def test_tables_have_a_header_repeated_a_caption_and_a_description(everything: Document) -> None:
    key_figures, by_group, inventory = everything.tables
    for table in (by_group, inventory):
        header, *rows = table._tbl.tr_lst
        assert header.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rows)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    properties = by_group._tbl.tblPr
    assert attribute(properties.find(qn("w:tblCaption")), "w:val") == "Empreinte par groupe"
    assert attribute(properties.find(qn("w:tblDescription")), "w:val") == "Colonnes\u00a0: Groupe, kg."
    look = properties.find(qn("w:tblLook"))
    assert attribute(look, "w:val") == "06E0"
    assert [cell.text for cell in by_group.rows[-1].cells] == ["Total", "1\u202f780"]
    assert len(inventory.rows) == 121
    assert key_figures.rows[0].cells[0].text.startswith("2,9\u00a0t")


def test_captions_are_numbered_by_fields(everything: Document) -> None:
    captions = [p.text for p in everything.paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith("Figure\u00a0")
    fields = [attribute(node, "w:instr") for node in everything.element.body.iter(qn("w:fldSimple"))]
    assert fields == [rf"SEQ {kind} \* ARABIC" for kind in ("Figure", "Tableau", "Figure", "Tableau")]
    assert "Tableau\u00a01 – Empreinte par groupe" in all_text(everything)


def test_figures_have_words(everything: Document) -> None:
    pictures = list(everything.element.body.iter(qn("wp:docPr")))
    assert [(node.get("title"), node.get("descr")) for node in pictures] == [
        ("Empreinte par groupe.", "Les ordinateurs dominent."),
        ("Âge des appareils.", "Trois appareils neufs, cinq de deux ans."),
    ]


def test_links_lead_out(everything: Document) -> None:
    targets = [
        relation.target_ref
        for relation in everything.part.rels.values()
        if relation.reltype.endswith("/hyperlink")
    ]
    assert targets == ["https://a.fr/%C3%A9?b=cd", "mailto:mairie@exemple.fr"]


def test_a_hostile_link_is_plain_text() -> None:
    document = opened(samples.document(paragraph(link("ici", "javascript:alert(1)"))))
    assert "ici" in all_text(document)
    assert not any(relation.reltype.endswith("/hyperlink") for relation in document.part.rels.values())


def test_each_numbered_list_starts_at_one() -> None:
    numbered = BulletList((runs("un"), runs("deux")), numbered=True)
    document = opened(samples.document(numbered, bullets("point"), numbered))
    used = [attribute(node, "w:val") for node in document.element.body.iter(qn("w:numId"))]
    assert len(set(used)) == 2
    assert used == [used[0], used[0], used[-1], used[-1]]
    starts = document.part.numbering_part.element.iter(qn("w:startOverride"))
    assert [attribute(node, "w:val") for node in starts] == ["1", "1"]


def test_a_table_without_rows_says_so() -> None:
    document = opened(samples.document(Table("Rien", (Column("a"),), ())))
    assert document.tables == []
    assert "Rien à afficher dans ce tableau pour le moment." in all_text(document)


def test_a_page_break_starts_the_next_block_even_key_figures() -> None:
    report = samples.document(PageBreak(), paragraph("a"), PageBreak(), KeyFigures((KeyFigure("1", "b"),)))
    document = opened(replace(report, cover=False))
    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["a", ""]


def test_without_a_cover_the_title_is_the_first_heading() -> None:
    report = samples.document(Heading(2, "Pourquoi"), meta=replace(samples.META, notice="Commune fictive."))
    document = opened(replace(report, cover=False))
    assert headings(document) == [(1, "État des lieux du numérique"), (2, "Pourquoi")]
    assert "Commune fictive." in all_text(document)
    assert "Sommaire" not in all_text(document)
    assert not document.sections[0].different_first_page_header_footer


def test_every_page_but_the_cover_bears_its_number(everything: Document) -> None:
    section = everything.sections[0]
    assert section.different_first_page_header_footer
    footer = section.footer._element
    fields = [attribute(node, "w:instr") for node in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    text = "".join(node.text or "" for node in footer.iter(qn("w:t")))
    assert text.startswith(
        "Commune de Saint-Œuvre-les-Bœufs · État des lieux du numérique · document de travail"
    )


def test_training_stamps_every_page() -> None:
    report = samples.document(Heading(1, "a"), meta=replace(samples.META, exercise=True))
    for cover in (True, False):
        section = opened(replace(report, cover=cover)).sections[0]
        assert section.header.paragraphs[0].text == "EXERCICE"
        assert not cover or section.first_page_header.paragraphs[0].text == "EXERCICE"


def test_its_properties_are_those_of_the_report(everything: Document) -> None:
    properties = everything.core_properties
    assert properties.title == "État des lieux du numérique"
    assert properties.author == "Commune de Saint-Œuvre-les-Bœufs"
    assert properties.modified == properties.created
    assert properties.created.date() == samples.META.date


def test_the_same_report_gives_the_same_bytes() -> None:
    file = renderer.render(samples.everything())
    assert file == renderer.render(samples.everything())
    with ZipFile(io.BytesIO(file)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}


@pytest.mark.slow
def test_hostile_texts_are_written_as_texts() -> None:
    file = renderer.render(samples.hostile())
    for name, part in parts(file).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    document = opened(samples.hostile())
    text = all_text(document)
    assert "<img src='/etc/passwd'/>" in text
    assert "👩‍💻" in text
    assert "contrôles" in text
    assert "\u202e" not in text
    targets = {r.target_ref for r in document.part.rels.values() if r.reltype.endswith("/hyperlink")}
    assert targets == {"https://exemple.fr/%3C%C3%A9%3E"}


def test_two_notes_in_a_row_stay_two_notes() -> None:
    note = Callout("À savoir", (paragraph("Un."),))
    document = opened(replace(samples.document(note, note), cover=False))
    styles = [p.style.name for p in document.paragraphs][-5:]
    assert styles == ["Encadré, titre", "Encadré", "Petit texte", "Encadré, titre", "Encadré"]
