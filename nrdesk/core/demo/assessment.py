"""Step 4 of the demonstration: what each campaign holds, who was heard, what was read, done and concluded."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core.demo.tables import filled, rows
from nrdesk.core.fields.assessment import (
    INTERVIEW,
    PAST_ACTION,
    READ_DOCUMENT,
    SITE,
    SYNTHESIS,
    TERRITORY_FACT,
)
from nrdesk.core.listening import copied, guides, questions_of
from nrdesk.core.model import (
    Campaign,
    Interview,
    InterviewAnswer,
    MaturityAnswer,
    PastAction,
    ReadDocument,
    Record,
    ServiceUse,
    Site,
    SynthesisItem,
    TerritoryFact,
    WebSite,
)
from nrdesk.core.reference.table import Row


def findings() -> list[Record]:
    """Return what belongs to no campaign: sites, who was heard, what was done and read, the territory."""
    return [
        *filled(Site, SITE, "lieux.csv"),
        *_heard(),
        *filled(PastAction, PAST_ACTION, "actions-engagees.csv"),
        *filled(ReadDocument, READ_DOCUMENT, "documents-lus.csv"),
        *filled(TerritoryFact, TERRITORY_FACT, "territoire.csv"),
    ]


def services(campaign: Campaign) -> list[Record]:
    """Return what was used of digital services in the year of a campaign."""
    return [
        ServiceUse(
            campaign_id=campaign.id,
            service=row.required("service"),
            name=row.text("name"),
            provider=row.text("provider"),
            quantity=quantity,
            comment=row.text("comment"),
        )
        for row in rows("services.csv")
        if (quantity := row.number(f"quantity_{campaign.year}")) is not None
    ]


def web_sites(campaign: Campaign) -> list[Record]:
    """Return the web sites as they were in the year of a campaign."""
    return [
        WebSite(
            campaign_id=campaign.id,
            name=row.required("name"),
            url=row.required("url"),
            page_kb=row.number(f"page_kb_{campaign.year}"),
            yearly_views=row.number(f"yearly_views_{campaign.year}"),
            comment=row.text("comment"),
        )
        for row in rows("sites-web.csv")
    ]


def maturity(campaign: Campaign) -> list[Record]:
    """Return the answers to the maturity questionnaire in the year of a campaign."""
    return [_answer(row, campaign) for row in rows("maturite.csv")]


def conclusions(campaign: Campaign) -> list[Record]:
    """Return the sentences of the synthesis of a campaign, in their order."""
    own = [row.text("year") == str(campaign.year) for row in rows("synthese.csv")]
    written = filled(SynthesisItem, SYNTHESIS, "synthese.csv", lambda row: {"campaign_id": campaign.id})
    kept = (item for item, is_own in zip(written, own, strict=True) if is_own)
    return [replace(item, rank=rank) for rank, item in enumerate(kept, start=1)]


def _heard() -> list[Record]:
    """Return the question guides, the interviews and groups, and what was answered."""
    templates = {template.id: template for template in guides()}
    chosen = {id: copied(templates[id]) for row in rows("guides.csv") if (id := row.required("guide"))}
    interviews = list(
        filled(
            Interview, INTERVIEW, "entretiens.csv", lambda row: {"guide_id": chosen[row.required("guide")].id}
        )
    )
    by_title = {interview.title: interview for interview in interviews}
    questions = {guide.id: questions_of(guide) for guide in chosen.values()}
    answers = []
    for row in rows("entretiens-reponses.csv"):
        interview = by_title[row.required("interview")]
        question = questions[interview.guide_id or ""][int(row.required("number")) - 1]
        answers.append(
            InterviewAnswer(interview_id=interview.id, question=question, text=row.required("text"))
        )
    return [*chosen.values(), *interviews, *answers]


def _answer(row: Row, campaign: Campaign) -> MaturityAnswer:
    return MaturityAnswer(
        campaign_id=campaign.id,
        question=row.required("question"),
        level=row.integer(f"level_{campaign.year}"),
        # The table has these columns for the latest year only.
        comment=row.text(f"comment_{campaign.year}"),
        evidence=row.text(f"evidence_{campaign.year}"),
    )
