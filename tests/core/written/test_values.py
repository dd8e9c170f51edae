"""Numbers and words as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Acquisition, EquipmentStatus
from nrdesk.core.written import values
from nrdesk.core.written.values import Unreadable


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("1 450,00 €", 1450),
        ("1\u202f450,00\u00a0€", 1450),
        ("1\u00a0450,00\u00a0€ HT", 1450),
        ("1'450,50", 1450.5),
        ("1.450,00", 1450),
        ("1,450.00", 1450),
        ("1.450", 1450),
        ("1.234.567", 1234567),
        ("12.5", 12.5),
        ("0.450", 0.45),
        ("489", 489),
        ("€ 489", 489),
        ("350 EUR", 350),
        (",5", 0.5),
        ("", None),
        ("-", None),
        ("NC", None),
        ("inconnu", None),
    ],
)
def test_prices_are_read_with_any_space_and_any_separator(text, euros):
    assert values.price(text) == euros


@pytest.mark.parametrize("text", ["gratuit ?", "12 34", "2 3", "12,5,6", "1e5", "-3", "489 TTC", "9" * 400])
def test_what_is_not_an_amount_is_not_guessed(text):
    with pytest.raises(Unreadable):
        values.price(text)


def test_a_dot_is_decimal_outside_prices():
    assert values.energy("153.375 kWh/an") == 153.375
    assert values.energy("350kWh par an") == 350


@pytest.mark.parametrize(
    ("text", "count"), [("4", 4), ("x 4", 4), ("4 pcs", 4), ("1.0", 1), ("1 200", 1200), ("", 1), ("?", 1)]
)
def test_quantities(text, count):
    assert values.quantity(text) == count


@pytest.mark.parametrize("text", ["0", "-2", "1,5", "beaucoup", "100 001", "489 €"])
def test_impossible_quantities(text):
    with pytest.raises(Unreadable):
        values.quantity(text)


@pytest.mark.parametrize(
    ("text", "years"), [("7", 7), ("7 ans", 7), ("7,5", 7.5), ("84 mois", 7), ("", None)]
)
def test_lifetimes(text, years):
    assert values.lifetime(text) == years


@pytest.mark.parametrize("text", ["0", "60", "long"])
def test_impossible_lifetimes(text):
    with pytest.raises(Unreadable):
        values.lifetime(text)


@pytest.mark.parametrize(
    ("text", "acquisition"),
    [
        ("neuf", Acquisition.NEW),
        ("Acheté", Acquisition.NEW),
        ("Occasion", Acquisition.REFURBISHED),
        ("Acheté d’occasion", Acquisition.REFURBISHED),
        ("Reconditionné grade A", Acquisition.REFURBISHED),
        ("réemploi", Acquisition.REFURBISHED),
        ("don d’une entreprise", Acquisition.DONATED),
        ("LLD 36 mois", Acquisition.LEASED),
        ("crédit-bail", Acquisition.LEASED),
        ("", Acquisition.UNKNOWN),
    ],
)
def test_acquisitions(text, acquisition):
    assert values.acquisition(text) is acquisition


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("En service", EquipmentStatus.IN_USE),
        ("stocké", EquipmentStatus.IN_STOCK),
        ("En stock", EquipmentStatus.IN_STOCK),
        ("non utilisé", EquipmentStatus.IN_STOCK),
        ("Hors service", EquipmentStatus.BROKEN),
        ("HS", EquipmentStatus.BROKEN),
        ("ne marche plus", EquipmentStatus.BROKEN),
        ("réformé en 2023", EquipmentStatus.OUT),
        ("", EquipmentStatus.IN_USE),
    ],
)
def test_statuses(text, status):
    assert values.status(text) is status


@pytest.mark.parametrize("text", ["neuf / occasion", "bleu"])
def test_an_acquisition_that_says_two_things_or_none_is_unread(text):
    with pytest.raises(Unreadable, match="ne dit pas"):
        values.acquisition(text)


def test_a_denied_status_is_not_taken_for_its_contrary():
    with pytest.raises(Unreadable):
        values.status("pas en service")


@given(st.floats(min_value=0, max_value=1e15, allow_nan=False))
def test_a_number_written_is_read_again(value):
    assert values.price(values.written(value)) == value


READERS = (
    values.price,
    values.energy,
    values.quantity,
    values.lifetime,
    values.acquisition,
    values.status,
)


@pytest.mark.parametrize("read", READERS)
@given(text=st.text(max_size=20))
def test_any_text_is_read_or_refused_with_a_reason(read, text):
    try:
        read(text)
    except Unreadable as unreadable:
        reason = unreadable.reason
        assert reason
        assert not reason.endswith(".")
