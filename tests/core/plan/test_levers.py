"""What an action says that it changes, as the simulation takes it: shares of what the campaign counts."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.footprint.attribution import Ground
from nrdesk.core.footprint.levers import LeverKind
from nrdesk.core.model import Acquisition, Action, ActionLever, ActionStatus, Equipment
from nrdesk.core.plan.effects import ground_of
from nrdesk.core.plan.lever_words import target_words, told
from nrdesk.core.plan.levers import ON_EXIT, ReadLever, beginning, read
from tests.core.plan.small import act, create, lever

ACTION = Action(ends="2026-12")


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with create(tmp_path_factory.mktemp("plan")) as made:
        yield made


@pytest.fixture(scope="module")
def ground(doc: Document) -> Ground:
    return ground_of(doc, assess(doc), 2032)


def taken(ground: Ground, *words: object, action: Action = ACTION, **fields: object) -> ReadLever:
    return read(lever(*words, **fields), action, ground)


@pytest.mark.parametrize(
    ("words", "kind", "amount", "bound"),
    [
        (("lifetime", "add", 2, "portable"), LeverKind.LIFETIME, 2, False),
        (("lifetime", "set", 7, "portable"), LeverKind.LIFETIME, 7, True),
        (("lifetime", "multiply", 1.2, "portable"), LeverKind.LIFETIME, 1, False),
        (("quantity", "multiply", 0.9, "Écrans"), LeverKind.QUANTITY, 0.9, False),
        (("quantity", "set", 3, "ecran"), LeverKind.QUANTITY, 0.5, True),
        (("quantity", "add", 2, "portable"), LeverKind.QUANTITY, 1.2, False),
        (("quantity", "add", -30, "portable"), LeverKind.QUANTITY, 0, False),
        (("refurbished", "set", 0.6, "portable"), LeverKind.REFURBISHED, 0.5, True),
        (("refurbished", "add", 0.4, "portable"), LeverKind.REFURBISHED, 0.5, False),
        (("refurbished", "multiply", 2, "portable"), LeverKind.REFURBISHED, 0.25, False),
        (("refurbished", "set", 3, "portable"), LeverKind.REFURBISHED, 1, True),
        (("electricity", "multiply", 0.7), LeverKind.USAGE, 0.7, False),
        (("electricity", "set", 0), LeverKind.USAGE, 0, True),
        (("service", "set", 30, "ramettes"), LeverKind.SERVICE, 0.75, True),
        (("service", "multiply", 0.8), LeverKind.SERVICE, 0.8, False),
    ],
)
def test_what_is_written_becomes_a_share_of_today(ground, words, kind, amount, bound):
    found = taken(ground, *words)
    assert found.lever is not None, found.reason
    assert (found.lever.kind, found.lever.bound) == (kind, bound)
    assert found.lever.amount == pytest.approx(amount)
    assert found.lever.from_year == 2027


def test_a_generic_category_stands_for_its_variants(ground):
    found = taken(ground, "lifetime", "add", 1, "portable")
    assert found.lever is not None
    assert {"portable", "portable_14"} <= found.lever.categories
    assert "ecran_24" not in found.lever.categories
    everything = taken(ground, "lifetime", "add", 1)
    assert everything.lever is not None
    assert not everything.lever.categories


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("reuse_exit", "set", 0.6), ON_EXIT),
        (("lifetime", "add", None), "il manque de combien"),
        (("lifetime", "add", 1, "licorne"), "licorne"),
        (("lifetime", "add", 1, "tablette"), "aucun appareil"),
        (("lifetime", "add", 1, "ramettes"), "aucun appareil"),
        (("lifetime", "multiply", 0.5), "baisse"),
        (("lifetime", "add", -1), "baisse"),
        (("service", "multiply", 0.5, "stockage"), "aucun de ces services"),
        (("service", "set", 5, "ramettes,boite_mail"), "même unité"),
        (("lifetime", "set", 9, "ecran"), "déjà atteint dans l’inventaire de 2026"),
        (("service", "set", 50, "ramettes"), "déjà atteint"),
        (("refurbished", "set", 0.2, "portable"), "déjà atteint"),
    ],
)
def test_what_is_not_simulated_says_why(ground, words, reason):
    found = taken(ground, *words)
    assert found.lever is None
    assert reason in found.reason


def test_appliances_that_are_all_refurbished_or_off_have_nothing_to_gain(tmp_path):
    with create(tmp_path) as doc:
        lines = doc.all(Equipment)
        with doc.action("Changer") as tx:
            tx.update_all(Equipment, [each.id for each in lines], annual_kwh=0.0)
            tx.update(Equipment, lines[0].id, acquisition=Acquisition.REFURBISHED)
        ground = ground_of(doc, assess(doc), 2032)
        assert "déjà reconditionné" in taken(ground, "refurbished", "set", 0.5, "portable").reason
        assert "électricité" in taken(ground, "electricity", "multiply", 0.5).reason


def test_what_is_done_is_in_the_inventory_already(ground):
    done = Action(ends="2025-11", status=ActionStatus.DONE)
    assert "déjà dans l’inventaire" in taken(ground, "electricity", "multiply", 0.7, action=done).reason
    level = taken(ground, "lifetime", "set", 8, "portable", action=done)
    assert level.lever is not None, "only what is missing counts: it cannot be counted twice"
    late = Action(ends="2025-11", status=ActionStatus.UNDER_WAY)
    assert taken(ground, "electricity", "multiply", 0.7, action=late).lever is not None


@pytest.mark.parametrize(
    ("action", "from_year", "expected"),
    [
        (Action(ends="2028-06"), None, (2029, False, False)),
        (Action(starts="2027-01", months=6), None, (2028, False, False)),
        (Action(starts="2028", continuous=True), None, (2029, False, False)),
        (Action(), None, (2027, False, True)),
        (Action(ends="2028-06"), 2027, (2027, False, False)),
        (Action(status=ActionStatus.UNDER_WAY), 2025, (2027, True, False)),
        (Action(status=ActionStatus.TO_START), 2025, (2027, False, False)),
        (Action(status=ActionStatus.DONE), None, (2027, True, True)),
    ],
)
def test_when_a_lever_begins(action, from_year, expected):
    record = replace(lever("lifetime", "add", 1), from_year=from_year)
    assert beginning(record, action, 2026) == expected


def test_a_scenario_has_the_last_word_on_the_year(doc, ground):
    action = act(doc, "Garder", lever("lifetime", "add", 1, "portable"), ends="2027-03")
    (record,) = doc.all(ActionLever, action_id=action.id)
    for asked, expected in ((None, 2028), (2030, 2030), (2020, 2027)):
        found = read(record, action, ground, from_year=asked).lever
        assert found
        assert found.from_year == expected


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("lifetime", "add", 2, "portable"), "durée de vie\u00a0: 2\u00a0ans de plus (Ordinateur portable)"),
        (("lifetime", "set", 10, "Écrans"), "durée de vie\u00a0: à amener à 10\u00a0ans (Écrans)"),
        (("electricity", "multiply", 0.7), "électricité\u00a0: 30\u00a0% de moins"),
        (("electricity", "multiply", 1), "électricité\u00a0: rien de changé"),
        (("quantity", "add", -2), "nombre d’appareils\u00a0: 2 de moins"),
        (("service", "set", 1500, "ramettes"), "services numériques\u00a0: à amener à 1\u202f500"),
        (("refurbished", "set", 0.5), "part de reconditionné dans les achats\u00a0: à amener à 50\u00a0%"),
        (("quantity", "set", None), "nombre d’appareils\u00a0: à préciser"),
    ],
)
def test_a_lever_is_told_in_french(words, text):
    assert told(lever(*words)).startswith(text)


def test_an_unknown_target_is_shown_as_it_was_written():
    assert target_words("ecran, licorne") == "Écran d’ordinateur, licorne"
