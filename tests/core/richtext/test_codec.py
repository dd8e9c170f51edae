"""The JSON that a document keeps."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.errors import UserError
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run, dumps, loads
from tests.core.richtext import strategies


@given(strategies.rich_texts)
def test_what_is_written_is_read_back_exactly(rich: RichText) -> None:
    assert loads(dumps(rich)) == rich


def test_nothing_is_the_empty_text() -> None:
    assert loads("") == RichText()
    assert loads(dumps(RichText())) == RichText()


def test_it_is_short_and_can_be_read_by_a_person() -> None:
    rich = RichText(
        (
            Heading(2, "Pourquoi"),
            Paragraph((Run("Né "), Run("ici", bold=True, href="https://ademe.fr"))),
            Bullets(((Run("un"),),)),
            Insert("park"),
        )
    )
    assert json.loads(dumps(rich)) == {
        "blocks": [
            {"kind": "heading", "level": 2, "text": "Pourquoi"},
            {
                "kind": "paragraph",
                "runs": [{"text": "Né "}, {"text": "ici", "bold": True, "href": "https://ademe.fr"}],
            },
            {"kind": "bullets", "numbered": False, "items": [[{"text": "un"}]]},
            {"kind": "insert", "key": "park"},
        ]
    }


def test_what_a_later_nrdesk_adds_is_left_aside() -> None:
    later = """{"version": 9, "blocks": [
        {"kind": "paragraph", "align": "left", "runs": [{"text": "oui", "colour": "red"}]}]}"""
    assert loads(later) == RichText((Paragraph((Run("oui"),)),))


def test_what_comes_from_elsewhere_is_made_safe() -> None:
    assert loads(
        '{"blocks": [{"kind": "paragraph", "runs": [{"text": "a\\u0000\\ud800b", "href": "file:///x"}]}]}'
    ) == RichText((Paragraph((Run("ab"),)),))


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "[]",
        "null",
        "{}",
        '{"blocks": {}}',
        '{"blocks": ["texte"]}',
        '{"blocks": [{"kind": "image"}]}',
        '{"blocks": [{"kind": ["heading"]}]}',
        '{"blocks": [{"kind": "heading", "level": 9, "text": ""}]}',
        '{"blocks": [{"kind": "heading", "level": true, "text": ""}]}',
        '{"blocks": [{"kind": "paragraph", "runs": [{"text": 3}]}]}',
        '{"blocks": [{"kind": "paragraph", "runs": [{"text": "a", "bold": 1}]}]}',
        '{"blocks": [{"kind": "insert"}]}',
        "[" * 100_000,
    ],
)
def test_damage_is_told(damaged: str) -> None:
    with pytest.raises(UserError, match="abîmé"):
        loads(damaged)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x) | st.dictionaries(st.sampled_from(("blocks", "kind", "runs", "text", "level")), x)
        ),
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    with contextlib.suppress(UserError):
        assert isinstance(loads(json.dumps(value)), RichText)
