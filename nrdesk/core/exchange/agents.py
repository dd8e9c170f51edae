"""Inventories that agents leave on a machine (GLPI Agent, FusionInventory, OCS): one file, one computer.

JSON and XML say the same things under the same names, in small or capital letters: the XML is read into
the same nested mappings as the JSON. Names of persons are left where they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.archives import suspicious
from nrdesk.core.exchange.files import refusal
from nrdesk.core.exchange.source import SourceRow, Table
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import line, listed, normal, quoted

_MOST_BYTES = 30_000_000
_TITLES = ("Nom", "Type", "Fabricant", "Modèle", "N° de série", "Système", "Quantité", "Durée de vie")
_PANEL_MAKERS = listed(
    """
        sharp, lg display, lgd, auo, au optronics, boe, cmn, chi mei, chimei, innolux, csot,
        infovision, ivo, panda, samsung display
        """
)
"""Makers of the panels built in laptops, that agents list among the screens."""
_VIRTUAL_PRINTERS = frozenset(
    listed("pdf, xps, onenote, fax, document writer, nul, portprompt, shrfax, file")
)
_NETWORK_TYPES = {
    "printer": "Imprimante",
    "networking": "Équipement réseau",
    "storage": "Stockage réseau",
    "phone": "Téléphone fixe",
    "video": "Caméra",
    "power": "Onduleur",
}


def read_json(path: Path) -> Table:
    """Return the appliances of a JSON inventory.

    Raises:
        UserError: it is not JSON, or not an inventory.
    """
    try:
        document = json.loads(_content(path))
    except (ValueError, RecursionError) as error:
        raise refusal(
            f"{quoted(path.name)} n’est pas un fichier JSON lisible{NBSP}: il est abîmé ou incomplet."
        ) from error
    machines = document if isinstance(document, list) else [document]
    rows = [row for machine in machines if isinstance(machine, dict) for row in _appliances(machine)]
    return _table(path, rows)


def read_xml(path: Path) -> Table:
    """Return the appliances of an XML inventory.

    Raises:
        UserError: it is not XML, it declares entities, or it is not an inventory.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(_content(path), forbid_dtd=True)
    except DefusedXmlException as error:
        raise suspicious(path) from error
    except (ParseError, ValueError, LookupError) as error:
        raise refusal(
            f"{quoted(path.name)} n’est pas un fichier XML lisible{NBSP}: il est abîmé ou incomplet."
        ) from error
    content = next((child for child in root if child.tag.lower() == "content"), None)
    if root.tag.lower() != "request" or content is None:
        raise _not_an_agent(path)
    machine: dict[str, list[dict[str, str]]] = {}
    for section in content:
        values = {item.tag.lower(): item.text or "" for item in section}
        machine.setdefault(section.tag.lower(), []).append(values)
    return _table(path, list(_appliances({"content": machine})))


def _content(path: Path) -> bytes:
    """Return the bytes of a file that is not too large for an inventory of one machine."""
    if path.stat().st_size > _MOST_BYTES:
        raise refusal(f"{quoted(path.name)} est trop gros pour l’inventaire d’un poste.")
    return path.read_bytes()


def _table(path: Path, rows: Sequence[tuple[tuple[str, ...], str]]) -> Table:
    """Return rows under their titles."""
    if not rows:
        raise _not_an_agent(path)
    numbered = [SourceRow(number, cells, skip) for number, (cells, skip) in enumerate(rows, 1)]
    return Table([SourceRow(0, _TITLES), *numbered])


def _not_an_agent(path: Path) -> UserError:
    """Return the error of a file that describes no machine."""
    return refusal(
        f"{quoted(path.name)} n’est pas un inventaire{NBSP}: aucun appareil n’y est décrit.",
        "Choisissez le fichier qu’a produit GLPI Agent, FusionInventory, OCS ou EcoDiag.",
    )


def _appliances(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (cells, why the row is set aside) for each appliance that a document describes."""
    content = document.get("content")
    if isinstance(document.get("devices"), list):
        yield from _ecodiag(document["devices"])
    if not isinstance(content, dict):
        return
    if device := _one(content, "network_device"):
        kind = _NETWORK_TYPES.get(normal(_text(device, "type")), _text(device, "type"))
        yield _cells(device, kind, "name", "manufacturer", "model", "serial"), ""
    hardware, bios = _one(content, "hardware"), _one(content, "bios")
    if not hardware and not bios:
        return
    chassis = _text(hardware, "chassis_type") or _text(bios, "type")
    yield _computer(content, hardware, bios, chassis)
    for screen in _several(content, "monitors"):
        yield _screen(
            screen, portable=normal(chassis) in ("laptop", "notebook", "sub notebook", "convertible")
        )
    for printer in _several(content, "printers"):
        yield _printer(printer)


def _computer(
    content: Mapping[str, Any], hardware: Mapping[str, Any], bios: Mapping[str, Any], chassis: str
) -> tuple[tuple[str, ...], str]:
    """Return the row of the computer itself."""
    system = _text(_one(content, "operatingsystem"), "full_name") or _text(hardware, "osname")
    cells = (
        _text(hardware, "name"),
        chassis or "Ordinateur",
        _text(bios, "smanufacturer") or _text(bios, "mmanufacturer"),
        _text(bios, "smodel") or _text(bios, "mmodel"),
        _text(bios, "ssn") or _text(bios, "msn"),
        system,
        "",
        "",
    )
    machine = normal(_text(hardware, "vmsystem"))
    virtual = machine not in ("", "physical")
    return cells, f"machine virtuelle{NBSP}: elle n’a pas de matériel propre" if virtual else ""


def _screen(screen: Mapping[str, Any], *, portable: bool) -> tuple[tuple[str, ...], str]:
    """Return the row of a screen; the panel of a laptop is part of the laptop."""
    maker = normal(_text(screen, "manufacturer"))
    built_in = portable and maker.startswith(_PANEL_MAKERS)
    cells = _cells(screen, "Écran", "", "manufacturer", "caption", "serial")
    return cells, "dalle intégrée à l’ordinateur portable" if built_in else ""


def _printer(printer: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return the row of a printer; without its serial number, every computer would count it again."""
    cells = _cells(printer, "Imprimante", "", "manufacturer", "driver", "serial")
    said = f"{_text(printer, 'name')} {_text(printer, 'driver')} {_text(printer, 'port')}"
    words = normal(said)
    if any(word in words.split() or (" " in word and word in words) for word in _VIRTUAL_PRINTERS):
        return cells, "imprimante virtuelle"
    if not _text(printer, "serial"):
        return cells, f"imprimante sans n° de série{NBSP}: chaque poste la compterait une fois de plus"
    return cells, ""


def _ecodiag(devices: Sequence[Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the rows of an EcoDiag list: {"laptop/precision_5xxx": {"nb": 2, "lifetime": 7}}."""
    for device in devices:
        for name, said in device.items() if isinstance(device, dict) else ():
            kind, _, model = str(name).replace("_", " ").partition("/")
            said = said if isinstance(said, dict) else {"nb": said}
            yield ("", kind, "", model, "", "", _text(said, "nb"), _text(said, "lifetime")), ""


def _cells(
    item: Mapping[str, Any], kind: str, name: str, brand: str, model: str, serial: str
) -> tuple[str, ...]:
    """Return the row of an appliance from the names of its entries."""
    return _text(item, name), kind, _text(item, brand), _text(item, model), _text(item, serial), "", "", ""


def _one(content: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    """Return the only item of a section."""
    return next(iter(_several(content, section)), {})


def _several(content: Mapping[str, Any], section: str) -> list[Mapping[str, Any]]:
    """Return the items of a section."""
    items = content.get(section)
    return [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]


def _text(item: Mapping[str, Any], name: str) -> str:
    """Return an entry as a line of text."""
    value = item.get(name)
    return line(str(value)) if isinstance(value, (str, int, float)) else ""
