"""Where an indicator stands: on its way, off it and why, read in time or not."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Direction, Indicator, Reading, TargetStep
from nrdesk.core.monitoring.explaining import explain
from nrdesk.core.monitoring.indicators import lack, readable, state, states_of
from nrdesk.core.monitoring.readings import day, in_time, months_later, next_due

TODAY = dt.date(2026, 11, 22)
GROWS = Indicator(
    title="Part du réemploi",
    unit="%",
    base_value=10,
    base_date="2025",
    target_value=60,
    target_date="2030",
    definition="En dépense.",
)
SHRINKS = Indicator(
    title="Pages",
    unit="pages",
    direction=Direction.DOWN,
    base_value=2000,
    base_date="2025",
    target_value=1000,
    target_date="2030",
)


def read(indicator: Indicator, value: float | None, on: str | None = "2026-11-01", **more: object) -> Reading:
    return Reading(indicator_id=indicator.id, value=value, read_on=on, **more)  # type: ignore[arg-type]


def test_in_time_says_nothing() -> None:
    found = state(GROWS, [read(GROWS, 18)], [], TODAY)
    assert (found.off_track, found.reason, found.due, found.words) == (False, "", False, "dans les temps")
    assert found.expected == pytest.approx(10 + 50 * 326 / 1826)
    assert found.way
    assert found.way.share == pytest.approx(0.16)


def test_a_small_lack_raises_no_alarm_and_a_large_one_does() -> None:
    # 305 days of 1 826: 18.35 are expected, five less is the tolerance.
    assert not state(GROWS, [read(GROWS, 13.5)], [], TODAY).off_track
    found = state(GROWS, [read(GROWS, 13)], [], TODAY)
    assert found.off_track
    assert found.words == "hors trajectoire"
    assert found.reason == (
        "13\u00a0% au dernier relevé (1ᵉʳ novembre 2026). À cette date, il fallait 18,4\u00a0% pour tenir la "
        "cible de 60\u00a0%."
    )


def test_going_backwards_is_said() -> None:
    found = state(SHRINKS, [read(SHRINKS, 2300)], [], TODAY)
    assert found.off_track
    assert found.reason.endswith("C’est en recul depuis le départ (2\u202f000\u00a0pages).")


def test_an_old_reading_is_judged_at_its_date() -> None:
    found = state(GROWS, [read(GROWS, 10, "2025-12-31")], [], dt.date(2028, 1, 1))
    assert not found.off_track
    assert found.due
    assert found.due_reason.startswith("Dernier relevé\u00a0: 31 décembre 2025.")


def test_a_target_that_is_past_is_missed_or_reached() -> None:
    later = dt.date(2031, 2, 1)
    missed = state(GROWS, [read(GROWS, 58, "2030-12")], [], later)
    assert missed.off_track
    assert missed.reason.startswith("La cible (60\u00a0%) était pour le 31 décembre 2030.")
    reached = state(GROWS, [read(GROWS, 60, "2030-12")], [], later)
    assert reached.reached
    assert not reached.off_track
    assert reached.words == "cible atteinte"


def test_the_target_says_which_way_to_go_whatever_was_chosen() -> None:
    wrong = replace(SHRINKS, direction=Direction.UP)
    found = state(wrong, [read(wrong, 2100)], [], TODAY)
    assert found.off_track
    assert not found.reached
    assert found.remark == (
        "La cible est plus basse que le départ\u00a0: nrdesk lit «\u00a0à faire baisser\u00a0»."
    )
    assert state(SHRINKS, [], [], TODAY).remark == ""


def test_without_a_target_one_only_follows() -> None:
    plain = Indicator(title="Déchets", unit="kg")
    found = state(plain, [read(plain, 140)], [], TODAY)
    assert (found.off_track, found.words, found.way) == (False, "suivi sans cible", None)


def test_nothing_read_is_due_unless_the_base_is_fresh() -> None:
    plain = Indicator(title="Déchets", unit="kg")
    assert state(plain, [], [], TODAY).due_reason == "Aucun relevé pour l’instant."
    fresh = state(GROWS, [], [], TODAY)
    assert not fresh.due
    assert fresh.words == "aucun relevé"
    stale = state(GROWS, [], [], dt.date(2027, 1, 5))
    assert stale.due_reason.startswith("Aucun relevé depuis le départ")


def test_what_is_half_typed_does_not_count() -> None:
    found = state(GROWS, [read(GROWS, None), read(GROWS, 3, None), read(GROWS, 18)], [], TODAY)
    assert [each.value for each in found.readings] == [18]


def test_readings_come_in_order_whatever_that_of_the_document() -> None:
    late, early = read(GROWS, 2, "2026-05"), read(GROWS, 1, "2025")
    assert in_time([late, early]) == (early, late)
    found = state(GROWS, [late, early], [], TODAY)
    assert found.last == late
    assert found.before == early


def test_a_year_read_before_its_end_stands_for_today() -> None:
    assert day(read(GROWS, 1, "2026"), TODAY) == TODAY
    assert day(read(GROWS, 1, "2025"), TODAY) == dt.date(2025, 12, 31)
    assert day(read(GROWS, 1, "2027-03"), TODAY) == dt.date(2027, 3, 1)


def test_the_rhythm_says_when_the_next_is_due() -> None:
    twice = Indicator(title="x", rhythm_months=6)
    assert next_due(twice, read(twice, 1, "2026-08-31")) == dt.date(2027, 2, 28)
    assert next_due(twice, None) is None
    assert months_later(dt.date(2026, 1, 31), -2) == dt.date(2025, 11, 30)


def test_states_follow_the_order_of_the_document() -> None:
    second, first = Indicator(title="b", rank=2), Indicator(title="a", rank=1)
    step = TargetStep(indicator_id=first.id, due="2027", value=3)
    found = states_of([second, first], [read(second, 7)], [step], TODAY)
    assert [each.title for each in found] == ["a", "b"]
    assert found[0].steps == (step,)
    assert found[1].value == 7
    assert states_of([Indicator()], [], [], TODAY)[0].title == "Indicateur sans nom"


def test_the_explanation_shows_the_points_and_the_margin() -> None:
    told = explain(
        state(GROWS, [read(GROWS, 9, "2025-06"), read(GROWS, 13, source="Grand livre")], [], TODAY)
    )
    assert told.formula == "Relevé 13\u00a0%, attendu ce jour-là 18,4\u00a0%"
    assert [term.label for term in told.terms] == ["Dernier relevé", "Relevé précédent", "Départ", "Cible"]
    assert told.terms[0].source == "Grand livre"
    assert "(5\u00a0%)" in " ".join(told.hypotheses)
    assert told.value == 13
    empty = explain(state(Indicator(title="x"), [], [], TODAY))
    assert empty.value is None
    assert len(empty.missing) == 2


def test_an_assumed_start_and_steps_are_told() -> None:
    free = Indicator(title="x", target_value=5, target_date="2030", measured_by="age.computers")
    step = TargetStep(indicator_id=free.id, due="2028", value=4)
    told = explain(state(free, [read(free, 3, "2025", computed=True)], [step], TODAY))
    labels = {term.label: term for term in told.terms}
    assert "premier relevé" in labels["Départ"].note
    assert labels["Étape"].value_text == "4"
    assert labels["Dernier relevé"].source == "calculé par nrdesk"
    assert labels["Mesuré par nrdesk"].note


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_better_is_never_worse(base: float, target: float, value: float) -> None:
    """A reading that is closer to where it should go is never off track when a poorer one is not."""
    direction = Direction.UP if target >= base else Direction.DOWN
    indicator = Indicator(
        title="x",
        direction=direction,
        base_value=base,
        base_date="2025",
        target_value=target,
        target_date="2030",
    )
    better = value + (1 if direction is Direction.UP else -1)
    one, other = (state(indicator, [read(indicator, each)], [], TODAY) for each in (value, better))
    assert not (other.off_track and not one.off_track)
    assert bool(one.reason) == one.off_track
    assert lack(direction, value, better) <= 0


@given(st.floats(0.001, 1e9))
def test_a_readable_value_stays_close(value: float) -> None:
    assert readable(value) == pytest.approx(value, rel=0.051)
