"""The tags and the texts of a page of HTML, however broken it is, in a time that its length bounds.

What is pasted comes from anywhere and is read while the window waits. `html.parser` takes a time that grows
with the square of the length when tags or comments are left open; here each character is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?P<attributes>(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+)(?P<close>>?)"""
)
_ATTRIBUTE = re.compile(r"""(?<![^\s"'<>/=])([^\s"'<>/=]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]*+)""")
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "xmp"})
"""Tags whose content is not HTML: all of it goes."""


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of an element."""

    name: str
    attributes: str

    def get(self, attribute: str) -> str:
        """Return the value of an attribute, "" when it is absent; the first one wins."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1].lower() == attribute:
                return unescape(found[2].strip("\"'"))
        return ""


@dataclass(frozen=True, slots=True)
class End:
    """The end of an element."""

    name: str


Token: TypeAlias = Start | End | str


def tokens(html: str) -> Iterator[Token]:
    """Yield the tags and the texts between them; comments, declarations, scripts and styles are left out.

    A tag that is never closed is left out with what it holds, as a browser does; a "<" that begins no tag
    is a text.
    """
    at = 0
    while at < len(html):
        mark = html.find("<", at)
        if mark < 0:
            mark = len(html)
        if mark > at:
            yield unescape(html[at:mark])
        if mark == len(html):
            return
        tag = _TAG.match(html, mark)
        if tag is None:
            at = _after_declaration(html, mark)
            if at == mark + 1:
                yield "<"
            continue
        at = tag.end()
        if tag["close"]:
            name = tag["name"].lower()
            yield End(name) if tag["end"] else Start(name, tag["attributes"])
            if name in _RAW and not tag["end"]:
                at = _after_raw(html, at, name)


def _after_declaration(html: str, mark: int) -> int:
    """Return where a comment or a declaration ends; right after its "<" when there is none."""
    if html.startswith("<!--", mark):
        return _after(html, "-->", mark + 4)
    if html.startswith(("<!", "<?", "</"), mark):
        return _after(html, ">", mark + 2)
    return mark + 1


def _after(html: str, sign: str, start: int) -> int:
    found = html.find(sign, start)
    return found + len(sign) if found >= 0 else len(html)


def _after_raw(html: str, start: int, name: str) -> int:
    end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(html, start)
    return end.start() if end else len(html)
