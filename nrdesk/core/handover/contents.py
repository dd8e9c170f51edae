"""What the archive holds besides the deliverables: proofs, hypotheses, sources, journal, what to read."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from nrdesk import __version__
from nrdesk.core import dates, paths
from nrdesk.core.exchange.neutral import neutral
from nrdesk.core.formatting import count
from nrdesk.core.handover import hypotheses
from nrdesk.core.handover.names import safe
from nrdesk.core.model import RECORDS, Activity, AttachedFile, Evidence, FactorFile
from nrdesk.core.reference import obligations
from nrdesk.core.reports import docx, look, pdf
from nrdesk.core.written.prose import french, of

if TYPE_CHECKING:
    from nrdesk.core.document import Document

PROOFS, SOURCES, REFERENCE = "Pièces jointes", "Hypothèses et sources", "Données de référence"
_REFERENCE = ("factors", "law")
"""Folders of the reference data that figures and obligations come from; each table names its sources."""
_BOM = "\ufeff"


def last_change(document: Document) -> dt.date:
    """Return the day of the last change of the document."""
    latest = max(
        (max(document.column(kind, "updated_at").values(), default="") for kind in RECORDS), default=""
    )
    return dt.date.fromisoformat(latest[:10])


def proofs(document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield the files attached to the proofs of the obligations."""
    titles = {each.id: each.title for each in obligations.load()}
    for attached in document.all(AttachedFile):
        proof = document.get(Evidence, attached.evidence_id)
        folder = safe(titles.get(proof.obligation, proof.obligation) or "Preuves")
        yield f"{PROOFS}/{folder}/{safe(proof.file_name or proof.title)}", attached.content


def sources(document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield the journal of the hypotheses, the factors that the user brought, the reference data."""
    report = look.dressed(document, hypotheses.build(document))
    yield f"{SOURCES}/Journal des hypothèses et des sources.pdf", pdf.render(report)
    yield f"{SOURCES}/Journal des hypothèses et des sources.docx", docx.render(report)
    for own in document.all(FactorFile):
        yield f"{SOURCES}/Facteurs apportés/{safe(own.name)}.csv", own.content.encode()
    yield f"{SOURCES}/{REFERENCE}/LISEZ-MOI.md", (paths.data() / "README.md").read_bytes()
    for folder in _REFERENCE:
        for table in sorted((paths.data() / folder).glob("*.csv")):
            yield f"{SOURCES}/{REFERENCE}/{folder}/{table.name}", table.read_bytes()


def journal(document: Document) -> bytes:
    """Return who changed what and when, the oldest first, as CSV that a spreadsheet opens."""
    out = io.StringIO(newline="")
    out.write(_BOM)
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(("Date (UTC)", "Session", "Geste", "Action", "Lignes changées"))
    words = {"undo": "annulé", "redo": "rétabli"}
    for entry in document.all(Activity):
        gesture = words.get(entry.kind, "fait")
        rows.writerow((entry.at, neutral(entry.user), gesture, neutral(entry.label), entry.rows))
    return out.getvalue().encode()


def read_me(document: Document, files: Mapping[str, bytes], missing: Collection[tuple[str, str]]) -> bytes:
    """Return what to read first: what is in the archive, how to go on, what could not be made."""
    authority = document.authority
    lines = [
        f"Remise de la démarche numérique responsable {of(authority.name)}",
        f"Données du {dates.in_letters(last_change(document))}. Écrit par nrdesk {__version__}.",
        f"État du droit utilisé : {dates.in_letters(obligations.legal_state())}.",
        *(["Commune fictive : toutes les données sont inventées."] if authority.is_demo else []),
        "",
        "CE QU’IL Y A DANS CETTE ARCHIVE",
        f"- {safe(authority.name)}.nrdesk : le document lui-même. Ouvrez-le avec nrdesk pour continuer.",
        "- Documents : tout ce que nrdesk écrit, rangé par étape. Le PDF est à publier ; le fichier Word,",
        "  Excel ou PowerPoint à côté est le même, à modifier.",
        f"- {SOURCES} : chaque hypothèse, qui l’a changée, la source de chaque valeur, et les tables de",
        "  référence dont les chiffres et les obligations viennent.",
        f"- {PROOFS} : les fichiers joints aux preuves (aucun si ce dossier manque).",
        "- Journal.csv : qui a fait quoi, et quand.",
        "- EMPREINTES-SHA256.txt : de quoi vérifier qu’aucun fichier n’a changé (sha256sum -c).",
        "",
        "Le document et ses exports peuvent contenir des noms et des adresses : transmettez cette archive",
        "aux seules personnes qui en ont besoin.",
        "",
        f"FICHIERS : {count(len(files), 'fichier')}, celui-ci et les empreintes à part",
        *(f"- {name}" for name in sorted(files)),
    ]
    if missing:
        lines += ["", "CE QUI N’A PAS PU ÊTRE ÉCRIT, ET POURQUOI"]
        lines += [f"- {title} : {why}" for title, why in missing]
    return (_BOM + "\r\n".join(map(french, lines)) + "\r\n").encode()
