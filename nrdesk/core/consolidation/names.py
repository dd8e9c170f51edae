"""Which collectivité a person means: "CC du Val", "la communauté de communes", "Mairie de Brunoy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.model import Authority

_ARTICLE = r"(?:la |le |les |l |notre )?"
_LINK = r"(?: (?:de la|de l|du|des|de|d))?"
_GROUP = re.compile(
    rf"^{_ARTICLE}(?:communaute de communes|communaute d agglomeration|communaute urbaine|metropole|"
    rf"etablissement public territorial|intercommunalite|interco|agglomeration|agglo|epci|cc|ca|cu|ept)"
    rf"{_LINK}(?: |$)"
)
_TOWN = re.compile(rf"^{_ARTICLE}(?:commune|ville|mairie){_LINK} (?=.)")
_SEPARATORS = re.compile(r"[\n;,]")


class Names:
    """Recognises the members of a consolidation in what their documents say."""

    def __init__(self, authorities: Sequence[Authority]) -> None:
        """Args: authorities: the members, in the order of the consolidation."""
        self._authorities = tuple(authorities)

    def of(self, text: str, siren: str = "") -> str | None:
        """Return the name of the member that a text means, None when it means somebody else or nobody."""
        for number in (siren, text):
            digits = "".join(number.split())
            if digits.isdecimal() and len(digits) == 9:
                found = [each for each in self._authorities if each.siren == digits]
                if found:
                    return found[0].name
        if not (said := normal(text)):
            return None
        exact = [each.name for each in self._authorities if normal(each.name) == said]
        return exact[0] if exact else self._by_its_own_name(said)

    def _by_its_own_name(self, said: str) -> str | None:
        """Return the only member of that name, whatever the nature that is written before it."""
        group, town = _GROUP.match(said), _TOWN.match(said)
        if group and not said[group.end() :]:
            found = [each for each in self._authorities if each.kind.is_epci]
        else:
            bare = _bare(said)
            found = [each for each in self._authorities if _bare(normal(each.name)) == bare]
            if group or town:
                found = [each for each in found if each.kind.is_epci is bool(group)]
        return found[0].name if len(found) == 1 else None

    def all_of(self, text: str) -> tuple[str, ...]:
        """Return those that a list means, one a line or between commas; unknown names as they are written."""
        said = [piece.strip() for piece in _SEPARATORS.split(text) if piece.strip()]
        return tuple(dict.fromkeys(self.of(piece) or piece for piece in said))


def _bare(said: str) -> str:
    for nature in (_GROUP, _TOWN):
        if (found := nature.match(said)) and said[found.end() :]:
            return said[found.end() :]
    return said
