"""Step 9: look back every year, and correct the course."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step9"

STEP = Step(
    number=9,
    key="improvement",
    title="S’améliorer chaque année",
    goal="Suivre ce qui avance, mesurer ce qui change et corriger le plan une fois par an.",
    checks=(
        Check("Chaque action a un statut à jour.", Place(PAGE, "statuses")),
        Check("Les actions bloquées disent pourquoi.", Place(PAGE, "blocked"), essential=False),
        Check("Chaque indicateur a un relevé de moins d’un an.", Place(PAGE, "readings")),
        Check("Un comité s’est réuni cette année, avec un compte rendu.", Place(PAGE, "reviews")),
        Check("L’inventaire de l’année est repris et daté.", Place(PAGE, "campaign")),
        Check(
            "Le bilan annuel est prêt avant le débat sur le budget.",
            Place(PAGE, "annual_review"),
        ),
    ),
    deliverables=(
        Deliverable(
            "bilan-annuel", "Bilan annuel", "Ce qui a été fait, ce qui a changé, ce qui reste à faire."
        ),
        Deliverable(
            "declaration-agec",
            "Déclaration des achats de réemploi",
            "Le fichier annuel demandé par l’article\u00a058 de la loi AGEC.",
        ),
    ),
)
