"""What is assumed of each category, and changing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.hypotheses import (
    Hypothesis,
    hypotheses,
    set_lifetime,
    set_profile,
    set_refurbished,
)
from nrdesk.core.campaigns import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Acquisition, Authority, Equipment


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Ici"), year=2025) as document:
        with document.action("Saisir") as tx:
            tx.add(
                Equipment(campaign_id=document.campaign.id, category="portable", quantity=2),
                Equipment(
                    campaign_id=document.campaign.id,
                    category="portable",
                    quantity=3,
                    acquisition=Acquisition.REFURBISHED,
                ),
                Equipment(campaign_id=document.campaign.id, category=None),
            )
        yield document


def laptop(doc: Document) -> Hypothesis:
    return hypotheses(assess(doc))[0]


def test_what_the_park_has_comes_first_with_its_values(doc):
    first = laptop(doc)
    assert (first.category, first.quantity, first.refurbished_quantity) == ("portable", 5, 3)
    assert (first.refurbished, first.lifetime, first.profile) == (0.57, 5, "bureau")
    assert first.changed == frozenset()
    assert {each.category for each in hypotheses(assess(doc))} >= {"onduleur", "switch"}


def test_each_is_changed_and_given_back(doc):
    before = assess(doc).headline.value
    set_refurbished(doc, "portable", 0.3)
    set_lifetime(doc, "portable", 8.0)
    set_profile(doc, "portable", "")
    changed = laptop(doc)
    assert (changed.refurbished, changed.lifetime, changed.profile) == (0.3, 8, "")
    assert changed.changed == {REFURBISHED_SHARE, LIFETIME_RULES, USAGE_PROFILES}
    assert changed.lifetime_default == 5
    assert assess(doc).headline.value < before
    for give_back in (set_refurbished, set_lifetime, set_profile):
        give_back(doc, "portable", None)
    assert laptop(doc).changed == frozenset()
    assert doc.setting(LIFETIME_RULES) is None
    assert assess(doc).headline.value == before


def test_changing_nothing_leaves_no_step(doc):
    set_lifetime(doc, "portable", None)
    assert doc.undo_label == "Saisir"


@pytest.mark.parametrize(
    ("change", "value"), [(set_refurbished, 1.2), (set_lifetime, 0.0), (set_lifetime, 99.0)]
)
def test_what_makes_no_sense_is_refused(doc, change, value):
    with pytest.raises(UserError):
        change(doc, "portable", value)
