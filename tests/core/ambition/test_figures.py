"""The registry of the figures that nrdesk computes."""

from nrdesk.core.ambition import FIGURES, figures
from nrdesk.core.reference import questionnaire
from nrdesk.core.written.words import normal


def test_every_figure_has_a_name_of_its_own_and_a_unit() -> None:
    found = figures()
    assert len({normal(kind.label) for kind in found.values()}) == len(found)
    assert all(kind.id == id and kind.unit for id, kind in found.items())


def test_each_theme_of_maturity_is_a_figure() -> None:
    assert [kind.theme for kind in figures().values() if kind.theme] == list(questionnaire.themes())
    assert len(figures()) == len(FIGURES) + len(questionnaire.themes())
