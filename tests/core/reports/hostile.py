"""A commune whose every text was typed, pasted or received by somebody who wishes us harm."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import cycle, islice
from pathlib import Path

from nrdesk.core import exchange, paths, richtext
from nrdesk.core.communication.kit_pieces import PIECES
from nrdesk.core.demo import assessment, monitoring, plan, strategy, tables
from nrdesk.core.document import Document
from nrdesk.core.model import (
    RECORDS,
    Activity,
    Authority,
    AuthorityKind,
    Campaign,
    Chapter,
    Charter,
    Commitment,
    Deliberation,
    KitText,
    Look,
    Record,
    ServiceUse,
)
from nrdesk.core.reports import versions
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run
from nrdesk.core.roadmap import CHAPTERS, INSERTS

TEXTS = (
    "<img src='file:///etc/hostname'/> <img src=\"http://127.0.0.1:9/x.png\">",
    "<para><b>gras</i></para> <a href='javascript:alert(1)'>ici</a> <?xml version='1.0'?>",
    "&amp; &lt; &#0; &#x1F4A9; & < > \" ' ]]> <![CDATA[",
    "{{ cycler.__init__.__globals__ }} {% for x in y %} ${7*7} %s %(name)s {0}",
    "=cmd|'/c calc'!A1",
    "+SUM(A1:A9)\t@import -2+3",
    "emoji 👩‍💻 🇫🇷 ✓ → 💶, chinois 数字",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 à la mairie, \u05e9\u05dc\u05d5\u05dd",
    "e\u0301le\u0300ve" + "\u0301" * 60 + " Z\u0351\u036b\u0343\u036a",
    "contrôles \x01\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029 fin",
    "zéro\u200b\u200d\ufeff largeur \u202e\u2066sens\u00ad non-caractère \uffff\ufffe",
    "A" * 5_000,
    "ligne\n" * 120,
    "\\documentclass{article}\\input{/etc/passwd} $x_1^{2}$ ^M ENDSTREAM endobj",
    "BEGIN:VEVENT\r\nATTACH:file:///etc/passwd\r\n;,:\\n",
    "../../../../etc/passwd\x00.pdf C:\\Windows\\System32\\*?<>|",
    " ",
)
_IDENTIFIERS = {
    "updated_at", "insee_code", "territory", "category", "obligation", "resource", "measured_by", "question",
    "key", "draft_key", "proposed", "colour", "factor_family", "lineage", "usage_profile", "unread", "goals",
    "siret", "product_type", "catalogue", "targets", "content", "piece", "story",
}  # fmt: skip
"""Fields whose text is an identifier or a code, which the forms and the readers of files check."""
_DATE = re.compile(r"\d{4}(-\d\d){0,2}(T[\d:.]+Z?)?")
"""Dates are checked likewise."""
_RICH = {"body", "easy", "grounds", "articles", "presentation"}


def spoiled(record: Record, texts: Iterator[str], inserts: Iterator[str]) -> Record:
    """Return a record whose free texts are hostile; its long texts show tables and charts in their turn."""
    changes: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if type(value) is not str or _DATE.fullmatch(value) or field.name in _IDENTIFIERS:
            continue
        is_link = field.name == "id" or field.name.endswith("_id")
        if not is_link and not (field.name == "service" and isinstance(record, ServiceUse)):
            text = next(texts)
            changes[field.name] = rich(text, islice(inserts, 2)) if field.name in _RICH else text
    return replace(record, **changes)


def rich(text: str, inserts: Iterable[str] = INSERTS) -> str:
    """Return a hostile text in each kind of block, with tables and charts."""
    run = Run(text, bold=True, href="javascript:alert(1)")
    blocks = (
        Heading(3, text),
        Paragraph((Run(text), run, Run(text, italic=True, href='https://exemple.fr/<é>?a="b"'))),
        Bullets(((Run(text),), (run,)), numbered=True),
        *(Insert(key) for key in (*inserts, text[:50])),
    )
    return richtext.dumps(RichText(blocks))


def create(path: Path, texts: Iterable[str] = TEXTS) -> Document:
    """Create the document at `path` and return it open."""
    turn, inserts = cycle(texts), cycle(INSERTS)
    authority = Authority(
        kind=AuthorityKind.COMMUNE,
        name=next(turn) + " Valbrenne",
        insee_code="00000",
        siret="21270001200014",
        territory="France métropolitaine (continentale)",
        epci_name=next(turn),
        population_municipal=60_000,
        population_total=60_000,
        population_year=2023,
        agents=18,
        elected=23,
        annual_purchases=14_200.0,
    )
    document = Document.create(path, authority, year=2026)
    with document.action("Remplir") as tx:
        tx.add_all(_records(document))
    plan.fill(document)
    monitoring.fill(document)
    kept = (Activity, Authority, Campaign)
    written = [document.all(kind) for kind in RECORDS if kind not in kept]
    with document.action("Gâter") as tx:
        for records in written:
            tx.replace([spoiled(record, turn, inserts) for record in records])
    versions.save(document, next(turn))
    return document


def _records(document: Document) -> Iterator[Record]:
    """Yield what the demonstration holds, in one campaign, and what it has not."""
    campaign = document.campaign
    forms = (
        tables.team, tables.knowledge, tables.policies, tables.compliance,
        assessment.findings, strategy.direction,
    )  # fmt: skip
    for form in (*forms, tables.answers):
        yield from form()
    for year in (assessment.services, assessment.web_sites, assessment.maturity, assessment.conclusions):
        yield from year(campaign)
    source = exchange.read_source(paths.resources() / "demo" / "inventaire.csv")
    yield from exchange.plan_import(source, exchange.recognise_columns(source), (), campaign.id).records
    yield from (Chapter(key=kind.key, rank=rank) for rank, kind in enumerate(CHAPTERS))
    yield Chapter(title="le mien", rank=99)
    yield from (KitText(piece=piece.key) for piece in PIECES)
    yield Commitment(name="quelqu’un", signed="2026")
    yield Charter(name="charte", signed="2026")
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"
    yield Look(logo=svg, colour="rouge")
    yield Deliberation(
        meeting="2026-12-03T20:30",
        convened="2026-12-02",
        seats=23,
        present=15,
        proxies=2,
        votes_for=14,
        votes_against=1,
        abstentions=2,
        transmitted="2026-11-01",
        published="2025-01-01",
    )
