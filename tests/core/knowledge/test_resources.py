"""Finding something in the resource library."""

import pytest

from nrdesk.core.knowledge.resources import Wanted, find, publics
from nrdesk.core.model import ReadingStatus, ResourceReading
from nrdesk.core.reference import resources

ALL = resources.load()
READ = ResourceReading(resource="R01", status=ReadingStatus.READ, comment="Très clair pour l’accueil")
READINGS = {"R01": READ}


def _ids(**wanted: object) -> list[str]:
    return [resource.id for resource in find(ALL, READINGS, Wanted(**wanted))]  # type: ignore[arg-type]


def test_everything_by_default() -> None:
    assert _ids() == [resource.id for resource in ALL]


@pytest.mark.parametrize(
    ("wanted", "inside", "outside"),
    [
        ({"words": "mooc ACCESSIBILITE"}, "R05", "R01"),
        ({"words": "cnil"}, "R04", "R05"),
        ({"words": "clair"}, "R01", "R02"),
        ({"type": "jeu"}, "R14", "R13"),
        ({"audience": "élus"}, "R01", "R05"),
        ({"audience": "élus"}, "R02", "R04"),
        ({"cost": "payant"}, "R07", "R01"),
        ({"status": ReadingStatus.READ}, "R01", "R02"),
        ({"status": ReadingStatus.NONE}, "R02", "R01"),
    ],
)
def test_each_filter(wanted: dict[str, object], inside: str, outside: str) -> None:
    found = _ids(**wanted)
    assert inside in found
    assert outside not in found


def test_filters_add_up() -> None:
    assert _ids(type="MOOC", audience="élus", words="sensibilisation") == ["R02"]
    assert _ids(words="introuvable") == []


def test_the_publics() -> None:
    found = publics(ALL)
    assert "élus" in found
    assert "tous" not in found
    assert len(set(found)) == len(found)
