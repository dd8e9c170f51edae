"""What a story is: something that happened, with its figure, its source and what did not work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StoryKind(StrEnum):
    """What happened."""

    VOTE = "vote"
    ACTION = "action"
    MILESTONE = "milestone"
    TARGET = "target"
    PROGRESS = "progress"
    BILAN = "bilan"
    MEASURE = "measure"
    GIVEN = "given"
    TRAINING = "training"
    CHARTER = "charter"
    COMMITMENTS = "commitments"

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]


_LABELS = {
    StoryKind.VOTE: "vote",
    StoryKind.ACTION: "action terminée",
    StoryKind.MILESTONE: "jalon passé",
    StoryKind.TARGET: "cible atteinte",
    StoryKind.PROGRESS: "progrès",
    StoryKind.BILAN: "bilan annuel",
    StoryKind.MEASURE: "mesure",
    StoryKind.GIVEN: "réemploi",
    StoryKind.TRAINING: "sensibilisation",
    StoryKind.CHARTER: "engagement",
    StoryKind.COMMITMENTS: "signatures",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be shown in huge type, and what it counts."""

    value: str
    """As it is read: "82 %", "140 kg"."""
    label: str
    """What it counts, as the end of a sentence: "postes éteints la nuit, contre 20 % en novembre 2025"."""
    counted: bool = False
    """Whether the label is what is counted: "6", "engagements signés"."""
    told: str = ""
    """Both in words, where side by side they make no sentence: "4 actions du plan sur 21 sont terminées"."""

    @property
    def text(self) -> str:
        """Both, on one line: "82 % : postes éteints la nuit", "6 engagements signés"."""
        return self.told or f"{self.value}\u00a0{'' if self.counted else ': '}{self.label}"


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happened and is worth telling."""

    id: str
    """Stable as long as the record that tells it is there: "action:" and the identifier of the action."""
    kind: StoryKind
    date: str
    """When it happened: ISO date, possibly partial."""
    title: str
    """Without a full stop."""
    facts: tuple[str, ...]
    """French sentences: what was done."""
    not_done: tuple[str, ...]
    """French sentences: what did not work, or is not there yet; empty when nothing says so."""
    figure: Figure | None
    source: str
    """Where the figure comes from, in French; where the story comes from when it has none."""
