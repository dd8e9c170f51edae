"""Step 1: a coordinator, a sponsor, a team, and who matters around."""

from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step1"

STEP = Step(
    number=1,
    key="team",
    title="Prendre un bon départ",
    goal="Réunir une petite équipe, lui donner un mandat clair et savoir sur qui compter.",
    checks=(
        Check("Une personne coordonne, et sa fiche de poste le dit.", Place(PAGE, "coordinator")),
        Check("Un élu ou la direction générale porte la démarche.", Place(PAGE, "sponsor")),
        Check("L’équipe réunit des élus et des agents.", Place(PAGE, "people")),
        Check(
            "Les sept métiers utiles sont couverts, au besoin par l’intercommunalité\u00a0: informatique, "
            "achats, communication, ressources humaines, développement durable, activité économique, "
            "solidarités.",
            Place(PAGE, "trades"),
            essential=False,
        ),
        Check(
            "Deux rythmes de suivi existent\u00a0: l’un pour décider, l’autre pour avancer.",
            Place(PAGE, "governance"),
            essential=False,
        ),
        Check(
            "Les acteurs qui comptent sont placés sur la carte, dans la mairie et au-dehors.",
            Place(PAGE, "stakeholders"),
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "note-de-cadrage",
            "Note de cadrage",
            "Une page pour dire pourquoi vous commencez, avec qui, et quand vous vous retrouvez.",
        ),
        Deliverable(
            "lettre-de-mission",
            "Lettre de mission",
            "Le mandat de la personne qui coordonne, avec le paragraphe à ajouter à sa fiche de poste.",
        ),
        Deliverable(
            "carte-des-acteurs",
            "Carte des acteurs",
            "Qui peut aider, qui peut freiner, et par où commencer.",
        ),
    ),
)
