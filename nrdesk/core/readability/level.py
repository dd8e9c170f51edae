"""How hard a text is as a whole, and by what measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.readability.sentences import Sentence
from nrdesk.core.readability.terms import rare
from nrdesk.core.readability.vocabulary import MOST_FREQUENT


class Ease(StrEnum):
    """How a text reads; the value is its French name."""

    EASY = "facile"
    MEDIUM = "moyen"
    HARD = "difficile"


_EASY = (12.0, 0.05)
_MEDIUM = (20.0, 0.10)
"""Most words per sentence, and largest share of rare words, of a text that is easy, or of medium ease.

Hypotheses of nrdesk, set on texts at hand: a page of easy-to-read French has 8 words per sentence and 1 %
of rare words, the guide of the ten steps 9 to 12 and 2 to 7 %, our summaries of the law 17 and 6 %,
article 35 of the REEN law 39 and 5 %, an ordinary page of a deliberation 30 and 11 %.
"""


_ENOUGH = 30
"""Words under which the share of the rare ones depends too much on each of them to say anything."""
_SHORT = 6
"""Words up to which a line without a full stop is a title or an item, not a sentence."""


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is.

    Titles and short items, which are no sentences, count for their words alone.
    """

    ease: Ease
    words: int
    sentences: int
    words_per_sentence: float
    rare_share: float
    """Share of the words that are not among the most frequent ones, from 0 to 1."""

    @property
    def sentence(self) -> str:
        """The level and its measure, in French."""
        if not self.words:
            return "Rien n’est encore écrit."
        return (
            f"Texte {self.ease}{NBSP}: {number(self.words_per_sentence)}{NBSP}mots par phrase en moyenne, "
            f"{percent(self.rare_share)} de mots rares, sur {count(self.words, 'mot')}."
        )


def level_of(sentences: Iterable[Sentence], names: frozenset[str]) -> Level:
    """Return how hard sentences are; `names` are words of names, in lower case."""
    written = in_sentences = words = rare_ones = pieces = 0
    for sentence in sentences:
        if sentence.ends or sentence.length > _SHORT:
            written += 1
            in_sentences += sentence.length
        pieces += sentence.length
        words += len(sentence.words)
        rare_ones += sum(1 for _ in rare(sentence, MOST_FREQUENT, names))
    per_sentence = in_sentences / written if written else 0.0
    share = rare_ones / words if words else 0.0
    return Level(
        _ease(per_sentence, share if words >= _ENOUGH else 0.0), pieces, written, per_sentence, share
    )


def _ease(per_sentence: float, share: float) -> Ease:
    for ease, (longest, rarest) in ((Ease.EASY, _EASY), (Ease.MEDIUM, _MEDIUM)):
        if per_sentence <= longest and share <= rarest:
            return ease
    return Ease.HARD
