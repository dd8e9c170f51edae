"""One document and its copy, ready to diverge."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.merging import Comparison, compare, read_copy
from nrdesk.core.model import Action, Authority, Contribution, Equipment, Objective, PriorityAxis


@dataclass
class Pair:
    """The file of the secretary, and the copy that the consultant took away."""

    mine: Document
    theirs: Document

    def compare(self, given: Path | None = None) -> Comparison:
        """Compare the two as they are on the disk."""
        return compare(read_copy(self.mine.path), read_copy(self.theirs.path), given)


@pytest.fixture
def axis() -> PriorityAxis:
    return PriorityAxis(title="Sobriété", reason="Le conseil la demande")


@pytest.fixture
def objective(axis: PriorityAxis) -> Objective:
    return Objective(title="Garder six ans", axis_id=axis.id, owner="DGS")


@pytest.fixture
def action(objective: Objective) -> Action:
    return Action(title="Réparer", objective_id=objective.id, owner="Secrétaire", description="Deux lignes")


@pytest.fixture
def make(
    tmp_path: Path, axis: PriorityAxis, objective: Objective, action: Action
) -> Iterator[Callable[..., Pair]]:
    """Return a function that makes the pair; `backup` keeps a backup of the moment when they parted."""
    opened: list[Document] = []

    def build(*, backup: bool = True) -> Pair:
        path = tmp_path / "commune.nrdesk"
        mine = Document.create(path, Authority(name="Valbrenne", population_municipal=2812), year=2025)
        opened.append(mine)
        with mine.action("Saisir") as tx:
            tx.add(axis, objective, action, Contribution(action_id=action.id, who="École"))
            tx.add(Equipment(campaign_id=mine.campaign.id, number="A1", model="Latitude", quantity=3))
            tx.add(Equipment(campaign_id=mine.campaign.id, number="A2", model="Écran"))
        if backup:
            mine.back_up()
        away = tmp_path / "cle" / "commune.nrdesk"
        away.parent.mkdir()
        mine.save_copy(away)
        opened.append(Document.open(away))
        return Pair(*opened)

    yield build
    for document in opened:
        document.close()
