"""What the decree asks is only asked of those whom the law names."""

import pytest

from nrdesk.core import roadmap
from nrdesk.core.model import Authority, Objective
from nrdesk.core.roadmap import Facts

from .test_views import chapter, write


@pytest.fixture
def large(told):
    with told.action("Grandir") as tx:
        tx.update(Authority, told.authority.id, population_municipal=60_000, population_total=60_500)
    return told


def found(doc):
    contents = roadmap.contents(Facts.of(doc), roadmap.chapters(doc))
    return {content.name: content.ok for content in contents}


def test_a_small_commune_is_asked_nothing(told):
    assert found(told) == {}


def test_the_four_contents_are_looked_at(large):
    assert found(large) == {
        "Objectifs de réduction": True,
        "Indicateurs de suivi": False,
        "Mesures": True,
        "Moyens": False,
    }


def test_what_is_missing_can_be_given(large):
    with large.action("Mesurer") as tx:
        tx.update_all(Objective, large.ids(Objective), indicator="habitants formés")
    write(large, "means", "Un jour par mois et 2 000 euros.")
    assert all(found(large).values())


def test_a_content_left_out_of_the_document_is_not_there(large):
    for key in ("objectives", "past_actions"):
        roadmap.leave_out(large, chapter(large, key), out=True)
    assert not found(large)["Objectifs de réduction"]
    assert not found(large)["Mesures"]
