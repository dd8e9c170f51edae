"""The text that nrdesk proposes for each piece of the kit: facts in, plain French out, nothing invented.

Every piece also says what did not work. When the document says nothing of it, the gap is told ("À
compléter"): a text that hides the difficulties is not sent without anybody having seen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nrdesk.core import dates
from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.subjects import STRATEGY, Subject
from nrdesk.core.formatting import number
from nrdesk.core.model import Authority
from nrdesk.core.richtext import Heading, Paragraph, RichText, Run
from nrdesk.core.roadmap.pieces import Drawn, Missing, bullets, ours, paragraph, strong, written
from nrdesk.core.written.prose import capital, french, full_name, sentence
from nrdesk.core.written.words import normal

FAILED = "Ce qui n’a pas encore marché"
"""Title of what every piece says."""
_NOT_SAID = "dites une difficulté, un retard ou ce qui reste à faire\u00a0: on vous croira mieux."
_GESTURES = (
    "Je garde mes appareils tant qu’ils marchent. En cas de panne, je demande d’abord une réparation.",
    "J’éteins mon poste et mon écran quand je pars.",
    "Je rends au service les appareils qui dorment dans un placard.",
    "J’envoie un lien vers le document partagé, plutôt qu’une copie à chacun.",
    "J’écris des textes que tout le monde peut lire : des titres, des phrases courtes, des contrastes forts.",
    "J’aide les collègues et les habitants que le numérique met en difficulté.",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the texts are drawn from."""

    authority: Authority
    subject: Subject
    contact: str
    """Function of who answers questions; "" when nobody coordinates yet."""
    address: str
    """Mailbox of this person, "" while it is not known."""
    ambition: str
    """The ambition in one or two sentences, "" while it is not written."""

    @property
    def where(self) -> str:
        """Where one asks: "en mairie"."""
        return "auprès de nos services" if self.authority.kind.is_epci else "en mairie"


def draft(piece: str, ground: Ground) -> RichText:
    """Return the text proposed for a piece, by its key.

    Raises:
        KeyError: there is no such piece.
    """
    return written(_DRAFTS[piece](ground))


def title(piece: str, ground: Ground) -> str:
    """Return the title proposed for a piece, by its key."""
    if piece == kit_pieces.COMMITMENTS:
        return "Je m’engage pour un numérique plus responsable"
    return ground.subject.title


def _poster(ground: Ground) -> Drawn:
    subject = ground.subject
    if figure := subject.figure:
        yield Heading(1, figure.value)
        yield Paragraph((_told(capital(sentence(figure.label))),))
    else:
        yield from (Paragraph((_told(each),)) for each in subject.facts[:1])
    yield from _failed(ground, 1, level=2, bare=True)
    yield Heading(2, french("Une idée ? Une question ?"))
    yield paragraph(f"{_asked(ground)}.")
    yield from _source(subject)


def _email(ground: Ground) -> Drawn:
    yield paragraph("Bonjour,")
    yield from _greeting(ground)
    yield from _facts(ground, 4)
    yield from _failed(ground, 3)
    yield Heading(1, "Ce que vous pouvez faire")
    yield paragraph(
        "Répondez à ce message : une idée, une difficulté, un appareil qui ne sert plus, tout nous aide."
    )
    yield from _source(ground.subject)
    yield paragraph(_signature(ground))


def _bulletin(ground: Ground) -> Drawn:
    yield from _lead(ground)
    whole = ground.subject.id == STRATEGY
    yield from _facts(ground, 5, "Ce que nous voulons" if whole else "Ce que nous avons fait")
    yield from _failed(ground, 3)
    yield Heading(1, french("Et vous ?"))
    yield paragraph(
        f"Une question, une idée, un ordinateur qui ne sert plus ? {_asked(ground)}. "
        "Les difficultés que vous rencontrez nous intéressent aussi."
    )
    yield from _source(ground.subject)


def _press(ground: Ground) -> Drawn:
    authority, subject = ground.authority, ground.subject
    where = full_name(authority)
    day = f", {_day(subject.date)}" if subject.date else ""
    yield paragraph(ours(f"{where}{day}. ", bold=True), _told(sentence(subject.title)))
    if subject.figure:
        yield paragraph(strong(_figure_sentence(subject)))
    yield from _facts(ground, 6, "Les faits")
    yield from _failed(ground, 3)
    if ground.ambition and subject.id != STRATEGY:
        yield Heading(1, "La démarche")
        yield Paragraph((_told(sentence(ground.ambition)),))
    yield Heading(1, "À propos")
    yield paragraph(_about(authority))
    yield Heading(1, "Contact presse")
    if ground.contact:
        yield paragraph(f"{capital(ground.contact)}, {where}")
    if ground.address:
        yield Paragraph((Run(ground.address, href=f"mailto:{ground.address}"),))
    else:
        yield Missing("donnez un téléphone ou une adresse où vous joindre.", "step1", "team")
    yield from _source(subject)


def _intranet(ground: Ground) -> Drawn:
    yield from _lead(ground)
    yield from _facts(ground, 4)
    yield from _failed(ground, 3)
    yield Heading(1, "Pour aller plus loin")
    yield paragraph(f"{_asked(ground)}. Toute idée est bonne à prendre, les critiques aussi.")
    yield from _source(ground.subject)


def _slides(ground: Ground) -> Drawn:
    subject = ground.subject
    yield Heading(1, "Où nous voulons aller" if subject.id == STRATEGY else "Ce qui s’est passé")
    yield from _items(_untold(subject)[:5] or (sentence(subject.title),))
    if figure := subject.figure:
        yield Heading(1, "Le chiffre à retenir")
        yield Heading(2, figure.value)
        yield Paragraph((_told(capital(sentence(figure.label))),))
        yield from _source(subject)
    yield from _failed(ground, 3)
    yield Heading(1, "À vous la parole")
    yield bullets(
        (
            ("Qu’est-ce qui vous gêne au quotidien ?",),
            ("Qu’est-ce que nous pourrions arrêter de faire ?",),
            (f"{_asked(ground)}.",),
        )
    )


def _commitments(ground: Ground) -> Drawn:
    subject = ground.subject
    yield paragraph(
        "Voici où nous en sommes : ",
        strong(f"{_low(subject.title)}. "),
        "Chacun peut y prendre sa part. Signer est un choix : personne n’est noté.",
    )
    yield Heading(1, "Je choisis")
    yield bullets((each,) for each in _GESTURES)
    yield from _failed(ground, 2)


_DRAFTS: Mapping[str, Callable[[Ground], Drawn]] = {
    kit_pieces.POSTER: _poster,
    kit_pieces.EMAIL: _email,
    kit_pieces.BULLETIN: _bulletin,
    kit_pieces.PRESS: _press,
    kit_pieces.INTRANET: _intranet,
    kit_pieces.SLIDES: _slides,
    kit_pieces.COMMITMENTS: _commitments,
}


def _greeting(ground: Ground) -> Drawn:
    """Draw the first sentences of a text that is read without its title."""
    subject = ground.subject
    when = f" ({dates.partial_in_letters(subject.date)})" if subject.date else ""
    yield paragraph(strong(subject.title), f"{when}.")
    if subject.figure:
        yield Paragraph((_told(_figure_sentence(subject)),))


def _lead(ground: Ground) -> Drawn:
    """Draw the sentence that opens a text, under its title: when it was, and the figure."""
    subject = ground.subject
    if subject.date:
        yield paragraph(f"C’était {_day(subject.date)}.")
    if subject.figure:
        yield paragraph(strong(_figure_sentence(subject)))


def _facts(ground: Ground, most: int, title: str = "") -> Drawn:
    told = _untold(ground.subject)[:most]
    if told and title:
        yield Heading(1, title)
    if told:
        yield from _items(told)


def _figure_sentence(subject: Subject) -> str:
    """Return the figure in a sentence, without the name of what it counts when the title has just said it."""
    assert subject.figure is not None
    name, _, rest = subject.figure.label.partition(", ")
    if not subject.figure.counted and normal(name) in normal(subject.title):
        return sentence(f"{subject.figure.value}, {rest}" if rest else subject.figure.value)
    return sentence(capital(subject.figure.text))


def _untold(subject: Subject) -> tuple[str, ...]:
    """Return the facts that the figure does not tell already."""
    if subject.figure is None:
        return subject.facts
    value, name = normal(subject.figure.value), normal(subject.figure.label.partition(", ")[0])
    return tuple(each for each in subject.facts if value not in normal(each) or name not in normal(each))


def _failed(ground: Ground, most: int, *, level: int = 1, bare: bool = False) -> Drawn:
    """Draw what did not work, or the gap; `bare` for a sentence without a bullet."""
    yield Heading(level, FAILED)
    told = ground.subject.not_done[:most]
    if not told:
        yield Missing(_NOT_SAID, "step10", "kit")
    elif bare:
        yield from (Paragraph((_told(each),)) for each in told)
    else:
        yield from _items(told)


def _items(sentences: tuple[str, ...]) -> Drawn:
    """Draw sentences as a list, or as a paragraph when there is only one."""
    if len(sentences) == 1:
        yield Paragraph((_told(sentences[0]),))
    else:
        yield bullets((_told(each),) for each in sentences)


def _source(subject: Subject) -> Drawn:
    if subject.figure and subject.source:
        yield Paragraph((Run(f"Source\u00a0: {_low(sentence(subject.source))}", italic=True),))


def _asked(ground: Ground) -> str:
    """Return whom to ask: "Votre contact : secrétaire générale"."""
    return f"Votre contact : {_low(ground.contact)}" if ground.contact else f"Parlez-en {ground.where}"


def _signature(ground: Ground) -> str:
    who = capital(ground.contact) if ground.contact else ""
    return ", ".join(part for part in (who, full_name(ground.authority)) if part)


def _about(authority: Authority) -> str:
    """Return who the collectivité is, in one sentence."""
    people = authority.population_municipal
    if not people:
        return f"{authority.name} : {authority.kind.label}."
    year = f"population municipale {authority.population_year}, " if authority.population_year else ""
    return f"{authority.name} : {authority.kind.label} de {number(people)} habitants ({year}Insee)."


def _told(text: str) -> Run:
    """Return a sentence on one line; the spaces that no line may break at stay."""
    return Run(re.sub("[ \t\r\n]+", " ", text).strip(" "))


def _day(partial: str) -> str:
    told = dates.partial_in_letters(partial)
    return f"le {told}" if len(partial) == len("2026-12-03") else f"en {told}"


def _low(words: str) -> str:
    """Return words as they stand inside a sentence; a name in capitals stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
