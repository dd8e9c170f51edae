"""What each exercise asks of the document: what is missing, a French sentence each, nothing once it is done.

Most exercises ask what a check of the steps asks: the commune of the exercise fails it on purpose, and the
same words tell what is missing. The others look for one mistake that was put in the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from nrdesk.core.ambition import in_order, smart
from nrdesk.core.communication import moments
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.maturity import asked, is_settled
from nrdesk.core.model import (
    Action,
    ChosenMoment,
    Deliberation,
    Dependency,
    Equipment,
    EquipmentStatus,
    ExitRoute,
    MaturityAnswer,
    Message,
    Objective,
    Origin,
    PriorityAxis,
)
from nrdesk.core.planning import graph
from nrdesk.core.steps import STEPS
from nrdesk.core.training.looking import Seen
from nrdesk.core.written.words import normal, quoted

Check: TypeAlias = Callable[[Seen], tuple[str, ...]]

SCHOOL: Mapping[str, tuple[int, int]] = {"bourg": (8, 28), "ville": (8, 95)}
"""Lines and appliances of the file of the school that the exercise of import hands out."""
LINKS = 3
"""Links of the plan of the ville once the one too many is gone."""
GOVERNANCE = "Gouvernance et stratégie"
"""Theme of the questionnaire that the exercise of maturity asks for."""
UNLIKELY = ("HG-007", 11)
"""Inventory number of the line whose quantity is mistyped in the village, and the right quantity."""
TWICE = "5CG8231MTC"
"""Serial number that two lines of the bourg share."""
GIVEN = ("PA-031", "PA-032", "PA-033")
"""Inventory numbers of the appliances that the ville gave and never took out of its inventory."""
VOTES: Mapping[str, tuple[int, int, int, int, int]] = {
    "bourg": (17, 3, 16, 2, 2),
    "ville": (22, 4, 21, 3, 2),
}
"""Present, proxies, for, against, abstentions, as the statement of the exercise tells them."""


def of_step(number: int, *todos: str) -> Check:
    """Return what some checks of a step ask, each named by the action that it offers."""
    wanted = [next(each for each in STEPS[number - 1].checks if each.todo == todo) for todo in todos]

    def look(seen: Seen) -> tuple[str, ...]:
        told = (check.missing(seen.now) for check in wanted)
        return tuple(dict.fromkeys(filter(None, told)))

    return look


def _likely(seen: Seen) -> tuple[str, ...]:
    number, right = UNLIKELY
    line = _numbered(seen, number)
    if line is None:
        return (f"La ligne {number} a disparu{NBSP}: annulez, puis corrigez-la au lieu de la supprimer.",)
    if line.quantity == right:
        return ()
    return (f"Une quantité reste invraisemblable pour {count(seen.now.authority.agents or 0, 'agent')}.",)


def _once(seen: Seen) -> tuple[str, ...]:
    serials = Counter(line.serial_number for line in _lines(seen) if line.serial_number)
    if not serials[TWICE]:
        return (f"Les deux lignes du doublon ont disparu{NBSP}: annulez, puis gardez-en une.",)
    twice = [serial for serial, times in serials.items() if times > 1]
    return (f"{count(len(twice), 'numéro')} de série sur deux lignes.",) if twice else ()


def _imported(seen: Seen) -> tuple[str, ...]:
    lines, appliances = SCHOOL[seen.commune]
    found = [line for line in _lines(seen) if "ecole" in normal(line.site) and line.origin is Origin.IMPORTED]
    if not found:
        return ("L’inventaire n’a aucun appareil importé de l’école.",)
    if len(found) != lines:
        told = f"{count(len(found), 'ligne')} de l’école au lieu de {lines}"
        return (f"{told}{NBSP}: regardez le compte rendu de l’import, annulez-le s’il le faut.",)
    quantity = sum(line.quantity for line in found)
    if quantity != appliances:
        told = f"{count(quantity, 'appareil')} à l’école au lieu de {appliances}"
        return (f"{told}{NBSP}: quelle colonne du tableau dit combien il y en a{NBSP}?",)
    return ()


def _given(seen: Seen) -> tuple[str, ...]:
    missing = []
    for number in GIVEN:
        line = _numbered(seen, number)
        if line is None:
            missing.append(f"La ligne {number} a disparu{NBSP}: un appareil donné reste dans l’historique.")
        elif line.status is not EquipmentStatus.OUT:
            missing.append(f"{number} est encore noté {quoted(line.status.label)}.")
        elif line.exit_route is not ExitRoute.DONATED:
            missing.append(f"{number}{NBSP}: la sortie n’est pas notée comme un don.")
        elif not line.recipient.strip():
            missing.append(f"{number}{NBSP}: dites à qui il a été donné.")
    return tuple(missing)


def _governance(seen: Seen) -> tuple[str, ...]:
    answers = seen.now.all(MaturityAnswer)
    settled = {answer.question for answer in answers if is_settled(answer)}
    questions = [each for each in asked(answers, flash=seen.now.flash) if each.theme == GOVERNANCE]
    left = [each for each in questions if each.id not in settled]
    if not left:
        return ()
    told = f"{count(len(left), 'question')} du thème {quoted(GOVERNANCE)} sans réponse"
    return (f"{told}, dont {quoted(left[0].text)}.",)


def _smart(seen: Seen) -> tuple[str, ...]:
    axes, objectives = seen.now.all(PriorityAxis), in_order(seen.now.all(Objective))
    if not objectives:
        return ("L’objectif a disparu\u00a0: annulez, puis complétez-le.",)
    return tuple(
        f"{letter.letter}, {letter.word.lower()}{NBSP}: {letter.reason[0].lower()}{letter.reason[1:]}"
        for objective in objectives
        for letter in smart(objective, axes, seen.now.today)
        if not letter.ok
    )


def _voted(seen: Seen) -> tuple[str, ...]:
    wanted = VOTES[seen.commune]
    vote = next(iter(seen.now.all(Deliberation)), Deliberation())
    typed = (vote.present, vote.proxies, vote.votes_for, vote.votes_against, vote.abstentions)
    names = ("les présents", "les pouvoirs", "les voix pour", "les voix contre", "les abstentions")
    wrong = [name for name, found, right in zip(names, typed, wanted, strict=True) if found != right]
    return (f"À noter ou à relire{NBSP}: {', '.join(wrong)}.",) if wrong else ()


def _no_circle(seen: Seen) -> tuple[str, ...]:
    links = seen.now.all(Dependency)
    titles = {action.id: action.title for action in seen.now.all(Action)}
    if circle := graph.cycle(links):
        path = f"{NBSP}→ ".join(titles.get(key, "") for key in (*circle, circle[0]))
        return (f"Ces actions s’attendent en boucle{NBSP}: {path}.",)
    if len(links) < LINKS:
        return ("Trop de liens ont disparu\u00a0: un seul était de trop. Annulez, puis recommencez.",)
    return ()


def _message(seen: Seen) -> tuple[str, ...]:
    messages = seen.document.all(Message)
    if not messages:
        return ("Aucun message n’est prévu\u00a0: ajoutez-en un.",)
    lacks = [
        [
            name
            for name, value in (
                ("ce qu’il faut retenir", each.text.strip()),
                ("la date", each.planned),
                ("qui s’en charge", each.owner.strip()),
                ("ce qui le rend sobre", each.eco_choices.strip()),
            )
            if not value
        ]
        for each in messages
    ]
    fewest = min(lacks, key=len)
    return (f"Il manque au message{NBSP}: {', '.join(fewest)}.",) if fewest else ()


def _moments(seen: Seen) -> tuple[str, ...]:
    dated = sum(bool(each.starts) for each in seen.document.all(ChosenMoment))
    if dated >= moments.ENOUGH:
        return ()
    if not dated:
        return ("Aucun moment n’est choisi et daté.",)
    return (f"{count(dated, 'moment daté', 'moments datés')} sur {moments.ENOUGH}.",)


def _lines(seen: Seen) -> Iterable[Equipment]:
    campaign = seen.now.campaign
    return seen.document.all(Equipment, campaign_id=campaign.id) if campaign else ()


def _numbered(seen: Seen, number: str) -> Equipment | None:
    return next((line for line in _lines(seen) if line.number == number), None)


CHECKS: Mapping[str, Check] = {
    "coordination": of_step(1, "Choisir la personne qui coordonne"),
    "portage": of_step(1, "Trouver un élu qui porte le sujet"),
    "metiers": of_step(1, "Répartir les sept métiers utiles"),
    "acteurs": of_step(1, "Dessiner la carte des acteurs"),
    "seance": of_step(2, "Tenir une première séance", "Sensibiliser les élus qui décideront"),
    "suite": of_step(2, "Dater la prochaine séance"),
    "referents": of_step(2, "Nommer des référents"),
    "lecture": of_step(2, "Lire une ressource de la bibliothèque"),
    "intercommunalite": of_step(3, "Dire qui fait quoi avec l’intercommunalité"),
    "croisement": of_step(3, "Croiser politiques et axes", "Faire ressortir une à trois priorités"),
    "categories": of_step(4, "Donner une catégorie à chaque ligne"),
    "quantite": _likely,
    "doublon": _once,
    "dates": of_step(4, "Dater les achats"),
    "import": _imported,
    "sorties": _given,
    "deja": of_step(4, "Écrire ce qui se fait déjà"),
    "maturite": _governance,
    "synthese": of_step(4, "Conclure par une synthèse"),
    "ambition": of_step(5, "Écrire votre ambition"),
    "perimetre": of_step(5, "Dire ce que l’ambition couvre"),
    "smart": _smart,
    "parole": of_step(6, "Recueillir les mots d’un élu"),
    "version": of_step(6, "Garder une version de la feuille de route"),
    "convocation": of_step(7, "Fixer la séance du vote", "Envoyer la convocation à temps"),
    "vote": _voted,
    "responsables": of_step(8, "Donner un responsable et un début à chaque action"),
    "catalogue": of_step(8, "Choisir des actions pour vos objectifs"),
    "boucle": _no_circle,
    "blocage": of_step(9, "Dire ce qui bloque"),
    "releve": of_step(9, "Relever les indicateurs"),
    "comite": of_step(9, "Préparer le comité de suivi"),
    "message": _message,
    "moments": _moments,
}
"""What each exercise asks, by its identifier."""
