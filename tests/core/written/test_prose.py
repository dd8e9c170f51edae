"""Turns of phrase: names of places, spaces that never break."""

from __future__ import annotations

import pytest

from nrdesk.core.written import prose
from nrdesk.core.written.words import on_one_line


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Lyon", "de Lyon", "à Lyon"),
        ("Abbeville", "d’Abbeville", "à Abbeville"),
        ("Étampes", "d’Étampes", "à Étampes"),
        ("Yvetot", "d’Yvetot", "à Yvetot"),
        ("Yutz", "de Yutz", "à Yutz"),
        ("Le Mans", "du Mans", "au Mans"),
        ("Les Ulis", "des Ulis", "aux Ulis"),
        ("La Rochelle", "de La Rochelle", "à La Rochelle"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
    ],
)
def test_a_place_takes_its_article(name, of, at):
    assert (prose.of(name), prose.at(name)) == (of, at)


@pytest.mark.parametrize(
    ("written", "tied"),
    [
        ("Le matériel : prêt ? « Oui » !", "Le matériel~: prêt~? «~Oui~»~!"),
        ("5 800 kWh et 110 kg par agent", "5~800~kWh et 110~kg par agent"),
        ("900 € par an, soit 40 %", "900~€ par an, soit 40~%"),
        ("en 2025 et 2026", "en 2025 et 2026"),
        ("trois ans", "trois ans"),
    ],
)
def test_a_line_never_ends_where_french_forbids_it(written, tied):
    assert prose.unbroken(written) == tied.replace("~", "\u00a0")
    assert prose.unbroken(prose.unbroken(written)) == prose.unbroken(written)


def test_one_line_keeps_its_no_break_spaces():
    assert on_one_line("  5\u202f800\u00a0kWh \n par  an ") == "5\u202f800\u00a0kWh par an"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2026-03", "2027-06", "de mars 2026 à juin 2027"),
        ("2026-04", "2027-08", "d’avril 2026 à août 2027"),
        ("2026-10-03", "2026-10-12", "du 3 octobre 2026 au 12 octobre 2026"),
        ("2026", "2027-01-01", "de 2026 au 1ᵉʳ janvier 2027"),
    ],
)
def test_a_stretch_of_time_takes_its_prepositions(start, end, told):
    assert prose.from_to(start, end) == told


@pytest.mark.parametrize(
    ("alone", "after"),
    [
        ("Le prestataire ne répond plus.", "le prestataire ne répond plus."),
        ("D’ici 2030, moins.", "d’ici 2030, moins."),
        ("L’Atelier Rebond répare.", "L’Atelier Rebond répare."),
        ("Le Mans vote.", "Le Mans vote."),
        ("Hélène relit.", "Hélène relit."),
        ("GLPI est vide.", "GLPI est vide."),
        ("", ""),
    ],
)
def test_a_sentence_loses_its_capital_after_a_colon(alone, after):
    assert prose.after_colon(alone) == after
