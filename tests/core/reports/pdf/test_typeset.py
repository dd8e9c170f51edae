"""Lines of text: nothing is lost, nothing overflows, no-break spaces hold."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.reports.content import Run, bold, runs
from nrdesk.core.reports.pdf import fonts, theme, typeset

STYLE = theme.NORMAL.paragraphs["body"]


def told(lines: list[typeset.Line]) -> list[str]:
    return ["".join(segment.text for segment in line) for line in lines]


@given(st.lists(st.text(max_size=80), max_size=4), st.floats(20, 400))
def test_no_character_is_lost_and_no_line_overflows(texts: list[str], width: float) -> None:
    lines = typeset.lay_out(runs(*texts), STYLE, width)
    kept = "".join(told(lines))
    wanted = "".join(fonts.printable(text) for text in texts)
    assert kept.replace(" ", "") == wanted.replace(" ", "").replace("\n", "")
    assert all(typeset.width_of(line) <= width + 0.1 for line in lines)


@given(st.text(max_size=200), st.floats(20, 400))
def test_a_cell_is_set_as_a_paragraph_is(text: str, width: float) -> None:
    plain = told(typeset.plain(text, STYLE, width))
    assert [line.strip() for line in plain] == [
        line.strip() for line in told(typeset.lay_out(runs(text), STYLE, width))
    ] or len(plain) == 1


def test_a_line_breaks_at_spaces_and_after_hyphens_only() -> None:
    text = "Valbrenne-sur-Orlette émet 12\u202f345\u00a0kg par\u00a0an"
    narrow = fonts.width("sur-Orlette", STYLE.font(), STYLE.size) + 1
    assert told(typeset.lay_out(runs(text), STYLE, narrow)) == [
        "Valbrenne-", "sur-Orlette", "émet", "12\u202f345\u00a0kg", "par\u00a0an",
    ]  # fmt: skip


def test_a_range_of_years_is_not_cut() -> None:
    narrow = fonts.width("mandat 2026-", STYLE.font(), STYLE.size) + 1
    assert told(typeset.lay_out(runs("mandat 2026-2032"), STYLE, narrow)) == ["mandat", "2026-2032"]


def test_a_minus_sign_stays_with_its_number() -> None:
    narrow = fonts.width("écart", STYLE.font(), STYLE.size) + 1
    assert told(typeset.lay_out(runs("écart -5"), STYLE, narrow)) == ["écart", "-5"]


def test_a_word_in_two_styles_is_not_cut() -> None:
    width = fonts.width("le mo", STYLE.font(), STYLE.size) + 1
    assert told(typeset.lay_out(runs("le mo", bold("t")), STYLE, width)) == ["le", "mot"]


def test_each_font_and_each_link_makes_a_segment() -> None:
    line = typeset.lay_out((Run("a b "), Run("c d", href="https://e.fr"), Run(" e")), STYLE, 400)[0]
    assert [(segment.text, segment.link) for segment in line] == [("a b ", None), ("c d", 1), (" e", None)]


def test_characters_without_a_glyph_are_shown_as_missing() -> None:
    assert fonts.printable("a🎉b\x00c\ud800\u200b\u00add\te") == "a□bc□d e"
    assert fonts.printable("e\u0301te\u0301\r\nCO₂ 1\u202f000") == "été\nCO₂ 1\u202f000"


def test_a_figure_too_long_for_its_column_leaves_its_unit_below() -> None:
    lines = typeset.plain("2\u00a0imprimantes", STYLE, 60)
    assert ["".join(segment.text for segment in line) for line in lines] == ["2\u00a0", "imprimantes"]
    (line,) = typeset.plain("2\u00a0imprimantes", STYLE, 90)
    assert line[0].text == "2\u00a0imprimantes"
