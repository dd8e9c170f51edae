"""What makes a French text hard to read, passage by passage, and how hard it is as a whole.

Hints for who writes, never a verdict: there is no grammar here, only lists of words, ends of words and
counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nrdesk.core import richtext
from nrdesk.core.readability import rules, terms
from nrdesk.core.readability.level import Ease, Level, level_of
from nrdesk.core.readability.numbers import numbers
from nrdesk.core.readability.remark import Aim, Kind, Remark
from nrdesk.core.readability.sentences import Sentence, sentences
from nrdesk.core.richtext import RichText

__all__ = ["Aim", "Ease", "Kind", "Level", "Remark", "check", "level"]

_RULES = (
    rules.long_sentence,
    rules.double_negative,
    rules.passive,
    rules.parentheses,
    rules.heavy_pronoun,
    numbers,
)


def check(text: RichText | str, aim: Aim = Aim.CLEAR, names: Collection[str] = ()) -> tuple[Remark, ...]:
    """Return what to mend in a text, in reading order.

    Args:
        text: a text; positions count the characters of `richtext.plain`.
        aim: whom it is written for; easy-to-read French asks for more.
        names: names of places and of people, which are no rare words.
    """
    words = _words(text)
    found = list(sentences(words))
    remarks = [remark for sentence in found for rule in _RULES for remark in rule(sentence, aim)]
    remarks += terms.rare_words(found, aim, names)
    remarks += terms.acronyms(words, aim)
    if aim is Aim.EASY:
        remarks += _chains(found)
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.length)))


def level(text: RichText | str, names: Collection[str] = ()) -> Level:
    """Return how hard a text is as a whole, with its measure."""
    return level_of(sentences(_words(text)), terms.name_words(names))


def _words(text: RichText | str) -> str:
    return text if isinstance(text, str) else richtext.plain(text)


def _chains(found: list[Sentence]) -> Iterator[Remark]:
    """Yield the pronouns that begin a sentence just after another that a pronoun begins."""
    before = False
    for sentence in found:
        pronoun = rules.starts_with_pronoun(sentence)
        if pronoun and before and not sentence.opens:
            told = "Deux phrases de suite commencent par un pronom\u00a0: répétez le nom."
            yield Remark(pronoun.start, len(pronoun.text), Kind.PRONOUN, told)
        before = pronoun is not None
