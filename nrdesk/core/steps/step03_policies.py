"""Step 3: the strategy serves what the collectivité already wants."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step3"

STEP = Step(
    number=3,
    key="policies",
    title="Articuler le numérique responsable aux autres politiques",
    goal="Relier la démarche à ce que la collectivité a déjà décidé, pour qu’elle serve et qu’elle dure.",
    checks=(
        Check(
            "Les documents qui guident la collectivité sont recensés, avec leurs dates.",
            Place(PAGE, "documents"),
        ),
        Check(
            "Chaque document est relié à au moins un axe du numérique responsable.",
            Place(PAGE, "matrix"),
            essential=False,
        ),
        Check("Une à trois priorités en ressortent.", Place(PAGE, "priorities")),
        Check(
            "Ce qui relève de l’intercommunalité est distingué de ce qui relève de la commune.",
            Place(PAGE, "epci"),
        ),
    ),
    deliverables=(
        Deliverable(
            "note-d-articulation",
            "Note d’articulation",
            "Ce que la démarche apporte à chaque politique, et les priorités qui en sortent.",
        ),
    ),
)
