"""The places where appliances are: what each is, who is there, how long its appliances are on."""

from __future__ import annotations

from nrdesk.core.errors import UserError
from nrdesk.core.fields.assessment import SITE
from nrdesk.core.formatting import NBSP, count, number, trimmed
from nrdesk.core.inventory.sites import Place, places, proposed
from nrdesk.core.model import Site
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step04_assessment.folded import FoldedSection
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

PLACE = "sites"
"""Name under which other pages lead here."""
_NAMED = 4
"""Places of the inventory that the button names."""


class SitesCard(RecordSection):
    """A list of places, which the inventory fills in as a start."""

    def __init__(self, session: Session) -> None:
        self._found: tuple[Place, ...] = ()
        super().__init__(
            session,
            Site,
            SITE,
            title="Les lieux",
            columns=("name", "kind", "users"),
            add_label="Ajouter un lieu",
            noun="un lieu",
            empty="Un lieu donne l’usage de ses appareils : une école n’est pas ouverte comme une mairie.",
            essential=False,
            places={PLACE: ""},
        )
        self.take_button = button("Reprendre les lieux de l’inventaire", "plus", on_click=self.take)
        self._missing = text.muted("")
        self._here = text.muted("", terms=True)
        # Under the title, above the list.
        self._take_row = flow(self.take_button)
        self.body.insertWidget(1, self._take_row)
        self.body.insertWidget(2, self._missing)
        self.add(self._here)
        self.selected.connect(self._tell)

    def refresh(self) -> None:
        """Show what the document holds."""
        super().refresh()
        sites = self._session.document.all(Site)
        self._found = places(sites, self._session.assessment().equipment)
        unknown = [place for place in self._found if place.site is None]
        self._take_row.setVisible(bool(unknown))
        self.take_button.setEnabled(not self._session.document.read_only)
        self._missing.setVisible(bool(unknown))
        self._missing.setText(text.tied(_missing(unknown)))
        self._tell(self.current_id)

    def summary(self) -> str:
        """Return what is described and what is not, in a line."""
        described = sum(place.site is not None for place in self._found)
        left = len(self._found) - described
        if not self._found:
            return "Mairie, écoles, ateliers : pour l’empreinte par lieu et l’usage des appareils."
        told = count(described, "lieu décrit", "lieux décrits") if described else ""
        waiting = (
            count(left, "lieu de l’inventaire à décrire", "lieux de l’inventaire à décrire") if left else ""
        )
        return f"{', '.join(filter(None, (told, waiting)))}."

    def take(self) -> None:
        """Describe, to begin with, every place that only the inventory names."""
        sites = proposed(self._found)
        try:
            with self._session.act(f"Reprendre {count(len(sites), 'lieu', 'lieux')} de l’inventaire") as tx:
                tx.add_all(sites)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        if sites:
            self.select(sites[0].id)
            self.form.focus_field("kind")
        said = f"{count(len(sites), 'lieu repris', 'lieux repris')}{NBSP}: vérifiez leur genre et leur usage."
        say_undoable(self, self._session, said)

    def _tell(self, site_id: str | None) -> None:
        """Say what the inventory holds in the place shown."""
        here = next((place for place in self._found if place.site and place.site.id == site_id), None)
        self._here.setVisible(here is not None)
        if here is not None:
            self._here.setText(_here(here))


def folded_sites(session: Session) -> FoldedSection:
    """Return the card folded under its title, with what there is in a line."""
    card = SitesCard(session)
    return FoldedSection("Les lieux", card, (PLACE,), card.summary)


def _missing(unknown: list[Place]) -> str:
    names = [place.name for place in unknown[:_NAMED]]
    if more := len(unknown) - len(names):
        names.append(count(more, "autre", "autres"))
    return f"L’inventaire en nomme d’autres : {', '.join(names)}."


def _here(place: Place) -> str:
    if not place.quantity:
        return "Aucune ligne de l’inventaire ne porte ce nom."
    told = (
        f"{count(place.quantity, 'appareil')} de l’inventaire {'est' if place.quantity < 2 else 'sont'} ici"
    )
    per_user = place.per_user
    if per_user is None:
        return f"{told}."
    each = trimmed(per_user, 1) if per_user < 10 else number(per_user)
    return f"{told}, soit {each} par personne."
