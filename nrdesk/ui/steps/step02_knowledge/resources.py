"""The resource library, offline: search, filters, what was read, and links opened only on a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from nrdesk.core.formatting import count
from nrdesk.core.knowledge.resources import Wanted, find, publics
from nrdesk.core.model import ReadingStatus, ResourceReading
from nrdesk.core.reference import resources
from nrdesk.core.reference.resources import Resource
from nrdesk.core.written.words import normal
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step02_knowledge.resource_panel import ResourcePanel
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.form import FormRow
from nrdesk.ui.widgets.reveal import reveal

_ROOM = 640
"""Width from which the list stands beside the resource, in pixels for normal text."""
_FILTER = 152
"""Width of a filter: four stand on a line beside the guide."""
_NOTHING_SAID = "sans avis"


class LibraryCard(Card):
    """Every resource, and what the collectivité did of it."""

    def __init__(self, session: Session) -> None:
        super().__init__("Bibliothèque de ressources")
        self._session = session
        self._all = {resource.id: resource for resource in resources.load()}
        self._filters = FlowLayout()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Titre, éditeur, remarque…")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show_found())
        everything = self._all.values()
        self.type = self._choice("Type", {each.type: each.type for each in everything})
        self.audience = self._choice("Public", {each: each for each in publics(everything)})
        self.cost = self._choice("Coût", {each.cost: each.cost for each in everything})
        self.status = self._choice(
            "Votre avis", {status.label or _NOTHING_SAID: status for status in ReadingStatus}, in_order=True
        )
        self._count = text.muted("")
        self._reset = button("Tout revoir", kind="link", on_click=self._clear_filters)
        self._reset.setAccessibleName("Tout revoir\u00a0: effacer la recherche et les filtres")
        self.list = RecordList("Ressources")
        self.list.setAccessibleDescription("Flèches pour parcourir, Entrée pour donner votre avis")
        self.panel = ResourcePanel(session)
        self.list.chosen.connect(self._show_resource)
        self.list.keys["Return"] = self.list.keys["Enter"] = self.panel.focus_status
        self._body = Beside((self.list, 3), (self.panel, 4), room=_ROOM)
        self.add(
            text.muted(
                "nrdesk n’ouvre aucune page tout seul\u00a0: un lien ne s’ouvre que si vous cliquez dessus."
            )
        )
        self.add(FormRow("Chercher", self.search))
        self.add_layout(self._filters)
        self.add_row(self._count, 1, self._reset)
        self.add(self._body)

    def refresh(self) -> None:
        """Show what the document holds."""
        # A resource that leaves the filters while one fills it in stays until they change.
        self._show_found(kept=self.list.current_id)
        self._show_resource(self.list.current_id)

    def focus_field(self, name: str) -> bool:
        """Lead to the search; return whether the name is that of this card."""
        if name == "library":
            reveal(self.search)
        return name == "library"

    def _choice(self, label: str, values: dict[str, str], *, in_order: bool = False) -> QComboBox:
        """Add a filter: French words -> value; the first one lets everything through."""
        made = QComboBox()
        made.addItem("Tous", None)
        for words in values if in_order else sorted(values, key=normal):
            made.addItem(words, values[words])
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # The list is as wide as its words, the field as narrow as its place.
        made.view().setMinimumWidth(made.view().sizeHintForColumn(0) + theme.px(40))
        made.currentIndexChanged.connect(lambda _: self._show_found())
        row = FormRow(label, made)
        row.setFixedWidth(theme.px(_FILTER))
        self._filters.addWidget(row)
        return made

    def _wanted(self) -> Wanted:
        return Wanted(
            words=self.search.text(),
            type=self.type.currentData() or "",
            audience=self.audience.currentData() or "",
            cost=self.cost.currentData() or "",
            status=self.status.currentData(),
        )

    def _show_found(self, *, kept: str | None = None) -> None:
        readings = {each.resource: each for each in self._session.document.all(ResourceReading)}
        wanted = self._wanted()
        found = {resource.id for resource in find(tuple(self._all.values()), readings, wanted)} | {kept}
        shown = [resource for resource in self._all.values() if resource.id in found]
        self.list.show_lines([_line(resource, readings.get(resource.id)) for resource in shown])
        self._body.setVisible(bool(shown))
        self._reset.setVisible(wanted != Wanted())
        words = count(len(shown), "ressource") if shown else "Aucune ressource ne correspond à ces filtres."
        if words != self._count.text():
            self._count.setText(words)
            announce(self, words)

    def _show_resource(self, resource_id: str | None) -> None:
        self.panel.show_resource(self._all[resource_id] if resource_id else None)

    def _clear_filters(self) -> None:
        self.search.clear()
        for each in (self.type, self.audience, self.cost, self.status):
            each.setCurrentIndex(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(resource: Resource, reading: ResourceReading | None) -> Line:
    said = reading.status.label if reading else ""
    details = (said, resource.type, resource.publisher, resource.cost)
    return Line(resource.id, resource.title, " · ".join(filter(None, details)))
