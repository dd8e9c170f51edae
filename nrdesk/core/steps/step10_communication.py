"""Step 10: tell what is done, and keep people around it."""

from __future__ import annotations

from collections.abc import Collection

from nrdesk.core.communication import checklist, community, messages, moments
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    ChosenMoment,
    Deliberation,
    KitCheck,
    Message,
    MessageAudience,
    MessageStatus,
    Pioneer,
)
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.written.prose import listed
from nrdesk.core.written.words import quoted

PAGE = "step10"
_INSIDE = (MessageAudience.AGENTS,)
_OUTSIDE = (MessageAudience.INHABITANTS, MessageAudience.PRESS)


def _internal(now: Snapshot) -> str:
    return _told(now, _INSIDE, "aux agents")


def _public(now: Snapshot) -> str:
    return _told(now, _OUTSIDE, "aux habitants")


def _told(now: Snapshot, audiences: Collection[MessageAudience], to_whom: str) -> str:
    """Return what lacks for the vote to have been told to a public."""
    found = [
        each
        for each in now.all(Message)
        if each.audience in audiences and each.status is not MessageStatus.DROPPED
    ]
    adopted = messages.adopted_on(now.all(Deliberation))
    if adopted is None:
        ready = f" Un message {to_whom} est prêt à partir." if found else ""
        return f"La stratégie n’est pas encore votée\u00a0: l’annonce vient après.{ready}"
    day = adopted.isoformat()
    if any(each.status is MessageStatus.DONE and _since(each, day) for each in found):
        return ""
    if found:
        return f"Le message {to_whom} est prévu\u00a0: dites quand il est parti."
    return f"Prévoyez un message {to_whom}\u00a0: nrdesk en propose."


def _since(message: Message, day: str) -> bool:
    """Return whether a message may have gone out on a day or after; one without a date may."""
    return message.planned is None or message.planned >= day[: len(message.planned)]


def _calendar(now: Snapshot) -> str:
    chosen = len(moments.of_the_year(now.all(ChosenMoment), now.today))
    if chosen >= moments.ENOUGH:
        return ""
    if not chosen:
        return "Aucun moment n’est choisi\u00a0: nrdesk connaît les dates de l’année."
    return f"{count(chosen, 'moment choisi', 'moments choisis')} sur {moments.ENOUGH}."


def _messages(now: Snapshot) -> str:
    state = messages.state(now.all(Message), now.today)
    if not state.messages:
        return "Aucun message n’est prévu\u00a0: nrdesk en propose, à reprendre avec vos mots."
    if state.incomplete:
        message = state.incomplete[0]
        missing = listed(list(messages.wants(message)))
        more = count(len(state.incomplete) - 1, "autre message", "autres messages")
        rest = f" Et {more} à compléter." if len(state.incomplete) > 1 else ""
        return f"{quoted(message.title or messages.UNNAMED)}{NBSP}: il manque {missing}.{rest}"
    return ""


def _responsible(now: Snapshot) -> str:
    found = checklist.of_answers(now.all(KitCheck))
    if found.complete:
        return ""
    left = len(found.items) - found.done
    return f"{count(left, 'point')} à vérifier sur {len(found.items)}."


def _community(now: Snapshot) -> str:
    state = community.state(now.all(Pioneer), now.all(ChosenMoment), now.today)
    return "" if state.alive else state.sentence


STEP = Step(
    number=10,
    key="communication",
    title="Communiquer et faire vivre la démarche",
    goal="Faire connaître la démarche, dire aussi les difficultés et entretenir l’envie d’agir.",
    checks=(
        Check(
            "Les agents ont été informés du vote.",
            Place(PAGE, "internal"),
            _internal,
            "Prévenir les agents",
        ),
        Check(
            "Les habitants ont été informés du vote.",
            Place(PAGE, "public"),
            _public,
            "Prévenir les habitants",
        ),
        Check(
            "Trois moments de l’année sont choisis pour en parler.",
            Place(PAGE, "calendar"),
            _calendar,
            "Choisir des moments",
        ),
        Check(
            "Chaque message a une cible, un canal, une date et un responsable.",
            Place(PAGE, "messages"),
            _messages,
            "Compléter les messages",
            essential=False,
        ),
        Check(
            "Les supports sont accessibles, sobres et transparents.",
            Place(PAGE, "responsible"),
            _responsible,
            "Vérifier les supports",
            essential=False,
        ),
        Check(
            "Une communauté de volontaires se retrouve.",
            Place(PAGE, "community"),
            _community,
            "Réunir les volontaires",
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "plan-de-communication",
            "Plan de communication",
            "Qui dit quoi, à qui, quand\u00a0; ce qu’il y a à raconter, difficultés comprises.",
        ),
        Deliverable(
            "kit-communication",
            "Kit de communication",
            "Tout ce qui suit, pour la stratégie et pour ce qui vient de se passer.",
        ),
        Deliverable(
            "affiche", "Affiche A4", "Un titre, un chiffre, une phrase\u00a0: peu d’encre, grandes lettres."
        ),
        Deliverable("affiche-a3", "Affiche A3", "La même, pour un couloir ou un hall."),
        Deliverable(
            "courriel", "Courriel", "Un message prêt à adresser aux agents, sans image ni pièce jointe."
        ),
        Deliverable("article-de-bulletin", "Article de bulletin", "Pour le journal des habitants."),
        Deliverable(
            "communique-de-presse", "Communiqué de presse", "Les faits d’abord, le contact à la fin."
        ),
        Deliverable("note-interne", "Note interne", "Pour l’intranet ou le tableau de service."),
        Deliverable("diapositives", "Diapositives", "Cinq minutes en réunion de service."),
        Deliverable(
            "engagements-a-signer", "Engagements à signer", "Des gestes au choix, et la feuille à signer."
        ),
        Deliverable(
            "calendrier",
            "Calendrier",
            "Réunions, décisions, objectifs, moments, messages\u00a0: à ouvrir dans votre agenda.",
        ),
    ),
)
