"""What a deliberation cites: only the texts that bind this collectivité, and what its council may do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.compliance import Status, Verdict, evaluate_all
from nrdesk.core.compliance.conditions import inhabitants
from nrdesk.core.council import Rules
from nrdesk.core.model import Authority
from nrdesk.core.model.council_rule import CouncilTopic
from nrdesk.core.reference import obligations, visas
from nrdesk.core.written.prose import french, listed, the_authority

STRATEGY = "REEN35-SNR"
"""Identifier of the obligation to have a strategy."""
REPORT = "REEN35-BILAN"
"""Identifier of the obligation to report on it each year."""
_CODE = "le code général des collectivités territoriales"


@dataclass(frozen=True, slots=True)
class Law:
    """The obligations of a collectivité, as its deliberation looks at them."""

    authority: Authority
    verdicts: tuple[Verdict, ...]

    def verdict(self, identifier: str) -> Verdict:
        """Return what an obligation is for it."""
        return next(each for each in self.verdicts if each.obligation.id == identifier)

    def applies(self, identifier: str) -> bool:
        """Return whether an obligation binds it, in a text that was read."""
        found = self.verdict(identifier)
        return found.status is Status.APPLICABLE and found.verified

    @property
    def cited(self) -> tuple[visas.Visa, ...]:
        """The articles to cite, in the order of the table."""
        return tuple(visa for visa in visas.load() if self.applies(visa.obligation))


def law_of(authority: Authority, on: dt.date) -> Law:
    """Return what the law table in force says of a collectivité on a day."""
    return Law(authority, tuple(evaluate_all(obligations.load(), authority, on)))


def visas_of(law: Law, rules: Rules) -> tuple[str, ...]:
    """Return the visas, ready to print: "Vu le code…, notamment ses articles … ;"."""
    articles: dict[str, list[str]] = {_CODE: _own(rules)}
    for visa in law.cited:
        cited = articles.setdefault(visa.text, [])
        if visa.article not in cited:
            cited.append(visa.article)
    return tuple(french(f"Vu {text}{_among(found)} ;") for text, found in articles.items())


def _own(rules: Rules) -> list[str]:
    """Return the article of the code on the competence of the assembly; none where it is not sure."""
    found = rules.find(CouncilTopic.COMPETENCE)
    return [found.rule.article.removeprefix("CGCT ")] if found and not found.to_confirm else []


def _among(articles: list[str]) -> str:
    if not articles:
        return ""
    if len(articles) == 1:
        return f", notamment son article {articles[0]}"
    return f", notamment ses articles {listed(sorted(articles, key=_number))}"


def _number(article: str) -> tuple[str, list[int]]:
    """Return what sorts articles as codes do: L. before R. before D., then by number."""
    letter = article[0] if article[0].isalpha() else ""
    digits = "".join(sign if sign.isdigit() else " " for sign in article).split()
    return ({"L": "0", "R": "1", "D": "2"}.get(letter, ""), list(map(int, digits)))


def grounds_of(law: Law) -> Iterator[str]:
    """Yield the reasons that come from the law, as they follow "Considérant"."""
    yield _strategy(law)
    others = [visa.ground for visa in law.cited if visa.ground]
    if others:
        yield (
            f"que d’autres textes l’obligent déjà ({listed(others)}) et que la stratégie l’aidera à les "
            "respecter"
        )


def _strategy(law: Law) -> str:
    """Return why this collectivité adopts a strategy: bound by the law, or of its own will."""
    verdict = law.verdict(STRATEGY)
    who = the_authority(law.authority)
    threshold = " et ".join(map(str, verdict.obligation.population))
    size = inhabitants(law.authority)
    if verdict.status is Status.APPLICABLE:
        return (
            f"que la loi demande aux communes et aux intercommunalités à fiscalité propre de {threshold} "
            f"habitants une stratégie numérique responsable, avec ses objectifs, ses indicateurs de suivi, "
            f"ses mesures et ses moyens, et que {who} en relève"
        )
    if verdict.status is Status.VOLUNTARY:
        counted = f", qui compte {size}," if size else ""
        return (
            f"que la loi ne demande une stratégie numérique responsable qu’au-delà de "
            f"{threshold.removeprefix('plus de ')} habitants, que {who}{counted} n’y est donc pas tenue, "
            "et qu’elle choisit de s’engager à titre volontaire"
        )
    return f"que {who} choisit de s’engager dans une démarche numérique responsable"
