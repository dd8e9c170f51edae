"""Which rules of the assembly are those of a collectivité, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nrdesk.core.compliance.conditions import inhabitants, populations, yours
from nrdesk.core.formatting import NBSP
from nrdesk.core.model.authority import Authority
from nrdesk.core.model.council_rule import CouncilRule, CouncilTopic


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that is the collectivité's, and why."""

    rule: CouncilRule
    certain: bool
    """Whether its size and its kind settle it; otherwise the strictest of the rules was taken."""
    reason: str = ""
    """French sentence: what decides; empty when the rule is everybody's."""

    @property
    def to_confirm(self) -> bool:
        """Whether it is shown as "à confirmer"."""
        return not (self.certain and self.rule.verified)

    @property
    def text(self) -> str:
        """The rule, then where it is written."""
        return f"{self.rule.text}. {self.rule.article}{', à confirmer' if self.to_confirm else ''}."


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one assembly."""

    applied: tuple[Applied, ...]
    """One per topic, in the order of the table."""

    def on(self, topic: CouncilTopic) -> Applied:
        """Return the rule on a topic.

        Raises:
            KeyError: the table has none.
        """
        if found := self.find(topic):
            return found
        raise KeyError(topic)

    def find(self, topic: CouncilTopic) -> Applied | None:
        """Return the rule on a topic, None when there is none for this collectivité."""
        return next((each for each in self.applied if each.rule.topic is topic), None)

    @property
    def note_required(self) -> bool:
        """Whether a note explicative de synthèse comes with the convocation."""
        return self.on(CouncilTopic.CONVOCATION).rule.synthesis_note

    @property
    def electronic_required(self) -> bool:
        """Whether the deliberation has to be published on the web site."""
        return self.on(CouncilTopic.PUBLICATION).rule.value > 0

    def days_for(self, *, second_convocation: bool) -> int:
        """Return the clear days before a session, or before the one that follows a missed quorum."""
        topic = CouncilTopic.SECOND_CONVOCATION if second_convocation else CouncilTopic.CONVOCATION
        return self.on(topic).rule.value


def rules_for(table: Iterable[CouncilRule], authority: Authority) -> Rules:
    """Return the rules of the assembly of a collectivité.

    Where several rules of the table are on one topic, its size decides. A size that is unknown, or a kind
    for which the texts read do not settle, takes the strictest, to be confirmed: a convocation sent too
    early never undid a vote.

    Args:
        table: the rules, as `core.reference.council.load` reads them.
        authority: the collectivité.
    """
    by_topic: dict[CouncilTopic, list[CouncilRule]] = {}
    for rule in table:
        if _concerns(rule, authority):
            by_topic.setdefault(rule.topic, []).append(rule)
    return Rules(tuple(_choose(rules, authority) for rules in by_topic.values()))


def _concerns(rule: CouncilRule, authority: Authority) -> bool:
    """Return whether a rule may be that of this kind of collectivité, or of this département."""
    if rule.topic is CouncilTopic.EPCI:
        return authority.kind.is_epci
    if rule.topic is CouncilTopic.COMPETENCE:
        return not authority.kind.is_epci
    return not rule.departments or authority.department in rule.departments


def _choose(rules: list[CouncilRule], authority: Authority) -> Applied:
    if len(rules) == 1:
        return Applied(rules[0], certain=True)
    for rule in rules:
        if authority.kind in rule.also:
            return Applied(rule, certain=True, reason=_of_kind(authority))
    sides = {rule.id: _side(rule, authority) for rule in rules}
    met = [rule for rule in rules if sides[rule.id]]
    if len(met) == 1 and None not in sides.values():
        return Applied(met[0], certain=True, reason=_of_size(met[0], authority))
    strictest = max(rules, key=lambda rule: rule.value)
    return Applied(strictest, certain=False, reason=_unsettled(authority))


def _side(rule: CouncilRule, authority: Authority) -> bool | None:
    """Return whether a collectivité is on the side of the threshold that a rule is for, None if unsettled."""
    if rule.population is None:
        return True
    known = populations(authority)
    if authority.kind.is_epci or not known:
        return None
    basis = rule.population_basis
    counted = [known[basis]] if basis in known else list(known.values())
    answers = {rule.population.met_by(size) for size in counted}
    return answers.pop() if len(answers) == 1 else None


def _of_size(rule: CouncilRule, authority: Authority) -> str:
    size = inhabitants(authority, rule.population_basis)
    which = f" Celle qui compte est la {rule.population_note}." if rule.population_note else ""
    return f"Commune de {size}{NBSP}: la règle est celle des communes de {rule.population} habitants.{which}"


def _of_kind(authority: Authority) -> str:
    kind = yours(authority)
    return f"La règle vise tous les EPCI à fiscalité propre, dont {kind}, quelle que soit leur taille."


def _unsettled(authority: Authority) -> str:
    if authority.kind.is_epci:
        return (
            "Par prudence, nrdesk prend la règle la plus stricte\u00a0: pour une intercommunalité, "
            "la taille des communes membres décide, et il ne la connaît pas."
        )
    if not populations(authority):
        return (
            "Par prudence, nrdesk prend la règle la plus stricte\u00a0: donnez la population dans la fiche "
            "de la collectivité."
        )
    return (
        "Par prudence, nrdesk prend la règle la plus stricte\u00a0: les populations municipale et totale "
        "sont de part et d’autre du seuil."
    )
