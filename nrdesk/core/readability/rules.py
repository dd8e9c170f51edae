"""What makes a sentence hard to read.

The rules follow the European ones for information that is easy to read and to understand (« L’information
pour tous », Inclusion Europe, 2009). The numbers of words are ours: the rules say « courtes », and give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nrdesk.core.formatting import NBSP
from nrdesk.core.readability.remark import Aim, Kind, Remark
from nrdesk.core.readability.sentences import Sentence, Word
from nrdesk.core.written.words import listed

LONGEST = {Aim.CLEAR: 25, Aim.EASY: 15}
"""Words of a sentence past which it is called long."""
_LONGEST_ASIDE = 12
"""Words between parentheses past which they are called long."""
_NEAR = 8
"""Words after a negation where a second one is looked for."""

_DENIALS = frozenset(listed("pas, plus, jamais, guère, point, aucun, aucune, rien, nul, nulle, ni"))
_NEGATIVE_WORDS = frozenset(
    listed(
        """
        sans, impossible, impossibles, inutile, inutiles, incapable, incapables, insuffisant,
        insuffisante, insuffisants, insuffisantes, inexact, inexacte, invisible, invisibles, illégal,
        illégale, illégaux, illégales, irréversible, irréversibles, irresponsable, irresponsables,
        inaccessible, inaccessibles, incompatible, incompatibles, inconnu, inconnue, inconnus, inconnues,
        incomplet, incomplète, incomplets, injuste, injustes, inhabituel, inhabituelle, improbable,
        improbables, imprévu, imprévue, imparfait, imparfaite, indifférent, indifférente, inégal, inégale,
        inégaux, inefficace, inefficaces, interdit, interdite, interdits, interdire, interdisent,
        négliger, néglige, négligent, négligeable, négligeables, ignorer, ignore, ignorent, oublier,
        oublie, oublient, oubliez, manquer, manque, manquent, empêcher, empêche, empêchent, refuser,
        refuse, refusent, éviter, évite, évitent, défavorable, défavorables, mécontent, mécontente,
        méconnu, méconnue, malhonnête, désavantage, exclure, exclu, exclue, exclus
        """
    )
)
_BEEN = frozenset(listed("été"))
_TO_BE_LATER = frozenset(listed("sera, seront, serait, seraient, soit, soient"))
_TO_BE_NOW = frozenset(listed("est, sont, était, étaient, être, fut, furent"))
_PARTICIPLE = re.compile(
    r"\w{2,}(?:é|ée|és|ées|[iu]|[iu]e|[iu]s|[iu]es|it|ite|its|ites|ert|erte|erts|is|ise|ises)"
)
_OF_MOVEMENT = re.compile(
    r"(?:all|arriv|mont|rest|pass|retourn|rentr|entr|tomb)ée?s?|n(?:é|ée|és|ées)|(?:part|sort)ie?s?"
    r"|(?:re|de|inter|par|sur|pro)?venue?s?|(?:ap)?parue?s?|aussi|ici|ainsi|plus|celui|lui|qui|jeudi|parmi|depuis"
    r"|jamais|mais|puis|pris en"
)
"""Participles of verbs that make their past with "être", and words that end like a participle."""
_PRONOUNS = frozenset(listed("il, elle, ils, elles, celui-ci, celle-ci, ceux-ci, celles-ci, cela, ceci"))
_HEAVY = frozenset(
    listed(
        """
        celui-ci, celle-ci, ceux-ci, celles-ci, lequel, laquelle, lesquels, lesquelles, duquel, desquels,
        desquelles, auquel, auxquels, auxquelles, dont
        """
    )
)
_IMPERSONAL = frozenset(
    listed(
        "faut, est, y, s', convient, existe, suffit, reste, semble, arrive, fait, pleut, n', ne, a, devient"
    )
)


def long_sentence(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield the sentence when it is too long to be read at once."""
    words = sentence.length
    if words > LONGEST[aim]:
        told = (
            f"Phrase de {words} mots{NBSP}: coupez-la. Une phrase, une idée, "
            f"{LONGEST[aim]}{NBSP}mots au plus."
        )
        yield Remark(sentence.start, len(sentence.text), Kind.LONG_SENTENCE, told)


def double_negative(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield two negations that a reader has to solve: "n’est pas impossible", "ne … pas … sans"."""
    words = sentence.words
    denied = -1
    for at, word in enumerate(words):
        if word.key in ("ne", "n'"):
            denied = at
        elif denied >= 0 and word.key in _DENIALS and at - denied <= 5:
            second = next((w for w in words[at + 1 : at + 1 + _NEAR] if w.key in _NEGATIVE_WORDS), None)
            if second:
                told = "Deux négations dans la même phrase\u00a0: dites la chose avec des mots positifs."
                yield _between(words[denied], second, Kind.DOUBLE_NEGATIVE, told)
            denied = -1


def passive(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield what looks like the passive voice; it is a hint, read from the ends of the words."""
    words = sentence.words
    for at, word in enumerate(words):
        if word.key not in _BEEN and word.key not in _TO_BE_LATER and word.key not in _TO_BE_NOW:
            continue
        done = next((w for w in words[at + 1 : at + 3] if _is_participle(w)), None)
        if done is None:
            continue
        agent = next((w for w in words[at + 2 : at + 8] if w.key == "par"), None)
        if agent or word.key not in _TO_BE_NOW:
            told = (
                "Voix passive\u00a0? Dites qui fait quoi\u00a0: «\u00a0la mairie répare\u00a0», plutôt que "
                "«\u00a0sera réparé\u00a0»."
            )
            yield _between(word, agent if agent and agent.start > done.start else done, Kind.PASSIVE, told)


def _is_participle(word: Word) -> bool:
    return bool(_PARTICIPLE.fullmatch(word.key)) and not _OF_MOVEMENT.fullmatch(word.key)


def parentheses(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield parentheses inside others, and long ones."""
    opened: list[int] = []
    nested = False
    for at, letter in enumerate(sentence.text):
        if letter == "(":
            nested = bool(opened)
            opened.append(at)
        elif letter == ")" and opened:
            start = opened.pop()
            if opened:
                nested = True
                continue
            words = len(sentence.text[start:at].split())
            if nested or words > _LONGEST_ASIDE:
                told = (
                    "Des parenthèses dans des parenthèses\u00a0: faites-en une autre phrase."
                    if nested
                    else f"Parenthèse de {words} mots\u00a0: faites-en une autre phrase."
                )
                yield Remark(sentence.start + start, at + 1 - start, Kind.PARENTHESES, told)
            nested = False


def heavy_pronoun(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield the pronouns that make a reader look back for what they stand for."""
    if aim is Aim.EASY:
        for word in sentence.words:
            if word.key in _HEAVY:
                told = f"«\u00a0{word.text}\u00a0» oblige à revenir en arrière\u00a0: répétez le nom."
                yield Remark(word.start, len(word.text), Kind.PRONOUN, told)


def starts_with_pronoun(sentence: Sentence) -> Word | None:
    """Return the pronoun that a sentence begins with; None without any, or when it stands for nothing."""
    first = sentence.words[0]
    after = sentence.words[1].key if len(sentence.words) > 1 else ""
    stands = first.key in _PRONOUNS and not (first.key == "il" and after in _IMPERSONAL)
    return first if stands else None


def _between(first: Word, last: Word, kind: Kind, advice: str) -> Remark:
    return Remark(first.start, last.end - first.start, kind, advice)
