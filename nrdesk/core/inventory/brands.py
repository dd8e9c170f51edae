"""Cut a text that says brand and model together."""

from __future__ import annotations

from nrdesk.core.inventory.categories import meaning
from nrdesk.core.inventory.words import line, listed, normal

_OF_SEVERAL_WORDS = listed(
    """
    hewlett packard enterprise, hewlett packard, konica minolta, western digital, tp link, d link,
    fujitsu siemens, alcatel lucent, palo alto, sony ericsson, general electric, dell inc, apple
    inc, hp inc, bull zenith
    """
)
_OF_ONE_WORD = frozenset(
    listed(
        """
        acer, aerohive, alcatel, allied, aoc, apc, apple, aruba, asus, aten, avaya, axis, barco,
        belkin, benq, bosch, brother, canon, cisco, crosscall, dahua, dell, draytek, dymo, eaton,
        eizo, epson, extreme, fairphone, fortinet, fujitsu, gigaset, google, grandstream,
        hikvision, honeywell, honor, hp, hpe, huawei, iiyama, intel, jabra, juniper, kingston,
        kyocera, lenovo, lexmark, lg, logitech, lumiplan, medion, microsoft, mikrotik, milesight,
        mitel, motorola, msi, nec, netgear, nokia, oki, oneplus, oppo, optoma, orange, packard,
        panasonic, philips, plantronics, poly, polycom, promethean, qnap, raspberry, ricoh,
        ruckus, samsung, sandisk, seagate, sharp, smart, snom, sony, sophos, speechi,
        speechitouch, stormshield, supermicro, synology, tandberg, targus, toshiba, ubiquiti,
        unify, verbatim, viewsonic, vivitek, wacom, watchguard, wiko, xerox, xiaomi, yealink,
        zebra, zyxel
        """
    )
)


def split(text: str) -> tuple[str, str]:
    """Return (brand, model): "Dell OptiPlex 3020 MT" is ("Dell", "OptiPlex 3020 MT").

    The brand is the first words when they are a known brand; else the first word, unless it is already a
    range of models ("Latitude 5490") or stands alone.
    """
    text = line(text)
    words = text.split(" ")
    for size in (3, 2):
        if normal(" ".join(words[:size])) in _OF_SEVERAL_WORDS:
            return " ".join(words[:size]), " ".join(words[size:])
    first = normal(words[0])
    if first in _OF_ONE_WORD or normal(text) in _OF_SEVERAL_WORDS:
        return words[0], " ".join(words[1:])
    if len(words) == 1 or not first.isalpha() or meaning(words[0]):
        return "", text
    return words[0], " ".join(words[1:])
