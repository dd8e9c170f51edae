"""Everything that may differ between two copies has a French name, and so has every value."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nrdesk.core.errors import UserError
from nrdesk.core.merging import apply, paper, resolve
from nrdesk.core.merging.account import account
from nrdesk.core.merging.keys import SAME, groups
from nrdesk.core.merging.labels import KINDS, label
from nrdesk.core.merging.state import STORED, copy_of, value_names
from nrdesk.core.merging.words import EMPTY, Words, labels_of
from nrdesk.core.model import (
    Acquisition,
    Action,
    AttachedFile,
    Campaign,
    Contribution,
    Equipment,
    Evidence,
    Record,
    StepAnswer,
)
from tests.core.reports.conftest import failures

from .conftest import Pair

Make = Callable[..., Pair]


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.TABLE)
def test_every_row_and_every_field_has_a_french_name(kind: type[Record]) -> None:
    assert KINDS[kind.TABLE]
    for name in value_names(kind):
        assert label(kind, name) != name
    assert sorted(name for names in groups(kind) for name in names) == sorted(value_names(kind))
    assert set(SAME.get(kind, ())) <= set(value_names(kind))


def test_values_are_told_as_forms_show_them(make: Make, action: Action) -> None:
    state = copy_of(make().mine).state
    words = Words(state)
    campaign = next(iter(state[Campaign].values()))
    assert words.row(campaign) == "2025"
    assert words.value(Equipment, "category", "portable") == "Ordinateur portable"
    assert words.value(Equipment, "purchased", "2020-03-05") == "05/03/2020"
    assert words.value(Equipment, "acquisition", Acquisition.NEW) == "neuf"
    assert words.value(Equipment, "campaign_id", campaign.id) == "campagne 2025"
    assert words.value(Equipment, "campaign_id", "inconnue") == "inconnue"
    assert words.value(Equipment, "price", 489.5) == "489,5"
    assert words.value(Equipment, "purchased_uncertain", True) == "oui"
    assert words.value(AttachedFile, "content", b"1234") == "fichier de 4\u00a0octets"
    assert words.value(Evidence, "text", "") == EMPTY
    contribution = next(iter(state[Contribution].values()))
    assert words.row(contribution) == "« École », action « Réparer »".replace("« ", "«\u00a0").replace(
        " »", "\u00a0»"
    )
    told = dict(words.lines(Equipment(campaign_id=campaign.id, price=0.0)))
    assert told["Prix unitaire HT (€)"] == "0"
    assert "Marque" not in told
    assert words.row(StepAnswer(step=1, question="x" * 200)).endswith("…\u00a0»")
    assert labels_of(Equipment, ("status", "retired"))[0].isupper()


@pytest.mark.slow
def test_the_account_is_a_document_for_all(make: Make, action: Action, tmp_path: Path) -> None:
    pair = make()
    for document, text in ((pair.mine, "<b>Ici</b> & =là"), (pair.theirs, "Là\n\nencore")):
        with document.action("<i>Modifier</i>") as tx:
            tx.update(Action, action.id, description=text)
            tx.add(StepAnswer(step=1, question=text, text="=1+1"))
    outcome = resolve(pair.compare())
    written = paper.write(pair.mine, outcome, tmp_path / "rapport.pdf")
    assert failures(written) == []
    again = paper.write(pair.mine, outcome, tmp_path / "encore.pdf")
    assert again.read_bytes() == written.read_bytes()
    with pytest.raises(UserError, match=r"\.docx"):
        paper.write(pair.mine, outcome, tmp_path / "rapport.odt")
    apply(pair.mine, outcome)
    same = resolve(pair.compare())
    assert account(same).summary.startswith("Rien à écrire")
    assert failures(paper.write(pair.mine, same, tmp_path / "rien.pdf")) == []
