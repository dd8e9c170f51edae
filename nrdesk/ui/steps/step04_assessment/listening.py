"""The lists of the qualitative half: what is already done, what was read, who was heard, what to ask."""

from __future__ import annotations

from nrdesk.core.fields.assessment import GUIDE, INTERVIEW, PAST_ACTION, READ_DOCUMENT
from nrdesk.core.formatting import count
from nrdesk.core.listening import guides
from nrdesk.core.model import Interview, PastAction, QuestionGuide, ReadDocument
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step04_assessment.folded import FoldedSection
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow


def past_actions(session: Session) -> RecordSection:
    """Return the card of what the collectivité already does or did."""
    return RecordSection(
        session,
        PastAction,
        PAST_ACTION,
        title="Ce que nous faisons déjà",
        columns=("title", "status", "since"),
        add_label="Ajouter une action",
        noun="une action",
        empty="Vous ne partez pas de zéro\u00a0: ordinateurs gardés plus longtemps, imprimantes regroupées, "
        "dons, réparations. Écrivez-en une, même petite.",
        places={"past_actions": ""},
    )


def read_documents(session: Session) -> FoldedSection:
    """Return the card of the documents read, folded."""
    section = RecordSection(
        session,
        ReadDocument,
        READ_DOCUMENT,
        title="Documents lus",
        columns=("title", "source", "dated"),
        add_label="Ajouter un document lu",
        noun="un document lu",
        empty="Contrats, factures, audit, bilan carbone, rapport du prestataire\u00a0: notez ceux qui vous "
        "apprennent quelque chose.",
        essential=False,
        places={"read_documents": ""},
    )

    def summary() -> str:
        found = session.document.count(ReadDocument)
        return count(found, "document lu", "documents lus") if found else "Aucun pour l’instant."

    return FoldedSection("Documents lus", section, ("read_documents",), summary)


def interviews(session: Session) -> RecordSection:
    """Return the card of who is heard."""
    section = RecordSection(
        session,
        Interview,
        INTERVIEW,
        title="Écouter",
        columns=("title", "kind", "status", "held_on"),
        add_label="Ajouter un échange",
        noun="un échange",
        empty="Trois conversations de vingt minutes suffisent pour commencer\u00a0: un élu, un agent, "
        "un usager.",
        help="Rappelez d’abord pourquoi vous êtes là, puis laissez parler. Notez les fonctions, pas "
        "les noms.",
        places={"interviews": ""},
    )

    def taken(interview_id: str | None) -> None:
        section.refresh()
        if interview_id:
            section.select(interview_id)
            section.focus_field("findings")

    def ask() -> None:
        from nrdesk.ui.steps.step04_assessment.returned_dialog import take_back

        take_back(section, session, taken)

    back = button("Reprendre un questionnaire rempli…", "upload", on_click=ask)
    back.setToolTip("Un guide exporté en tableau, qu’un service a rempli")
    back.setEnabled(not session.document.read_only)
    section.add(flow(back))
    return section


def question_guides(session: Session) -> FoldedSection:
    """Return the card of the guides of questions, folded."""
    section = RecordSection(
        session,
        QuestionGuide,
        GUIDE,
        title="Guides de questions",
        columns=("title", "audience"),
        add_label="Ajouter un guide",
        noun="un guide de questions",
        empty="Choisissez un modèle dans un échange\u00a0: il se copie ici, et vous le changez à "
        "votre guise.",
        essential=False,
        places={"guides": ""},
    )

    def summary() -> str:
        found = session.document.count(QuestionGuide)
        ours = count(found, "guide à vous", "guides à vous") if found else "Aucun guide à vous"
        return f"{ours}, {count(len(guides()), 'modèle fourni', 'modèles fournis')}."

    return FoldedSection("Guides de questions", section, ("guides",), summary)
