"""Step 5: where the collectivité wants to go, in one sentence and a few figures."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step5"

STEP = Step(
    number=5,
    key="ambition",
    title="Définir l’ambition",
    goal="Dire en une phrase où vous voulez aller, et choisir les quelques objectifs qui y mènent.",
    checks=(
        Check("L’ambition tient en une ou deux phrases.", Place(PAGE, "ambition")),
        Check(
            "Le périmètre et l’équilibre entre environnement, social et sociétal sont choisis.",
            Place(PAGE, "scope"),
            essential=False,
        ),
        Check("Les publics visés sont nommés.", Place(PAGE, "audiences"), essential=False),
        Check("Un à cinq axes prioritaires sont retenus.", Place(PAGE, "axes")),
        Check(
            "Chaque objectif a un indicateur, un point de départ, une cible, une date et un responsable.",
            Place(PAGE, "objectives"),
        ),
        Check(
            "Les objectifs ont été discutés en atelier, puis validés.",
            Place(PAGE, "workshops"),
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "strategie",
            "Stratégie numérique responsable",
            "Ses premiers chapitres\u00a0: la phrase d’ambition et les objectifs chiffrés.",
        ),
    ),
)
