"""A folder of many collectivités: real names of the directory, invented data, and files that go wrong.

The same number and seed give the same collectivités. Nothing here is true of those that bear these names.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, cycle, islice
from pathlib import Path

from nrdesk.core.document import build
from nrdesk.core.document.migrations import LATEST
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    Campaign,
    Equipment,
    ObligationTracking,
    Origin,
    Person,
    Progress,
    Record,
)
from nrdesk.core.portfolio import FailureKind
from nrdesk.core.reference import directory
from nrdesk.core.reference.directory import Place

YEAR = 2026
_PARK = (("portable", 0.7), ("ecran", 0.8), ("smartphone", 0.3), ("fixe", 0.2), ("imprimante", 0.1))
"""Category -> appliances per agent."""
_WORDS = ("communaute", "pays", "agglomeration", "val", "vallee", "monts", "terres")
"""What the names of groups hold."""
_EVERY = 25
"""One file in so many goes wrong, each in its own way."""


@dataclass
class Folder:
    """A folder that was filled."""

    path: Path
    sound: list[str] = field(default_factory=list)
    wrong: dict[str, FailureKind] = field(default_factory=dict)
    """File -> why it cannot be read."""
    busy: list[Path] = field(default_factory=list)
    """Those of them that `held` keeps locked."""


def fill(path: Path, number: int, *, every: int = _EVERY, lines: int = 12) -> Folder:
    """Write so many documents in a folder and in folders inside it, one in `every` wrong."""
    made = Folder(path)
    troubles = cycle(_TROUBLES)
    for rank, place in enumerate(islice(_places(), number)):
        file = f"{place.department}/{place.name.replace('/', '-')} {rank}.nrdesk"
        document = path / file
        document.parent.mkdir(parents=True, exist_ok=True)
        build(document, records(directory.authority(place), rank, lines))
        if rank % every != every - 1:
            made.sound.append(file)
            continue
        spoil, kind = next(troubles)
        spoil(document)
        made.wrong[file] = kind
        if kind is FailureKind.BUSY:
            made.busy.append(document)
    return made


def _places() -> Iterator[Place]:
    """Yield groups and their communes, the same each time."""
    found = chain.from_iterable(directory.search(words, limit=60) for words in _WORDS)
    groups = {place.code: place for place in found if place.kind.is_epci}.values()
    return chain.from_iterable((group, *directory.members(group.code)[:6]) for group in groups)


def records(authority: Authority, seed: int, lines: int) -> list[Record]:
    """Return the records of an invented document; some collectivités are far, others have just begun."""
    chance = random.Random(seed)
    agents = max(2, (authority.population_municipal or 500) // chance.randint(60, 120))
    authority = replace(authority, agents=agents)
    campaign = Campaign(year=YEAR, as_of=f"{YEAR}-06-30")
    return [
        authority,
        campaign,
        *_park(chance, campaign.id, agents, lines),
        *(Person(name=f"Personne {rank}", is_sponsor=not rank) for rank in range(chance.randint(0, 4))),
        *_plan(chance),
        ObligationTracking(obligation="RGAA", progress=chance.choice(list(Progress))),
        ObligationTracking(obligation="AGEC58-DECL", progress=chance.choice(list(Progress))),
    ]


def _park(chance: random.Random, campaign: str, agents: int, lines: int) -> Iterator[Equipment]:
    for rank in range(chance.randint(0, lines)):
        category, each = _PARK[rank % len(_PARK)]
        yield Equipment(
            campaign_id=campaign,
            category=category,
            quantity=max(1, round(agents * each / (lines // len(_PARK) + 1))),
            purchased=str(chance.randint(2014, 2026)),
            origin=chance.choice((Origin.ESTIMATED, Origin.IMPORTED)),
        )


def _plan(chance: random.Random) -> Iterator[Action]:
    for rank in range(chance.randint(0, 6)):
        yield Action(
            title=f"Action {rank}",
            status=chance.choice(list(ActionStatus)),
            starts=f"{chance.randint(2024, 2027)}-0{chance.randint(1, 9)}",
            months=chance.choice((6, 12, 24)),
            rank=rank,
        )


@contextmanager
def held(documents: Sequence[Path]) -> Iterator[None]:
    """Keep documents locked as another program would, which reads nor writes nothing meanwhile."""
    with ExitStack() as programs:
        for document in documents:
            program = programs.enter_context(closing(sqlite3.connect(document, isolation_level=None)))
            program.execute("BEGIN EXCLUSIVE")
        yield


def _cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 100])


def _overwrite(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 600] = b"\xa5" * 600
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _rename_a_word_file(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"word/document.xml" * 40)


def _write_another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE note (text TEXT)")


def _write_as_a_later_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as later, later:
        later.execute("ALTER TABLE equipment RENAME COLUMN category TO kind_of_appliance")
        later.execute(f"PRAGMA user_version = {LATEST + 1}")


def _leave(path: Path) -> None:
    """Leave the file as it is: `held` locks it."""


_TROUBLES = (
    (_cut, FailureKind.DAMAGED),
    (_write_as_a_later_version, FailureKind.NEWER),
    (_leave, FailureKind.BUSY),
    (_rename_a_word_file, FailureKind.FOREIGN),
    (_overwrite, FailureKind.DAMAGED),
    (_write_another_database, FailureKind.FOREIGN),
    (_empty, FailureKind.DAMAGED),
)
