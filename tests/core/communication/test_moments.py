"""The calendar offers what comes next, keeps what was chosen, and tells dates that are to be checked."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.communication import moments
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, ChosenMoment

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Valbrenne"), year=2026) as document:
        yield document


def offer(document: Document, id: str, today: dt.date = TODAY) -> moments.Offer:
    return next(each for each in moments.offers(document, today) if each.moment.id == id)


def test_each_moment_is_offered_the_next_time_it_comes(doc: Document) -> None:
    found = moments.offers(doc, TODAY)
    starts = [each.dated.starts for each in found if each.dated]
    assert starts == sorted(starts)
    assert all(each.dated is None for each in found[len(starts) :])
    # Under way on that day: it is not over.
    assert offer(doc, "M16").when == "du 21 au 29 novembre 2026"
    assert offer(doc, "M16", dt.date(2026, 11, 30)).dated == offer(doc, "M16", dt.date(2027, 1, 2)).dated
    assert offer(doc, "M11").when == "du 18 septembre au 8 octobre 2027"
    assert offer(doc, "M18").when == "à chaque embauche"


def test_a_date_says_how_sure_it_is(doc: Document) -> None:
    assert offer(doc, "M05").sureness == ""
    assert offer(doc, "M12").sureness == "date à confirmer"
    assert offer(doc, "M01").sureness == "date à fixer chez vous"


def test_a_moment_is_chosen_once_a_year(doc: Document) -> None:
    chosen = moments.choose(doc, offer(doc, "M05"))
    assert (chosen.starts, chosen.confirmed) == ("2027-03-20", True)
    again = offer(doc, "M05")
    assert again.chosen is not None
    assert moments.choose(doc, again).id == chosen.id
    assert offer(doc, "M05", dt.date(2027, 6, 1)).chosen is None, "the next year can be chosen as well"
    undated = moments.choose(doc, offer(doc, "M18"))
    assert undated.starts is None
    assert offer(doc, "M18").chosen is not None
    with doc.action("Tenir") as tx:
        tx.update(ChosenMoment, undated.id, held=True)
    assert offer(doc, "M18").chosen is None


def test_the_year_counts_what_comes_and_the_last_twelve_months() -> None:
    old, held = (
        ChosenMoment(title="a", starts="2025-09"),
        ChosenMoment(title="b", starts="2026-03", held=True),
    )
    undated, ahead = ChosenMoment(title="c"), ChosenMoment(title="d", starts="2027-01")
    found = moments.of_the_year([undated, ahead, held, old], TODAY)
    assert found == (held, ahead, undated)
    assert moments.coming([undated, ahead, held, old], TODAY) == (ahead,)


def test_what_asks_for_somebody_is_said() -> None:
    soon = ChosenMoment(title="Vœux", starts="2027-01")
    passed = ChosenMoment(title="Forum", starts="2026-09-05", confirmed=True)
    told = [each.replace("\u00a0", " ") for each in moments.remarks([soon, passed], TODAY)]
    assert told[0] == "À vérifier, c’est dans moins de deux mois : Vœux."
    assert told[1] == "1 moment est passé sans que l’on sache s’il a eu lieu : Forum."
    two = moments.remarks([passed, ChosenMoment(title="Fête", starts="2026-08")], TODAY)
    assert two[-1].replace("\u00a0", " ") == "2 moments sont passés sans que l’on sache s’ils ont eu lieu."


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        (None, None, "à dater"),
        ("2026-03-21", None, "21 mars 2026"),
        ("2026-03-21", "2026-03-21", "21 mars 2026"),
        ("2026-12-30", "2027-01-02", "du 30 décembre 2026 au 2 janvier 2027"),
        ("2026-09-18", "2026-10-08", "du 18 septembre au 8 octobre 2026"),
        ("2026-11-01", "2026-11-08", "du 1ᵉʳ au 8 novembre 2026"),
        ("2026-11", "2026-12", "novembre 2026 – décembre 2026"),
    ],
)
def test_a_period_reads_well(starts: str | None, ends: str | None, told: str) -> None:
    assert moments.period(starts, ends) == told
