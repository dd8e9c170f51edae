"""The files of the kit: which each piece goes out as, and all of them in one archive."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.kit import Kit, edited
from nrdesk.core.communication.stories import stories
from nrdesk.core.communication.subjects import STRATEGY
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports import communication_kit
from nrdesk.core.reports.communication_kit import deck, mail, plain
from nrdesk.core.reports.content import Report
from nrdesk.core.written.prose import french
from nrdesk.core.written.words import normal, on_one_line

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Render: TypeAlias = "Callable[[Report, Progress], bytes]"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 40
"""Characters of the name of a folder: paths stay short enough for Windows."""
_README = "LISEZ-MOI.txt"


@dataclass(frozen=True, slots=True)
class Form:
    """A file that a piece goes out as."""

    suffix: str
    """Its extension, without the dot."""
    label: str
    """French words on its button."""
    stem: str
    """Name of the file."""
    render: Render
    size: str = ""
    """Of its paper, when a piece goes out on several."""

    @property
    def name(self) -> str:
        """Name of the file, with its extension."""
        return f"{self.stem}.{self.suffix}"


def _poster(report: Report, progress: Progress) -> bytes:
    from nrdesk.core.reports.pdf import poster

    progress(1, 1)
    return poster.render(report)


def _poster_a3(report: Report, progress: Progress) -> bytes:
    from nrdesk.core.reports.pdf import poster

    progress(1, 1)
    return poster.render(report, enlarged=poster.A3)


def _pdf(report: Report, progress: Progress) -> bytes:
    from nrdesk.core.reports import pdf

    return pdf.render(report, progress)


def _docx(report: Report, progress: Progress) -> bytes:
    from nrdesk.core.reports import docx

    return docx.render(report, progress)


def _pptx(report: Report, progress: Progress) -> bytes:
    from nrdesk.core.reports import pptx

    return pptx.render(deck.build(report), progress)


def _quick(render: Callable[[Report], bytes]) -> Render:
    def made(report: Report, progress: Progress) -> bytes:
        progress(1, 1)
        return render(report)

    return made


FORMS: Mapping[str, tuple[Form, ...]] = {
    kit_pieces.POSTER: (
        Form("pdf", "PDF A4", "affiche-a4", _poster, "A4"),
        Form("pdf", "PDF A3", "affiche-a3", _poster_a3, "A3"),
    ),
    kit_pieces.EMAIL: (
        Form("eml", "Courriel", "courriel", _quick(mail.message)),
        Form("txt", "Texte", "courriel", _quick(mail.text_file)),
    ),
    kit_pieces.BULLETIN: (
        Form("docx", "Word", "article-de-bulletin", _docx),
        Form("pdf", "PDF", "article-de-bulletin", _pdf),
    ),
    kit_pieces.PRESS: (
        Form("docx", "Word", "communique-de-presse", _docx),
        Form("pdf", "PDF", "communique-de-presse", _pdf),
    ),
    kit_pieces.INTRANET: (
        Form("docx", "Word", "note-interne", _docx),
        Form("html", "Page web", "note-interne", _quick(plain.page_file)),
        Form("txt", "Texte", "note-interne", _quick(plain.text_file)),
    ),
    kit_pieces.SLIDES: (Form("pptx", "PowerPoint", "diapositives", _pptx),),
    kit_pieces.COMMITMENTS: (
        Form("pdf", "PDF", "engagements-a-signer", _pdf),
        Form("docx", "Word", "engagements-a-signer", _docx),
    ),
}
"""Key of a piece -> its files, the main one first."""


def write(document: Document, told: Kit, piece: str, form: Form, progress: Progress = silent) -> bytes:
    """Return the content of a file of the kit."""
    return form.render(communication_kit.report(document, told.view(piece)), progress)


def by_name(name: str) -> Callable[[Document, Progress], bytes]:
    """Return what writes a file on the strategy as a whole, by its name: "affiche-a3.pdf".

    Raises:
        StopIteration: no file of the kit has this name.
    """
    piece, form = next((piece, form) for piece, forms in FORMS.items() for form in forms if form.name == name)

    def written(document: Document, progress: Progress) -> bytes:
        return write(document, communication_kit.kit_of(document), piece, form, progress)

    return written


def archive(document: Document, progress: Progress = silent) -> bytes:
    """Return the whole kit: the strategy, the latest story, and those of which somebody edited a piece."""
    today = communication_kit.day(document)
    return packed(document, _told(document, today), progress)


def packed(document: Document, kits: tuple[Kit, ...], progress: Progress = silent) -> bytes:
    """Return kits as one archive, a folder each when there are several; the same kits give the same bytes."""
    files = [(told, piece, form) for told in kits for piece, forms in FORMS.items() for form in forms]
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr(_entry(_README), _readme(kits))
        for done, (told, piece, form) in enumerate(files, start=1):
            folder = f"{kits.index(told) + 1}-{_slug(told.subject.title)}/" if len(kits) > 1 else ""
            bundle.writestr(_entry(folder + form.name), write(document, told, piece, form))
            progress(done, len(files))
    return buffer.getvalue()


def _told(document: Document, today: dt.date) -> tuple[Kit, ...]:
    found = [each.id for each in stories(document, today)]
    kept = [each for each in edited(document) if each in found]
    wanted = dict.fromkeys((STRATEGY, *found[:1], *kept))
    return tuple(communication_kit.kit_of(document, each, today) for each in wanted)


def _entry(name: str) -> ZipInfo:
    made = ZipInfo(name, _EPOCH)
    made.compress_type = ZIP_DEFLATED
    return made


def _slug(title: str) -> str:
    """Return a title as the name of a folder, in whole words of letters that every computer takes."""
    words = re.sub("[^a-z0-9]+", " ", normal(title)).split()
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)[:_LONGEST] or "recit"


def _readme(kits: tuple[Kit, ...]) -> bytes:
    return ("\ufeff" + "\r\n".join(_lines(kits)) + "\r\n").encode("utf-8", "replace")


def _lines(kits: tuple[Kit, ...]) -> Iterator[str]:
    """Yield what is in the archive, and what is to be mended before anything goes out."""
    yield "Kit de communication"
    yield ""
    yield "Relisez chaque texte avant de l’envoyer, et n’imprimez que ce qui sera lu."
    yield "L’affiche est sobre en encre\u00a0: imprimez-la en noir et blanc."
    for told in kits:
        yield ""
        yield " ".join(told.subject.title.split())
        for view in told.views:
            for remark in view.remarks:
                told_of = french(on_one_line(remark.text))
                yield f"- {view.piece.title}, {remark.matter.value}\u00a0: {told_of}"
        if not any(view.remarks for view in told.views):
            yield "- Rien à revoir parmi ce que nrdesk sait vérifier."
