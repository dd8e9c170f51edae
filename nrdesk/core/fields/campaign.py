"""The fields of a campaign."""

from __future__ import annotations

from nrdesk.core.fields.field import Field, Value, long_text, year
from nrdesk.core.fields.field import date as partial_date
from nrdesk.core.written.values import Unreadable

_DAY = len("2026-11-21")


def _read_day(text: str) -> Value:
    value = _PARTIAL.read(text)
    if not isinstance(value, str) or len(value) < _DAY:
        raise Unreadable("Écrivez le jour, le mois et l’année, par exemple 21/11/2026")
    return value


_PARTIAL = partial_date("as_of", "Inventaire arrêté au")

AS_OF = Field(
    "as_of", _PARTIAL.label, _read_day, _PARTIAL.show, "Les âges des appareils sont comptés à cette date."
)
CAMPAIGN = (
    AS_OF,
    year(
        "electricity_year",
        "Année du facteur d’électricité",
        "Vide\u00a0: le plus récent publié jusqu’à l’année de la campagne.",
    ),
    long_text("comment", "Ce qu’il faut se rappeler de cette campagne", essential=False),
)
