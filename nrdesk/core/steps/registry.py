"""The ten steps, in order: an explicit list, never a folder discovery."""

from nrdesk.core.steps import (
    step01_team,
    step02_knowledge,
    step03_policies,
    step04_assessment,
    step05_ambition,
    step06_roadmap,
    step07_vote,
    step08_action_plan,
    step09_improvement,
    step10_communication,
)
from nrdesk.core.steps.step import Deliverable, Step

STEPS: tuple[Step, ...] = (
    step01_team.STEP,
    step02_knowledge.STEP,
    step03_policies.STEP,
    step04_assessment.STEP,
    step05_ambition.STEP,
    step06_roadmap.STEP,
    step07_vote.STEP,
    step08_action_plan.STEP,
    step09_improvement.STEP,
    step10_communication.STEP,
)

GUIDES: tuple[Deliverable, ...] = (
    Deliverable(
        "guide-utilisateur",
        "Guide d’utilisation",
        "Une page par écran, avec son image\u00a0: à imprimer ou à envoyer.",
    ),
    Deliverable(
        "guide-du-formateur",
        "Guide du formateur",
        "Une séance de trois heures, minute par minute, avec ses exercices et leurs réponses.",
    ),
    Deliverable(
        "enonces-des-exercices", "Énoncés des exercices", "À distribuer aux tables, sans les réponses."
    ),
)
"""What nrdesk writes of itself: no step produces it."""
