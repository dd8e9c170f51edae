"""The documents that exist, and the formats that each can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from nrdesk.core.jobs import Progress

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign
    from nrdesk.core.reports.content import Report

Writer: TypeAlias = "Callable[..., bytes]"
"""Returns the content of the file, from the document and the progress; that of a document of one year takes a
`campaign` too, by default the latest one."""


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A document that nrdesk can write."""

    key: str
    """Name on the command line."""
    title: str
    writers: Mapping[str, Writer]
    """Extension, without its dot -> writer."""
    of_year: bool = False
    """Whether it tells one campaign, which may then be chosen; another document tells the whole strategy."""

    def __post_init__(self) -> None:
        # Whoever asks for a document, and by whatever way, an exercise says that it is one.
        bearing = {suffix: partial(_stamped, suffix, write) for suffix, write in self.writers.items()}
        object.__setattr__(self, "writers", bearing)

    @property
    def formats(self) -> tuple[str, ...]:
        """Extensions of the files that it can be written as, the main one first."""
        return tuple(self.writers)


def _stamped(suffix: str, write: Writer, document: Document, progress: Progress, **year: Campaign) -> bytes:
    from nrdesk.core.reports import stamping

    return stamping.stamped(document, suffix, write(document, progress, **year))


def _texts(build: Callable[..., Report]) -> Mapping[str, Writer]:
    """Return the writers of a content tree: the PDF to publish, and its twin to edit."""

    def write_pdf(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import pdf

        return pdf.render(build(document, **year), progress)

    def write_docx(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import docx

        return docx.render(build(document, **year), progress)

    return {"pdf": write_pdf, "docx": write_docx}


def _words_first(build: Callable[..., Report]) -> Mapping[str, Writer]:
    """Return the writers of a content tree that is meant to be worked on in Word, then published as PDF."""
    writers = _texts(build)
    return {suffix: writers[suffix] for suffix in ("docx", "pdf")}


def _texts_and_tables(build: Callable[..., Report]) -> Mapping[str, Writer]:
    """Return the writers of a content tree whose tables are worth working on in a spreadsheet."""

    def write_xlsx(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import workbook

        return workbook.render(build(document, **year), progress)

    return {**_texts(build), "xlsx": write_xlsx}


def _slides(module: str) -> Mapping[str, Writer]:
    """Return the writer of the slides that the `build` of a module of this package makes."""

    def write_pptx(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import pptx

        deck = import_module(f"nrdesk.core.reports.{module}").build(document, **year)
        return pptx.render(deck, progress)

    return {"pptx": write_pptx}


def _builder(module: str) -> Callable[..., Report]:
    """Return the `build` of a module of this package, imported when the document is written.

    What it returns bears the logo and the colour of the collectivité.
    """

    def build(document: Document, **year: Campaign) -> Report:
        from nrdesk.core.reports import look

        report: Report = import_module(f"nrdesk.core.reports.{module}").build(document, **year)
        return look.dressed(document, report)

    return build


def _maturity_questionnaire(document: Document, progress: Progress, **year: Campaign) -> bytes:
    from nrdesk.core.reports import maturity_questionnaire

    return maturity_questionnaire.write(document, progress, **year)


def _question_guides(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import question_guides

    return question_guides.write(document, progress)


def _inventory(document: Document, progress: Progress, **year: Campaign) -> bytes:
    from nrdesk.core.reports import inventory_workbook

    return inventory_workbook.write(document, progress, **year)


def _calendar(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import calendar_file

    return calendar_file.write(document, progress)


def _vote_dates(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import vote_dates

    return vote_dates.write(document, progress)


def _agec_declaration(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import agec_declaration

    return agec_declaration.write(document, progress)


def _plan_workbook(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import plan_workbook

    return plan_workbook.write(document, progress)


def _plan_tet(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import plan_tet

    return plan_tet.write(document, progress)


def _plan_projects(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import plan_projects

    return plan_projects.write(document, progress)


def _kit(*names: str) -> Mapping[str, Writer]:
    """Return the writers of files of the communication kit, by their names, on the strategy as a whole."""

    def writer(name: str) -> Writer:
        def write(document: Document, progress: Progress) -> bytes:
            from nrdesk.core.reports.communication_kit import files

            return files.by_name(name)(document, progress)

        return write

    return {name.rpartition(".")[2]: writer(name) for name in names}


def _whole_kit(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports.communication_kit import files

    return files.archive(document, progress)


def _interchange(format_id: str, *, several: bool) -> Mapping[str, Writer]:
    """Return the writers of the inventory in the format of another tool, of one file or of several."""

    def write_csv(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import interchange

        return interchange.write_csv(document, format_id, progress, **year)

    def write_zip(document: Document, progress: Progress, **year: Campaign) -> bytes:
        from nrdesk.core.reports import interchange

        return interchange.write_zip(document, format_id, progress, **year)

    return {"csv": write_csv, "zip": write_zip} if several else {"csv": write_csv}


REPORTS: tuple[ReportKind, ...] = (
    ReportKind("note-de-cadrage", "Note de cadrage", _texts(_builder("framing_note"))),
    ReportKind("lettre-de-mission", "Lettre de mission", _texts(_builder("mission_letter"))),
    ReportKind("carte-des-acteurs", "Carte des acteurs", _texts_and_tables(_builder("stakeholder_map"))),
    ReportKind(
        "plan-de-sensibilisation", "Plan de sensibilisation", _texts_and_tables(_builder("awareness_plan"))
    ),
    ReportKind(
        "note-d-articulation", "Note d’articulation", _texts_and_tables(_builder("articulation_note"))
    ),
    ReportKind(
        "etat-des-lieux",
        "État des lieux\u00a0: inventaire et empreinte",
        _texts_and_tables(_builder("assessment_report")),
        of_year=True,
    ),
    ReportKind("programme-de-travail", "Programme de travail", _texts_and_tables(_builder("work_programme"))),
    ReportKind(
        "questionnaire-de-maturite",
        "Questionnaire de maturité",
        {**_texts(_builder("maturity_questionnaire")), "xlsx": _maturity_questionnaire},
        of_year=True,
    ),
    ReportKind(
        "guides-d-entretien",
        "Guides d’entretien",
        {**_texts(_builder("question_guides")), "xlsx": _question_guides},
    ),
    ReportKind("inventaire", "Inventaire des équipements", {"xlsx": _inventory}, of_year=True),
    ReportKind("inventaire-g4it", "Inventaire pour G4IT", _interchange("g4it", several=True), of_year=True),
    ReportKind(
        "inventaire-numecoeval",
        "Inventaire pour NumEcoEval",
        _interchange("numecoeval", several=True),
        of_year=True,
    ),
    ReportKind(
        "inventaire-ecodiag", "Inventaire pour EcoDiag", _interchange("ecodiag", several=False), of_year=True
    ),
    ReportKind("ordre-du-jour", "Ordre du jour des réunions", _texts(_builder("workshop_agenda"))),
    ReportKind(
        "compte-rendu-d-atelier", "Compte rendu des réunions", _words_first(_builder("workshop_minutes"))
    ),
    ReportKind("calendrier", "Calendrier", {"ics": _calendar}),
    ReportKind("strategie", "Stratégie numérique responsable", _texts(_builder("strategy"))),
    ReportKind(
        "synthese-de-la-strategie", "Synthèse de la stratégie", _texts(_builder("strategy_synthesis"))
    ),
    ReportKind(
        "strategie-facile-a-lire", "Stratégie, version facile à lire", _texts(_builder("strategy_easy"))
    ),
    ReportKind("presentation-au-conseil", "Présentation au conseil", _slides("council_slides")),
    ReportKind("projet-de-deliberation", "Projet de délibération", _words_first(_builder("deliberation"))),
    ReportKind("note-de-synthese", "Note de synthèse", _words_first(_builder("synthesis_note"))),
    ReportKind("extrait-du-registre", "Extrait du registre", _words_first(_builder("register_extract"))),
    ReportKind("dates-du-vote", "Dates du vote", {"ics": _vote_dates}),
    ReportKind("plan-action", "Plan d’action", {**_texts(_builder("action_plan")), "xlsx": _plan_workbook}),
    ReportKind("fiches-action", "Fiches action", _texts(_builder("action_sheets"))),
    ReportKind("plan-tet", "Plan pour Territoires en Transitions", {"xlsx": _plan_tet}),
    ReportKind("plan-projets", "Plan au schéma national des projets", {"csv": _plan_projects}),
    ReportKind(
        "consolidation", "Mutualisation et consolidation", _texts_and_tables(_builder("consolidation"))
    ),
    ReportKind("ordre-du-jour-de-revue", "Ordre du jour des revues", _texts(_builder("review_agenda"))),
    ReportKind("compte-rendu-de-revue", "Compte rendu des revues", _words_first(_builder("review_minutes"))),
    ReportKind("calendrier-du-plan", "Calendrier du plan", _texts(_builder("plan_calendar"))),
    ReportKind(
        "bilan-annuel",
        "Bilan annuel",
        {**_texts(_builder("annual_review")), **_slides("annual_review.deck")},
        of_year=True,
    ),
    ReportKind(
        "bilan-deux-pages", "Bilan en deux pages", _texts(_builder("annual_review.two_pages")), of_year=True
    ),
    ReportKind("declaration-agec", "Déclaration des achats (AGEC)", {"csv": _agec_declaration}),
    ReportKind(
        "plan-de-communication", "Plan de communication", _texts_and_tables(_builder("communication_plan"))
    ),
    ReportKind("kit-communication", "Kit de communication", {"zip": _whole_kit}),
    ReportKind("affiche", "Affiche A4", _kit("affiche-a4.pdf")),
    ReportKind("affiche-a3", "Affiche A3", _kit("affiche-a3.pdf")),
    ReportKind("courriel", "Courriel", _kit("courriel.eml", "courriel.txt")),
    ReportKind(
        "article-de-bulletin",
        "Article de bulletin",
        _kit("article-de-bulletin.docx", "article-de-bulletin.pdf"),
    ),
    ReportKind(
        "communique-de-presse",
        "Communiqué de presse",
        _kit("communique-de-presse.docx", "communique-de-presse.pdf"),
    ),
    ReportKind(
        "note-interne", "Note interne", _kit("note-interne.docx", "note-interne.html", "note-interne.txt")
    ),
    ReportKind("diapositives", "Diapositives du kit", _kit("diapositives.pptx")),
    ReportKind(
        "engagements-a-signer",
        "Engagements à signer",
        _kit("engagements-a-signer.pdf", "engagements-a-signer.docx"),
    ),
    ReportKind("guide-utilisateur", "Guide d’utilisation", _texts(_builder("user_guide"))),
    ReportKind("guide-du-formateur", "Guide du formateur", _texts(_builder("trainer_guide"))),
    ReportKind("enonces-des-exercices", "Énoncés des exercices", _texts(_builder("exercise_sheet"))),
)
"""Every document, in the order of the steps."""
