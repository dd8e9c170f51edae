"""The papers of the vote, drawn from the document: the session under way, the draft, the dates.

session = under_way(document)        # what is noted of the session, defaults filled in
rules_of(document)                   # the rules of its assembly
draft(document)                      # visas, considérants, articles and note that nrdesk proposes
texts(document)                      # the same, as edited where they were
"""

from nrdesk.core.council_papers.agenda import events
from nrdesk.core.council_papers.draft import DeliberationDraft, Texts, draft, texts
from nrdesk.core.council_papers.state import rules_of, under_way

__all__ = [
    "DeliberationDraft",
    "Texts",
    "draft",
    "events",
    "rules_of",
    "texts",
    "under_way",
]
