"""Every exercise is to be done at the start, can be done, and says what is missing meanwhile."""

import datetime as dt
from collections.abc import Callable

import pytest

from nrdesk.core import exchange, training
from nrdesk.core.document import Document
from nrdesk.core.model import Dependency, Equipment, Indicator, Reading
from nrdesk.core.monitoring.indicators import states
from nrdesk.core.training.catalogue import exercises
from nrdesk.core.training.checks import CHECKS
from nrdesk.core.training.communes import KEYS
from nrdesk.ui.shell.routes import ROUTES
from tests.core.training.solutions import SOLUTIONS, numbered, school

Opened = Callable[[str], Document]
EVERY = sorted({exercise.id for key in KEYS for exercise in exercises(key)})


def of(key: str, id: str) -> training.Exercise:
    return next(exercise for exercise in exercises(key) if exercise.id == id)


def test_there_are_enough_of_them_and_every_step_has_its_own() -> None:
    assert len(EVERY) >= 20
    for key in KEYS:
        assert {exercise.step for exercise in exercises(key)} == set(range(1, 11))
        steps = [exercise.step for exercise in exercises(key)]
        assert steps == sorted(steps)


def test_every_exercise_has_one_check_and_every_check_an_exercise() -> None:
    assert set(CHECKS) == set(EVERY) == set(SOLUTIONS)


@pytest.mark.parametrize("key", KEYS)
def test_an_exercise_is_told_in_full(key: str) -> None:
    pages = {route.key for route in ROUTES}
    for exercise in exercises(key):
        assert 20 < len(exercise.statement) < 330, exercise.id
        assert len(exercise.title) < 50, exercise.id
        assert 2 <= len(exercise.hints) <= 3, exercise.id
        assert 3 <= exercise.minutes <= 15, exercise.id
        assert exercise.points > len(exercise.hints), exercise.id
        assert exercise.place.page in pages, exercise.id
        # The key says more than where: what to write, or what is open to discussion.
        assert len(exercise.solution) > 60, (key, exercise.id)
        for text in (exercise.title, exercise.statement, *exercise.hints, exercise.solution):
            assert "'" not in text, text
            assert not any(f" {mark}" in text for mark in ":;?!»"), text


@pytest.mark.parametrize("key", KEYS)
def test_a_table_begins_with_everything_to_do_and_is_told_what(key: str, opened: Opened) -> None:
    score = training.score(opened(key))
    assert (score.points, score.done) == (0, 0)
    for line in score.lines:
        assert line.verdict.missing, line.exercise.id
        for sentence in line.verdict.missing:
            assert not sentence[0].islower(), sentence
            assert sentence[-1] in ".?", sentence


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_the_answer_key_passes_every_exercise_one_after_the_other(key: str, opened: Opened) -> None:
    doc = opened(key)
    for exercise in exercises(key):
        SOLUTIONS[exercise.id](doc)
        if exercise.id != "catalogue":  # its action needs an owner, which is the next exercise
            verdict = training.check(doc, exercise)
            assert verdict.done, (exercise.id, verdict.missing)
    score = training.score(doc)
    assert score.points == score.total, [line.exercise.id for line in score.lines if not line.verdict.done]


def test_the_reading_to_type_shows_an_indicator_off_its_track(opened: Opened) -> None:
    """The answer key says so."""
    today = dt.date.today()
    for key, value in (("village", 11.0), ("bourg", 11.0), ("ville", 4.3)):
        doc = opened(key)
        with doc.action("Relever") as tx:
            id = doc.ids(Indicator)[0]
            tx.add(Reading(indicator_id=id, read_on=today.isoformat(), value=value))
        (state,) = states(doc, today)
        assert state.off_track, key
        assert not state.due


def test_undoing_takes_a_success_back(opened: Opened) -> None:
    doc = opened("village")
    exercise = of("village", "quantite")
    SOLUTIONS["quantite"](doc)
    assert training.check(doc, exercise).done
    doc.undo()
    assert not training.check(doc, exercise).done


def test_deleting_is_no_way_to_pass(opened: Opened) -> None:
    """Each of these would empty a check that only counts what is wrong."""
    ville, bourg, village = opened("ville"), opened("bourg"), opened("village")
    with village.action("Supprimer") as tx:
        tx.delete(Equipment, [numbered(village, "HG-007")])
    with bourg.action("Supprimer") as tx:
        tx.delete(Equipment, [numbered(bourg, "MC-001"), numbered(bourg, "MC-020")])
    with ville.action("Supprimer") as tx:
        tx.delete(Equipment, [numbered(ville, "PA-031")])
        tx.delete(Dependency, ville.ids(Dependency))
    assert "a disparu" in training.check(village, of("village", "quantite")).missing[0]
    assert "ont disparu" in training.check(bourg, of("bourg", "doublon")).missing[0]
    assert "a disparu" in training.check(ville, of("ville", "sorties")).missing[0]
    assert "ont disparu" in training.check(ville, of("ville", "boucle")).missing[0]


def test_an_import_without_its_quantities_is_noticed(opened: Opened) -> None:
    doc = opened("bourg")
    exchange.apply_plan(doc, exchange.plan_file(doc, doc.path.with_name("inventaire-ecole.csv")))
    assert "8\u00a0appareils à l’école au lieu de 28" in training.check(doc, of("bourg", "import")).missing[0]


def test_a_file_imported_twice_is_noticed(opened: Opened) -> None:
    doc = opened("ville")
    school(doc)
    assert training.check(doc, of("ville", "import")).done
    school(doc)
    assert "au lieu de 8" in training.check(doc, of("ville", "import")).missing[0]
    doc.undo()
    assert training.check(doc, of("ville", "import")).done
