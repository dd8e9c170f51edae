"""What people write of a collectivité leads to it, and to no other."""

import pytest

from nrdesk.core.consolidation.names import Names
from nrdesk.core.model import Authority, AuthorityKind

NAMES = Names(
    (
        Authority(kind=AuthorityKind.CC, name="CC Val-d’Orlette", siren="200000001"),
        Authority(name="Val-d’Orlette"),
        Authority(name="Le Mesnil"),
        Authority(name="L’Hay"),
        Authority(name="Carpentras"),
    )
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC Val-d’Orlette", "CC Val-d’Orlette"),
        ("Communauté de communes du Val d'Orlette", "CC Val-d’Orlette"),
        ("la communauté de communes", "CC Val-d’Orlette"),
        ("Notre interco", "CC Val-d’Orlette"),
        ("l’EPCI", "CC Val-d’Orlette"),
        ("200 000 001", "CC Val-d’Orlette"),
        ("val d'orlette", "Val-d’Orlette"),
        ("Mairie de Val-d’Orlette", "Val-d’Orlette"),
        ("commune de Carpentras", "Carpentras"),
        ("Ville de CARPENTRAS", "Carpentras"),
        ("LE MESNIL", "Le Mesnil"),
        ("Département", None),
        ("Syndicat du Val d’Orlette", None),
        ("Mairie", None),
        ("", None),
        ("123456789", None),
    ],
)
def test_a_name_is_recognised_as_people_write_it(text: str, name: str | None) -> None:
    assert NAMES.of(text) == name


def test_a_siren_prevails_over_a_name() -> None:
    assert NAMES.of("Le syndicat", "200000001") == "CC Val-d’Orlette"


def test_a_list_is_read_by_lines_and_commas_and_keeps_what_it_does_not_know() -> None:
    assert NAMES.all_of("Carpentras, le mesnil\nSIVOM des Eaux ; carpentras") == (
        "Carpentras",
        "Le Mesnil",
        "SIVOM des Eaux",
    )


def test_two_epci_are_not_mistaken_for_each_other() -> None:
    names = Names(
        (
            Authority(kind=AuthorityKind.CC, name="CC du Nord"),
            Authority(kind=AuthorityKind.CA, name="CA du Sud"),
        )
    )
    assert names.of("la communauté") is None
    assert names.of("EPCI") is None
    assert names.of("Communauté d’agglomération du Sud") == "CA du Sud"
