"""Step 6: the strategy document, chapter by chapter, its versions, the look of the collectivité."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Record):
    """A chapter of the strategy, as the user left it."""

    TABLE: ClassVar[str] = "chapter"

    key: str = ""
    """Identifier of a chapter of the guide; empty for one of the user's own."""
    title: str = ""
    body: str = ""
    """Semantic text, in the JSON of `core.richtext`; empty while the chapter is as nrdesk pre-fills it."""
    easy: str = ""
    """The same chapter in easy-to-read words (FALC), in the same JSON."""
    rank: int = 0
    left_out: bool = False
    proposed: str = ""
    """Digest of the text that nrdesk proposed when the chapter was last edited, to tell that it changed."""
    read_by: str = ""
    """Who read the chapter over: a function rather than a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """The words of an élu or of the direction."""

    TABLE: ClassVar[str] = "quote"

    speaker: str = ""
    role: str = ""
    text: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyVersion(Record):
    """The strategy as it was at a date: kept whole, compared, and sealed once voted."""

    TABLE: ClassVar[str] = "strategy_version"

    name: str = ""
    """"version 1", "avant relecture du bureau"."""
    made_at: str = field(default="", metadata=holding(Holds.INSTANT))
    """UTC time."""
    sealed: bool = False
    """Whether it is the one that the assembly adopted: it never changes again."""
    content: str = ""
    """JSON of the whole document, chapters in order, as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Record):
    """The logo and the colour of the collectivité on its documents. At most one row."""

    TABLE: ClassVar[str] = "look"

    logo: bytes | None = None
    """PNG or JPEG, already reduced to what a document needs."""
    logo_alt: str = ""
    colour: str = ""
    """"#RRGGBB", dark enough for white letters; empty for nrdesk's own."""
