"""The ten steps are all there, in order, each in its own module."""

from pathlib import Path

from nrdesk.core import steps
from nrdesk.core.steps import STEPS, Place

PAGES = {"authority", "inventory", "footprint", "maturity", "obligations", "roadmap"}
DOCUMENTS = {
    "inventaire-g4it", "inventaire-numecoeval", "inventaire-ecodiag",
    "etat-des-lieux", "inventaire", "programme-de-travail", "note-de-cadrage", "lettre-de-mission",
    "guides-d-entretien", "questionnaire-de-maturite",
    "carte-des-acteurs", "plan-de-sensibilisation", "note-d-articulation",
    "ordre-du-jour", "compte-rendu-d-atelier", "strategie",
    "synthese-de-la-strategie", "strategie-facile-a-lire",
    "projet-de-deliberation", "note-de-synthese", "extrait-du-registre", "dates-du-vote",
    "presentation-au-conseil", "plan-action", "fiches-action", "plan-tet",
    "calendrier-du-plan", "plan-projets",
    "ordre-du-jour-de-revue", "compte-rendu-de-revue",
    "bilan-annuel", "bilan-deux-pages", "declaration-agec", "kit-communication",
    "affiche", "affiche-a3", "courriel", "article-de-bulletin", "communique-de-presse", "note-interne",
    "diapositives", "engagements-a-signer",
    "calendrier",
}  # fmt: skip
"""Names that `nrdesk exporter` reserves."""


def test_ten_steps_in_order_with_their_own_key_and_page():
    assert [step.number for step in STEPS] == list(range(1, 11))
    assert len({step.key for step in STEPS}) == 10
    assert [step.page for step in STEPS] == [f"step{number}" for number in range(1, 11)]


def test_the_registry_matches_the_folder():
    modules = {path.stem for path in Path(steps.__file__).parent.glob("step[0-9]*.py")}
    assert modules == {f"step{step.number:02}_{step.key}" for step in STEPS}


def test_every_step_says_what_it_brings_and_what_is_enough_to_go_on():
    for step in STEPS:
        assert step.title
        assert step.goal.endswith(".")
        assert len(step.checks) >= 3
        assert any(check.essential for check in step.checks)
        assert len({check.text for check in step.checks}) == len(step.checks)


def test_every_check_leads_somewhere_and_says_what_is_missing():
    for step in STEPS:
        for check in step.checks:
            assert check.where.page in {*PAGES, step.page}
            assert check.where != Place(step.page)
            assert check.available == bool(check.todo)


def test_deliverables_bear_the_names_of_the_documents():
    for step in STEPS:
        assert step.deliverables
        assert {deliverable.key for deliverable in step.deliverables} <= DOCUMENTS
    assert {deliverable.key for step in STEPS for deliverable in step.deliverables} == DOCUMENTS
