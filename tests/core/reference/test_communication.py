"""The texts of step 10 are whole, sourced and set as French is."""

import re

import pytest

from nrdesk.core.model import MessageAudience
from nrdesk.core.reference.communication import CheckTheme, checks, message_ideas

TEXTS = [
    *(text for check in checks().values() for text in (check.text, check.why, check.how)),
    *(text for idea in message_ideas() for text in (idea.title, idea.text, idea.eco_choices)),
]


@pytest.mark.parametrize("text", TEXTS)
def test_typography(text: str) -> None:
    assert "'" not in text
    assert not re.search(r"[^\s\u00a0][:;?!»%]| [:;?!»%]|«(?!\u00a0)", text)


def test_every_item_has_a_source_and_every_theme_several() -> None:
    assert all(check.source for check in checks().values())
    assert all(sum(c.theme is theme for c in checks().values()) >= 4 for theme in CheckTheme)


def test_ideas_begin_with_those_who_must_know() -> None:
    small = {idea.audience for idea in message_ideas() if idea.small}
    assert {MessageAudience.AGENTS, MessageAudience.INHABITANTS, MessageAudience.ELECTED} <= small
