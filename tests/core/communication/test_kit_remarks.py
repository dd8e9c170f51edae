"""What is checked of a text before it goes out: whole, transparent, accessible, sober."""

import pytest

from nrdesk.core.communication.kit_drafts import FAILED
from nrdesk.core.communication.kit_pieces import BY_KEY, EMAIL, PIECES, POSTER
from nrdesk.core.communication.kit_remarks import Matter, remarks
from nrdesk.core.richtext import Block, Bullets, Heading, Paragraph, RichText, Run

HONEST = (Heading(1, FAILED), Paragraph((Run("Deux postes restent allumés."),)))


def paragraph(text: str, href: str = "") -> Paragraph:
    return Paragraph((Run(text, href=href),))


def found(*blocks: Block, title: str = "Un titre", piece: str = EMAIL) -> list[Matter]:
    return [each.matter for each in remarks(BY_KEY[piece], title, RichText(blocks))]


def test_a_text_that_is_right_has_no_remark() -> None:
    for piece in PIECES:
        assert found(paragraph("Nous avons éteint les postes."), *HONEST, piece=piece.key) == []


@pytest.mark.parametrize(
    ("block", "matter"),
    [
        (paragraph("À compléter\u00a0: un téléphone."), Matter.GAP),
        (paragraph("NOUS AVONS ÉTEINT LES POSTES."), Matter.ACCESS),
        (paragraph("Bravo à tous 🎉"), Matter.ACCESS),
        (paragraph("Cliquez ici", "https://exemple.fr"), Matter.ACCESS),
        (Bullets(((Run("https://exemple.fr/page", href="https://exemple.fr/page"),),)), Matter.ACCESS),
        (
            paragraph("Nous " + "avons éteint les postes et les écrans de la mairie, " * 8 + "puis dit."),
            Matter.ACCESS,
        ),
        (paragraph("Notre mairie est désormais neutre en carbone."), Matter.TRANSPARENCY),
        (paragraph("Un numérique respectueux de l’environnement."), Matter.TRANSPARENCY),
        (Bullets(tuple((Run("Un mot de plus."),) for _ in range(100))), Matter.SOBRIETY),
    ],
)
def test_what_is_to_be_mended_is_told_once(block: Block, matter: Matter) -> None:
    assert found(block, *HONEST) == [matter]


def test_two_acronyms_and_a_name_in_capitals_are_fine() -> None:
    assert found(paragraph("Le DGS et la DSI de SAINT-Martin ont signé."), *HONEST) == []


def test_hiding_what_did_not_work_is_told() -> None:
    assert found(paragraph("Tout va bien.")) == [Matter.TRANSPARENCY]
    assert found(paragraph("Tout va bien."), Heading(1, FAILED)) == [Matter.TRANSPARENCY]
    assert found(
        paragraph("Tout va bien."), Heading(1, FAILED), Heading(1, "Et vous"), paragraph("Venez.")
    ) == [Matter.TRANSPARENCY]


def test_a_difficulty_may_be_told_in_other_words() -> None:
    assert found(paragraph("Le site a pris du retard.")) == []
    assert found(paragraph("La location n’a pas abouti.")) == []


def test_a_gap_under_the_title_is_no_difficulty() -> None:
    assert found(Heading(1, FAILED), paragraph("À compléter\u00a0: une difficulté.")) == [
        Matter.GAP,
        Matter.TRANSPARENCY,
    ]


def test_a_long_subject_or_a_long_poster_title_is_told() -> None:
    long = "Un titre qui n’en finit pas et que la boîte de réception coupe avant la fin"
    assert found(*HONEST, title=long) == [Matter.SOBRIETY]
    assert found(*HONEST, title=long, piece=POSTER) == [Matter.SOBRIETY]
    assert found(*HONEST, title=long, piece="bulletin") == []


def test_nobody_copies_an_address_from_a_wall() -> None:
    assert found(*HONEST, paragraph("Lisez www.exemple.fr/une/longue/adresse"), piece=POSTER) == [
        Matter.SOBRIETY
    ]


def test_an_empty_text_is_only_not_transparent() -> None:
    assert found() == [Matter.TRANSPARENCY]
