"""The inventory in the formats of other tools: G4IT, NumEcoEval, EcoDiag.

What each column is called and what each appliance is called there are data (`resources/data/exchange`); here
is what nrdesk writes under each. Only the park at the date of the inventory goes out: these tools would count
what has left. No name of a person does.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.exchange import names
from nrdesk.core.exchange.neutral import neutral
from nrdesk.core.footprint import LineResult, Quality
from nrdesk.core.formatting import count
from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reference import interchange
from nrdesk.core.reference.interchange import InterchangeFormat
from nrdesk.core.reports import wording

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign

COUNTRY = "France"
READ_ME = "LISEZ-MOI.txt"
_QUALITY = {
    Quality.GOOD: "HAUTE",
    Quality.FAIR: "MOYENNE",
    Quality.ESTIMATED: "BASSE",
    Quality.INCOMPLETE: "BASSE",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the inventory, as it goes out."""

    name: str
    """Its name, that no other line has."""
    result: LineResult
    format: InterchangeFormat


def _type_of(line: LineResult, known: InterchangeFormat) -> str:
    return known.types.get(line.category or "", known.unknown_type)


def _brand_model(line: _Line) -> str:
    equipment = line.result.equipment
    return f"{equipment.brand} {equipment.model}".strip()


_CELLS: Mapping[str, Callable[[_Line], str]] = {
    "name": lambda line: line.name,
    "type": lambda line: _type_of(line.result, line.format),
    "brand": lambda line: line.result.equipment.brand,
    "model": lambda line: line.result.equipment.model,
    "brand_model": _brand_model,
    "quantity": lambda line: str(line.result.quantity),
    "purchased": lambda line: _day(line.result.equipment.purchased),
    "purchased_as_written": lambda line: FIELD["purchased"].show(line.result.equipment),
    "retired": lambda line: _day(line.result.equipment.retired),
    "status": lambda line: line.format.statuses.get(line.result.recipe.status, ""),
    "country": lambda line: COUNTRY,
    "annual_kwh": lambda line: _decimal(line.result.equipment.annual_kwh),
    "source": lambda line: "nrdesk",
    "site": lambda line: line.result.equipment.site,
    "quality": lambda line: _QUALITY[line.result.quality],
}
"""What a column holds -> its text."""


def write_csv(
    document: Document, format_id: str, progress: Progress = silent, campaign: Campaign | None = None
) -> bytes:
    """Return the inventory of a campaign, by default the latest one, as a CSV of a format, in UTF-8."""
    return _inventory(assess(document, campaign), interchange.load()[format_id], progress)


def write_zip(
    document: Document, format_id: str, progress: Progress = silent, campaign: Campaign | None = None
) -> bytes:
    """Return all the files of a format in an archive, those that nrdesk cannot fill with their titles only.

    What each file is, and what the format loses, is told in a text beside them. The same data give the same
    bytes.
    """
    assessment, known = assess(document, campaign), interchange.load()[format_id]
    inventory, *others = known.files
    date = dt.date.fromisoformat(assessment.campaign.as_of)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        _add(archive, date, f"{inventory}.csv", _inventory(assessment, known, progress))
        for name in others:
            titles = [column.title for column in known.files[name]]
            _add(archive, date, f"{name}.csv", _text([titles], known.separator))
        _add(archive, date, READ_ME, _read_me(assessment, known).encode("utf-8-sig"))
    return buffer.getvalue()


def _inventory(assessment: Assessment, known: InterchangeFormat, progress: Progress) -> bytes:
    lines = _park(assessment)
    rows = [[column.title for column in known.inventory]]
    rows += _rows(lines, known, progress)
    return _text(rows, known.separator)


def _park(assessment: Assessment) -> list[LineResult]:
    """Return the lines that go out."""
    return [line for line in assessment.result.lines if line.in_park and line.quantity > 0]


def _rows(lines: Sequence[LineResult], known: InterchangeFormat, progress: Progress) -> Iterator[list[str]]:
    """Yield a row per line, or per appliance in a format that has no quantity."""
    counted = any(column.holds == "quantity" for column in known.inventory)
    given = names.unique(line.equipment.number for line in lines)
    for done, (name, result) in enumerate(zip(given, lines, strict=True), start=1):
        line = _Line(name, result, known)
        row = [_cell(line, column.holds, mandatory=column.mandatory) for column in known.inventory]
        for _ in range(1 if counted else result.quantity):
            yield row
        progress(done, len(lines))


def _cell(line: _Line, holds: str, *, mandatory: bool) -> str:
    text = neutral(_CELLS[holds](line)) if holds else ""
    return names.UNKNOWN if not text and mandatory and "model" in holds else text


def _day(partial: str | None) -> str:
    """Return a whole date, the middle of what is not known being assumed."""
    if not partial:
        return ""
    year, month, day = dates.parts(partial)
    if not month:
        return f"{year}-07-01"
    return f"{year}-{month:02}-{day or 15:02}"


def _decimal(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _text(rows: Sequence[Sequence[str]], separator: str) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator).writerows(rows)
    return buffer.getvalue().encode("utf-8")


def _add(archive: ZipFile, date: dt.date, name: str, content: bytes) -> None:
    info = ZipInfo(name, (max(date.year, 1980), date.month, date.day, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, content)


def _read_me(assessment: Assessment, known: InterchangeFormat) -> str:
    inventory, *others = known.files
    campaign = assessment.campaign
    nameless = sum(_type_of(line, known) == known.unknown_type for line in _park(assessment))
    told = [
        f"Inventaire {wording.of(assessment.authority.name)} au format {known.label}",
        f"Campagne {campaign.year}, parc au {dates.in_letters(dt.date.fromisoformat(campaign.as_of))}.",
        f"« {inventory}.csv » contient les équipements. C’est le seul fichier à charger.",
        f"Les autres ({wording.listed([f'{name}.csv' for name in others])}) n’ont que leurs titres : "
        "complétez-les si vous avez des salles serveurs ou des machines virtuelles à décrire.",
        *(
            [
                f"{count(nameless, 'ligne a', 'lignes ont')} le type « {known.unknown_type} » : "
                f"{known.label} n’a pas de nom pour ces appareils."
            ]
            if nameless
            else []
        ),
        "Les équipements sortis du parc ne sont pas exportés. Aucun nom de personne ne l’est.",
        f"Ce que ce format ne garde pas : {known.loses}.",
        known.note,
        f"Source : {known.source}, lu le {dates.in_letters(known.read_on)}.",
    ]
    return "".join(f"{wording.french(line)}\r\n\r\n" for line in told)
