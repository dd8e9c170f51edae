"""Texts pasted from elsewhere, reduced to what they mean."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.errors import UserError
from nrdesk.core.richtext import (
    Bullets,
    Heading,
    Insert,
    Paragraph,
    RichText,
    Run,
    clean_html,
    from_html,
    from_plain,
    limits,
    links,
    plain,
    tidy,
    to_html,
)
from tests.core.richtext import strategies

WORD = Path(__file__).parents[2] / "files" / "richtext" / "word.html"


def _p(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def _items(*texts: str, numbered: bool = False) -> Bullets:
    return Bullets(tuple((Run(text),) for text in texts), numbered)


def test_word() -> None:
    pasted = clean_html(WORD.read_text(encoding="utf-8"))
    assert pasted.text.blocks == (
        Heading(1, "Stratégie numérique"),
        Heading(2, "Pourquoi maintenant"),
        _p(
            "Un mot\u00a0: ",
            Run("gras", bold=True),
            ", ",
            Run("italique", italic=True),
            " et ",
            Run("un lien", href="https://ademe.fr/x?a=1&b=2"),
            ", un autre.",
        ),
        _items("moins acheter", "garder plus"),
        _items("d’abord", numbered=True),
        _p("Poste · Nombre"),
        _p("Écrans · 12"),
    )
    assert pasted.notes == (
        "1\u00a0image n’a pas été reprise.",
        "1\u00a0tableau a été repris ligne par ligne, sans colonnes.",
        "1\u00a0lien menait ailleurs que sur le web\u00a0: son texte reste, sans le lien.",
    )


def test_google_docs() -> None:
    html = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
    <h1 dir="ltr"><span style="font-weight:400;">Titre</span></h1>
    <p dir="ltr"><span style="font-weight:700;font-style:normal">gras</span><span style="font-weight:400;
    font-style:italic"> penché</span></p>
    <ol><li dir="ltr"><p role="presentation"><span>un</span></p></li>
    <li><p><span>deux</span></p><ul><li><p>dedans</p></li></ul></li><li>trois</li></ol></b><br>"""
    assert from_html(html).blocks == (
        Heading(1, "Titre"),
        _p(Run("gras", bold=True), Run(" penché", italic=True)),
        _items("un", "deux", numbered=True),
        _items("dedans"),
        _items("trois", numbered=True),
    )


def test_libreoffice() -> None:
    html = """<!DOCTYPE HTML><html><head><style type="text/css">@page { size: 21cm }</style></head>
    <body lang="fr-FR"><h3 class="western">Titre</h3><p style="line-height: 100%"><font><b>Gras</b>
    <strike>barré</strike> <sup>2</sup></font></p><ul><li>
    <p>un</p><li><p>deux</p></ul><p>fin<br/>ligne</p></body></html>"""
    assert from_html(html).blocks == (
        Heading(3, "Titre"),
        _p(Run("Gras", bold=True), " barré 2"),
        _items("un", "deux"),
        _p("fin"),
        _p("ligne"),
    )


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a <script>alert('</p>')</script>b", "a b"),
        ("a<style>p { color: red }</style><!-- <b>non</b> --> b", "a b"),
        ("<svg><text>image</text><svg></svg>x</svg>après", "après"),
        ("<svg>jamais fermé", ""),
        ("1 < 2 et 3 > 2 &amp; &lt;b&gt; &euro;", "1 < 2 et 3 > 2 & <b> €"),
        ("a<b", "a"),
        ("</p></b></li></table>seul", "seul"),
        ("<p>un<p>deux<div>trois", "un\ndeux\ntrois"),
        ("<head><title>non</title><body>oui", "oui"),
        ("<img alt='a > b'>oui", "oui"),
        ("&#0;&#x202e;&#8203;a&shy;b", "\ufffdab"),
        ("<h6>profond</h6>", "profond"),
        ("<table><tr><td>a<td><td>b<tr><th>c</table>d", "a · · b\nc\nd"),
        ("مرحبا <b>😀</b> e\u0301", "مرحبا 😀 e\u0301"),
    ],
)
def test_whatever_is_pasted_gives_its_text(html: str, words: str) -> None:
    assert plain(from_html(html)) == words


def test_a_plain_text_has_paragraphs_and_lists() -> None:
    assert from_plain("Titre\r\n\r\n- un\n• deux\n1. premier\n2) second\n-5 degrés\n") == RichText(
        (
            _p("Titre"),
            _items("un", "deux"),
            _items("premier", "second", numbered=True),
            _p("-5 degrés"),
        )
    )


PIECES = (
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<ul>",
    "<ol>",
    "<li>",
    "</li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<br>",
    "<svg>",
    "</svg>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![if x]>",
    "<a href='",
    "'>",
    '"',
    "<a href=https://a.fr>",
    "<a href=javascript:x>",
    "</a>",
    "<span style='mso-list:Ignore'>",
    "</span>",
    "<",
    "<p style='mso-list:l0'>",
    "&amp;lt;",
    "&#x0;",
    "<body>",
    "<head>",
    "<i>",
    " ",
    "\u00a0",
    "<div style='display:none'>",
)
htmls = st.lists(st.one_of(st.sampled_from(PIECES), strategies.texts), max_size=25).map("".join)


@given(htmls)
def test_any_page_gives_a_text_that_is_safe_and_settled(html: str) -> None:
    text = from_html(html)
    assert text == tidy(text)
    assert from_html(to_html(text)) == text
    for block in text.blocks:
        runs = {Paragraph: lambda b: b.runs, Bullets: lambda b: sum(b.items, ())}.get(type(block))
        assert all(not run.href or links.is_allowed(run.href) for run in (runs(block) if runs else ()))


@given(strategies.rich_texts)
def test_what_is_copied_comes_back_the_same(rich: RichText) -> None:
    rich = tidy(RichText(tuple(block for block in rich.blocks if not isinstance(block, Insert))))
    assert from_html(to_html(rich)) == rich


@pytest.mark.parametrize(
    "html",
    ["<p>Une phrase de deux cents pages. </p>" * 20_000, "<b>" * (limits.LONGEST_SOURCE // 3 + 1)],
    ids=["text", "tags"],
)
def test_two_hundred_pages_are_refused_and_stay_in_the_clipboard(html: str) -> None:
    with pytest.raises(UserError, match="trop long") as refused:
        from_html(html)
    assert "presse-papiers" in refused.value.kept


def test_a_plain_text_of_two_hundred_pages_is_refused() -> None:
    with pytest.raises(UserError, match="trop long"):
        from_plain("Une phrase. " * 50_000)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<!--",
        "<a href='",
        '<a "',
        "<a x",
        "<b>",
        "</a>",
        "<b></i>",
        "<svg>",
        "<li>",
        "<p>",
        "a=",
        "<a b=",
        "&#",
    ],
)
def test_hostile_pages_take_a_time_in_proportion(piece: str) -> None:
    assert in_proportion(lambda length: piece * (length // len(piece)))


@pytest.mark.parametrize("inside", ["x", " ", "a ", "href", "='"])
def test_hostile_attributes_take_a_time_in_proportion(inside: str) -> None:
    assert in_proportion(lambda length: f"<a {inside * (length // len(inside))}>texte</a>")


def in_proportion(page: Callable[[int], str]) -> bool:
    """Return whether eight times as much takes far less than sixty-four times as long.

    The time is that of this process alone: a machine busy with other work changes nothing.
    """
    return _seconds(page(320_000)) < 20 * _seconds(page(40_000)) + 0.5


def _seconds(html: str) -> float:
    start = time.process_time()
    with contextlib.suppress(UserError):
        from_html(html)
    return time.process_time() - start
