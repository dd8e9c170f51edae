"""Step 2: everybody around the table understands the same thing."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step2"

STEP = Step(
    number=2,
    key="knowledge",
    title="Partager un socle de connaissances",
    goal="Donner à l’équipe, aux élus et aux agents les mêmes repères avant de décider.",
    checks=(
        Check("L’équipe du projet a suivi une première formation ou un atelier.", Place(PAGE, "sessions")),
        Check("Les élus qui décideront ont été sensibilisés.", Place(PAGE, "elected_trained")),
        Check(
            "Chaque service, ou la mairie entière si elle est petite, a une personne référente.",
            Place(PAGE, "referents"),
            essential=False,
        ),
        Check("Une prochaine séance est datée.", Place(PAGE, "sessions")),
        Check(
            "La part des agents et des élus formés est connue.",
            Place(PAGE, "indicators"),
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "plan-de-sensibilisation",
            "Plan de sensibilisation",
            "Les séances prévues et tenues, leur public, leur coût, et la liste des participants.",
        ),
    ),
)
