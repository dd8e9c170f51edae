"""Cut a text that says brand and model together."""

from __future__ import annotations

from nrdesk.core.inventory.categories import meaning
from nrdesk.core.written.words import listed, normal, plain_line

_BRANDS = frozenset(
    listed(
        """
        hewlett packard enterprise, hewlett packard, konica minolta, western digital, tp link, d
        link, fujitsu siemens, alcatel lucent, palo alto, sony ericsson, general electric, dell inc,
        apple inc, hp inc, packard bell, acer, aerohive, alcatel, allied, aoc, apc, apple, aruba,
        asus, aten, avaya, axis, barco, belkin, benq, bosch, brother, canon, cisco, crosscall,
        dahua, dell, draytek, dymo, eaton, eizo, epson, extreme, fairphone, fortinet, fujitsu,
        gigaset, google, grandstream, hikvision, honeywell, honor, hp, hpe, huawei, iiyama, intel,
        jabra, juniper, kingston, kyocera, lenovo, lexmark, lg, logitech, lumiplan, medion,
        microsoft, mikrotik, milesight, mitel, motorola, msi, nec, netgear, nokia, oki, oneplus,
        oppo, optoma, orange, panasonic, philips, plantronics, poly, polycom, promethean, qnap,
        raspberry, ricoh, ruckus, samsung, sandisk, seagate, sharp, smart, snom, sony, sophos,
        speechi, speechitouch, stormshield, supermicro, synology, tandberg, targus, toshiba,
        ubiquiti, unify, verbatim, viewsonic, vivitek, wacom, watchguard, wiko, xerox, xiaomi,
        yealink, zebra, zyxel
        """
    )
)


def known(text: str) -> bool:
    """Return whether a text is a known brand, and nothing else."""
    return normal(text) in _BRANDS


def split(text: str) -> tuple[str, str]:
    """Return (brand, model): "Dell OptiPlex 3020 MT" is ("Dell", "OptiPlex 3020 MT").

    The brand is the first words when they are a known brand; else the first word, unless it is already a
    range of models ("Latitude 5490") or stands alone.
    """
    words = plain_line(text).split(" ")
    for size in (3, 2, 1):
        if normal(" ".join(words[:size])) in _BRANDS:
            return " ".join(words[:size]), " ".join(words[size:])
    if len(words) == 1 or not words[0].isalpha() or meaning(words[0]):
        return "", " ".join(words)
    return words[0], " ".join(words[1:])
