"""The one declaration of the inventory's fields."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.inventory import fields
from nrdesk.core.inventory.fields import FIELD, FIELDS
from nrdesk.core.inventory.headers import TITLES
from nrdesk.core.model import Equipment, ExitRoute
from nrdesk.core.reference import factors
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal

LINE = Equipment(campaign_id="campaign")

texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ("2018", "03/2017", "05/03/2018", "2022 ?", "?", "1 450,00 €", "12.5", "4", "neuf", "don", "HS",
         "Écran", "Portable 13 pouces", "bureau", "7 ans", "350 kWh/an", "deux\nlignes", "a  b")
    ),
)  # fmt: skip


def test_the_fields_are_those_of_the_inventory_in_order():
    assert [field.name for field in FIELDS] == [
        "number", "category", "brand", "model", "site", "service", "assigned_to", "quantity", "purchased",
        "acquisition", "price", "supplier", "provided_by", "warranty_until", "status", "lifetime_years",
        "annual_kwh", "usage_profile", "operating_system", "serial_number", "retired", "exit_route",
        "recipient", "comment",
    ]  # fmt: skip
    assert {field.name for field in FIELDS} == set(TITLES)
    assert all(field.label and field.help for field in FIELDS)


def test_each_title_means_one_field_and_is_normalised():
    titles = [title for names in TITLES.values() for title in names]
    assert len(titles) == len(set(titles))
    assert all(title == normal(title) for title in titles)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
@given(text=texts)
def test_reading_what_is_shown_gives_the_same_attributes(field, text):
    try:
        read = field.read(text)
    except Unreadable:
        return
    line = dataclasses.replace(LINE, **read)
    assert dict(field.read(field.show(line))) == dict(read)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_can_be_blank(field):
    assert field.show(dataclasses.replace(LINE, **field.read(""))) in ("", "1", "en service")


def test_every_choice_of_a_list_is_read():
    for field in FIELDS:
        for choice in field.choices:
            assert field.show(dataclasses.replace(LINE, **field.read(choice))) == choice


def test_every_category_is_shown_by_its_label_and_read_again():
    for category in factors.categories().values():
        assert FIELD["category"].read(category.label) == {"category": category.id}
        assert FIELD["category"].read(category.id) == {"category": category.id}


def test_a_text_that_is_not_understood_is_kept_until_it_is_corrected():
    dated = dataclasses.replace(LINE, purchased="2018")
    wrong = dataclasses.replace(dated, **fields.changes(dated, "purchased", "jadis"))
    assert wrong.purchased is None
    assert fields.text(wrong, "purchased") == "jadis"
    assert "n’est pas une date" in (fields.problem(wrong, "purchased") or "")
    assert fields.problem(wrong, "price") is None

    both = dataclasses.replace(wrong, **fields.changes(wrong, "price", "cher"))
    right = dataclasses.replace(both, **fields.changes(both, "purchased", "2019"))
    assert right.purchased == "2019"
    assert right.unread_texts() == {"price": "cher"}
    assert dataclasses.replace(right, **fields.changes(right, "price", "")).unread == ""


def test_what_cannot_be_printed_does_not_enter():
    assert FIELD["brand"].read("De\x00ll\tInc.\n") == {"brand": "Dell Inc."}
    assert FIELD["comment"].read("un\r\ndeux\x07 ") == {"comment": "un\ndeux"}


def test_a_category_that_is_no_longer_listed_is_shown_as_it_is():
    assert FIELD["category"].show(dataclasses.replace(LINE, category="minitel")) == "minitel"
    assert FIELD["usage_profile"].show(dataclasses.replace(LINE, usage_profile="lunaire")) == "lunaire"


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("donné à l’école", ExitRoute.DONATED),
        ("D3E", ExitRoute.WEEE),
        ("vendu aux enchères", ExitRoute.SOLD),
        ("retour loueur", ExitRoute.RETURNED),
        ("volé", ExitRoute.LOST),
        ("réemploi", ExitRoute.REUSE),
        ("", ExitRoute.UNKNOWN),
    ],
)
def test_what_became_of_an_appliance_is_read_as_people_write_it(text, route):
    assert FIELD["exit_route"].read(text) == {"exit_route": route}


def test_a_warranty_is_a_date_and_never_a_duration():
    assert FIELD["warranty_until"].read("03/2027") == {"warranty_until": "2027-03"}
    for duration in ("3 ans", "36 mois", "2 years"):
        with pytest.raises(Unreadable, match="durée"):
            FIELD["warranty_until"].read(duration)
