"""What is placed in a chapter is drawn from the data, and kept with a version as it was."""

import json

import pytest

from nrdesk.core import roadmap
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    Deliberation,
    Equipment,
    Objective,
    PastAction,
    Quote,
    Stakeholder,
    StrategyVersion,
)
from nrdesk.core.reports import inserts, preview, rich, versions
from nrdesk.core.reports.content import Figure, Heading, KeyFigures, PageBreak, Table, paragraph
from nrdesk.core.reports.content import Quote as Said
from nrdesk.core.richtext import Insert, RichText
from nrdesk.core.roadmap import INSERTS
from tests.core.reports.samples import HOSTILE, everything, hostile


@pytest.fixture
def told(doc):
    with doc.action("Raconter") as tx:
        tx.delete(Deliberation, doc.ids(Deliberation))
        tx.add(
            Objective(
                title="Garder les ordinateurs", indicator="âge", due="2030", target_value=7, unit="ans"
            ),
            PastAction(title="Imprimante partagée"),
            Quote(speaker="Jean", role="maire", text="Deux fois."),
            Stakeholder(name="École", interest=5, influence=5),
        )
    return doc


def test_each_name_has_its_builder():
    assert INSERTS.keys() == inserts.BUILDERS.keys()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("quotes", Said), ("key_figures", KeyFigures), ("footprint_by_family", Figure),
        ("park_by_age", Table), ("objectives", Table), ("timeline", Table),
        ("stakeholder_map", Figure), ("past_actions", Table),
    ],
)  # fmt: skip
def test_an_insert_shows_the_data(told, key, kind):
    (block,) = inserts.blocks(told, key)
    assert isinstance(block, kind)


@pytest.mark.parametrize("key", [*INSERTS, "unknown"])
def test_nothing_is_shown_of_nothing(doc, key):
    with doc.action("Vider") as tx:
        tx.delete(Equipment, doc.ids(Equipment))
        tx.delete(Deliberation, doc.ids(Deliberation))
    assert inserts.blocks(doc, key) == ()


def test_a_version_keeps_what_its_inserts_showed(told):
    view = next(each for each in roadmap.chapters(told) if each.key == "past_actions")
    roadmap.edit(told, view, RichText((Insert("past_actions"),)))
    kept = versions.save(told, "avant")
    before = inserts.blocks(told, "past_actions")
    with told.action("Oublier") as tx:
        tx.delete(PastAction, told.ids(PastAction))
    assert inserts.blocks(told, "past_actions") == ()
    assert versions.resolver(told.get(StrategyVersion, kept.id))("past_actions") == before


@pytest.mark.parametrize("report", [everything(), hostile()], ids=["usual", "hostile"])
def test_content_goes_through_json_unchanged(report):
    for block in report.blocks:
        assert versions.loaded(json.loads(json.dumps(versions.dumped(block)))) == block


def test_a_piece_that_is_unknown_is_refused_with_a_sentence(told):
    kept = roadmap.save_version(told, "demain", inserts={"quotes": [{"kind_of": "Hologram"}]})
    with pytest.raises(UserError, match="ne peut pas être lue"):
        versions.resolver(kept)("quotes")


def test_the_preview_shows_every_block():
    made = preview.render((*everything().blocks, Said("Deux fois.", "Jean"), PageBreak()))
    for words in ("L’essentiel", "Prudence", "Deux fois.", "page-break-before", "96\u00a0%"):
        assert words in made.html
    assert len(made.images) == 2
    assert all(image.startswith(b"\x89PNG") for image in made.images.values())


def test_nothing_that_is_typed_becomes_markup():
    made = preview.render((Heading(1, HOSTILE[0]), paragraph(HOSTILE[0])))
    assert "<img" not in made.html
    assert "&lt;img" in made.html


def test_the_chapters_of_a_whole_document_become_blocks(told):
    resolve = inserts.resolver(told)
    for view in roadmap.chapters(told):
        assert rich.blocks(view.body, 2, resolve)
