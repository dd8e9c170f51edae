"""Lists of people present, in and out."""

from nrdesk.core.knowledge.attendance import pasted, sheet
from nrdesk.core.model import Attendance, AwarenessSession

SESSION = AwarenessSession(title="Fresque", held_on="2026-03", hours=2.5)


def _names(text: str, *present: Attendance) -> list[str]:
    return [person.name for person in pasted(text, SESSION.id, present).people]


def test_a_name_per_line_whatever_the_bullets() -> None:
    text = "Anne Roy\r\n\n  - Hugo Petit\n• Zoé L’Hôte\n3. Paul Durand\n4) Inès Roux  "
    assert _names(text) == ["Anne Roy", "Hugo Petit", "Zoé L’Hôte", "Paul Durand", "Inès Roux"]


def test_a_name_with_a_hyphen_or_a_number_keeps_it() -> None:
    assert _names("Jean-Marc Le-Goff\n-\nAgent 12") == ["Jean-Marc Le-Goff", "-", "Agent 12"]


def test_what_follows_a_tab_is_the_service() -> None:
    found = pasted("Anne Roy\tAccueil\tautre\nHugo Petit", SESSION.id, ())
    assert [(person.name, person.service) for person in found.people] == [
        ("Anne Roy", "Accueil"),
        ("Hugo Petit", ""),
    ]


def test_nobody_is_there_twice() -> None:
    present = Attendance(session_id=SESSION.id, name="ANNE ROY")
    found = pasted("Anne Roy\nHugo Petit\nhugo petit", SESSION.id, [present])
    assert [person.name for person in found.people] == ["Hugo Petit"]
    assert found.repeated == 2
    assert found.summary == "1\u00a0personne ajoutée (2\u00a0noms déjà présents)."


def test_a_page_pasted_as_a_name_is_left_out_and_said() -> None:
    found = pasted("A" * 10_000 + "\nAnne Roy", SESSION.id, (), elected=True)
    assert [(person.name, person.is_elected) for person in found.people] == [("Anne Roy", True)]
    assert found.summary == "1\u00a0personne ajoutée (1\u00a0ligne trop longue)."


def test_an_empty_text_names_nobody() -> None:
    assert pasted(" \n\t\n", SESSION.id, ()).summary == "0\u00a0personne ajoutée."


def test_the_sheet_says_who_was_where() -> None:
    person = Attendance(session_id=SESSION.id, name="Anne Roy", service="Accueil", certified=True)
    assert sheet(SESSION, [person]) == [
        ["Séance", "Date", "Durée (heures)", "Nom", "Élu", "Service", "Attestation remise"],
        ["Fresque", "03/2026", "2,5", "Anne Roy", "non", "Accueil", "oui"],
    ]
