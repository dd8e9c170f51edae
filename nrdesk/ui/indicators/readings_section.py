"""What hangs from an indicator: its dated readings, and the steps on the way to its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from nrdesk.core import dates
from nrdesk.core.ambition import value_text
from nrdesk.core.fields import Field
from nrdesk.core.fields.review import READING, TARGET_STEP
from nrdesk.core.model import Indicator, Reading, Record, TargetStep
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.session import Session


class _DatedSection(RecordSection):
    """Records of one indicator, by their date; hidden while none is chosen."""

    _date: str

    def __init__(
        self,
        session: Session,
        kind: type[Record],
        fields: Sequence[Field],
        **options: Any,  # noqa: ANN401 -- those of the section
    ) -> None:
        super().__init__(session, kind, fields, **options)
        # A copy would bear the date of its model: one adds, and types.
        self._duplicate.hide()
        self.list.keys.pop("Ctrl+Shift+D", None)
        self.indicator: Indicator | None = None

    def follow(self, indicator: Indicator | None) -> None:
        """Show what hangs from another indicator."""
        self.indicator = indicator
        if indicator:
            self.share(indicator_id=indicator.id)
        self.refresh()

    def refresh(self) -> None:
        if self.indicator is None:
            self.form.show_record(None)
            self.hide()
            return
        super().refresh()
        self.setHidden(False)

    def _records(self) -> list[Any]:
        """Return them, the latest first; one without a date is being typed: it comes before."""
        found = super()._records()
        return sorted(found, key=self._when, reverse=True)

    def _when(self, record: Record) -> tuple[dt.date, str]:
        date: str | None = getattr(record, self._date)
        return (dates.last_day(date) if date else dt.date.max, record.id)

    def _title(self, record: Record) -> str:
        date: str | None = getattr(record, self._date)
        return dates.partial_in_letters(date) if date else "(sans date)"

    def _text(self, value: float | None) -> str:
        unit = self.indicator.unit if self.indicator else ""
        return value_text(value, unit) or "valeur à saisir"


class ReadingsSection(_DatedSection):
    """The readings of an indicator, the latest first."""

    _date = "read_on"

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Reading,
            READING,
            title="Les relevés",
            columns=("read_on",),
            add_label="Ajouter un relevé",
            noun="un relevé",
            empty="Aucun relevé. Saisissez une date et une valeur\u00a0: deux suffisent pour voir bouger.",
            defaults=lambda: {"read_on": dt.date.today().isoformat()},
            places={"readings": ""},
        )

    def _put(self, record: Record, label: str) -> None:
        super()._put(record, label)
        # Today is there already: the value is what one comes to type.
        self.form.focus_field("value")

    def _line_of(self, record: Record) -> Line:
        assert isinstance(record, Reading)
        who = "calculé par nrdesk" if record.computed else record.source
        details = " · ".join(filter(None, (self._text(record.value), who, record.comment)))
        return Line(record.id, self._title(record), details)


class StepsSection(_DatedSection):
    """The values to reach on the way to the target."""

    _date = "due"

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            TargetStep,
            TARGET_STEP,
            title="Les étapes vers la cible",
            columns=("due",),
            add_label="Ajouter une étape",
            noun="une étape",
            empty="Sans étape, le chemin va droit du départ à la cible.",
            places={"target_steps": ""},
        )

    def _line_of(self, record: Record) -> Line:
        assert isinstance(record, TargetStep)
        return Line(record.id, self._title(record), self._text(record.value))
