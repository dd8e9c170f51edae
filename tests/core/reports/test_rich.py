"""What people write, as blocks of a document."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.reports import content, rich
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run
from tests.core.richtext import strategies


def test_each_kind_of_block_has_its_like_in_a_document() -> None:
    text = RichText(
        (
            Heading(1, "Nos objectifs"),
            Paragraph((Run("Avec "), Run("soin", bold=True), Run(" ici", italic=True, href="https://a.fr"))),
            Bullets(((Run("un"),), (Run("deux"),)), numbered=True),
        )
    )
    link = content.Run(" ici", italic=True, href="https://a.fr")
    assert rich.blocks(text, level=2) == (
        content.Heading(2, "Nos objectifs"),
        content.Paragraph((content.Run("Avec "), content.Run("soin", bold=True), link)),
        content.BulletList(((content.Run("un"),), (content.Run("deux"),)), numbered=True),
    )


def test_what_is_inserted_is_given_by_the_caller() -> None:
    text = RichText((Paragraph((Run("Avant"),)), Insert("park"), Insert("unknown")))
    made = {"park": (content.PageBreak(), content.Heading(2, "Le parc"))}
    assert rich.blocks(text, insert=lambda key: made.get(key, ())) == (
        content.paragraph("Avant"),
        content.PageBreak(),
        content.Heading(2, "Le parc"),
    )
    assert rich.blocks(RichText((Insert("park"),))) == ()


def test_a_title_never_skips_a_level() -> None:
    text = RichText((Heading(3, "a"), Heading(1, "b"), Heading(3, "c"), Heading(2, "d"), Heading(3, "e")))
    levels = [block.level for block in rich.blocks(text, level=2) if isinstance(block, content.Heading)]
    assert levels == [2, 2, 3, 3, 3]


@given(strategies.rich_texts, st.integers(1, 3))
def test_the_headings_of_any_text_are_those_of_an_accessible_document(text: RichText, level: int) -> None:
    above = level - 1
    for block in rich.blocks(text, level):
        if isinstance(block, content.Heading):
            assert level <= block.level <= min(above + 1, rich.DEEPEST)
            above = block.level
