"""Step 7: the assembly commits itself."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step7"

STEP = Step(
    number=7,
    key="vote",
    title="Faire voter la feuille de route",
    goal="Obtenir une délibération régulière, qui engage la collectivité publiquement.",
    checks=(
        Check("La date de la séance est fixée.", Place(PAGE, "session_date")),
        Check("Le projet de délibération est relu.", Place(PAGE, "draft")),
        Check(
            "La convocation part dans le délai, avec la note de synthèse si elle est obligatoire.",
            Place(PAGE, "convocation"),
        ),
        Check("Le résultat du vote est inscrit.", Place(PAGE, "vote")),
        Check(
            "La délibération est transmise à la préfecture et publiée.",
            Place(PAGE, "publication"),
        ),
    ),
    deliverables=(
        Deliverable(
            "deliberation", "Projet de délibération", "Le texte à soumettre, puis l’extrait du registre."
        ),
        Deliverable("note-de-synthese", "Note de synthèse", "Ce que les élus lisent avant la séance."),
    ),
)
