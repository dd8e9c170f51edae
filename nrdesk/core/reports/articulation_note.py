"""« Note d’articulation »: what the other policies already say, and the priorities that come out of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    Authority,
    AuthorityKind,
    Axis,
    PolicyDocument,
    PolicyLink,
    PolicyOwner,
    StepAnswer,
)
from nrdesk.core.policies import matrix
from nrdesk.core.reference import goals, obligations
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Column,
    Heading,
    Report,
    Run,
    Table,
    bold,
    link,
    runs,
)
from nrdesk.core.reports.wording import capital, french, listed, prose, sentence, the_authority, when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Note d’articulation"
_STRENGTHS = ("–", "● un peu", "●● assez", "●●● fort")
_AT_ONCE = 5
"""Documents side by side in a table: more would leave no room for their titles."""


def build(document: Document) -> Report:
    """Return the note of a document, ready to be rendered."""
    date = parts.date_of(document, PolicyDocument, PolicyLink, StepAnswer)
    policies, links = document.all(PolicyDocument), document.all(PolicyLink)
    blocks = (
        *_opening(document.authority),
        *(_register(policies, date) if policies else _nothing()),
        *_matrix(policies, links),
        *_priorities(policies, links),
        *_belongings(document.authority, policies),
        *_goals(policies),
        *parts.answers(document, 3),
    )
    subtitle = "Le numérique responsable et nos autres politiques"
    return parts.note(document, TITLE, subtitle, blocks, date=date, legal=True)


def _opening(authority: Authority) -> Iterator[Block]:
    yield prose(
        f"{capital(the_authority(authority))} a déjà des projets et des engagements. Le numérique "
        "responsable n’en ajoute pas un de plus : il les aide à tenir. Cette note fait le lien.",
        style="lead",
    )


def _nothing() -> Iterator[Block]:
    yield parts.to_complete(
        "recensez à l’étape 3 les documents qui guident la collectivité : le projet de mandat, le plan "
        "climat de l’intercommunalité, un projet éducatif, une analyse des besoins sociaux."
    )


def _register(policies: Sequence[PolicyDocument], date: dt.date) -> Iterator[Block]:
    yield Heading(2, "Ce qui nous guide déjà")
    columns = (Column("Document", 2.6), Column("Porté par", 1.6), Column("Période", 1.8), Column("État", 1.1))
    rows = tuple((each.title, _owner(each), _period(each), each.status.label) for each in policies)
    yield Table("Les documents recensés", columns, rows)
    if alerts := matrix.alerts(policies, date):
        yield Callout("Des dates à surveiller", tuple(prose(alert.text) for alert in alerts), "caution")
    said = [each for each in policies if each.summary]
    if said:
        yield prose("Ce qu’ils disent du numérique :")
        yield BulletList(tuple(_summary(each) for each in said))


def _owner(policy: PolicyDocument) -> str:
    return policy.manager or policy.owner.label


def _period(policy: PolicyDocument) -> str:
    if policy.starts and policy.ends:
        return f"{when(policy.starts)} – {when(policy.ends)}"
    if policy.starts:
        return f"depuis {when(policy.starts)}"
    return f"jusqu’à {when(policy.ends)}" if policy.ends else "dates à préciser"


def _summary(policy: PolicyDocument) -> tuple[Run, ...]:
    title = link(policy.title, policy.link) if policy.link else bold(policy.title)
    return runs(title, ". ", sentence(policy.summary))


def _matrix(policies: Sequence[PolicyDocument], links: Sequence[PolicyLink]) -> Iterator[Block]:
    if not policies:
        return
    yield Heading(2, "Ce que chaque document apporte")
    strengths = {(each.document_id, each.axis): each.strength for each in links}
    if not any(strengths.values()):
        yield parts.to_complete("reliez à l’étape 3 chaque document aux axes qu’il touche.")
        return
    yield prose(
        "Six axes viennent du décret de 2022 sur la stratégie numérique responsable ; nous y ajoutons le "
        "social et le sociétal. Plus il y a de points, plus le document porte l’axe."
    )
    for start in range(0, len(policies), _AT_ONCE):
        shown = policies[start : start + _AT_ONCE]
        columns = (Column("Axe", 1.5), *(Column(each.title, 1.2) for each in shown))
        rows = tuple(
            (axis.label, *(_STRENGTHS[_within(strengths.get((each.id, axis), 0))] for each in shown))
            for axis in Axis
        )
        yield Table("Force du lien entre chaque axe et chaque document", columns, rows)


def _within(strength: int) -> int:
    return min(max(strength, 0), len(_STRENGTHS) - 1)


def _priorities(policies: Sequence[PolicyDocument], links: Sequence[PolicyLink]) -> Iterator[Block]:
    if not policies:
        return
    yield Heading(2, "Les priorités qui en ressortent")
    emerging = matrix.priorities(policies, links)
    if not emerging:
        yield parts.to_complete(
            "aucun axe ne se détache encore. À l’étape 3, notez plus fort les liens qui comptent vraiment."
        )
        return
    yield BulletList(
        tuple(runs(bold(f"{each.axis.label}. "), french(each.reason)) for each in emerging), numbered=True
    )
    yield prose(
        "Ces priorités viennent de ce que nous avons déjà décidé. Elles serviront à choisir l’ambition "
        "(étape 5)."
    )


def _belongings(authority: Authority, policies: Sequence[PolicyDocument]) -> Iterator[Block]:
    """Yield what is the EPCI's, so that the commune does not do it again."""
    if authority.kind.is_epci or not policies:
        return
    theirs = [each.title for each in policies if each.owner is PolicyOwner.EPCI]
    others = [each.title for each in policies if each.owner is PolicyOwner.OTHER]
    yield Heading(2, "Ce qui relève de l’intercommunalité")
    epci = f" ({authority.epci_name})" if authority.epci_name else ""
    if theirs:
        it = "les" if len(theirs) > 1 else "le"
        yield prose(
            f"Notre intercommunalité{epci} porte : {_quoted(theirs)}. Nous y contribuons, sans {it} refaire."
        )
    else:
        yield parts.to_complete(
            f"demandez à votre intercommunalité{epci} ses documents : plan climat, schéma directeur, achats "
            "groupés."
        )
    if duties := list(_their_duties()):
        yield prose(f"La loi demande à l’intercommunalité, et non à la commune : {listed(duties)}.")
    if others:
        yield prose(f"Porté par un autre organisme : {_quoted(others)}.")


def _their_duties() -> Iterator[str]:
    """Yield the obligations that bind EPCI and never communes."""
    for obligation in obligations.load():
        if AuthorityKind.CC in obligation.kinds and AuthorityKind.COMMUNE not in obligation.kinds:
            size = " et ".join(str(limit) for limit in obligation.population)
            yield f"« {obligation.title} »{f' (si elle compte {size} habitants)' if size else ''}"


def _quoted(titles: Sequence[str]) -> str:
    return listed([f"« {title} »" for title in titles])


def _goals(policies: Sequence[PolicyDocument]) -> Iterator[Block]:
    names = goals.load()
    serving: dict[int, list[str]] = {}
    for policy in policies:
        for word in policy.goals.split(", ") if policy.goals else ():
            serving.setdefault(int(word), []).append(policy.title)
    if not serving:
        return
    yield Heading(2, "Les objectifs de développement durable")
    yield prose(
        f"Ces documents servent {count(len(serving), 'objectif')} des Nations unies, sur {len(names)} (ODD)."
    )
    columns = (Column("Objectif", 2.2), Column("Documents qui le servent", 3))
    rows = tuple(
        (f"{goal}. {names.get(goal, '')}", f"{NBSP}; ".join(serving[goal])) for goal in sorted(serving)
    )
    yield Table("Les ODD et les documents", columns, rows)
