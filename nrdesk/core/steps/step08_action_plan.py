"""Step 8: who does what, when, with which means."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step8"

STEP = Step(
    number=8,
    key="action_plan",
    title="Détailler le plan d’action",
    goal="Transformer chaque objectif en actions datées, avec un responsable et des moyens.",
    checks=(
        Check("Chaque objectif a au moins une action.", Place(PAGE, "actions")),
        Check("Chaque action a un responsable et une date de début.", Place(PAGE, "actions")),
        Check("Chaque action a un résultat attendu et un indicateur.", Place(PAGE, "indicators")),
        Check(
            "Le temps et l’argent nécessaires sont estimés.",
            Place(PAGE, "means"),
            essential=False,
        ),
        Check(
            "Personne n’est surchargé, et aucune action n’en attend une autre en boucle.",
            Place(PAGE, "workload"),
            essential=False,
        ),
        Check("Le plan est validé et présenté aux services.", Place(PAGE, "validation")),
    ),
    deliverables=(
        Deliverable(
            "plan-action", "Plan d’action", "Le tableau complet\u00a0: actions, dates, moyens, priorités."
        ),
        Deliverable(
            "fiches-action", "Fiches action", "Une page par action, pour celle ou celui qui la mène."
        ),
        Deliverable(
            "plan-tet",
            "Plan pour Territoires en Transitions",
            "Le même plan, dans le format que cette plateforme sait lire.",
        ),
    ),
)
