"""« Plan de sensibilisation »: who was trained, what comes next, who relays, what to read, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.knowledge import training
from nrdesk.core.knowledge.training import TrainingFigures
from nrdesk.core.model import (
    Attendance,
    Audience,
    Authority,
    AwarenessSession,
    ReadingStatus,
    Referent,
    ResourceReading,
    SessionStatus,
    StepAnswer,
)
from nrdesk.core.reference import resources
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import (
    Block,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Report,
    Run,
    Table,
    bold,
    bullets,
    link,
    runs,
)
from nrdesk.core.reports.wording import capital, french, listed, prose, sentence, when
from nrdesk.core.workshops.timetable import in_words

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Plan de sensibilisation"
_UNKNOWN = "à préciser"


def build(document: Document) -> Report:
    """Return the plan of a document, ready to be rendered."""
    sessions = sorted(document.all(AwarenessSession), key=lambda session: session.held_on or "9999")
    held = [session for session in sessions if session.status is SessionStatus.HELD]
    planned = [session for session in sessions if session.status is SessionStatus.PLANNED]
    figures = training.training_of(document)
    blocks = (
        *_figures(figures, document.authority),
        *_held(held),
        *_planned(planned),
        *_budget(figures, (*held, *planned)),
        *_referents(document.all(Referent)),
        *_readings(document.all(ResourceReading)),
        *parts.answers(document, 2),
        *_lists(held, document.all(Attendance)),
    )
    date = parts.date_of(document, AwarenessSession, Attendance, Referent, ResourceReading, StepAnswer)
    return parts.note(document, TITLE, "Partager un socle de connaissances", blocks, date=date)


def _figures(figures: TrainingFigures, authority: Authority) -> Iterator[Block]:
    yield prose(
        "Agents et élus ont besoin des mêmes repères pour décider et pour agir. Ce plan dit où nous en "
        "sommes, et quelles sont les prochaines séances.",
        style="lead",
    )
    if not (figures.sessions or figures.planned):
        return
    yield KeyFigures(
        (
            _share(figures.share_agents, figures.agents_trained, authority.agents, "agent"),
            _share(figures.share_elected, figures.elected_trained, authority.elected, "élu"),
            KeyFigure(
                number(figures.sessions),
                "séance tenue" if figures.sessions < 2 else "séances tenues",
                count(figures.planned, "autre prévue", "autres prévues") if figures.planned else "",
            ),
        )
    )
    if figures.note:
        yield prose(figures.note, style="small")
    if len(figures.by_year) > 1:
        yield _years(figures)


def _share(share: float | None, trained: int, staff: int | None, word: str) -> KeyFigure:
    if share is None:
        label = f"{word} sensibilisé" if trained < 2 else f"{word}s sensibilisés"
        return KeyFigure(number(trained), label, f"indiquez le nombre d’{word}s")
    return KeyFigure(
        percent(share), f"des {word}s sensibilisés", f"{number(trained)} sur {number(staff or 0)}"
    )


def _years(figures: TrainingFigures) -> Table:
    columns = (
        Column("Année"),
        Column("Séances", 1, "right"),
        Column("Agents", 1, "right"),
        Column("Élus", 1, "right"),
    )
    rows = tuple(
        (str(year), number(part.sessions), number(part.agents_trained), number(part.elected_trained))
        for year, part in figures.by_year.items()
    )
    return Table("Personnes sensibilisées, année par année", columns, rows)


def _held(held: Sequence[AwarenessSession]) -> Iterator[Block]:
    yield Heading(2, "Ce qui a été fait")
    if not held:
        yield prose("Aucune séance n’a encore eu lieu.")
        return
    yield Table("Les séances tenues", _COLUMNS, tuple(map(_row, held)))
    if remarks := [session for session in held if session.comment]:
        yield prose("Ce que nous en retenons :")
        yield bullets(*((bold(f"{session.title}. "), sentence(session.comment)) for session in remarks))


def _planned(planned: Sequence[AwarenessSession]) -> Iterator[Block]:
    yield Heading(2, "Ce qui vient")
    if not planned:
        yield parts.to_complete("datez une prochaine séance à l’étape 2, même à quelques mois.")
        return
    yield Table("Les séances prévues", _COLUMNS, tuple(map(_row, planned)))


_COLUMNS = (
    Column("Date", 1.6),
    Column("Séance", 2.6),
    Column("Public", 1.1),
    Column("Animation", 1.8),
    Column("Durée", 0.8, "right"),
    Column("Présents", 1.1, "right"),
)


def _row(session: AwarenessSession) -> tuple[str, ...]:
    return (
        when(session.held_on),
        session.title,
        session.audience.label,
        session.provider or _UNKNOWN,
        _UNKNOWN if session.hours is None else in_words(round(60 * session.hours)),
        _present(session),
    )


def _present(session: AwarenessSession) -> str:
    told = [
        count(people, word)
        for people, word in ((session.agents_present, "agent"), (session.elected_present, "élu"))
        if people is not None
    ]
    return ", ".join(told) or _UNKNOWN


def _budget(figures: TrainingFigures, sessions: Sequence[AwarenessSession]) -> Iterator[Block]:
    if not sessions:
        return
    planned, for_inhabitants = 0.0, 0.0
    for session in sessions:
        if session.audience is Audience.INHABITANTS:
            for_inhabitants += session.cost or 0.0
        elif session.status is SessionStatus.PLANNED:
            planned += session.cost or 0.0
    yield Heading(2, "Ce que cela coûte")
    told = [f"séances tenues : {_euros(figures.cost)}", f"séances prévues : {_euros(planned)}"]
    if for_inhabitants:
        told.append(f"séances pour les habitants : {_euros(for_inhabitants)}")
    if any(session.cost is not None for session in sessions):
        yield prose(f"{capital(' ; '.join(told))}. Ces montants sont hors taxes, sans le temps de chacun.")
    if unknown := [session for session in sessions if session.cost is None]:
        titles = listed([f"« {session.title} »" for session in unknown])
        yield parts.to_complete(f"le coût reste à préciser pour {titles}. Une séance gratuite s’écrit 0.")


def _euros(amount: float) -> str:
    return f"{number(amount)}{NBSP}€" if amount else "rien"


def _referents(referents: Sequence[Referent]) -> Iterator[Block]:
    yield Heading(2, "Les référents")
    if not referents:
        yield parts.to_complete(
            "nommez à l’étape 2 une personne par service, ou une seule si la mairie est petite, qui relaie "
            "la démarche et dit ce qui coince."
        )
        return
    yield prose("Une question, une panne, une idée : ils relaient et font remonter.")
    columns = (Column("Service", 1.5), Column("Référent", 2), Column("Depuis", 1.2))
    rows = tuple(
        (each.service, each.name, when(each.since) if each.since else _UNKNOWN) for each in referents
    )
    yield Table("Les référents, service par service", columns, rows)


def _readings(readings: Sequence[ResourceReading]) -> Iterator[Block]:
    known = {resource.id: resource for resource in resources.load()}
    yield Heading(2, "À lire, à suivre, à faire")
    groups = (
        (ReadingStatus.RECOMMENDED, "Ce que nous recommandons"),
        (ReadingStatus.TO_READ, "Ce que nous prévoyons de lire"),
    )
    is_empty = True
    for status, title in groups:
        chosen = [
            (known[reading.resource], reading.comment)
            for reading in readings
            if reading.status is status and reading.resource in known
        ]
        if chosen:
            is_empty = False
            yield prose(f"{title} :")
            yield bullets(*(_resource(resource, comment) for resource, comment in chosen))
    if is_empty:
        yield parts.to_complete(
            "choisissez à l’étape 2, dans la bibliothèque, deux ou trois ressources à conseiller."
        )


def _resource(resource: resources.Resource, comment: str) -> tuple[Run, ...]:
    title = link(resource.title, resource.url) if resource.url else Run(resource.title)
    status = "" if resource.verified else f" ; {resource.link_status}"
    told = french(f", {resource.publisher}, {resource.cost}{status}.")
    return runs(title, told, f" {sentence(comment)}" if comment else "")


def _lists(held: Sequence[AwarenessSession], attendances: Sequence[Attendance]) -> Iterator[Block]:
    """Yield the names of those present, for the sessions that keep them."""
    named = [(session, [each for each in attendances if each.session_id == session.id]) for session in held]
    named = [(session, people) for session, people in named if people]
    if not named:
        return
    yield PageBreak()
    yield Heading(2, french("Annexe : liste des présences et attestations"))
    yield prose("Cette liste nomme des personnes : elle reste en interne et ne se publie pas.")
    columns = (Column("Nom", 2), Column("Service", 1.6), Column("Qualité", 0.9), Column("Attestation", 1.2))
    for session, people in named:
        rows = tuple(
            (
                each.name,
                each.service or _UNKNOWN,
                "élu" if each.is_elected else "agent",
                "remise" if each.certified else "à remettre",
            )
            for each in people
        )
        yield Table(f"{session.title}, {when(session.held_on)}", columns, rows)
