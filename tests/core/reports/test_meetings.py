"""The papers of the meetings: agenda and minutes, one page each."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Decision, Workshop
from nrdesk.core.reports import workshop_agenda, workshop_minutes
from nrdesk.core.reports.content import Block, BulletList, Heading, PageBreak, Paragraph, Report, Table
from nrdesk.core.reports.exporting import export
from nrdesk.core.workshops import usual
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure

HOSTILE = Workshop(
    title="<b>Cadrage</b> & suites",
    starts="2026-04-02",
    place="Salle <script>",
    participants="Élus\nDirection",
    agenda="Accueil\n10 min <i>Quiz</i>",
    report="Dit.\n\nRedit.",
    held=True,
)


def _meeting(doc: Document) -> Workshop:
    return doc.all(Workshop)[0]


def _text(report: Report) -> str:
    return "\n".join(_words(block) for block in report.blocks).replace("\u00a0", " ")


def _words(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return "".join(run.text for run in block.runs)
        case BulletList():
            return "\n".join("".join(run.text for run in item) for item in block.items)
        case Table():
            return "\n".join(" | ".join(row) for row in block.rows)
    return ""


def test_an_agenda_gives_each_point_its_hour(doc: Document) -> None:
    report = workshop_agenda.build(doc)
    assert report.meta.subtitle == "Cadrage"
    assert "18 h 00 – 18 h 10 | Accueil | 10 min" in _text(report)
    assert "Quand : jeudi 12 mars 2026 à 18 h 00, durée 10 min" in _text(report)
    assert "Partager l’état des lieux" in _text(report)


def test_several_meetings_have_a_page_each_by_date(doc: Document) -> None:
    with doc.action("Ajouter") as tx:
        tx.add_all((*usual(), HOSTILE))
    report = workshop_agenda.build(doc)
    titles = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 2]
    assert titles[:2] == ["Cadrage", HOSTILE.title]
    assert len(titles) == 5
    assert sum(isinstance(block, PageBreak) for block in report.blocks) == 4
    alone = workshop_agenda.build(doc, HOSTILE.id)
    assert alone.meta.subtitle == HOSTILE.title
    assert "Avec : Élus, Direction" in _text(alone)
    assert not any(isinstance(block, PageBreak) for block in alone.blocks)


def test_minutes_say_what_was_said_and_decided(doc: Document) -> None:
    with doc.action("Décider") as tx:
        tx.update(Workshop, _meeting(doc).id, report="Les élus sont d’accord.\nSauf un.")
        tx.add(
            Decision(workshop_id=_meeting(doc).id, text="Garder.", owner="Mairie", due="2026-04"),
            Decision(workshop_id=_meeting(doc).id, text="Écrire.", done=True),
            Decision(workshop_id=_meeting(doc).id, text=" "),
        )
    told = _text(workshop_minutes.build(doc))
    assert "Les élus sont d’accord.\nSauf un." in told
    assert "Garder. | Mairie | avril 2026\nÉcrire. | à désigner | fait" in told


def test_minutes_that_are_empty_say_what_to_complete(doc: Document) -> None:
    assert _text(workshop_minutes.build(doc)).count("À compléter") == 2


def test_only_meetings_that_were_held_have_minutes(doc: Document) -> None:
    meeting = _meeting(doc)
    with doc.action("Changer") as tx:
        tx.update(Workshop, meeting.id, held=False, agenda="")
    with pytest.raises(NotReadyError, match="ne s’est encore tenue"):
        workshop_minutes.build(doc)
    with pytest.raises(NotReadyError, match="ordre du jour"):
        workshop_agenda.build(doc)
    # Asked for by name, both can be taken to the meeting and filled in there.
    assert "À compléter" in _text(workshop_minutes.build(doc, meeting.id))
    assert "À compléter" in _text(workshop_agenda.build(doc, meeting.id))


@pytest.mark.slow
@pytest.mark.parametrize("key", ["ordre-du-jour", "compte-rendu-d-atelier"])
def test_the_pdf_is_accessible_and_holds_what_was_typed(doc: Document, tmp_path: Path, key: str) -> None:
    with doc.action("Ajouter") as tx:
        tx.add(HOSTILE, replace(usual()[1], agenda="", held=True))
        tx.add(Decision(workshop_id=HOSTILE.id, text="Garder <b>tout</b>.", owner="É" * 200))
    path = export(doc, key, tmp_path / "meetings.pdf")
    assert failures(path) == []
    with pikepdf.open(path) as pdf:
        told = structure(pdf).all_text()
    assert HOSTILE.title in told
    assert "<i>Quiz</i>" in told
