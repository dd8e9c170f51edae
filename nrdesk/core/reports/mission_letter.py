"""« Lettre de mission »: the mandate of who coordinates, and the paragraph for the job description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Authority, BodyLevel, GovernanceBody, Person, PersonRole
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import Block, Heading, Piece, Report, bold, bullets
from nrdesk.core.reports.wording import french, listed, prose
from nrdesk.core.team import coverage
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Lettre de mission"
_HEADS = ("maire", "president", "presidente")
"""First words of the function of who signs, as `normal` leaves them."""
_DEPUTIES = ("delegue", "deleguee", "adjoint", "adjointe")


def build(document: Document) -> Report:
    """Return the letter to who coordinates, ready to be rendered.

    Raises:
        NotReadyError: nobody coordinates yet.
    """
    people, bodies = document.all(Person), document.all(GovernanceBody)
    coordinators = coverage.coordinators(people)
    if not coordinators:
        raise NotReadyError(
            "La lettre de mission s’adresse à la personne qui coordonne, et personne n’est encore nommé.",
            todo="À l’étape 1, cochez «\u00a0Coordonne la démarche\u00a0» pour une personne de l’équipe.",
        )
    blocks = (
        *_opening(coordinators),
        *_mission(),
        *_means(coordinators, people, bodies),
        *_closing(document.authority, people),
    )
    date = parts.date_of(document, Person, GovernanceBody)
    return parts.note(document, TITLE, "Coordination de la démarche numérique responsable", blocks, date=date)


def _opening(coordinators: Sequence[Person]) -> Iterator[Block]:
    to = "\n".join("\n".join(filter(None, (person.name, person.function))) for person in coordinators)
    yield prose(to, style="aside")
    yield prose("Madame, Monsieur,")
    yield prose(
        "Nous avons décidé d’engager une démarche numérique responsable. Je vous remercie d’accepter de la "
        "coordonner. Cette lettre dit ce que j’attends de vous, et ce que vous pouvez attendre de nous."
    )


def _mission() -> Iterator[Block]:
    yield Heading(2, "Votre mission")
    yield bullets(
        "Réunir l’équipe, tenir le calendrier et préparer les rendez-vous de suivi.",
        "Tenir l’inventaire des équipements et l’état des lieux, avec l’aide des services.",
        "Préparer avec les élus l’ambition, la feuille de route et la délibération.",
        "Suivre les actions, faire chaque année un bilan simple, et le partager.",
    )


def _means(
    coordinators: Sequence[Person], people: Sequence[Person], bodies: Sequence[GovernanceBody]
) -> Iterator[Block]:
    yield Heading(2, "Vos moyens")
    yield bullets(
        (
            bold("Pouvoirs. "),
            "Vous demandez aux services et aux prestataires ce qui est utile, et vous donnez un avis "
            "avant tout achat d’équipement ou de logiciel. Les dépenses restent décidées par les élus.",
        ),
        (bold("Temps. "), french(_time(coordinators))),
        (bold("Appui. "), french(_support(coordinators, people))),
        (bold("Compte rendu. "), french(_reporting(bodies))),
        (
            bold("Durée. "),
            "Un an dès la signature, puis, après un point ensemble, d’année en année sauf avis contraire.",
        ),
        _job_description(coordinators),
    )


def _time(coordinators: Sequence[Person]) -> str:
    known = [person.days_per_month for person in coordinators if person.days_per_month]
    if not known:
        return "À compléter avant la signature : ……… jours par mois, pris sur le temps de travail."
    told = listed([wording.days(days) for days in known])
    return f"Vous y consacrez {told} par mois, sur votre temps de travail."


def _support(coordinators: Sequence[Person], people: Sequence[Person]) -> str:
    sponsors = [person for person in coverage.sponsors(people) if person not in coordinators]
    signs = [person for person in sponsors if person is _head(people)]
    named = [_named(person) for person in sponsors if person not in signs]
    if signs and named:
        return f"{listed([*named, 'moi-même'])} portons la démarche. Voyez-nous dès qu’une décision bloque."
    if signs:
        return "Je porte moi-même la démarche. Venez me voir dès qu’une décision bloque."
    if len(named) > 1:
        return f"{listed(named)} portent la démarche. Voyez-les dès qu’une décision bloque."
    if named:
        return f"{named[0]} porte la démarche : c’est votre recours dès qu’une décision bloque."
    return "À compléter avant la signature : l’élu ou la direction à qui vous adresser en cas de besoin."


def _named(person: Person) -> str:
    return f"{person.name} ({person.function})" if person.function else person.name


def _reporting(bodies: Sequence[GovernanceBody]) -> str:
    deciding = [body for body in bodies if body.level is BodyLevel.STRATEGIC]
    if not deciding:
        return "À compléter avant la signature : le rendez-vous où vous rendrez compte, et son rythme."
    told = listed(
        [f"« {body.name} »{f', {body.rhythm.label}' if body.rhythm.label else ''}" for body in deciding]
    )
    return f"Vous rendez compte en réunion : {told}. Une page suffit."


def _closing(authority: Authority, people: Sequence[Person]) -> Iterator[Block]:
    yield prose("Je vous assure de toute ma confiance.")
    head = _head(people)
    default = "Le président ou la présidente" if authority.kind.is_epci else "Le maire ou la maire"
    signature = f"{wording.capital(head.function)}\n\n\n{head.name}" if head else f"{default}\n\n\n"
    yield prose(f"À ………………………, le ………………………\n{signature.rstrip()}", style="aside")


def _head(people: Sequence[Person]) -> Person | None:
    """Return who signs, when the team counts the mayor or the president."""
    return next((person for person in people if _is_head(person)), None)


def _is_head(person: Person) -> bool:
    words = normal(person.function).split()
    return (
        person.role is PersonRole.ELECTED
        and bool(words)
        and words[0] in _HEADS
        and not any(word in _DEPUTIES for word in words)
    )


def _job_description(coordinators: Sequence[Person]) -> tuple[Piece, ...]:
    """Return the words for the job description, in the letter itself: alone on a page, nobody saw them."""
    is_elected = all(person.role is PersonRole.ELECTED for person in coordinators)
    where = "l’arrêté de délégation" if is_elected else "la fiche de poste"
    known = [person.days_per_month for person in coordinators if person.days_per_month]
    time = f"{wording.days(known[0])} par mois" if known else "……… jours par mois"
    written = all(person.mission_written for person in coordinators)
    title = f"Le paragraphe à vérifier dans {where}" if written else f"Le paragraphe à ajouter à {where}"
    return (
        bold(f"{title}. "),
        french(
            "« Coordonne la démarche numérique responsable : anime l’équipe, tient l’inventaire et le "
            "calendrier, prépare les décisions et le bilan annuel, rend compte aux élus. "
            f"Temps consacré : {time}. »"
        ),
    )
