"""What the documents of the first steps share: their first lines, what is missing, answers, the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nrdesk.core import campaigns, compliance
from nrdesk.core.compliance import Verdict
from nrdesk.core.model import Authority, Campaign, Record, StepAnswer
from nrdesk.core.model.obligation import Status
from nrdesk.core.reference import obligations
from nrdesk.core.reference.factors import Family
from nrdesk.core.reports import wording
from nrdesk.core.reports.content import Block, Callout, Heading, Meta, Paragraph, Report, bold, paragraph
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

STRATEGY = "REEN35-SNR"
"""Identifier of the obligation to have a stratégie numérique responsable."""
TITLES = {
    Status.APPLICABLE: "Une obligation légale",
    Status.VOLUNTARY: "Une démarche volontaire",
    Status.NOT_CONCERNED: "Ce que dit la loi",
    Status.TO_CHECK: "Une obligation à vérifier",
}
"""What a note on an obligation is called."""


def note(
    document: Document,
    title: str,
    subtitle: str,
    blocks: Iterable[Block],
    *,
    date: dt.date,
    legal: bool = False,
) -> Report:
    """Return a short document, without a cover; `legal` when it says what the law asks."""
    authority = document.authority
    meta = Meta(
        title=title,
        subtitle=subtitle,
        authority=wording.full_name(authority),
        date=date,
        legal_state=obligations.legal_state() if legal else None,
        notice=notice(authority),
    )
    return Report(meta, tuple(blocks), cover=False)


def factor_family(document: Document, campaign: Campaign) -> Family:
    """Return the family of factors of a campaign, which every document names.

    A frozen campaign keeps its figures when its family is gone: the identifier then stands for its name.
    """
    family = campaign.factor_family
    known = {each.id: each for each in campaigns.families(document)}
    return known.get(family) or Family(family, family, note="", licence="", version="")


def factors_of(assessment: Assessment) -> str:
    """Return the name and the version of the factors of an assessment, as they were when it was frozen."""
    label, version = assessment.family_label, assessment.method.factors.version
    return f"{label}, {version}" if version else label


def notice(authority: Authority) -> str:
    """Return the sentence that the documents of the demonstration bear, "" for a real collectivité."""
    told = "Commune fictive : toutes les données de ce document sont inventées, pour la démonstration."
    return french(told) if authority.is_demo else ""


def date_of(document: Document, *kinds: type[Record]) -> dt.date:
    """Return the day of the last change of what a document is made of.

    The same data are thus dated the same, on whatever day they are exported. The demonstration keeps the
    date of its story, whenever it was created.
    """
    if document.authority.is_demo:
        return dt.date.fromisoformat(document.campaign.as_of)
    records = (document.authority, *(record for kind in kinds for record in document.all(kind)))
    return dt.date.fromisoformat(max(record.updated_at for record in records)[:10])


def to_complete(text: str) -> Paragraph:
    """Return a paragraph that says what is missing, and where to give it."""
    return paragraph(bold(french("À compléter : ")), french(text))


def answers(document: Document, step: int) -> Iterator[Block]:
    """Yield what was answered to the questions of the guide in a step, in the order of the guide."""
    from nrdesk.core.steps import STEPS

    rank = {question: order for order, question in enumerate(STEPS[step - 1].guide.questions)}
    given = [each for each in document.all(StepAnswer, step=step) if each.text.strip()]
    if given:
        yield Heading(2, "Ce que nous nous sommes dit")
    for each in sorted(given, key=lambda answer: rank.get(answer.question, len(rank))):
        yield paragraph(bold(f"{french(each.question)} "), wording.sentence(each.text))


def verdict(authority: Authority, obligation: str, on: dt.date) -> Verdict:
    """Return what an obligation is for the collectivité, by its identifier in the law table."""
    return compliance.evaluate(next(o for o in obligations.load() if o.id == obligation), authority, on)


def strategy_verdict(authority: Authority, on: dt.date) -> Verdict:
    """Return whether the law asks the collectivité for a stratégie numérique responsable."""
    return verdict(authority, STRATEGY, on)


def law(authority: Authority, on: dt.date) -> Callout:
    """Return what the law says of the strategy for this collectivité."""
    found = strategy_verdict(authority, on)
    obligation = found.obligation
    threshold = " et ".join(str(limit) for limit in obligation.population)
    rule = f"La loi demande une stratégie numérique responsable aux collectivités de {threshold} habitants"
    told = {
        Status.APPLICABLE: f"{rule} : c’est notre cas. {obligation.requirement}",
        Status.VOLUNTARY: f"{rule}. Rien ne nous y oblige : nous nous engageons parce que nous y croyons.",
        Status.TO_CHECK: f"{rule}. Il nous reste à vérifier si nous en sommes.",
        Status.NOT_CONCERNED: f"La loi demande une stratégie numérique responsable à d’autres que nous : "
        f"{obligation.concerns}.",
    }
    return Callout(TITLES[found.status], (prose(told[found.status]), texts(found)))


def texts(verdict: Verdict) -> Paragraph:
    """Return where an obligation is written, and whether that was checked."""
    unsure = "" if verdict.verified else " À confirmer auprès d’un juriste."
    return prose(f"{wording.texts(verdict.obligation)}{unsure}")
