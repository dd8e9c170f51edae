"""The tables of purchases and of discarded appliances agree with each other and with the law table."""

from itertools import pairwise

import pytest

from nrdesk.core.errors import UserError
from nrdesk.core.model.purchase import in_force
from nrdesk.core.reference import factors, obligations, purchases
from nrdesk.core.reference.table import parse, read_data


def test_every_share_is_of_a_type_of_the_official_schema():
    types = set(purchases.product_types())
    assert len(types) == 17
    assert {target.subject for target in purchases.purchase_targets()} <= types
    assert purchases.IT in purchases.digital_types()


def test_shares_of_a_type_follow_each_other_without_overlap():
    for name in purchases.digital_types():
        found = [each for each in purchases.purchase_targets() if each.subject == name]
        for before, after in pairwise(found):
            assert before.end is not None
            assert before.end < after.start


def test_what_is_sure_has_a_source_and_a_share():
    for target in (*purchases.purchase_targets(), *purchases.reuse_targets()):
        assert target.source
        if target.verified:
            assert target.reuse_percent is not None


def test_reuse_shares_are_those_that_the_law_table_tells():
    told = {each.id: each for each in obligations.load()}
    for year, obligation in ((2023, "2023"), (2024, "2024"), (2025, "2025"), (2030, "2025")):
        target = in_force(purchases.reuse_targets(), year)
        assert target is not None
        law = told[f"REEN16-REEMPLOI-{obligation}"]
        assert f"{target.reuse_percent:.0f} %" in law.requirement.replace("\u00a0", " ")
        assert f"plus de {target.oldest_years:.0f} ans" in law.requirement.replace("\u00a0", " ")
        assert target.start == law.start
    assert in_force(purchases.reuse_targets(), 2022) is None


def test_every_line_names_a_category_or_a_group_and_a_type_of_the_schema():
    categories = factors.categories()
    groups = {category.group for category in categories.values()}
    for row in read_data("law/digital_products.csv"):
        assert row.required("appliances") in {*categories, *groups}
        assert row.text("product_type") in {"", *purchases.product_types()}


@pytest.mark.parametrize(
    ("category", "product_type", "counts"),
    [
        ("portable_14", purchases.IT, True),
        ("imprimante_laser", "Matériel de reprographie et d'impression", True),
        ("copieur_a3", "Matériel de reprographie et d'impression", False),
        ("onduleur", "", False),
        ("ecran_24", purchases.IT, True),
    ],
)
def test_a_category_takes_its_own_line_before_that_of_its_group(category, product_type, counts):
    found = purchases.product_of(category, factors.categories()[category].group)
    assert found is not None
    assert (found.product_type, found.leaves_by_reen16) == (product_type, counts)


def test_what_no_table_names_is_nothing():
    assert purchases.product_of("camera_video", factors.categories()["camera_video"].group) is None
    assert purchases.product_of(None) is None


def test_a_day_that_does_not_exist_is_named_with_its_line():
    (row,) = parse("start_date\n2026-02-30\n", "taux.csv")
    with pytest.raises(UserError, match="« 2026-02-30 » n’est pas une date"):
        purchases._day(row, "start_date")
    assert purchases._day(next(iter(parse("start_date;x\n;1\n", "t"))), "start_date") is None
