"""The shape of an ambition: its sentences, a verb, a date, weights that make a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.ambition import missing_weight, remarks, sentences, starts_with_verb, weight_sentence
from nrdesk.core.ambition.wording import says_verb
from nrdesk.core.model import Ambition

DEMO = (
    "D’ici 2030, Valbrenne garde ses appareils deux ans de plus, achète la moitié de ses ordinateurs "
    "d’occasion et laisse une voie humaine pour chaque démarche."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("  \n ", 0),
        ("…", 0),
        ("Garder nos ordinateurs", 1),
        (DEMO, 1),
        ("Garder. Réparer.", 2),
        ("Oui… vraiment ?! Allons-y", 3),
        ("L’art. 35 et le n°\u00a02 ne coupent rien, 1.5 non plus.", 1),
        ("- Garder\n- Réparer\n- Donner", 3),
        ("Elle a dit « Gardons. »", 1),
    ],
)
def test_sentences_are_counted_as_one_reads_them(text: str, expected: int) -> None:
    assert sentences(text) == expected


@given(st.text())
def test_any_text_has_a_number_of_sentences(text: str) -> None:
    assert sentences(text) >= 0
    assert len(remarks(Ambition(text=text))) in (0, 3)


@pytest.mark.parametrize(
    "title",
    ["Garder les ordinateurs", "D’ici 2030, réduire de moitié", "Ne plus jeter", "S’équiper d’occasion"],
)
def test_a_title_that_opens_on_an_infinitive_is_seen(title: str) -> None:
    assert starts_with_verb(title)


@pytest.mark.parametrize("title", ["", "Papier moins", "Les ordinateurs à garder", "Premier achat", "50 %"])
def test_a_title_that_opens_on_a_noun_is_not(title: str) -> None:
    assert not starts_with_verb(title)


def test_a_conjugated_verb_of_action_is_seen() -> None:
    assert says_verb(DEMO)
    assert says_verb("Nous formons chaque agent")
    assert not says_verb("Une commune sobre et numérique")


def test_a_good_ambition_has_nothing_to_see_to() -> None:
    assert all(remark.ok for remark in remarks(Ambition(text=DEMO)))
    assert remarks(Ambition()) == ()


def test_what_can_be_better_is_said() -> None:
    long = Ambition(text="Une mairie sobre. Une école sobre. Un territoire sobre.")
    told = [remark.text for remark in remarks(long)]
    assert not any(remark.ok for remark in remarks(long))
    assert told[0].startswith("3\u00a0phrases")
    assert "verbe" in told[1]
    assert "date" in told[2]
    endless = remarks(Ambition(text=" ".join(["garder"] * 61), horizon=2030))
    assert [remark.ok for remark in endless] == [False, True, True]


@pytest.mark.parametrize(
    ("weights", "missing", "said"),
    [
        ((None, None, None), None, ""),
        ((50, 30, None), 20, "Il manque 20\u00a0%."),
        ((50, 30, 30), -10, "Il y a 10\u00a0% de trop."),
        ((50, 30, 20), 0, "Le compte y est\u00a0: 100\u00a0%."),
        ((60, 40, None), 0, "Le compte y est\u00a0: 100\u00a0%. Une case vide compte pour zéro."),
    ],
)
def test_the_weights_say_what_they_lack(
    weights: tuple[int | None, int | None, int | None], missing: int | None, said: str
) -> None:
    environment, social, societal = weights
    ambition = Ambition(environment=environment, social=social, societal=societal)
    assert missing_weight(ambition) == missing
    assert weight_sentence(ambition) == said
