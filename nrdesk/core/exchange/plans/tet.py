"""The template of Territoires en Transitions (ADEME): its columns in order, its lists, what it says in ours.

Its importer (`import-plan-aggregate`, read in the public repository at commit dbb36dc of 7 August 2026) takes
the sheet whose cell A2 is « Axe (x) », wants the first 28 titles of row 2 in this order, and reads an action
in every row from the fourth that is not empty. It refuses a title that is missing or longer than 300
characters, an end before its start, a budget below zero or above 999 999 999 999.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nrdesk.core.model import Action, ActionStatus, Participation
from nrdesk.core.written.words import normal

PLAN_SHEET, LISTS_SHEET, GUIDE_SHEET = "Fichier dimport", "Listes déroulantes", "Mode demploi"
FIRST_ROW = 4
"""Row of the first action: a group, a title and a hint stand above."""
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class TetColumn:
    """A column of the template."""

    title: str
    hint: str
    group: str = ""
    """Title of the group that begins here."""
    choices: tuple[str, ...] = ()


STATUSES = (
    "À venir",
    "À discuter",
    "En cours",
    "Réalisé",
    "En retard",
    "En pause",
    "Bloqué",
    "Abandonné",
)
PRIORITIES = ("Élevé", "Moyen", "Bas")
PARTICIPATIONS = (
    "Pas de participation citoyenne",
    "Information",
    "Consultation",
    "Concertation",
    "Co-construction",
)
BOOLEANS = ("VRAI", "FAUX")
_LIST = "Champ texte\n(séparateur virgule)"
_KEY_LIST = "Champ texte 🟢 Clé pour le pilotage\n(séparateur virgule)"
_CHOICE = "Champ liste déroulante \n(choix prédéfinis)"
_KEY_CHOICE = "Champ liste déroulante 🟢 Clé pour le pilotage\n(choix prédéfinis)"
_NOT_IMPORTED = "Champ texte non importé"

COLUMNS: tuple[TetColumn, ...] = (
    TetColumn("Axe (x)", "Champ texte", "Présentation de l’action"),
    TetColumn("Sous-axe (x.x)", "Champ texte"),
    TetColumn("Sous-sous axe (x.x.x)", "Champ texte"),
    TetColumn("Titre de l'action", "Champ texte"),
    TetColumn("Titre de la sous-action", "Champ texte"),
    TetColumn("Descriptif", "Champ texte "),
    TetColumn("Instances de gouvernance", "Champ texte"),
    TetColumn("Objectifs", "Champ texte", "Objectifs et indicateurs"),
    TetColumn("Indicateurs liés", f"{_NOT_IMPORTED}\n🟢 Clé pour le pilotage"),
    TetColumn("Structure pilote", _LIST, "Acteurs"),
    TetColumn("Moyens humains et techniques", "Champ texte"),
    TetColumn("Partenaires ", _LIST),
    TetColumn("Direction ou service pilote", _LIST),
    TetColumn("Personne pilote", _KEY_LIST),
    TetColumn("Élu·e référent·e ", _KEY_LIST),
    TetColumn("Participation Citoyenne", _CHOICE, choices=PARTICIPATIONS),
    TetColumn("Financements", "Champ texte libre", "Modalités de mise en oeuvre "),
    TetColumn("Financeur 1", _LIST),
    TetColumn("Montant € HT", "Champ numérique"),
    TetColumn("Financeur 2", _LIST),
    TetColumn("Montant € HT", "Champ numérique"),
    TetColumn("Financeur 3", _LIST),
    TetColumn("Montant € HT", "Champ numérique"),
    TetColumn("Budget prévisionnel total € HT", "Champ numérique"),
    TetColumn("Statut ", _KEY_CHOICE, choices=STATUSES),
    TetColumn("Niveau de priorité", _KEY_CHOICE, choices=PRIORITIES),
    TetColumn("Date de début", "Champ date"),
    TetColumn("Date de fin", "Champ date"),
    TetColumn("Action en amélioration continue", "Champ binaire", choices=BOOLEANS),
    TetColumn("Calendrier", "Champ texte libre"),
    TetColumn("Mesures liées", _NOT_IMPORTED, "Actions liées"),
    TetColumn("Actions des plans liées", _NOT_IMPORTED),
    TetColumn("Notes", _NOT_IMPORTED),
    TetColumn("Etapes de l'action", _NOT_IMPORTED),
    TetColumn("Documents et liens", "Champ texte"),
)
"""As in « nouveau-plan-valide.xlsx », the file that the importer's own tests accept."""

_STATUS_OF = {
    ActionStatus.TO_START: "À venir",
    ActionStatus.UNDER_WAY: "En cours",
    ActionStatus.DONE: "Réalisé",
    ActionStatus.DROPPED: "Abandonné",
}
_PARTICIPATION_OF: Mapping[Participation, str] = {
    Participation.UNSAID: "",
    Participation.NONE: PARTICIPATIONS[0],
    Participation.INFORMATION: PARTICIPATIONS[1],
    Participation.CONSULTATION: PARTICIPATIONS[2],
    Participation.DIALOGUE: PARTICIPATIONS[3],
    Participation.CONSTRUCTION: PARTICIPATIONS[4],
}
_SAMPLES = (
    "champ texte",
    "champ numerique",
    "champ date",
    "champ binaire",
    "champ liste deroulante",
)
"""How the hints of the third row begin, once normalised."""
_INSTRUCTION = "texte court de 300 caracteres maximum"
_EXAMPLE = "action 1 assurer la coordination de la transition ecologique ou"
"""How the instruction and the example of the template begin, in the column of the title."""
_LEFT_IN_CELLS = (
    "ce champ ne sera pas integre lors de l importation",
    "ces informations devront etre saisies directement sur la plateforme",
    "utilisez exactement la meme ecriture",
)
"""What the template writes in cells, and that people leave there."""


def status_of(action: Action) -> str:
    """Return the status of an action in their words; « En retard » would depend on the day of the export."""
    if action.blocked and action.status in (ActionStatus.TO_START, ActionStatus.UNDER_WAY):
        return "Bloqué"
    return _STATUS_OF[action.status]


def priority_of(action: Action) -> str:
    """Return the priority of an action in their words."""
    return PRIORITIES[action.priority - 1] if action.priority in (1, 2, 3) else ""


def participation_of(action: Action) -> str:
    """Return the participation of inhabitants in their words."""
    return _PARTICIPATION_OF[action.participation]


def template_row(title: str, others: tuple[str, ...]) -> str:
    """Return why a row is part of the template rather than of the plan, "" when it is not.

    Args:
        title: normalised text of the title of the action.
        others: normalised texts of every cell that is not empty.
    """
    if others and all(text.startswith(_SAMPLES) for text in others):
        return "consigne du modèle"
    if title.startswith(_INSTRUCTION):
        return "consigne du modèle"
    return "exemple du modèle" if title.startswith(_EXAMPLE) else ""


def left_in_cell(text: str) -> bool:
    """Return whether a cell only holds what the template wrote there."""
    return len(text) > len(_LEFT_IN_CELLS[2]) and normal(text).startswith(_LEFT_IN_CELLS)
