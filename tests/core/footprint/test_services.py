"""Digital services: the formula, what is never counted twice, the range, the explanations."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import Method, compute
from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.footprint.services import combine, compute_services
from nrdesk.core.footprint.services_explained import explain_combined, explain_service, explain_services
from nrdesk.core.model import Equipment, Origin, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceTopic
from nrdesk.core.reference import factors, services

MAINLAND = "France métropolitaine (continentale)"
MIX = 0.0461
SERVICES = services.load()
METHOD = Method(factors.load(), MAINLAND, 2025, "2026-01-01")
KINDS = [kind.id for kind in SERVICES.kinds.values() if kind.chosen]


def use(service, quantity=1.0, **fields):
    return ServiceUse(campaign_id="c", service=service, quantity=quantity, **fields)


def site(page_kb=2000.0, yearly_views=50_000.0, **fields):
    return WebSite(campaign_id="c", page_kb=page_kb, yearly_views=yearly_views, **fields)


def park(*categories):
    return compute([Equipment(campaign_id="c", category=category) for category in categories], METHOD)


NOTHING = park()


def count(*uses, sites=(), inventory=NOTHING):
    return compute_services(uses, sites, SERVICES, inventory)


def rules(result):
    return set(result.acting)


class TestFormula:
    def test_quantity_times_the_published_value(self):
        assert count(use("ramettes", 40)).total.value == pytest.approx(40 * 2.29)

    def test_electricity_takes_the_mix_of_the_campaign(self):
        assert count(use("vm_moyenne", 3)).total.value == pytest.approx(3 * (29.99 + 275.06 * MIX))
        assert count(use("vm_moyenne", 3)).kwh == pytest.approx(3 * 275.06)
        older = compute([], dataclasses.replace(METHOD, year=2024))
        assert count(use("vm_moyenne"), inventory=older).total.value == pytest.approx(29.99 + 275.06 * 0.0519)

    def test_a_mailbox_gives_the_published_figure(self):
        assert count(use("boite_mail")).total.value == pytest.approx(0.1031, rel=1e-3)

    def test_euros(self):
        assert count(use("depense_prestations", 14_200)).total.value == pytest.approx(14.2 * 75)

    def test_a_fifth_of_the_toners_of_a_life_each_year(self):
        assert count(use("toner", 2)).total.value == pytest.approx(2 * 300 / 5)

    def test_web_pages_count_network_and_data_centre(self):
        result = count(sites=[site(2500, 40_000)])
        assert result.lines[0].quantity == pytest.approx(100)
        assert result.total.value == pytest.approx(100 * 0.00950468087)

    def test_the_score_of_a_site_changes_nothing(self):
        assert count(sites=[site(ecoindex=12.0)]).total == count(sites=[site()]).total

    def test_without_a_factor_of_electricity_only_what_uses_it_is_left_out(self):
        nowhere = compute([], dataclasses.replace(METHOD, territory="Wallis-et-Futuna"))
        result = count(use("vm_petite"), use("ramettes"), inventory=nowhere)
        assert [line.lacks for line in result.lines] == [("le facteur d’électricité du territoire",), ()]
        assert result.total.value == pytest.approx(2.29)


class TestWhatLacks:
    @pytest.mark.parametrize(
        ("record", "lacks"),
        [
            (use("", 4), ("le service",)),
            (use("", None), ("le service", "la quantité")),
            (use("licorne", 4), ("un service que ce catalogue connaisse",)),
            (use("ramettes", None), ("la quantité",)),
            (use("ramettes", -1), ("la quantité",)),
        ],
    )
    def test_a_service_is_left_out_and_says_why(self, record, lacks):
        result = count(record, use("toner"))
        assert result.excluded == (result.lines[0],)
        assert result.lines[0].lacks == lacks
        assert result.lines[0].value is None
        assert result.total.value == pytest.approx(60)
        explanation = explain_service(result.lines[0])
        assert explanation.missing == lacks
        assert explanation.value is None

    def test_a_site_without_its_weight_or_its_views(self):
        lines = count(sites=[site(page_kb=None), site(yearly_views=None), site(None, None)]).lines
        assert [line.lacks for line in lines] == [
            ("le poids de la page",),
            ("les pages vues",),
            ("le poids de la page", "les pages vues"),
        ]

    def test_nothing_at_all(self):
        result = count()
        assert (result.total.value, result.total.low, result.total.high, result.kwh) == (0, 0, 0, 0)
        assert result.acting == {}
        assert explain_services(result).value == 0


class TestNeverTwice:
    """Each rule acts, says so, and stays quiet without a reason to act."""

    @pytest.mark.parametrize(
        ("spend", "by", "rule"),
        [
            ("depense_hebergement", "vm_petite", Rule.HOSTING),
            ("depense_hebergement", "serveur_heberge", Rule.HOSTING),
            ("depense_hebergement", "stockage", Rule.HOSTING),
            ("depense_telecom", "reseau_fixe", Rule.TELECOM),
            ("depense_telecom", "reseau_mobile", Rule.TELECOM),
            ("depense_consommables", "toner", Rule.CONSUMABLES),
            ("courriel", "boite_mail", Rule.MAIL),
            ("pages_recto", "ramettes", Rule.PAPER),
            ("pages_recto_verso", "ramettes", Rule.PAPER),
        ],
    )
    def test_one_service_rather_than_another(self, spend, by, rule):
        assert count(use(spend, 1000)).lines[0].counted
        result = count(use(spend, 1000), use(by, 10))
        assert result.lines[0].excluded_by is rule
        assert result.lines[0].weight > 0
        assert result.lines[0].value is None
        assert result.total == count(use(by, 10)).total
        assert result.acting[rule] == (result.lines[0],)

    def test_an_empty_quantity_leaves_nothing_out(self):
        assert count(use("depense_telecom", 1000), use("reseau_fixe", 0)).lines[0].counted
        assert count(use("depense_telecom", 1000), use("reseau_fixe", None)).lines[0].counted

    def test_the_spending_on_hardware_gives_way_to_the_inventory(self):
        spend = use("depense_materiel", 10_000)
        assert count(spend).total.value == pytest.approx(2160)
        result = count(spend, inventory=park("ecran"))
        assert result.total.value == 0
        assert result.lines[0].weight == pytest.approx(2160)
        assert rules(result) == {Rule.HARDWARE}
        assert count(spend, inventory=park(None)).total.value > 0

    @pytest.mark.parametrize(
        ("spend", "beside"),
        [
            ("depense_hebergement", "boite_mail"),
            ("depense_consommables", "pages_recto"),
            ("depense_consommables", "ramettes"),
        ],
    )
    def test_what_tells_something_else_hides_nothing(self, spend, beside):
        result = count(use(spend, 1000), use(beside, 10))
        assert [line.counted for line in result.lines] == [True, True]

    def test_a_rented_server_gives_way_to_those_of_the_inventory(self):
        rented = use("serveur_heberge")
        assert count(rented, inventory=park("portable")).lines[0].counted
        result = count(rented, use("depense_hebergement", 1000), inventory=park("serveur_tour"))
        assert result.lines[0].excluded_by is Rule.SERVERS
        assert result.lines[1].counted

    def test_computers_are_taken_off_mail_and_visio(self):
        uses = use("courriel", 1000), use("visio", 100)
        apart = count(*uses, inventory=park("ecran"))
        assert apart.total.value == pytest.approx(1000 * 0.00246181262 + 100 * 0.05706336546)
        result = count(*uses, inventory=park("portable"))
        assert result.total.value == pytest.approx(1000 * 0.00109181262 + 100 * 0.01326336546)
        assert rules(result) == {Rule.TERMINALS}

    def test_the_box_is_taken_off_the_network(self):
        result = count(use("reseau_fixe", 100), inventory=park("box"))
        assert result.total.value == pytest.approx(100 * 0.00259)
        assert rules(result) == {Rule.BOX}

    def test_the_network_is_taken_off_visio(self):
        result = count(use("visio", 10), use("reseau_fixe", 100))
        assert result.lines[0].value == pytest.approx(10 * 0.0438)
        everywhere = count(use("visio", 10), use("reseau_fixe", 100), inventory=park("portable"))
        assert everywhere.lines[0].value == pytest.approx(0, abs=1e-12)

    @pytest.mark.parametrize("host", ["vm_petite", "serveur_heberge", "depense_hebergement"])
    def test_the_data_centre_is_taken_off_web_pages(self, host):
        result = count(use(host), sites=[site(1000, 1000)])
        assert result.lines[-1].value == pytest.approx(0.009269346959)
        assert Rule.WEB_HOSTING in rules(result)

    def test_toners_are_said_to_be_apart_from_paper(self):
        result = count(use("toner"), use("pages_recto", 5000))
        assert rules(result) == {Rule.TONER}
        assert all(line.counted for line in result.lines)
        assert rules(count(use("toner"))) == set()

    def test_what_is_left_out_leaves_nothing_else_out(self):
        # The server is in the inventory: the spending on hosting is all that tells of the rest.
        result = count(use("serveur_heberge"), use("depense_hebergement", 10), inventory=park("serveur_rack"))
        assert [line.counted for line in result.lines] == [False, True]

    def test_every_rule_says_what_it_does(self):
        for rule in Rule:
            assert rule.sentence.endswith(".")
            assert not rule.label.endswith(".")


quantities = st.one_of(st.none(), st.floats(0, 1e6))
uses = st.builds(use, st.sampled_from([*KINDS, "", "licorne"]), quantities)
sites = st.builds(site, quantities, quantities)
parks = st.lists(st.sampled_from(["portable", "ecran", "box", "serveur_rack", None]), max_size=4).map(
    lambda categories: park(*categories)
)
entered = st.lists(uses, max_size=8)


@given(entered, st.lists(sites, max_size=2), parks)
def test_the_total_is_the_sum_of_its_lines_and_of_its_groups(uses, sites, inventory):
    result = count(*uses, sites=sites, inventory=inventory)
    values = [line.value for line in result.lines if line.value is not None]
    assert all(value >= 0 for value in values)
    assert result.total.value == pytest.approx(math.fsum(values))
    assert result.total.value == pytest.approx(math.fsum(one.value for one in result.by_group.values()))
    assert len(result.counted) + len(result.excluded) == len(result.lines) == len(uses) + len(sites)


@given(entered, st.lists(sites, max_size=2), parks)
def test_a_range_holds_its_value_and_never_reaches_zero(uses, sites, inventory):
    result = count(*uses, sites=sites, inventory=inventory)
    amounts = [result.total, *result.by_group.values(), combine(inventory, result).total]
    for one in amounts:
        assert one.low <= one.value <= one.high
        assert one.low > 0 or one.value == 0


@given(entered, parks, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(uses, inventory, random):
    shuffled = list(uses)
    random.shuffle(shuffled)
    before, after = count(*uses, inventory=inventory), count(*shuffled, inventory=inventory)
    assert after.total.value == pytest.approx(before.total.value)
    assert after.total.high == pytest.approx(before.total.high)
    assert rules(after) == rules(before)


@given(entered, parks, st.floats(0.1, 50))
def test_linear_in_quantity(uses, inventory, times):
    more = [dataclasses.replace(one, quantity=one.quantity and one.quantity * times) for one in uses]
    before, after = count(*uses, inventory=inventory), count(*more, inventory=inventory)
    assert after.total.value == pytest.approx(before.total.value * times)


@given(entered, parks, st.data())
def test_a_larger_quantity_never_weighs_less(uses, inventory, data):
    grown = [
        one
        if not one.quantity
        else dataclasses.replace(one, quantity=one.quantity + data.draw(st.floats(0, 1e4)))
        for one in uses
    ]
    before, after = count(*uses, inventory=inventory), count(*grown, inventory=inventory)
    assert after.total.value >= before.total.value * (1 - 1e-12)


@given(entered, parks)
def test_a_service_told_in_two_lines_weighs_as_in_one(uses, inventory):
    halves = [
        dataclasses.replace(one, quantity=one.quantity and one.quantity / 2) for one in uses for _ in range(2)
    ]
    whole, split = count(*uses, inventory=inventory), count(*halves, inventory=inventory)
    assert split.total.value == pytest.approx(whole.total.value)
    # The same published value is right or wrong for both halves.
    assert split.total.high == pytest.approx(whole.total.high)


@given(entered, st.lists(sites, max_size=2), parks)
def test_no_two_lines_that_tell_the_same_thing_are_both_counted(uses, sites, inventory):
    result = count(*uses, sites=sites, inventory=inventory)
    counted = {line.kind.topic for line in result.counted if line.quantity > 0}
    known = {kind.recipe.category for kind in inventory.tallies}
    for one, others in (
        (ServiceTopic.EMAILS, {ServiceTopic.MAILBOXES}),
        (ServiceTopic.PAGES, {ServiceTopic.REAMS}),
        (ServiceTopic.TELECOM_SPEND, {ServiceTopic.NETWORK, ServiceTopic.MOBILE}),
        (
            ServiceTopic.HOSTING_SPEND,
            {ServiceTopic.MACHINES, ServiceTopic.SERVER, ServiceTopic.STORAGE, ServiceTopic.MAILBOXES},
        ),
        (ServiceTopic.CONSUMABLES_SPEND, {ServiceTopic.PAGES, ServiceTopic.REAMS, ServiceTopic.TONER}),
    ):
        assert one not in counted or not counted & others
    assert ServiceTopic.HARDWARE_SPEND not in counted or not known
    for line in result.counted:
        for ruling in line.rulings:
            assert ruling.taken_off == 0 or line.unit_value < line.kind.value


@given(entered, parks)
def test_what_is_left_out_can_be_deleted_without_changing_the_total(uses, inventory):
    result = count(*uses, inventory=inventory)
    kept = {line.id for line in result.counted}
    alone = count(*(one for one in uses if one.id in kept), inventory=inventory)
    assert alone.total.value == pytest.approx(result.total.value)


@given(entered, st.lists(sites, max_size=2), parks)
def test_a_line_is_explained_by_the_figure_that_is_counted(uses, sites, inventory):
    result = count(*uses, sites=sites, inventory=inventory)
    for line in result.lines:
        explanation = explain_service(line)
        assert explanation.value == line.value
        assert bool(explanation.missing) == bool(line.lacks)
    assert explain_services(result).value == result.total.value
    whole = combine(inventory, result)
    assert explain_combined(whole, result).value == whole.total.value


class TestTogether:
    def test_the_whole_is_the_sum_and_its_range_is_narrower_than_the_sum_of_ranges(self):
        inventory, result = park("portable", "ecran"), count(use("ramettes", 100))
        whole = combine(inventory, result)
        alone = inventory.totals["gwp"]
        assert whole.total.value == pytest.approx(alone.value + 229)
        assert whole.total.high < alone.high + result.total.high
        assert (whole.equipment.low, whole.equipment.high) == pytest.approx((alone.low, alone.high))

    def test_the_doubt_on_electricity_is_shared(self):
        inventory, result = park("portable"), count(use("vm_moyenne", 5))
        shared = combine(inventory, result).spread
        doubts = [doubt for doubt in shared.amounts if doubt.kind == "electricity"]
        assert len(doubts) == 1
        use_of_park = inventory.totals["gwp"].use
        assert shared.amounts[doubts[0]] == pytest.approx(use_of_park + 5 * 275.06 * MIX)

    def test_without_services_the_whole_is_the_park(self):
        inventory = park("portable")
        whole, alone = combine(inventory, count()), inventory.totals["gwp"]
        assert (whole.total.value, whole.total.low) == pytest.approx((alone.value, alone.low))


class TestExplanations:
    def test_a_machine(self):
        (line,) = count(use("vm_moyenne", 3)).lines
        explanation = explain_service(line)
        assert explanation.formula.replace("\u00a0", " ") == (
            "3 × 29,99 + 3 × 275,06 × 0,0461 = 128,01 kg éq. CO₂ par an"
        )
        told = " ".join(
            f"{term.label} {term.value_text} {term.source} {term.note}" for term in explanation.terms
        )
        assert "digital4better" in told
        assert "ODbL" in told
        assert "80" in told
        assert explanation.range_text
        assert "valeur publiée" in explanation.doubts[0].label

    def test_what_is_taken_off_is_in_the_formula(self):
        (line,) = count(use("visio", 10), inventory=park("portable")).lines
        explanation = explain_service(line)
        assert "(0,057063 − 0,0438)" in explanation.formula
        assert any(term.note == Rule.TERMINALS.sentence for term in explanation.terms)

    def test_what_a_rule_leaves_out_says_its_weight_and_the_rule(self):
        line = count(use("depense_materiel", 1000), inventory=park("portable")).lines[0]
        explanation = explain_service(line)
        assert explanation.value is None
        assert explanation.missing == ()
        assert explanation.hypotheses[0] == Rule.HARDWARE.sentence
        assert any("216" in term.value_text for term in explanation.terms if "pèserait" in term.label)

    def test_the_perimeter_of_a_web_site_is_said(self):
        (line,) = count(sites=[site(name="Site de la mairie")]).lines
        explanation = explain_service(line)
        assert explanation.title == "Site de la mairie"
        assert any("Ni l’ordinateur ni le téléphone" in sentence for sentence in explanation.hypotheses)

    def test_an_estimated_quantity_says_so(self):
        (line,) = count(use("ramettes", origin=Origin.ESTIMATED)).lines
        assert any("estimée" in sentence for sentence in explain_service(line).hypotheses)

    def test_the_total_lists_groups_sources_and_what_is_left_out(self):
        result = count(use("ramettes", 10), use("pages_recto", 10), use("toner", None))
        explanation = explain_services(result)
        labels = [term.label.replace("\u00a0", " ") for term in explanation.terms]
        assert labels[:2] == ["Total", "Impression"]
        assert "Pages imprimées, recto seul : non compté" in labels
        assert "Toners des imprimantes laser : non compté" in labels
        assert any("COPACEL" in term.source for term in explanation.terms)
