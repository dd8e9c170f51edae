"""The fields of an inventory line, declared once: the grid, the import and the XLSX export all read this.

A field knows how a person reads it (`label`, `help`), which column titles mean it (`synonyms`), how to
read what a person writes and how to write it back: reading what was shown gives the same attributes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from nrdesk.core.dates import short
from nrdesk.core.inventory import lists
from nrdesk.core.inventory.estimation import made_real
from nrdesk.core.inventory.headers import TITLES
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus, ExitRoute
from nrdesk.core.written import dates as written_dates
from nrdesk.core.written import values
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import paragraphs, plain_line, quoted

Changes = Mapping[str, object]


def _no_choice() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class InventoryField:
    """One column of the inventory."""

    name: str
    """Name of the attribute of `Equipment` that the column mainly carries."""
    label: str
    """Column title on screen and in the XLSX export."""
    help: str
    """What to write there, in one or two sentences."""
    read: Callable[[str], Changes]
    """Text of a cell -> attributes to change; raises `Unreadable`. The empty text is always readable."""
    show: Callable[[Equipment], str]
    """Text of the cell; `read(show(e))` gives back the attributes of `e`."""
    numeric: bool = False
    """Whether the cell is aligned to the right and sorted as a number."""
    essential: bool = False
    """Whether it is shown in the short form for small collectivités."""
    list_choices: Callable[[], tuple[str, ...]] = _no_choice
    later: bool = False
    """Whether the first versions of nrdesk did not have it: their exports are ours all the same."""

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Column titles of other people's files, as `words.normal` writes them, the surest first."""
        return TITLES[self.name]

    @property
    def choices(self) -> tuple[str, ...]:
        """The texts to choose from, empty when the cell is free."""
        return self.list_choices()


def _line_of(name: str, text: str) -> Changes:
    return {name: plain_line(text)}


def _text_field(
    name: str, label: str, help: str, *, essential: bool = False, later: bool = False
) -> InventoryField:
    """Return a field that keeps one line of text as it is."""
    read = partial(_line_of, name)
    return InventoryField(name, label, help, read, attrgetter(name), essential=essential, later=later)


def _read_purchased(text: str) -> Changes:
    date, uncertain = written_dates.read(text)
    return {"purchased": date, "purchased_uncertain": uncertain}


def _show_purchased(record: Equipment) -> str:
    text = short(record.purchased) if record.purchased else ""
    return f"{text} ?".lstrip() if record.purchased_uncertain else text


def _read_warranty(text: str) -> Changes:
    if values.is_duration(text):
        # Read as a date, "3 ans" would be an age: the warranty would have ended three years ago.
        raise Unreadable(f"{quoted(text.strip())} est une durée\u00a0: écrivez la date de fin de la garantie")
    return {"warranty_until": written_dates.read(text).partial}


def _show_date(name: str, record: Equipment) -> str:
    date: str | None = getattr(record, name)
    return short(date) if date else ""


FIELDS: tuple[InventoryField, ...] = (
    _text_field(
        "number",
        "N°",
        "Votre numéro d’inventaire, tel que vous l’écrivez sur l’étiquette.",
        essential=True,
    ),
    InventoryField(
        "category",
        "Catégorie",
        "Le genre d’appareil, à choisir dans la liste\u00a0: c’est lui qui donne le facteur d’empreinte.",
        lambda text: {"category": lists.category(text)},
        lambda record: lists.category_label(record.category),
        essential=True,
        list_choices=lists.category_labels,
    ),
    _text_field(
        "brand",
        "Marque",
        "Le fabricant, par exemple Dell.",
        essential=True,
    ),
    _text_field(
        "model",
        "Modèle",
        "Le modèle, par exemple Latitude 5490\u00a0: il aide à reconnaître la catégorie.",
        essential=True,
    ),
    _text_field(
        "site",
        "Lieu",
        "Le bâtiment\u00a0: mairie, école, médiathèque…",
        essential=True,
    ),
    _text_field(
        "service",
        "Service",
        "Le service, le bureau ou la classe qui s’en sert.",
    ),
    _text_field(
        "assigned_to",
        "Affecté à (fonction)",
        "La fonction ou le poste, par exemple accueil ou comptabilité\u00a0: aucun nom n’est utile.",
        later=True,
    ),
    InventoryField(
        "quantity",
        "Quantité",
        "Le nombre d’appareils identiques sur cette ligne.",
        lambda text: {"quantity": values.quantity(text)},
        lambda record: values.written(record.quantity),
        numeric=True,
        essential=True,
    ),
    InventoryField(
        "purchased",
        "Date d’achat",
        "Ce que vous en savez\u00a0: 05/03/2018, 03/2018, 2018, ou «\u00a02018\u00a0?\u00a0» dans le doute.",
        _read_purchased,
        _show_purchased,
        essential=True,
    ),
    InventoryField(
        "acquisition",
        "Acquisition",
        "Neuf, reconditionné, don ou location.",
        lambda text: {"acquisition": values.acquisition(text)},
        lambda record: record.acquisition.label,
        list_choices=lambda: tuple(choice.label for choice in Acquisition if choice.label),
    ),
    InventoryField(
        "price",
        "Prix unitaire HT (€)",
        "Le prix d’un appareil, hors taxes.",
        lambda text: {"price": values.price(text)},
        lambda record: values.written(record.price),
        numeric=True,
    ),
    _text_field(
        "supplier",
        "Fournisseur",
        "Qui l’a vendu ou loué\u00a0: revendeur, groupement d’achat, loueur.",
        later=True,
    ),
    _text_field(
        "provided_by",
        "Fourni par",
        "L’autre collectivité à qui il appartient, par exemple votre intercommunalité\u00a0: une "
        "consolidation le compte chez elle. Vide s’il est à vous.",
        later=True,
    ),
    InventoryField(
        "warranty_until",
        "Garantie jusqu’au",
        "La fin de la garantie\u00a0: 05/03/2027, 03/2027 ou 2027.",
        _read_warranty,
        partial(_show_date, "warranty_until"),
        later=True,
    ),
    InventoryField(
        "status",
        "État",
        "En service, en réserve, hors service ou sorti du parc.",
        lambda text: {"status": values.status(text)},
        lambda record: record.status.label,
        list_choices=lambda: tuple(choice.label for choice in EquipmentStatus),
    ),
    InventoryField(
        "lifetime_years",
        "Durée de vie prévue (ans)",
        "Le nombre d’années pendant lequel vous comptez garder l’appareil, depuis son achat.",
        lambda text: {"lifetime_years": values.lifetime(text)},
        lambda record: values.written(record.lifetime_years),
        numeric=True,
    ),
    InventoryField(
        "annual_kwh",
        "kWh mesurés par an",
        "L’électricité mesurée pour un appareil, en kWh par an. Laissez vide si vous ne l’avez pas mesurée.",
        lambda text: {"annual_kwh": values.energy(text)},
        lambda record: values.written(record.annual_kwh),
        numeric=True,
    ),
    InventoryField(
        "usage_profile",
        "Profil d’usage",
        "Où l’appareil sert (bureau, école, jour et nuit…), pour estimer son électricité.",
        lambda text: {"usage_profile": lists.usage_profile(text)},
        lambda record: lists.usage_profile_label(record.usage_profile),
        list_choices=lists.usage_profile_labels,
    ),
    _text_field(
        "operating_system",
        "Système",
        "Le système d’exploitation, par exemple Windows 11.",
    ),
    _text_field(
        "serial_number",
        "N° de série",
        "Le numéro de série du fabricant\u00a0: il évite de compter deux fois le même appareil.",
    ),
    InventoryField(
        "retired",
        "Sorti le",
        "La date à laquelle l’appareil a quitté le parc.",
        lambda text: {"retired": written_dates.read(text).partial},
        partial(_show_date, "retired"),
    ),
    InventoryField(
        "exit_route",
        "Devenir",
        "Ce qu’est devenu un appareil sorti du parc\u00a0: réemploi, don, vente, déchet…",
        lambda text: {"exit_route": values.exit_route(text)},
        lambda record: record.exit_route.label,
        list_choices=lambda: tuple(choice.label for choice in ExitRoute if choice.label),
        later=True,
    ),
    _text_field(
        "recipient",
        "Remis à",
        "Qui a reçu l’appareil sorti du parc\u00a0: une école, une association, une filière de recyclage.",
        later=True,
    ),
    InventoryField(
        "comment",
        "Commentaire",
        "Tout ce qu’il faut se rappeler.",
        lambda text: {"comment": paragraphs(text)},
        lambda record: record.comment,
    ),
)
"""The columns of the inventory, in the order of the grid and of the export."""

FIELD: Mapping[str, InventoryField] = {field.name: field for field in FIELDS}
"""The same by name."""


def text(record: Equipment, field_name: str) -> str:
    """Return what the cell shows: what was written when it could not be understood, else the value."""
    if record.unread and (kept := record.unread_texts().get(field_name)) is not None:
        return kept
    return FIELD[field_name].show(record)


def changes(record: Equipment, field_name: str, text: str) -> dict[str, object]:
    """Return the attributes to change so that a cell says `text` (see `all_changes`)."""
    return all_changes(record, {field_name: text})


def all_changes(record: Equipment, texts: Mapping[str, str]) -> dict[str, object]:
    """Return the attributes to change so that cells say these texts, by name of field.

    A text that cannot be understood empties the attribute and is kept in `Equipment.unread`, where it
    waits to be corrected; nothing that was typed is lost.
    """
    changed: dict[str, object] = {}
    unread = record.unread_texts()
    for name, text in texts.items():
        field = FIELD[name]
        try:
            changed.update(field.read(text))
            unread.pop(name, None)
        except Unreadable:
            changed.update(field.read(""))
            unread[name] = text
        changed = {**made_real(record, name), **changed}
    changed["unread"] = keep(unread)
    return changed


def keep(unread: Mapping[str, str]) -> str:
    """Return the value of `Equipment.unread` for these texts, by field name."""
    return json.dumps(unread, ensure_ascii=False, sort_keys=True) if unread else ""


def problem(record: Equipment, field_name: str) -> str | None:
    """Return why the text of a cell was not understood, in French, or None when all is well."""
    if not record.unread or (kept := record.unread_texts().get(field_name)) is None:
        return None
    try:
        FIELD[field_name].read(kept)
    except Unreadable as unreadable:
        return unreadable.reason
    return None
