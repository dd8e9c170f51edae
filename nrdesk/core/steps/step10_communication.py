"""Step 10: tell what is done, and keep people around it."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step10"

STEP = Step(
    number=10,
    key="communication",
    title="Communiquer et faire vivre la démarche",
    goal="Faire connaître la démarche, dire aussi les difficultés et entretenir l’envie d’agir.",
    checks=(
        Check("Les agents ont été informés du vote.", Place(PAGE, "internal")),
        Check("Les habitants ont été informés du vote.", Place(PAGE, "public")),
        Check("Trois moments de l’année sont choisis pour en parler.", Place(PAGE, "calendar")),
        Check(
            "Chaque message a une cible, un canal, une date et un responsable.",
            Place(PAGE, "messages"),
            essential=False,
        ),
        Check(
            "Les supports sont accessibles, sobres et transparents.",
            Place(PAGE, "responsible"),
            essential=False,
        ),
        Check("Une communauté de volontaires se retrouve.", Place(PAGE, "community"), essential=False),
    ),
    deliverables=(
        Deliverable(
            "kit-communication",
            "Kit de communication",
            "Affiche, message, article et communiqué, remplis avec vos chiffres.",
        ),
        Deliverable(
            "calendrier",
            "Calendrier",
            "Réunions, décisions, objectifs, séance du conseil\u00a0: à ouvrir dans votre agenda.",
        ),
    ),
)
