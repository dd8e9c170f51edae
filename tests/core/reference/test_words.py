"""Terms of the glossary found in a text."""

import pytest

from nrdesk.core.reference import glossary
from nrdesk.core.reference.words import occurrences


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.term.term) for each in occurrences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suivez un MOOC du CNFPT.", [("MOOC", "MOOC"), ("CNFPT", "CNFPT")]),
        ("L’empreinte du parc.", [("empreinte", "Empreinte")]),
        (
            "Les effets rebond et les écolabels.",
            [("effets rebond", "Effet rebond"), ("écolabels", "Écolabel")],
        ),
        ("Vos terminaux reconditionnés", [("terminaux", "Terminal"), ("reconditionnés", "Reconditionné")]),
        ("Une tablette reconditionnée", [("reconditionnée", "Reconditionné")]),
        ("Le label NR, puis le NR.", [("label NR", "Label NR"), ("NR", "NR")]),
        ("La loi 3DS", [("loi 3DS", "Loi 3DS")]),
        ("Le DPO ou DPD", [("DPO", "DPD (DPO)")]),
        ("Le code INSEE", [("code INSEE", "INSEE (code)")]),
        ("Une démarche RSO", [("RSO", "RSE / RSO")]),
        ("La directive NIS\u00a02", [("NIS\u00a02", "NIS 2")]),
        ("Trois fois MOOC : MOOC, MOOC", [("MOOC", "MOOC")]),
    ],
)
def test_terms_are_found_as_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "rep, abs et cee", "Une terminale", "L’Insee publie les populations", "MOOCS, AMOOC", "3Us", "É"],
)
def test_what_only_looks_like_a_term_is_not_one(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("term", glossary.load(), ids=lambda term: term.term)
def test_every_term_is_found_in_the_middle_of_a_sentence(term: glossary.Term) -> None:
    written = term.term if "(" not in term.term and "/" not in term.term else None
    if written:
        assert (written, term.term) in _found(f"Voir « {written} », ici.")
