"""What can be checked of a text before it goes out: it is transparent, accessible and sober.

Hints for who writes, never a verdict: what only a reader can see stays on the checklist of the step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core import readability, richtext
from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.kit_drafts import FAILED
from nrdesk.core.communication.kit_pieces import Piece
from nrdesk.core.formatting import count
from nrdesk.core.readability import Aim, Kind
from nrdesk.core.richtext import Block, Bullets, Heading, Paragraph, RichText, Run
from nrdesk.core.roadmap.pieces import TO_COMPLETE
from nrdesk.core.written.words import line, normal

_SUBJECT = 70
"""Characters of the subject of a message that mailboxes show (hypothesis of nrdesk: phones show some 40,
windows some 70)."""
_TITLE = {kit_pieces.POSTER: 60, kit_pieces.EMAIL: _SUBJECT}
"""Characters of a title, for the pieces that have little room."""
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_VAGUE = frozenset({"ici", "cliquez ici", "en savoir plus", "lien", "ce lien", "lire la suite", "voir"})
_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b(?:[\s’'-]+\b[A-ZÀ-ÖØ-Þ]{2,}\b)+")
"""Several words in capitals: a screen reader may spell them, and everybody reads them more slowly."""
_BOASTS = re.compile(
    r"\b(neutres? en carbone|zéro carbone|100\s?% (?:vert|écologique|responsable)s?|écologiques?"
    r"|respectueux de (?:la planète|l[’']environnement)|bons? pour la planète|sans impact)\b",
    re.IGNORECASE,
)
"""Promises that nothing proves: they take trust away from what is true beside them."""
_FAILED = tuple(
    map(normal, (FAILED, "n’a pas", "difficult", "retard", "bloqu", "reste à faire", "échou", "pas encore"))
)


class Matter(StrEnum):
    """What a remark is about; the value is its French name."""

    GAP = "à compléter"
    TRANSPARENCY = "transparence"
    ACCESS = "accessibilité"
    SOBRIETY = "sobriété"


@dataclass(frozen=True, slots=True)
class KitRemark:
    """Something to mend, and how."""

    matter: Matter
    text: str
    """French sentences."""


def remarks(piece: Piece, title: str, body: RichText, names: Collection[str] = ()) -> tuple[KitRemark, ...]:
    """Return what to mend in a text of the kit, what matters most first.

    Args:
        piece: which one it is: a poster is shorter than an article.
        title: its title.
        body: its text.
        names: names of places and of people, which are no rare words.
    """
    return (
        *_gaps(body),
        *_transparency(title, body),
        *_access(title, body, names),
        *_sobriety(piece, title, body),
    )


def _gaps(body: RichText) -> Iterator[KitRemark]:
    for told in richtext.lines(body):
        if normal(told).startswith(normal(TO_COMPLETE)):
            gap = told.partition(":")[2].strip()
            yield KitRemark(Matter.GAP, f"Complétez, ou retirez la ligne\u00a0: {gap or told}")


def _transparency(title: str, body: RichText) -> Iterator[KitRemark]:
    told = [each for each in richtext.lines(body) if not normal(each).startswith(normal(TO_COMPLETE))]
    if not _tells_failure(body, told):
        yield KitRemark(
            Matter.TRANSPARENCY,
            "Le texte ne dit aucune difficulté. Ajoutez ce qui n’a pas encore marché.",
        )
    for found in sorted(
        {line(match[0]).lower() for each in (title, *told) for match in _BOASTS.finditer(each)}
    ):
        yield KitRemark(
            Matter.TRANSPARENCY,
            f"«\u00a0{found}\u00a0» promet plus que vos chiffres. Dites ce qui a changé, et de combien.",
        )


def _tells_failure(body: RichText, told: list[str]) -> bool:
    """Return whether something is said under the title of what did not work, or anywhere in such words."""
    titles = {normal(block.text) for block in body.blocks if isinstance(block, Heading)}
    said = [normal(each) for each in told if normal(each) not in titles]
    under = _under(body, normal(FAILED))
    if normal(FAILED) in titles:
        return any(not normal(each).startswith(normal(TO_COMPLETE)) for each in under)
    return any(word in each for each in said for word in _FAILED)


def _under(body: RichText, name: str) -> list[str]:
    """Return the lines that stand under a title, up to the next one."""
    found: list[str] = []
    inside = False
    for block in body.blocks:
        if isinstance(block, Heading):
            inside = normal(block.text) == name
        elif inside:
            found += richtext.lines(RichText((block,)))
    return found


def _access(title: str, body: RichText, names: Collection[str]) -> Iterator[KitRemark]:
    told = (title, *richtext.lines(body))
    if any(_CAPITALS.search(each) for each in told):
        yield KitRemark(Matter.ACCESS, "Des mots se suivent en capitales\u00a0: écrivez-les en minuscules.")
    if any(unicodedata.category(letter) == "So" for each in told for letter in each):
        yield KitRemark(
            Matter.ACCESS, "Retirez les émojis\u00a0: un lecteur d’écran les lit à voix haute, un par un."
        )
    for run in _runs(body):
        words = run.text.strip()
        if run.href and (normal(words) in _VAGUE or _ADDRESS.match(words)):
            yield KitRemark(
                Matter.ACCESS,
                f"Le lien «\u00a0{words}\u00a0» ne dit pas où il mène\u00a0: écrivez le nom de la page.",
            )
    long = [each for each in readability.check(body, Aim.CLEAR, names) if each.kind is Kind.LONG_SENTENCE]
    if long:
        verb = "est longue" if len(long) == 1 else "sont longues"
        first = " ".join(richtext.plain(body)[long[0].start : long[0].end].split())[:40]
        yield KitRemark(
            Matter.ACCESS,
            f"{count(len(long), 'phrase')} {verb}\u00a0: «\u00a0{first}…\u00a0» Coupez en deux.",
        )


def _sobriety(piece: Piece, title: str, body: RichText) -> Iterator[KitRemark]:
    words, most = richtext.words(body), piece.words
    if words > most:
        yield KitRemark(
            Matter.SOBRIETY, f"Long\u00a0: {count(words, 'mot')} pour {most} conseillés. Gardez l’essentiel."
        )
    room = _TITLE.get(piece.key)
    if room and len(title) > room:
        where = (
            "la boîte de réception le coupe"
            if piece.key == kit_pieces.EMAIL
            else "une affiche se lit de loin"
        )
        yield KitRemark(Matter.SOBRIETY, f"Le titre dépasse {room} caractères\u00a0: {where}.")
    if piece.key == kit_pieces.POSTER and any(_ADDRESS.search(each) for each in richtext.lines(body)):
        yield KitRemark(
            Matter.SOBRIETY, "Personne ne recopie une longue adresse\u00a0: dites plutôt où demander."
        )


def _runs(body: RichText) -> Iterator[Run]:
    for block in body.blocks:
        yield from _of(block)


def _of(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs):
            yield from runs
        case Bullets(items, _):
            for item in items:
                yield from item
