"""Step 6 looks at the chapters as they stand, and asks for words, readers and a version."""

from nrdesk.core import richtext
from nrdesk.core.model import (
    Ambition,
    Authority,
    BodyLevel,
    Chapter,
    GovernanceBody,
    Objective,
    Quote,
    Reach,
    Record,
    Rhythm,
    StrategyVersion,
)
from nrdesk.core.richtext import from_plain
from nrdesk.core.roadmap import CHAPTERS
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step06_roadmap import STEP

CHAPTERS_TODO, QUOTES, REACHES, LENGTH, SUMMARY, READERS, EASY, VERSION = (
    check.todo for check in STEP.checks
)
SMALL = Authority(population_municipal=2812)
LARGE = Authority(population_municipal=60_000, population_total=60_000)


def missing(*records: Record, authority: Authority = SMALL, flash: bool = False) -> dict[str, str]:
    """Return what is missing by the action that mends it."""
    results = step_progress(STEP, Snapshot(authority, records=records, flash=flash)).results
    return {result.check.todo: result.missing for result in results if result.missing}


def written(words: str = "Tout est dit.", **values: object) -> list[Chapter]:
    body = richtext.dumps(from_plain(words))
    return [Chapter(key=kind.key, body=body, **values) for kind in CHAPTERS]


ENOUGH = (
    *written(read_by="une conseillère", easy=richtext.dumps(from_plain("Simple."))),
    Quote(text="J’y crois."),
    Objective(title="Garder", reach=Reach.INTERNAL),
    Objective(title="Aider", reach=Reach.TERRITORY),
    StrategyVersion(name="avant relecture"),
)


def test_a_written_and_read_document_is_enough():
    assert missing(*ENOUGH) == {}


def test_an_empty_step_misses_everything():
    expected = {CHAPTERS_TODO, QUOTES, REACHES, LENGTH, SUMMARY, READERS, EASY, VERSION}
    assert set(missing()) == expected
    assert {REACHES, EASY}.isdisjoint(missing(flash=True))


def test_chapters_to_complete_are_named():
    assert "«\u00a0D’où nous partons\u00a0»" in missing()[CHAPTERS_TODO]
    assert "Les moyens" not in str(missing(flash=True))


def test_gaps_left_in_a_text_are_seen():
    assert CHAPTERS_TODO in missing(*written("À compléter\u00a0: la date."))


def test_data_complete_the_text_proposed():
    told = (
        Ambition(text="Garder nos appareils.", scope="La mairie", publics="Les agents"),
        GovernanceBody(name="Bureau", level=BodyLevel.STRATEGIC, rhythm=Rhythm.YEARLY),
    )
    assert "Notre ambition" not in missing(*told)[CHAPTERS_TODO]


def test_a_book_is_too_long():
    assert "pages" in missing(*written("mot " * 900))[LENGTH]


def test_the_decree_is_asked_of_large_collectivites_only():
    assert CHAPTERS_TODO not in missing(*ENOUGH)
    assert "Objectifs de réduction" in missing(*ENOUGH, authority=LARGE)[CHAPTERS_TODO]


def test_both_reaches_are_wanted():
    assert missing(Objective(title="Aider", reach=Reach.TERRITORY))[REACHES] == "Aucun objectif en interne."
