"""Step 6: the strategy in a document that people read."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step6"

STEP = Step(
    number=6,
    key="roadmap",
    title="Rédiger la feuille de route",
    goal="Écrire un document court et clair, que chacun peut lire et que les élus peuvent voter.",
    checks=(
        Check(
            "Les chapitres sont remplis\u00a0: ambition, objectifs, résultats, acteurs, dates, suivi.",
            Place(PAGE, "chapters"),
        ),
        Check("Un élu dit avec ses mots pourquoi il soutient la démarche.", Place(PAGE, "quotes")),
        Check(
            "Les objectifs distinguent la mairie et le territoire.",
            Place(PAGE, "objectives"),
            essential=False,
        ),
        Check("Une synthèse d’une page existe.", Place(PAGE, "summary")),
        Check(
            "Une version facile à lire et à comprendre a été relue.",
            Place(PAGE, "easy_to_read"),
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable("strategie", "Stratégie numérique responsable", "Le document complet, prêt à être voté."),
        Deliverable("synthese", "Synthèse d’une page", "L’essentiel, avec les chiffres et un schéma."),
        Deliverable("falc", "Version facile à lire", "La même stratégie en mots simples et phrases courtes."),
        Deliverable("presentation", "Présentation aux élus", "Quelques écrans pour une séance de travail."),
    ),
)
