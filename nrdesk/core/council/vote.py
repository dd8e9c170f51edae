"""The vote: quorum, arithmetic of the voices, outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model.council import Deliberation

HALF, THIRD = 2, 3
"""One in so many, as the rows QUORUM and SECRET of the table have it; a test holds them together."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough members are there."""

    needed: int | None
    """Members to be physically present; 0 after a second convocation, None when the seats are unknown."""
    reached: bool | None
    """None while that cannot be told."""
    text: str
    """French sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a vote."""

    adopted: bool | None
    """None while it cannot be told."""
    reason: str
    """French sentence, ready to show and to print."""
    cast: int = 0
    """Votes that count: for and against."""
    needed: int = 0
    """Votes for, from which it is adopted."""


def quorum(seats: int | None, present: int | None, second_convocation: bool = False) -> Quorum:
    """Return whether an assembly can deliberate.

    More than half of the members in office have to be there in person: whoever gave a proxy is not. After a
    first session without quorum, the second one needs none (CGCT L. 2121-17).

    Args:
        seats: members in office.
        present: members physically present.
        second_convocation: whether a first session had no quorum.
    """
    if second_convocation:
        return Quorum(
            0, True, f"Après une seconde convocation, aucun quorum n’est demandé{NBSP}: le conseil délibère."
        )
    if not seats:
        return Quorum(None, None, "Donnez le nombre de membres en exercice pour connaître le quorum.")
    needed = seats // HALF + 1
    rule = f"Quorum{NBSP}: {needed} présents au moins sur {count(seats, 'membre')}, pouvoirs exclus"
    if present is None:
        return Quorum(needed, None, f"{rule}.")
    if present * HALF > seats:
        return Quorum(needed, True, f"{rule}. Il est atteint, avec {count(present, 'présent')}.")
    return Quorum(
        needed,
        False,
        f"{rule}. Il n’est pas atteint, avec {count(present, 'présent')}{NBSP}: le conseil ne peut pas "
        "voter, il faut une seconde convocation.",
    )


def secret_ballot_askers(present: int) -> int:
    """Return how many of the members present have to ask for a secret ballot: a third (CGCT L. 2121-21)."""
    return -(-present // THIRD)


def is_counted(deliberation: Deliberation) -> bool:
    """Return whether the vote is noted: who was there, how many for, how many against."""
    needed = (deliberation.present, deliberation.votes_for, deliberation.votes_against)
    return None not in needed


def check(deliberation: Deliberation) -> tuple[str, ...]:
    """Return what cannot be in the count of a vote, as French sentences with their arithmetic.

    What is not typed yet is no problem; abstentions, proxies and members who took no part are none when
    they are not told.
    """
    return tuple(_problems(deliberation))


def _problems(vote: Deliberation) -> Iterator[str]:
    seats, present, proxies = vote.seats, vote.present, vote.proxies or 0
    if present is not None:
        if seats is not None and present > seats:
            yield f"{count(present, 'présent')} pour {count(seats, 'membre')} en exercice{NBSP}: c’est trop."
        elif seats is not None and present + proxies > seats:
            yield (
                f"{present} présents + {count(proxies, 'pouvoir')} = {present + proxies}, pour "
                f"{count(seats, 'membre')} en exercice{NBSP}: c’est trop. Un pouvoir représente un absent."
            )
        if proxies > present:
            yield (
                f"{count(proxies, 'pouvoir')} pour {count(present, 'présent')}{NBSP}: "
                "chaque conseiller n’en porte qu’un."
            )
        yield from _voices(vote, present + proxies)


def _voices(vote: Deliberation, there: int) -> Iterator[str]:
    """Yield what is wrong between the votes and the members present or represented."""
    told = {
        "pour": vote.votes_for,
        "contre": vote.votes_against,
        "abstention" if (vote.abstentions or 0) < 2 else "abstentions": vote.abstentions,
        "sans participer": vote.not_voting,
    }
    total = sum(number or 0 for number in told.values())
    terms = " + ".join(f"{number} {words}" for words, number in told.items() if number is not None)
    members = f"{count(there, 'membre présent ou représenté', 'membres présents ou représentés')}"
    if total > there:
        yield (f"{terms} = {total}, pour {members}{NBSP}: {_too_many(total - there)}.")
    elif is_counted(vote) and total < there:
        yield (
            f"{terms} = {total}, pour {members}{NBSP}: {_missing(there - total)}. "
            "Ajoutez les abstentions, ou ceux qui n’ont pas pris part au vote."
        )


def _too_many(number: int) -> str:
    return f"{count(number, 'voix', 'voix')} de trop"


def _missing(number: int) -> str:
    return f"il manque {count(number, 'voix', 'voix')}"


def outcome(vote: Deliberation) -> Outcome:
    """Return whether a deliberation is adopted.

    It takes the absolute majority of the votes cast: abstentions, blank or void ballots and members who took
    no part are left out. When votes are equal the chair's decides, except in a secret ballot
    (CGCT L. 2121-20).
    """
    if not is_counted(vote):
        return Outcome(None, "Le résultat apparaîtra ici une fois le vote noté.")
    if check(vote):
        return Outcome(None, "Le compte ne tombe pas juste\u00a0: corrigez-le pour connaître le résultat.")
    enough = quorum(vote.seats, vote.present, vote.second_convocation)
    if enough.reached is None:
        return Outcome(None, enough.text)
    if not enough.reached:
        # Nothing is refused either: the assembly could not decide.
        return Outcome(None, "Le quorum n’est pas atteint\u00a0: convoquez le conseil une seconde fois.")
    votes_for, against = vote.votes_for or 0, vote.votes_against or 0
    cast = votes_for + against
    needed = cast // HALF + 1
    if not cast:
        return Outcome(False, "Aucun suffrage n’est exprimé\u00a0: la délibération n’est pas adoptée.")
    if votes_for == against:
        return _tie(vote, cast, needed)
    adopted = votes_for > against
    if adopted and not against and not vote.abstentions and not vote.not_voting:
        return Outcome(True, f"Adoptée à l’unanimité{NBSP}: {_votes(votes_for)} pour.", cast, needed)
    verdict = "Adoptée" if adopted else "Rejetée"
    return Outcome(
        adopted,
        f"{verdict} par {_votes(votes_for)} pour et {against} contre{_abstentions(vote)}{NBSP}: la majorité "
        f"absolue est de {needed} sur {count(cast, 'suffrage exprimé', 'suffrages exprimés')}.",
        cast,
        needed,
    )


def _tie(vote: Deliberation, cast: int, needed: int) -> Outcome:
    equal = f"Partage égal des voix, {vote.votes_for} pour et {vote.votes_against} contre"
    if vote.secret:
        said = f"{equal}, au scrutin secret\u00a0: la voix du président ne départage pas, rien n’est adopté."
        return Outcome(False, said, cast, needed)
    if vote.chair_in_favour is None:
        said = f"{equal}\u00a0: dites comment le président a voté, sa voix est prépondérante."
        return Outcome(None, said, cast, needed)
    if vote.chair_in_favour:
        return Outcome(True, f"{equal}\u00a0: adoptée, par la voix prépondérante du président.", cast, needed)
    said = f"{equal}\u00a0: rejetée, le président n’ayant pas voté pour."
    return Outcome(False, said, cast, needed)


def _votes(number: int) -> str:
    return count(number, "voix", "voix")


def _abstentions(vote: Deliberation) -> str:
    return f", {count(vote.abstentions, 'abstention')}" if vote.abstentions else ""
