"""The deliberation that nrdesk proposes: what is cited, why, what is decided, what élus read before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import richtext
from nrdesk.core.council_papers import articles, grounds, presentation
from nrdesk.core.council_papers.law import law_of, visas_of
from nrdesk.core.council_papers.state import rules_of, under_way
from nrdesk.core.model import Ambition, Objective
from nrdesk.core.richtext import Block, RichText, tidy
from nrdesk.core.roadmap import Facts, Missing

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class Texts:
    """The three texts that are edited."""

    grounds: RichText
    """Considérants."""
    articles: RichText
    presentation: RichText
    """Note de synthèse."""


@dataclass(frozen=True, slots=True)
class DeliberationDraft:
    """What nrdesk proposes, from the data of the steps."""

    title: str
    visas: tuple[str, ...]
    """"Vu …", each ready to print; never edited here, since they follow the law table."""
    texts: Texts
    missing: tuple[Missing, ...]
    """What the data do not say yet, and a council would ask."""

    @property
    def grounds(self) -> RichText:
        """Considérants."""
        return self.texts.grounds

    @property
    def articles(self) -> RichText:
        """What the assembly decides."""
        return self.texts.articles

    @property
    def presentation(self) -> RichText:
        """Note de synthèse."""
        return self.texts.presentation


def draft(document: Document, assessment: Assessment | None = None) -> DeliberationDraft:
    """Return the draft of a document; the same data always give the same words.

    Args:
        document: the document.
        assessment: that of its latest campaign, when it is already at hand.
    """
    # Imported here: a session is prepared before any footprint is computed.
    from nrdesk.core.assessment import assess

    if assessment is None or assessment.campaign.id != document.campaign.id:
        assessment = assess(document, document.campaign)
    facts = Facts.of(document, assessment)
    law, rules, session = law_of(facts.authority, facts.on), rules_of(document), under_way(document)
    return DeliberationDraft(
        title=session.title,
        visas=visas_of(law, rules),
        texts=Texts(
            grounds=_text(grounds.draw(document, facts, assessment, law)),
            articles=_text(articles.draw(facts, law, rules)),
            presentation=_text(presentation.draw(document, facts, law, rules)),
        ),
        missing=tuple(_missing(facts)),
    )


def texts(document: Document, proposed: DeliberationDraft | None = None) -> Texts:
    """Return the three texts: each as it was edited, or as nrdesk proposes it while it was not.

    Args:
        document: the document.
        proposed: the draft, when it is already at hand.
    """
    session = under_way(document)
    found = proposed or draft(document)
    return Texts(
        grounds=richtext.loads(session.grounds) if session.grounds else found.grounds,
        articles=richtext.loads(session.articles) if session.articles else found.articles,
        presentation=richtext.loads(session.presentation) if session.presentation else found.presentation,
    )


def _text(blocks: Iterable[Block]) -> RichText:
    return tidy(RichText(tuple(blocks)))


def _missing(facts: Facts) -> Iterator[Missing]:
    if not any(each.text.strip() for each in facts.all(Ambition)):
        yield Missing("écrivez à l’étape 5 l’ambition, en une ou deux phrases.", "step5", "ambition")
    if not any(each.title.strip() for each in facts.all(Objective)):
        yield Missing("écrivez à l’étape 5 au moins un objectif.", "step5", "objectives")
