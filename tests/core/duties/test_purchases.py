"""What the inventory tells of purchases and exits, and what the collectivité reads and counts itself."""

import pytest

from nrdesk.core.campaigns import copy_campaign
from nrdesk.core.compliance.agec58 import SpendVerdict
from nrdesk.core.compliance.reen16 import ReuseVerdict
from nrdesk.core.document import Document
from nrdesk.core.duties import explained, purchases, reuse
from nrdesk.core.model import Acquisition, Authority, DeclaredSpend, Equipment, EquipmentStatus, ExitRoute
from nrdesk.core.reference.purchases import IT

PRINTING = "Matériel de reprographie et d'impression"


@pytest.fixture
def document(tmp_path):
    with Document.create(tmp_path / "ici.nrdesk", Authority(name="Ici"), year=2026) as doc:
        yield doc


def add(document, *records):
    with document.action("Saisir") as tx:
        tx.add(*records)


def bought(document, **changes):
    given = {
        "campaign_id": document.campaign.id,
        "category": "portable_14",
        "quantity": 1,
        "purchased": "2026-03",
        "price": 500.0,
        "acquisition": Acquisition.NEW,
    }
    return Equipment(**{**given, **changes})


class TestProposals:
    def test_prices_add_up_by_product_type(self, document):
        add(
            document,
            bought(document, quantity=2),
            bought(document, acquisition=Acquisition.REFURBISHED, price=300.0),
            bought(document, category="imprimante_laser", price=250.0),
            bought(document, purchased="2025"),
        )
        found = {each.product_type: each for each in purchases.proposals(document, 2026)}
        assert (found[IT].total, found[IT].reused, found[IT].quantity) == (1300.0, 300.0, 3)
        assert found[PRINTING].total == 250.0

    def test_what_has_no_price_is_told_and_a_gift_or_a_lease_is_no_spending(self, document):
        add(
            document,
            bought(document, price=None, quantity=4),
            bought(document, acquisition=Acquisition.DONATED, quantity=2),
            bought(document, acquisition=Acquisition.LEASED),
            bought(document, category="onduleur"),
        )
        (found,) = purchases.proposals(document, 2026)
        assert (found.total, found.unpriced, found.gifts, found.leased) == (0.0, 4, 2, 1)

    def test_taking_them_is_one_action_that_keeps_what_only_people_know(self, document):
        add(
            document,
            bought(document),
            DeclaredSpend(year=2026, product_type=IT, total=1.0, recycled=7.0, comment="facture 12"),
        )
        purchases.take(document, purchases.proposals(document, 2026))
        (kept,) = document.all(DeclaredSpend)
        assert (kept.total, kept.reused, kept.recycled, kept.comment) == (500.0, 0.0, 7.0, "facture 12")
        document.undo()
        assert document.all(DeclaredSpend)[0].total == 1.0

    def test_a_new_line_waits_for_the_value_of_gifts_when_there_are_some(self, document):
        add(document, bought(document), bought(document, acquisition=Acquisition.DONATED))
        purchases.take(document, purchases.proposals(document, 2026))
        assert document.all(DeclaredSpend)[0].donated is None

    def test_nothing_bought_is_nothing_to_take(self, document):
        purchases.take(document, purchases.proposals(document, 2026))
        assert purchases.proposals(document, 2031) == ()
        assert document.undo_label is None


class TestShares:
    def test_they_come_in_the_order_of_the_schema(self, document):
        add(document, *(DeclaredSpend(year=2026, product_type=name) for name in (PRINTING, "Papier", IT)))
        told = [each.product_type for each in purchases.shares(document, 2026)]
        assert told == [IT, PRINTING, "Papier"]

    def test_a_rate_that_the_collectivite_read_replaces_an_unsure_one(self, document):
        add(document, DeclaredSpend(year=2026, product_type=PRINTING, total=100.0, reused=15.0))
        assert purchases.shares(document, 2026)[0].verdict is SpendVerdict.NO_TARGET
        purchases.set_target(document, PRINTING, 2026, 15.0)
        (found,) = purchases.shares(document, 2026)
        assert (found.verdict, found.verified, found.reuse_target) == (SpendVerdict.MET, True, 0.15)
        purchases.set_target(document, PRINTING, 2026, None)
        assert purchases.shares(document, 2026)[0].verdict is SpendVerdict.NO_TARGET

    def test_a_rate_that_is_sure_stays(self, document):
        add(document, DeclaredSpend(year=2026, product_type=IT, total=100.0, reused=15.0))
        purchases.set_target(document, IT, 2026, 1.0)
        assert purchases.shares(document, 2026)[0].reuse_target == 0.2

    def test_the_year_to_declare_is_the_last_one_over(self, document):
        assert purchases.declared_year(document) == 2025
        add(document, *(DeclaredSpend(year=year, product_type=IT) for year in (2024, 2025, 2027)))
        assert purchases.declared_year(document) == 2025
        assert purchases.years(document) == (2027, 2026, 2025, 2024)


class TestReuse:
    def test_exits_of_the_year_are_read_in_the_inventory(self, document):
        out = {"status": EquipmentStatus.OUT, "retired": "2026-05", "purchased": "2019"}
        add(
            document,
            bought(document, **out, exit_route=ExitRoute.DONATED, quantity=3),
            bought(document, **out, exit_route=ExitRoute.WEEE),
            bought(document, **{**out, "purchased": "2012"}, exit_route=ExitRoute.DONATED),
            bought(document, **out, category="copieur_a3", exit_route=ExitRoute.DONATED),
            bought(document),
        )
        found = reuse.rate_of(document, 2026)
        assert (found.a, found.b, found.over_age, found.out_of_scope) == (3, 4, 1, 1)
        assert found.verdict is ReuseVerdict.MET

    def test_what_left_between_two_inventories_is_told_by_the_first_one(self, document):
        first = document.campaign
        gone, kept = bought(document, retired="2027-02", exit_route=ExitRoute.SOLD), bought(document)
        add(document, gone, kept)
        copy_campaign(document, first, 2027, "2027-11-01")
        (copy,) = document.all(Equipment, campaign_id=document.campaign.id, lineage=kept.id)
        with document.action("Sortir") as tx:
            tx.update(Equipment, copy.id, status=EquipmentStatus.OUT, retired="2027-06")
            tx.delete(Equipment, document.ids(Equipment, campaign_id=document.campaign.id, lineage=gone.id))
        found = reuse.rate_of(document, 2027)
        assert (found.a, found.b) == (1, 2)

    def test_the_stock_that_was_counted_replaces_the_exits(self, document):
        reuse.set_stock(document, 2026, 0)
        assert reuse.rate_of(document, 2026).verdict is ReuseVerdict.NO_OBJECT
        reuse.set_stock(document, 2026, None)
        assert not reuse.rate_of(document, 2026).stock_known

    def test_its_explanation_tells_the_hypothesis_and_what_is_left_out(self, document):
        out = {"status": EquipmentStatus.OUT, "retired": "2026-05"}
        add(document, bought(document, **out, purchased="2012"), bought(document, **out))
        told = explained.explain_reuse(reuse.rate_of(document, 2026))
        assert told.formula == "0 ÷ 1 = 0\u00a0%"
        assert any("plus de 10 ans" in term.label for term in told.terms)
        assert any("1ᵉʳ janvier" in said for said in told.hypotheses)
        assert any("sans destination" in said for said in told.hypotheses)


def test_a_share_is_explained_with_its_amounts_and_its_source(document):
    add(document, DeclaredSpend(year=2026, product_type=IT, total=3900.0, reused=700.0))
    told = explained.explain_spending(purchases.shares(document, 2026)[0])
    assert told.formula == "(700\u00a0€ + 0\u00a0€) ÷ 3\u202f900\u00a0€ = 17,9\u00a0%"
    assert told.terms[-1].value_text == "20\u00a0%"
    assert "atd31" in told.terms[-1].source
    assert any("dons" in said for said in told.hypotheses)


def test_the_recycled_share_of_paper_is_explained_as_such(document):
    add(document, DeclaredSpend(year=2026, product_type="Papier", total=200.0, recycled=50.0))
    told = explained.explain_spending(purchases.shares(document, 2026)[0])
    assert told.formula == "50\u00a0€ ÷ 200\u00a0€ = 25\u00a0%"
    assert told.terms[-1].value_text == "40\u00a0% (à confirmer)"


def test_an_amount_that_is_missing_is_named(document):
    add(document, DeclaredSpend(year=2026, product_type=IT, reused=700.0))
    assert explained.explain_spending(purchases.shares(document, 2026)[0]).missing == ("la dépense totale",)


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.29, "29\u00a0%"), (0.19999, "19,9\u00a0%"), (0.2, "20\u00a0%"), (1.5, "150\u00a0%"), (None, "")],
)
def test_what_lacks_a_little_never_reads_as_reached(share, told):
    assert explained.share_text(share) == told
