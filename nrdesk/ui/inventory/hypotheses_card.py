"""The hypotheses of the calculation that the collectivité may change, one category at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox

from nrdesk.core.assessment import hypotheses
from nrdesk.core.assessment.hypotheses import Hypothesis
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.field import amount, listed
from nrdesk.core.formatting import NBSP, count, trimmed
from nrdesk.core.model.factors import UsageProfile
from nrdesk.ui.errors import show_error
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import row

_PUBLISHED = "published"
"""Stands on screen for no profile: the kWh as they are published."""


_FROZEN = "Campagne figée\u00a0: ses hypothèses ne changent plus."


class HypothesesCard(Card):
    """A category to choose, and what is assumed of it; an emptied field goes back to the usual value."""

    def __init__(self, session: Session, profiles: Mapping[str, UsageProfile]) -> None:
        """Make a folded card; `profiles` are the usage profiles to choose from."""
        super().__init__()
        self._session = session
        self.setAccessibleName("Hypothèses de calcul")
        self._known: dict[str, Hypothesis] = {}
        self.fold = Fold("Hypothèses de calcul", opened=False, role="heading")
        self._changed = text.muted("")
        self.fold.add_summary(self._changed)
        self.category = QComboBox()
        self.category.activated.connect(self._show_category)
        form = Form(columns=2)
        form.add_row("Catégorie", self.category, help="Celles de votre parc d’abord.", wide=True)
        self._edits = {
            field.name: FieldEdit(session, form, field, self._writer(field)) for field in _fields(profiles)
        }
        self._back = button("Revenir aux valeurs d’origine", "undo-2", on_click=self._reset)
        self.fold.add(form)
        self.fold.add(row(self._back))
        self._form = form
        self.add(self.fold)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = hypotheses.hypotheses(self._session.assessment())
        chosen = self.category.currentData()
        self._known = {each.category: each for each in found}
        self.category.clear()
        for each in found:
            number = f" ({count(each.quantity, 'appareil')})" if each.quantity else ""
            self.category.addItem(f"{each.label}{number}", each.category)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))
        self._changed.setText(
            _FROZEN if self._session.campaign.frozen else _summary([each for each in found if each.changed])
        )
        self._form.setEnabled(not self._locked)
        self._show_category()

    @property
    def _locked(self) -> bool:
        return self._session.campaign.frozen or self._session.document.read_only

    def _show_category(self) -> None:
        each = self._known[self.category.currentData()]
        key = f"hypothesis:{each.category}"
        self._edits["lifetime"].show(key, trimmed(each.lifetime) if each.lifetime else "")
        self._edits["refurbished"].show(key, trimmed(each.refurbished * 100))
        profile = self._edits["profile"]
        profile.show(key, profile.field.show(each.profile or _PUBLISHED))
        self._back.setEnabled(bool(each.changed) and not self._locked)

    def _writer(self, field: Field) -> Callable[[Value], None]:
        def write(value: Value) -> None:
            category, document = self.category.currentData(), self._session.document
            number = float(value) if isinstance(value, int | float) else None
            if field.name == "lifetime":
                hypotheses.set_lifetime(document, category, number)
            elif field.name == "refurbished":
                hypotheses.set_refurbished(document, category, None if number is None else number / 100)
            else:
                chosen = "" if value == _PUBLISHED else str(value or "") or None
                hypotheses.set_profile(document, category, chosen)

        return write

    def _reset(self) -> None:
        each = self._known[self.category.currentData()]
        try:
            hypotheses.reset(self._session.document, each.category)
        except UserError as error:
            show_error(self, error)


def _fields(profiles: Mapping[str, UsageProfile]) -> tuple[Field, ...]:
    labels = {_PUBLISHED: "Consommation publiée (usage domestique)"}
    labels |= {profile.id: profile.label for profile in profiles.values()}
    back = "Vide\u00a0: la valeur d’origine."
    return (
        amount("lifetime", "Durée de vie", back, unit="ans", high=40),
        amount(
            "refurbished",
            "Part de la fabrication comptée pour un reconditionné",
            f"{back} Une hypothèse de nrdesk, à discuter.",
            unit="%",
            high=100,
        ),
        listed("profile", "Durée d’usage", labels, back),
    )


def _summary(changed: list[Hypothesis]) -> str:
    if not changed:
        return "Durées de vie, reconditionné, durées d’usage\u00a0: toutes aux valeurs d’origine."
    names = ", ".join(each.label for each in changed)
    return f"{count(len(changed), 'catégorie modifiée', 'catégories modifiées')}{NBSP}: {names}."
