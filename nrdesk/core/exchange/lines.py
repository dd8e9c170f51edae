"""Turn the cells of a row into an inventory line, each distinct text being read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from nrdesk.core.exchange import names
from nrdesk.core.exchange.columns import AGE, BRAND_MODEL, ColumnMapping
from nrdesk.core.inventory import brands, lists
from nrdesk.core.inventory.categories import recognise
from nrdesk.core.inventory.fields import FIELD, FIELDS, keep
from nrdesk.core.model import Equipment, Origin
from nrdesk.core.written import dates as written_dates
from nrdesk.core.written.values import Unreadable, is_nothing
from nrdesk.core.written.words import line, normal

_LEVELS = " > "
"""What GLPI writes between a place and the places inside it."""
_ROOTS = frozenset(("entite racine", "root entity"))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one text gives: attributes, and why it was not understood, if so."""

    attributes: Mapping[str, object]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _ColumnReader:
    """How the cells of one column are read; what was read once is not read again."""

    field: str
    """Field under which a text that is not understood is kept."""
    index: int
    read: Callable[[str], Mapping[str, object]]
    known: dict[str, _Reading]

    def reading(self, text: str) -> _Reading:
        """Return what a text gives."""
        if (found := self.known.get(text)) is None:
            try:
                found = _Reading(self.read(text))
            except Unreadable as unreadable:
                found = _Reading(self.read(""), unreadable.reason)
            self.known[text] = found
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """An inventory line as a row says it."""

    attributes: dict[str, object]
    """Attributes of `Equipment`."""
    problems: dict[str, str]
    """Why each text kept in `unread` was not understood, by field."""
    named: bool
    """Whether something tells what the appliance is."""

    def record(self) -> Equipment:
        """Return the line as a record."""
        return Equipment(**self.attributes)  # type: ignore[arg-type]


class LineBuilder:
    """Reads the rows of one file."""

    def __init__(
        self, mapping: ColumnMapping, campaign_id: str, *, exact: bool, interchanged: bool = False
    ) -> None:
        """Prepare the reading of the columns.

        Args:
            mapping: what each column is.
            campaign_id: the campaign that the lines will belong to.
            exact: whether the file is our own export, where nothing must be deduced: what is blank is so.
            interchanged: whether it has a format that wants a name and a model on every line.
        """
        by_field = mapping.by_field
        self._blank: dict[str, object] = {"campaign_id": campaign_id, "origin": Origin.IMPORTED}
        self._category = by_field.pop("category", None)
        self.exact = exact
        self._columns = [_column_reader(field, index) for field, index in by_field.items()]
        if interchanged:
            self._columns = [_without_stopgaps(column) for column in self._columns]
        self._categories: dict[tuple[str, object, object], str | None] = {}

    def build(self, cells: Sequence[str]) -> Line:
        """Return the line that the cells of a row say."""
        attributes, unread, problems = dict(self._blank), {}, {}
        for column in self._columns:
            text = cells[column.index]
            reading = column.known.get(text) or column.reading(text)
            attributes.update(reading.attributes)
            if reading.problem:
                unread[column.field] = text
                problems[column.field] = reading.problem
        written = cells[self._category] if self._category is not None else ""
        attributes["category"] = category = self._recognised(written, attributes)
        told = not is_nothing(written)
        if told and not category:
            unread["category"] = written
        if not self.exact:
            _split_place(attributes)
        attributes["unread"] = keep(unread)
        named = bool(told or category or attributes.get("brand") or attributes.get("model"))
        return Line(attributes, problems, named)

    def _recognised(self, written: str, attributes: Mapping[str, object]) -> str | None:
        """Return the category of a line, from what is written, then from its model, then from its name."""
        brand, model = attributes.get("brand", ""), attributes.get("model", "")
        key = (written, brand, model)
        if key not in self._categories:
            self._categories[key] = lists.named_category(written) or (
                recognise(written) if self.exact else recognise(written, f"{brand} {model}")
            )
        category = self._categories[key]
        if category or self.exact or written or brand or model:
            return category
        return recognise(str(attributes.get("number", "")))


def _column_reader(field: str, index: int) -> _ColumnReader:
    """Return the reader of a column given to a field or to a joint target."""
    if field == BRAND_MODEL:
        return _ColumnReader("model", index, _read_brand_model, {})
    if field == AGE:
        return _ColumnReader("purchased", index, _read_age, {})
    return _ColumnReader(field, index, FIELD[field].read, {})


def _without_stopgaps(column: _ColumnReader) -> _ColumnReader:
    """Return a reader for which what `names` writes where a format wants a word is nothing."""
    if column.field not in ("number", "model"):
        return column
    return replace(column, read=lambda text: column.read("" if names.is_stopgap(text) else text))


def _read_brand_model(text: str) -> Mapping[str, object]:
    brand, model = brands.split(text)
    return {"brand": brand, "model": model}


def _read_age(text: str) -> Mapping[str, object]:
    """Return the purchase date of an appliance whose age is written, in years."""
    bare = text.strip()
    date, uncertain = written_dates.read(f"{bare} ans" if bare.replace(",", "").isdecimal() else bare)
    return {"purchased": date, "purchased_uncertain": uncertain}


def _split_place(attributes: dict[str, object]) -> None:
    """Cut "Mairie > Accueil" into a site and a service, when no service is written."""
    site = attributes.get("site")
    if not isinstance(site, str) or ">" not in site or attributes.get("service"):
        return
    levels = [line(level) for level in site.split(">")]
    levels = levels[1:] if len(levels) > 1 and normal(levels[0]) in _ROOTS else levels
    attributes["site"], attributes["service"] = levels[0], _LEVELS.join(levels[1:])


def is_our_export(headers: Sequence[str]) -> bool:
    """Return whether a file has all the titles that nrdesk writes."""
    return {field.label for field in FIELDS if not field.later} <= set(headers)
