"""Progress counts what can be checked, says what is missing once, and never looks finished without cause."""

import re
from dataclasses import replace

import pytest

from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.model import Authority, Equipment
from nrdesk.core.steps import STEPS, Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step04_assessment import STEP as ASSESSMENT

EMPTY = Snapshot(Authority())


def lines(count: int, *, dated: int, category: str | None = "portable") -> tuple[Equipment, ...]:
    return tuple(
        Equipment(campaign_id="c", category=category, purchased="2020" if i < dated else None)
        for i in range(count)
    )


FULL = Snapshot(
    Authority(agents=12, population_municipal=4_200),
    lines=lines(10, dated=8),
    groups=frozenset({"Ordinateurs", "Écrans", "Impression", "Réseau"}),
    coverage=0.9,
)


def missing(now: Snapshot) -> tuple[str, ...]:
    return step_progress(ASSESSMENT, now).missing


@pytest.mark.parametrize("step", STEPS[4:], ids=lambda s: s.key)
@pytest.mark.parametrize("now", [EMPTY, FULL], ids=["empty", "full"])
def test_a_step_whose_forms_are_to_come_is_not_begun_and_says_so(step, now):
    progress = step_progress(step, now)
    assert progress.share == 0
    assert not progress.available
    assert progress.missing == ("Formulaire à venir.",)


@pytest.mark.parametrize("step", STEPS[:3], ids=lambda s: s.key)
def test_the_first_steps_of_a_new_file_say_all_that_they_miss(step):
    progress = step_progress(step, EMPTY)
    assert progress.share == 0
    assert progress.available
    assert all(result.missing for result in progress.results)
    assert not any("à venir" in text for text in progress.missing)


@pytest.mark.parametrize("step", STEPS[:4], ids=lambda s: s.key)
def test_sentences_follow_french_typography(step):
    for text in step_progress(step, EMPTY).missing:
        assert text.endswith("."), text
        assert "'" not in text, text
        assert not re.search(r"[^\s\u00a0][:;?!»%]| [:;?!»%]|«(?!\u00a0)", text), text


def test_an_empty_inventory_is_said_once():
    said = missing(EMPTY)
    assert [text for text in said if "inventaire" in text] == [
        "L’inventaire est vide\u00a0: importez un tableau, ou saisissez une première ligne."
    ]
    assert any("agents" in text for text in said)
    assert any("population" in text for text in said)
    assert step_progress(ASSESSMENT, EMPTY).share == 0


def test_a_good_inventory_leaves_only_what_has_no_form():
    progress = step_progress(ASSESSMENT, FULL)
    assert progress.available
    assert progress.missing == ("Formulaire à venir pour 4\u00a0autres points.",)
    assert progress.share == pytest.approx(7 / 11)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            replace(FULL, lines=lines(10, dated=7)),
            "3\u00a0lignes sans date d’achat\u00a0: l’année suffit, dans la colonne Date d’achat.",
        ),
        (
            replace(FULL, lines=(*FULL.lines, *lines(1, dated=1, category=None))),
            "1\u00a0ligne sans catégorie\u00a0: choisissez-la dans la colonne Catégorie de l’inventaire.",
        ),
        (
            replace(FULL, coverage=0.89),
            "L’empreinte couvre 89\u00a0% des appareils\u00a0: complétez les lignes signalées.",
        ),
        (
            replace(FULL, groups=frozenset({"Ordinateurs"})),
            "Aucune ligne pour\u00a0: écrans, impression. Pensez au matériel loué et à celui de l’école.",
        ),
        (
            replace(FULL, authority=replace(FULL.authority, agents=None)),
            "Le nombre d’agents manque\u00a0: il donne l’empreinte par agent.",
        ),
    ],
    ids=["dates", "category", "coverage", "groups", "agents"],
)
def test_what_is_missing_is_said_with_where_to_go(now, expected):
    assert missing(now)[:-1] == (expected,)


def test_the_words_are_those_of_the_inventory():
    assert FIELD["purchased"].label == "Date d’achat"
    assert FIELD["category"].label == "Catégorie"


def test_zero_agent_is_a_known_number():
    assert not any(
        "agents" in text for text in missing(replace(FULL, authority=replace(FULL.authority, agents=0)))
    )


@pytest.mark.parametrize("flash", [True, False])
def test_the_flash_path_keeps_only_what_is_essential(flash):
    now = replace(FULL, flash=flash)
    for step in STEPS:
        looked_at = [result.check for result in step_progress(step, now).results]
        assert looked_at == [check for check in step.checks if check.essential or not flash]


def test_results_say_which_items_are_done():
    done = {result.check.text for result in step_progress(ASSESSMENT, FULL).results if result.done}
    assert "Chaque ligne a une catégorie." in done
    assert "Le questionnaire de maturité est rempli." not in done


def test_a_step_whose_every_item_is_done_is_finished():
    checks = tuple(check for check in ASSESSMENT.checks if check.available)
    progress = step_progress(replace(ASSESSMENT, checks=checks), FULL)
    assert progress.share == 1
    assert progress.missing == ()
