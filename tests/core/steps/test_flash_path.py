"""The flash path follows the population, until somebody chooses."""

from pathlib import Path

import pytest

from nrdesk.core import steps
from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority
from nrdesk.core.steps import Snapshot


@pytest.mark.parametrize(
    ("population", "choice", "expected"),
    [
        (None, None, False),
        (3_499, None, True),
        (3_500, None, False),
        (3_499, False, False),
        (80_000, True, True),
    ],
)
def test_a_choice_goes_before_the_population(
    tmp_path: Path, population: int | None, choice: bool | None, expected: bool
) -> None:
    authority = Authority(name="Ici", population_municipal=population)
    with Document.create(tmp_path / "ici.nrdesk", authority, year=2026) as doc:
        with doc.action("Choisir le parcours") as tx:
            tx.set_setting(steps.FLASH_PATH, choice)
        assert steps.flash(doc) is expected
        assert Snapshot.of(doc, assess(doc)).flash is expected
