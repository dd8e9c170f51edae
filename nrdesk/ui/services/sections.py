"""The services and the web sites of a campaign: their lists, each line with what it weighs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nrdesk.core.fields.services import QUANTITY, WEB_SITE, service_use
from nrdesk.core.footprint.services import ServiceLine, ServicesResult
from nrdesk.core.formatting import NBSP, mass, trimmed
from nrdesk.core.model import Record, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceSet
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.services.verdict import Verdict
from nrdesk.ui.session import Session

Explain = Callable[[ServiceLine], object]


class FiguredSection(RecordSection):
    """A section whose lines say what they weigh, in the list and under the form."""

    _figures: Mapping[str, ServiceLine]

    def _add_verdict(self, explain: Explain) -> None:
        """Put the verdict under the form: the last thing that the making of a section does."""
        self._figures = {}
        self.verdict = Verdict(explain)
        self.add(self.verdict)
        self.selected.connect(lambda _: self._show_current())

    def show_result(self, result: ServicesResult) -> None:
        """Show what the document holds, with these figures."""
        self._figures = {line.id: line for line in result.lines}
        self.refresh()
        self._show_current()

    def _show_current(self) -> None:
        self.verdict.show_line(self._figures.get(self.current_id or ""))

    def _title(self, record: Record) -> str:
        line = self._figures.get(record.id)
        return line.name if line else super()._title(record)

    def _line_of(self, record: Record) -> Line:
        line = self._figures.get(record.id)
        return Line(record.id, self._title(record), _details(line) if line else "")


class ServicesSection(FiguredSection):
    """The services used in the year."""

    def __init__(
        self, session: Session, services: ServiceSet, explain: Explain, *, locked: bool = False
    ) -> None:
        """Make the card.

        Args:
            session: the open document; the campaign is the one shown.
            services: the kinds to choose from.
            explain: called with a line whose figure has to be explained.
            locked: whether the campaign is frozen.
        """
        super().__init__(
            session,
            ServiceUse,
            service_use(services),
            title="Vos services",
            columns=("service", "quantity"),
            add_label="Ajouter un service",
            noun="un service",
            empty="Rien pour l’instant. Commencez par les boîtes aux lettres ou les pages imprimées.",
            where={"campaign_id": session.campaign.id},
            places={"services": ""},
            help="Un service par ligne, en quantités de l’année. Une facture suffit souvent.",
            locked=locked,
        )
        self._kinds = services.kinds
        self._add_verdict(explain)

    def add_kind(self, kind: str) -> None:
        """Add a service of a kind and go to its quantity."""
        campaign = self._session.campaign.id
        label = self._kinds[kind].label
        self._put(ServiceUse(campaign_id=campaign, service=kind), f"Ajouter un service ({label})")
        self.form.focus_field("quantity")

    def _show_current(self) -> None:
        super()._show_current()
        line = self._figures.get(self.current_id or "")
        kind = line.kind if line else None
        self.form.describe("quantity", kind.help if kind else QUANTITY, kind.unit_text if kind else "")


class WebSitesSection(FiguredSection):
    """The web sites of the collectivité."""

    def __init__(self, session: Session, explain: Explain, *, locked: bool = False) -> None:
        """Make the card (see `ServicesSection`)."""
        super().__init__(
            session,
            WebSite,
            WEB_SITE,
            title="Vos sites web",
            columns=("name", "yearly_views"),
            add_label="Ajouter un site",
            noun="un site",
            empty="Le site de la mairie d’abord\u00a0: demandez ses chiffres à votre prestataire.",
            where={"campaign_id": session.campaign.id},
            places={"web_sites": ""},
            help=(
                "Sont comptés le réseau, la box du visiteur et le centre de données. Pas l’ordinateur ni le "
                "téléphone du visiteur, qui ne sont pas à vous."
            ),
            locked=locked,
        )
        self._add_verdict(explain)


def _details(line: ServiceLine) -> str:
    """Return "12 boîtes aux lettres · 1,2 kg éq. CO₂" or "EcoIndex 62 sur 100 · non compté"."""
    parts = []
    record = line.record
    if isinstance(record, WebSite):
        if record.ecoindex is not None:
            parts.append(f"EcoIndex {trimmed(record.ecoindex, 0)} sur{NBSP}100")
    elif line.kind and record.quantity is not None:
        parts.append(f"{trimmed(record.quantity)} {line.kind.unit_text}")
    if line.value is None:
        parts.append("non compté")
    elif line.elsewhere:
        parts.append("déjà compté ailleurs")
    else:
        parts.append(mass(line.value, *line.spread.range()))
    return " · ".join(parts)
