"""What the documents of steps 8 and 9 say of the demonstration, as it was read and agreed."""

from collections.abc import Callable, Iterator

import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.reports import action_plan, action_sheets, annual_review, plan_calendar, review_minutes
from nrdesk.core.reports.annual_review import two_pages
from nrdesk.core.reports.content import Report
from tests import golden
from tests.core.reports.test_step_documents import tree

BUILDERS: dict[str, Callable[[Document], Report]] = {
    "plan-action": action_plan.build,
    "fiches-action": action_sheets.build,
    "calendrier-du-plan": plan_calendar.build,
    "compte-rendu-de-revue": review_minutes.build,
    "bilan-annuel": annual_review.build,
    "bilan-deux-pages": two_pages.build,
}


@pytest.fixture(scope="module")
def valbrenne(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "demo.nrdesk") as document:
        yield document


@pytest.mark.parametrize("key", BUILDERS)
def test_the_demonstration_says_what_was_read_and_agreed(valbrenne: Document, key: str) -> None:
    golden.check(f"{key}.txt", tree(BUILDERS[key](valbrenne)).outline())
