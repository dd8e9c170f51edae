"""What a column of somebody's plan can be: the attributes of an action, and what hangs from it.

The titles are those met in plans of collectivités, in the template of Territoires en Transitions and in the
national schema of projects (`projets_schema.json`, version 0.1.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nrdesk.core.fields import plan as fields
from nrdesk.core.written.words import listed, normal

FUNDERS = 3
"""Funders that Territoires en Transitions has columns for."""

_BESIDE = {
    "number": "Numéro de l’action",
    "key": "Identifiant nrdesk",
    "sub_axis": "Sous-axe",
    "sub_sub_axis": "Sous-sous-axe",
    "sub_title": "Sous-action",
    "contributors": "Contributeurs",
    "needs": "Dépend de",
    "milestones": "Étapes ou jalons",
    "period": "Calendrier (début et fin ensemble)",
    "phase": "Phase du projet",
    "phase_state": "Statut de la phase",
    "budget": "Budget total",
    "investment": "Investissement",
    "operating": "Fonctionnement",
    "saving": "Économies attendues",
    **{f"funder_{rank}": f"Financeur {rank}" for rank in range(1, FUNDERS + 1)},
    **{f"funding_{rank}": f"Montant du financeur {rank}" for rank in range(1, FUNDERS + 1)},
    "links": "Documents et liens",
}
"""What is not an attribute of an action: name -> French label."""

LABELS: Mapping[str, str] = {**{field.name: field.label for field in fields.ACTION}, **_BESIDE}
"""Everything that a column can be: name -> French label."""

TARGETS: tuple[tuple[str, str], ...] = tuple(LABELS.items())

_TITLES = {
    "title": """
        titre de l action, titre de la fiche action, titre de la fiche, intitule de l action, nom de l action,
        action, actions, titre, intitule, libelle de l action, libelle, fiche action, nom du projet, projet,
        nom, mesure, operation, chantier, designation
        """,
    "description": """
        descriptif, description, description de l action, detail, details, contenu, presentation,
        description detaillee, contenu de l action
        """,
    "objective_id": """
        objectif strategique, objectif, objectif vise, orientation strategique, objectif de la feuille de
        route
        """,
    "expected": """
        resultats attendus, resultat attendu, objectifs, livrables, livrable, effets attendus, resultats
        """,
    "indicator": """
        indicateurs lies, indicateurs, indicateurs de suivi, indicateur de suivi, indicateur de reussite,
        indicateurs de reussite, kpi
        """,
    "status": "statut, etat, etat d avancement, statut de l action, situation, stade, ou en est on",
    "progress": """
        avancement en, taux d avancement, pourcentage d avancement, avancement pct, progression, realise, pct
        """,
    "blocked": "bloque, bloquee",
    "blocked_reason": "blocage, blocages, freins, point de blocage, points de blocage, difficultes",
    "priority": "niveau de priorite, priorite, priorisation, degre de priorite",
    "ease": "facilite de mise en oeuvre, facilite, faisabilite",
    "impact": "impact, effet, impact attendu, niveau d impact",
    "moscow": "moscow, moscou",
    "votes": "gommettes, votes, nombre de votes, nombre de gommettes",
    "owner": """
        personne pilote, responsable, responsable de l action, pilote, pilote de l action, porteur,
        porteur de l action, porteuse, referent, chef de projet, cheffe de projet, qui, en charge, pilotage,
        porteurreferentfonction, fonction du referent
        """,
    "owner_days": """
        charge de travail, charge, jours par mois, charge en jours par mois, temps du responsable,
        charge j mois
        """,
    "elected_lead": "elu e referent e, elu referent, elue referente, elu, elu en charge, elu pilote",
    "service": """
        direction ou service pilote, service pilote, direction pilote, service porteur, service, direction,
        services, service departement pole pilote, service responsable
        """,
    "structure": "structure pilote, organisme pilote, maitre d ouvrage, maitrise d ouvrage, structure",
    "partners": "partenaires, partenaire, partenaires associes, partenariats",
    "governance": "instances de gouvernance, instance de gouvernance, gouvernance, comite de suivi, instance",
    "means": "moyens humains et techniques, moyens, ressources, moyens humains, moyens necessaires",
    "funding_note": "financements, financement, aides, aides possibles, subventions, sources de financement",
    "participation": "participation citoyenne, participation",
    "continuous": "action en amelioration continue, amelioration continue, permanente, recurrente, continue",
    "comment": """
        notes, commentaires, commentaire, remarques, remarque, observations, observation, notes de suivi,
        notes complementaires, note
        """,
    "starts": """
        date de debut, debut, date de demarrage, demarrage, date de lancement, lancement, annee de debut,
        datedebutprevisionnelle, date de debut previsionnelle, debut prevu
        """,
    "ends": """
        date de fin, fin, echeance, date d echeance, date de fin previsionnelle, annee de fin, delai,
        date limite, fin prevue, horizon
        """,
    "months": "duree, duree en mois, duree mois, duree estimee, duree prevue",
    "axis": """
        axe x, axe du decret, axe, axe strategique, axe prioritaire, thematique, theme, volet, axes, domaine
        """,
    "dimension": "dimension, dimension nr, dimension du nr, pilier, dimensions",
    "reach": "portee, interne externe, interne ou externe, interne territoire",
    "number": """
        n, no, num, numero, n action, n de l action, numero de l action, numero d action, ref, reference,
        code, id, rang
        """,
    "key": "identifiant nrdesk",
    "sub_axis": "sous axe x x, sous axe, sous theme, sous thematique, orientation",
    "sub_sub_axis": "sous sous axe x x x, sous sous axe",
    "sub_title": "titre de la sous action, sous action, sous actions",
    "contributors": """
        contributeurs, contributeur, contributrices et contributeurs, contributions, equipe projet, equipe,
        services associes, services contributeurs, parties prenantes, acteurs
        """,
    "needs": "dependances, dependance, depend de, prerequis, pre requis, actions prealables, apres",
    "milestones": "etapes de l action, etapes, etapes de la fiche action, jalons, jalon",
    "period": "calendrier, periode, echeancier, planning, dates, calendrier previsionnel",
    "phase": "phase, phase du projet",
    "phase_state": "phasestatut, statut de la phase",
    "budget": """
        budget previsionnel total ht, budget previsionnel, budgetprevisionnel, budget total, budget,
        budget ht, cout total, cout, cout estime, cout ht, cout previsionnel, montant, estimation, montant ht
        """,
    "investment": "investissement, cout d investissement, budget d investissement",
    "operating": "fonctionnement, cout de fonctionnement, budget de fonctionnement",
    "saving": "economies, economies attendues, economie, gains attendus, gains, benefices",
    **{f"funder_{rank}": f"financeur {rank}" for rank in range(1, FUNDERS + 1)},
    "funding_1": "montant ht, montant 1",
    "funding_2": "montant ht 2, montant 2",
    "funding_3": "montant ht 3, montant 3",
    "links": "documents et liens, liens, documents, lien",
}

PERSONAL = frozenset(
    listed(
        """
        email, e mail, mail, courriel, telephone, porteurreferentemail, porteurreferenttelephone,
        porteurreferentprenom, porteurreferentnom, prenom, email du referent, telephone du referent,
        prenom du referent, nom du referent
        """
    )
)
"""Titles of columns that name or reach persons: never taken."""


@cache
def titles() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return normalised title -> what it may mean, each with its rank: the lower, the surer."""
    found: dict[str, dict[str, int]] = {}
    for target, label in LABELS.items():
        words = (normal(label), *listed(_TITLES.get(target, "")))
        for rank, title in enumerate(words):
            if title:
                found.setdefault(title, {}).setdefault(target, rank)
    return {
        title: tuple(sorted(meanings.items(), key=lambda meaning: meaning[1]))
        for title, meanings in found.items()
    }
