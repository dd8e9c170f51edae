"""Progress counts what can be checked, says what is missing once, and never looks finished without cause."""

import math
import re
from dataclasses import replace

import pytest

from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.model import (
    Authority,
    Equipment,
    Finding,
    Interview,
    InterviewStatus,
    MaturityAnswer,
    Origin,
    PastAction,
    SynthesisItem,
)
from nrdesk.core.reference import questionnaire
from nrdesk.core.steps import STEPS, Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step04_assessment import STEP as ASSESSMENT

EMPTY = Snapshot(Authority())


def lines(count: int, *, dated: int, category: str | None = "portable") -> tuple[Equipment, ...]:
    return tuple(
        Equipment(campaign_id="c", category=category, purchased="2020" if i < dated else None)
        for i in range(count)
    )


HEARD = (
    PastAction(title="Imprimantes regroupées"),
    *(Interview(title=name, status=InterviewStatus.HELD) for name in ("École", "Accueil")),
    *(MaturityAnswer(campaign_id="c", question=each.id, level=2) for each in questionnaire.load()),
    *(SynthesisItem(campaign_id="c", finding=each, text="Une phrase.") for each in Finding),
)
"""The qualitative half, filled in."""
FULL = Snapshot(
    Authority(agents=12, population_municipal=4_200),
    lines=lines(10, dated=8),
    groups=frozenset({"Ordinateurs", "Écrans", "Impression", "Réseau"}),
    coverage=0.9,
    records=HEARD,
)


def missing(now: Snapshot) -> tuple[str, ...]:
    return step_progress(ASSESSMENT, now).missing


@pytest.mark.parametrize("step", STEPS[:3], ids=lambda s: s.key)
def test_the_first_steps_of_a_new_file_say_all_that_they_miss(step):
    progress = step_progress(step, EMPTY)
    assert progress.share == 0
    assert all(result.missing for result in progress.results)


@pytest.mark.parametrize("step", STEPS, ids=lambda s: s.key)
def test_sentences_follow_french_typography(step):
    for text in step_progress(step, EMPTY).missing:
        assert text.endswith("."), text
        assert "'" not in text, text
        assert not re.search(r"[^\s\u00a0][:;?!»%]| [:;?!»%]|«(?!\u00a0)", text), text


def test_an_empty_inventory_is_said_once():
    said = missing(EMPTY)
    assert [text for text in said if "inventaire" in text] == [
        "L’inventaire est vide\u00a0: importez un tableau, ou partez de cinq chiffres à l’étape 4."
    ]
    assert any("agents" in text for text in said)
    assert any("population" in text for text in said)
    assert step_progress(ASSESSMENT, EMPTY).share == 0


def test_a_good_inventory_leaves_what_is_written_and_heard():
    progress = step_progress(ASSESSMENT, replace(FULL, records=()))
    assert progress.share == pytest.approx(7 / 11)
    assert [result.check.where.field for result in progress.results if not result.done] == [
        "past_actions", "questions", "interviews", "synthesis",
    ]  # fmt: skip


def test_an_assessment_filled_in_is_finished():
    assert step_progress(ASSESSMENT, FULL).share == 1


def without(*kinds: type) -> Snapshot:
    return replace(FULL, records=tuple(each for each in HEARD if not isinstance(each, kinds)))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            without(PastAction),
            "Aucune action n’est notée\u00a0: écrivez ce qui se fait déjà, même si cela paraît petit.",
        ),
        (
            without(MaturityAnswer),
            "Le questionnaire est vide\u00a0: commencez par un thème que vous connaissez bien.",
        ),
        (
            replace(without(MaturityAnswer), records=(*without(MaturityAnswer).records, *HEARD[3:13])),
            "10 sur 74\u00a0questions (14\u00a0%) ont une réponse\u00a0: visez-en 80\u00a0%, "
            "«\u00a0sans objet\u00a0» compris.",
        ),
        (
            without(Interview),
            "Écoutez au moins deux personnes ou groupes\u00a0: un service, un élu, une école.",
        ),
        (
            replace(FULL, records=(*without(Interview).records, HEARD[1], Interview(title="Élus"))),
            "1\u00a0échange tenu, 1\u00a0prévu\u00a0: après la rencontre, passez à «\u00a0tenu\u00a0».",
        ),
        (
            replace(FULL, records=HEARD[:-2]),
            "Il manque\u00a0: une faiblesse, un axe de travail. nrdesk vous en propose, d’après vos données.",
        ),
    ],
    ids=["past actions", "no maturity", "some maturity", "nobody", "planned", "synthesis"],
)
def test_what_is_still_to_be_written_and_heard(now, expected):
    assert missing(now) == (expected,)


def test_the_flash_path_asks_its_own_maturity_questions_only():
    few = [each for each in questionnaire.load() if each.flash]
    enough = few[: math.ceil(0.8 * len(few))]
    answers = tuple(MaturityAnswer(campaign_id="c", question=each.id, level=1) for each in enough)
    now = replace(FULL, flash=True, records=(*without(MaturityAnswer).records, *answers))
    assert missing(now) == ()
    assert missing(replace(now, flash=False)) != ()


def test_estimated_lines_are_not_to_be_dated():
    real, estimated = lines(4, dated=4), lines(40, dated=0)
    guessed = tuple(replace(each, origin=Origin.ESTIMATED) for each in estimated)
    assert missing(replace(FULL, lines=(*real, *guessed))) == ()
    assert "Tout le parc est estimé" in missing(replace(FULL, lines=guessed))[0]


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
    assert missing(now) == (expected,)


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
    assert "Ce qui se fait déjà est écrit." in done
