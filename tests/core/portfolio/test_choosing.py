from nrdesk.core.portfolio.choosing import FOCUSES, Choice
from nrdesk.core.portfolio.progress import bands
from nrdesk.core.portfolio.strata import stratum_of
from nrdesk.core.portfolio.summary import Risk

from .summaries import summary

_RISK = (Risk("X", "Un texte", "déclarée à faire"),)
EVERYONE = (
    summary("Épinal", department="88", population=32_000, risks=_RISK),
    summary("Saint-Dié", department="88", late=1, frozen=True),
    summary("Crémieu", department="38", footprint=None, blocked=1),
)


def _names(choice: Choice) -> list[str]:
    return [each.name for each in choice.of(EVERYONE)]


def test_an_empty_choice_keeps_everything() -> None:
    assert _names(Choice()) == ["Épinal", "Saint-Dié", "Crémieu"]


def test_words_are_found_without_accents_in_any_order() -> None:
    assert _names(Choice(words="epin")) == ["Épinal"]
    assert _names(Choice(words="88 die")) == ["Saint-Dié"]


def test_choices_add_up() -> None:
    small = stratum_of(EVERYONE[1])
    assert _names(Choice(stratum=small)) == ["Saint-Dié", "Crémieu"]
    assert _names(Choice(stratum=small, department="38")) == ["Crémieu"]


def test_what_asks_for_attention_is_found() -> None:
    found = {focus: _names(Choice(focus=focus)) for focus in FOCUSES if focus}
    assert found == {
        "risk": ["Épinal"],
        "late": ["Saint-Dié", "Crémieu"],
        "empty": ["Crémieu"],
        "unfrozen": ["Épinal", "Crémieu"],
    }


def test_each_collectivite_is_in_one_band_of_progress() -> None:
    shares = (0.0, 0.1999, 0.2, 0.8, 1.0)
    found = bands(summary(str(share), steps=(share,) * 10) for share in shares)
    assert [how_many for _, how_many in found] == [2, 1, 0, 0, 2]
    assert found[0][0] == "0 à 20\u00a0%"
