"""The guide of the ten steps is complete, well written, and says only what its sources say."""

import re
from collections.abc import Iterator

import pytest

from nrdesk.core.reference import glossary
from nrdesk.core.reference.table import read_data
from nrdesk.core.steps import STEPS, Guide, Step, loader

STEP = pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.number:02}")
NBSP = "\u00a0"


def texts(guide: Guide) -> Iterator[str]:
    """Every text of a guide that a person reads."""
    yield from (*guide.why, *guide.with_whom, *guide.questions, *guide.corrections)
    for gesture in guide.how:
        yield from (gesture.title, gesture.text, gesture.small)
    for example in guide.examples:
        yield from (example.who, example.figure, example.text, example.source)
    for resource in guide.further:
        yield from (resource.title, resource.publisher, resource.status)


def declared(step: Step) -> Iterator[str]:
    """Every text of a step's declaration that a person reads."""
    yield from (step.title, step.goal)
    for check in step.checks:
        yield from (check.text, check.todo)
    for deliverable in step.deliverables:
        yield from (deliverable.title, deliverable.text)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?…])\s+", text)


@STEP
def test_every_section_is_there(step):
    guide = step.guide
    assert 2 <= len(guide.why) <= 4
    assert guide.with_whom
    assert 5 <= len(guide.how) <= 8
    assert 3 <= len(guide.questions) <= 8
    assert guide.further
    assert guide.words
    assert 1 <= len(step.examples) <= 3
    assert all((e.who and e.figure and e.text and e.source) for e in step.examples)
    assert all(gesture.title and gesture.text for gesture in guide.how)


@STEP
def test_a_small_commune_finds_its_own_way(step):
    assert sum(bool(gesture.small) for gesture in step.guide.how) >= 3


@STEP
def test_words_are_in_the_glossary_once(step):
    known = {term.term for term in glossary.load()}
    assert set(step.guide.words) <= known
    assert len(set(step.guide.words)) == len(step.guide.words)


@STEP
def test_links_lead_to_the_web_and_say_what_is_known_of_them(step):
    for resource in step.guide.further:
        assert re.fullmatch(r"https?://[^\s/]+\.[a-z]{2,}(/\S*)?(\?\S*)?", resource.url)
        assert resource.status.startswith("lien ")


@STEP
def test_a_link_of_the_library_has_the_same_status_in_both_places(step):
    library = {row.text("url"): row.text("link_status") for row in read_data("content/resources.csv")}
    for resource in step.guide.further:
        if status := library.get(resource.url):
            assert bool(resource.checked) == status.startswith("lien vérifié"), resource.url


@STEP
def test_french_typography(step):
    for text in (*texts(step.guide), *declared(step)):
        assert "'" not in text, text
        assert '"' not in text, text
        assert not re.search(rf"[^\s{NBSP}][:;?!»%€](?!/)", text), text
        assert not re.search(r" [:;?!»%€]", text), text
        assert not re.search(rf"«(?!{NBSP})", text), text
        assert not re.search(r"\d \d{3}\b", text), text
        assert text == text.strip()
        assert "  " not in text


@STEP
def test_it_reads_easily_in_a_side_panel(step):
    for text in texts(step.guide):
        assert len(sentences(text)) <= 5, text
        assert len(text) <= 330, text
    lengths = [len(re.findall(r"[\w’]+", s)) for text in texts(step.guide) for s in sentences(text)]
    assert sum(length <= 20 for length in lengths) >= 0.95 * len(lengths)
    assert max(lengths) <= 26


@STEP
def test_gestures_start_with_a_verb_and_titles_do_not_end_with_a_full_stop(step):
    for gesture in step.guide.how:
        assert re.match(r"\w+(er|ir|re|oir)\b", gesture.title), gesture.title
        assert not gesture.title.endswith(".")


def test_the_folder_holds_the_ten_texts_and_nothing_else():
    files = {path.name for path in loader.path(1).parent.iterdir()}
    assert files == {f"step{step.number:02}.toml" for step in STEPS}


def test_the_guide_is_right_where_its_seeds_are_not():
    said = {step.number: " ".join(step.guide.corrections) for step in STEPS}
    assert "plus de 50\u202f000\u00a0habitants" in said[1]
    assert "dépense annuelle" in said[8]
    assert "35\u00a0% en 2024" in said[8]
    assert "recommandation" in said[8]
    assert "téléviseurs" in said[8]
