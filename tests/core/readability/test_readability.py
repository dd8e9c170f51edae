"""What makes a text hard to read, and how hard it is."""

import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import paths, richtext
from nrdesk.core.readability import Aim, Ease, Kind, check, level
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run
from tests.core.richtext import strategies

EASY_PAGE = """La mairie veut un numérique qui respecte la planète.
Le numérique, ce sont les ordinateurs, les téléphones et Internet.
Fabriquer un ordinateur pollue beaucoup.
La mairie va garder ses ordinateurs plus longtemps.
Vous avez du mal à utiliser un ordinateur\u00a0?
Une personne vous aide le mardi matin. C’est gratuit."""
LAW = """Les communes de plus de 50 000 habitants définissent, au plus tard le 1er janvier 2025, une stratégie
 numérique responsable qui indique notamment les objectifs de réduction de l’empreinte environnementale du
 numérique et les mesures mises en place pour les atteindre.""".replace("\n", "")


def found(text: str, kind: Kind, aim: Aim = Aim.CLEAR, **known: object) -> list[str]:
    return [text[r.start : r.end] for r in check(text, aim, **known) if r.kind is kind]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Ce n’est pas impossible.", ["n’est pas impossible"]),
        ("Nous ne ferons rien sans vous.", ["ne ferons rien sans"]),
        ("Il ne faut jamais oublier la sauvegarde.", ["ne faut jamais oublier"]),
        ("Nous ne jetons plus. Sans outil, on répare.", []),
        ("La mairie n’achète que du neuf, sans attendre.", []),
    ],
)
def test_two_negations(text: str, passages: list[str]) -> None:
    assert found(text, Kind.DOUBLE_NEGATIVE) == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Les écrans seront réparés.", ["seront réparés"]),
        ("Les écrans ont été vendus par la mairie.", ["été vendus par"]),
        ("Le parc est suivi par deux agents.", ["est suivi par"]),
        ("La porte est ouverte.", []),
        ("Les élus sont partis par le train.", []),
        ("La mairie est aussi propriétaire.", []),
    ],
)
def test_passive_voice(text: str, passages: list[str]) -> None:
    assert found(text, Kind.PASSIVE) == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("La loi (dite loi (ou texte) du numérique) parle.", ["(dite loi (ou texte) du numérique)"]),
        (f"La loi ({'un ' * 13}mot) parle.", [f"({'un ' * 13}mot)"]),
        ("La loi (REEN) parle (bien).", []),
        (")) ((", []),
    ],
)
def test_parentheses(text: str, passages: list[str]) -> None:
    assert found(text, Kind.PARENTHESES) == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("La part est de 25\u00a0%.", ["25\u00a0%"]),
        ("Douze pour cent, soit 12 pour cent.", ["Douze", "cent", "12 pour cent", "cent"]),
        ("Au XXIe siècle, Louis XIV et le CCAS.", ["XXI", "XIV"]),
        ("Il y a 120\u202f000 fichiers et 9\u202f999 photos.", ["120\u202f000"]),
        ("Deux agents, trois écoles, une mairie.", ["Deux", "trois"]),
    ],
)
def test_numbers_in_an_easy_text(text: str, passages: list[str]) -> None:
    assert found(text, Kind.NUMBER, Aim.EASY) == passages
    assert found(text, Kind.NUMBER) == []


def test_a_percentage_is_said_otherwise() -> None:
    (remark,) = check("C’est 25 %.", Aim.EASY)
    assert remark.advice == "Pourcentage\u00a0: dites plutôt «\u00a01 sur 4, un quart\u00a0»."


def test_pronouns_in_an_easy_text() -> None:
    text = "La mairie agit. Elle trie. Elle répare. Il faut agir. Il faut aider.\nElle donne celui-ci."
    assert found(text, Kind.PRONOUN, Aim.EASY) == ["Elle", "celui-ci"]
    assert found(text, Kind.PRONOUN) == []


@pytest.mark.parametrize(("words", "clear", "easy"), [(15, 0, 0), (16, 0, 1), (25, 0, 1), (26, 1, 1)])
def test_long_sentences(words: int, clear: int, easy: int) -> None:
    text = f"{'mot ' * (words - 1)}fin. Voilà."
    assert len(found(text, Kind.LONG_SENTENCE)) == clear
    assert len(found(text, Kind.LONG_SENTENCE, Aim.EASY)) == easy


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    text = f"{'mot ' * 20}de M. Dupont, cf. art. L. 111-1 du code. Fin."
    (passage,) = found(text, Kind.LONG_SENTENCE)
    assert passage.endswith("du code.")


def test_rare_words_are_told_once_and_names_are_none() -> None:
    text = "La dématérialisation avance à Valbrenne. La dématérialisation plaît. Sobriété\u00a0: un mot."
    assert found(text, Kind.RARE_WORD) == ["dématérialisation", "Sobriété"]
    start = "Valbrenne avance."
    assert found(start, Kind.RARE_WORD) == ["Valbrenne"]
    assert found(start, Kind.RARE_WORD, names=["Valbrenne"]) == []
    assert any("Le glossaire dit" in remark.advice for remark in check("Notre sobriété."))


@pytest.mark.parametrize(
    "word",
    ["ordinateurs", "réparée", "mesurerons", "municipaux", "agissons", "directrices", "actives",
     "aujourd’hui", "l’imprimante", "e\u0301coles", "peut-être", "durablement", "quelqu’un", "km"],
)  # fmt: skip
def test_common_words_are_known_in_every_form(word: str) -> None:
    assert found(word, Kind.RARE_WORD) == []


@pytest.mark.parametrize(
    ("text", "clear", "easy"),
    [
        ("Le SPASER et le ZQX.", ["ZQX"], ["SPASER", "ZQX"]),
        ("Un schéma (ZQX). Le ZQX.", [], []),
        ("Le ZQX (schéma).", [], []),
        ("Le C.C.A.S. est là.", ["C.C.A.S."], ["C.C.A.S."]),
        ("UN TITRE EN CAPITALES\nUn PDF, du CO₂.", [], []),
    ],
)
def test_acronyms(text: str, clear: list[str], easy: list[str]) -> None:
    assert found(text, Kind.ACRONYM) == clear
    assert found(text, Kind.ACRONYM, Aim.EASY) == easy


def test_remarks_on_a_rich_text_count_its_words() -> None:
    rich = RichText(
        (
            Heading(1, "Titre"),
            Insert("park"),
            Bullets(((Run("un "), Run("écran", bold=True)), (Run("la sobriété"),))),
            Paragraph((Run("Les écrans seront réparés."),)),
        )
    )
    words = richtext.plain(rich)
    assert [words[r.start : r.end] for r in check(rich)] == ["sobriété", "seront réparés"]


def test_easy_texts_are_easy_and_laws_are_not() -> None:
    assert level(EASY_PAGE).ease is Ease.EASY
    assert level(LAW).ease is Ease.HARD
    guide = tomllib.loads((paths.data() / "guide" / "step06.toml").read_text(encoding="utf-8"))
    assert level("\n".join(guide["why"] + guide["questions"])).ease is Ease.EASY
    assert check(EASY_PAGE, Aim.EASY) == ()


def test_the_level_says_its_measure() -> None:
    measured = level(f"Titre\n\nUn mot simple.\n- élément\n{'mot ' * 20}fin.")
    assert (measured.words, measured.sentences, measured.words_per_sentence) == (26, 2, 12)
    assert measured.sentence == (
        "Texte facile\u00a0: 12\u00a0mots par phrase en moyenne, 0\u00a0% de mots rares, sur 26\u00a0mots."
    )
    assert level("La sobriété.").ease is Ease.EASY
    assert level("La sobriété, la dématérialisation. " * 15).ease is Ease.HARD
    assert level("").sentence == "Rien n’est encore écrit."


FRENCH = (
    "ne",
    "n’",
    "pas",
    "sans",
    "est",
    "été",
    "réparé",
    "par",
    "(",
    ")",
    "25 %",
    "XIV",
    "SNR",
    "Elle",
    "l’",
    "M.",
    ".",
)
texts = st.lists(st.one_of(st.sampled_from(FRENCH), strategies.texts), max_size=30).map(" ".join)


@given(texts, st.sampled_from(Aim))
def test_remarks_stand_inside_the_text_in_order(text: str, aim: Aim) -> None:
    remarks = check(text, aim)
    assert all(0 <= remark.start < remark.end <= len(text) for remark in remarks)
    assert [remark.start for remark in remarks] == sorted(remark.start for remark in remarks)
    assert all(remark.advice.endswith((".", "?")) for remark in remarks)
    assert 0 <= level(text).rare_share <= 1


def _seconds(text: str) -> float:
    start = time.process_time()
    check(text, Aim.EASY)
    level(text)
    return time.process_time() - start


@pytest.mark.slow
def test_two_hundred_pages_take_a_few_seconds() -> None:
    assert _seconds(f"{LAW} " * (600_000 // len(LAW))) < 20


@pytest.mark.parametrize("piece", ["(", "l’", "A.", "111 ", "ne pas sans ", "est fait ", "AB (CD) ", "."])
def test_hostile_texts_take_a_time_in_proportion(piece: str) -> None:
    _seconds(piece)
    short = _seconds(piece * (20_000 // len(piece)))
    assert _seconds(piece * (80_000 // len(piece))) < 0.2 + 12 * short
