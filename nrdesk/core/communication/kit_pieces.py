"""The pieces of the kit: what each is for, how long it may be, and the files that it is written as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nrdesk.core.model import Channel, MessageAudience

POSTER, EMAIL, BULLETIN, PRESS = "poster", "email", "bulletin", "press"
INTRANET, SLIDES, COMMITMENTS = "intranet", "slides", "commitments"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the kit."""

    key: str
    """Kept in `KitText.piece`."""
    title: str
    """French name, also that of its files."""
    help: str
    """French sentence: for whom, and what makes it good."""
    channel: Channel
    audience: MessageAudience
    words: int
    """Words that it should not exceed: a hypothesis of nrdesk, for a reader in a hurry."""


PIECES: tuple[Piece, ...] = (
    Piece(
        POSTER,
        "Affiche",
        "À lire debout, à trois mètres\u00a0: un titre, un chiffre, une phrase. Un titre du texte "
        "s’imprime en très grand.",
        Channel.POSTER,
        MessageAudience.AGENTS,
        80,
    ),
    Piece(
        EMAIL,
        "Courriel",
        "Le titre est l’objet du message. Sans image ni pièce jointe\u00a0: il se lit partout.",
        Channel.EMAIL,
        MessageAudience.AGENTS,
        220,
    ),
    Piece(
        BULLETIN,
        "Article de bulletin",
        "Pour les habitants. Des mots de tous les jours, et ce qui change pour eux.",
        Channel.BULLETIN,
        MessageAudience.INHABITANTS,
        350,
    ),
    Piece(
        PRESS,
        "Communiqué de presse",
        "Le journaliste coupe par la fin\u00a0: l’essentiel est dans le premier paragraphe.",
        Channel.PRESS,
        MessageAudience.PRESS,
        400,
    ),
    Piece(
        INTRANET,
        "Note interne",
        "Pour l’intranet, ou le tableau de service. Dix lignes suffisent.",
        Channel.INTRANET,
        MessageAudience.AGENTS,
        220,
    ),
    Piece(
        SLIDES,
        "Diapositives",
        "Cinq minutes en réunion de service. Chaque titre du texte ouvre une diapositive.",
        Channel.MEETING,
        MessageAudience.AGENTS,
        260,
    ),
    Piece(
        COMMITMENTS,
        "Engagements à signer",
        "Une liste courte de gestes que chacun choisit de signer. Gardez ceux qui comptent chez vous.",
        Channel.EVENT,
        MessageAudience.AGENTS,
        260,
    ),
)
"""Every piece, in the order in which they are shown."""
BY_KEY: Mapping[str, Piece] = {piece.key: piece for piece in PIECES}
