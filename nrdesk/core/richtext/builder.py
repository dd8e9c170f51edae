"""From the tags of a page to blocks that have a meaning."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from nrdesk.core.richtext import limits, links
from nrdesk.core.richtext.markup import Start
from nrdesk.core.richtext.text import DEEPEST, Block, Bullets, Heading, Paragraph, RichText, Run, tidy_runs
from nrdesk.core.written.words import listed

_HEADINGS = {f"h{level}": min(level, DEEPEST) for level in range(1, 7)}
_BREAKS = frozenset(
    listed(
        """
        address, article, aside, blockquote, body, br, caption, center, dd, details, div, dl, dt, fieldset,
        figcaption, figure, footer, form, header, hr, legend, main, nav, ol, p, pre, section, summary, table,
        tbody, tfoot, thead, ul
        """
    )
)
_UNSEEN = frozenset(
    listed(
        "applet, audio, button, canvas, datalist, head, map, math, object, select, svg, template, video, xml"
    )
)
"""Elements whose content is no text of the page."""
_VOID = frozenset(listed("area, base, br, col, embed, hr, img, input, link, meta, source, track, wbr"))
_IMAGES = frozenset({"img", "svg", "canvas", "object"})
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite"})
_INLINE = frozenset({*_BOLD, *_ITALIC, "a", "span", "font", "u"})
_DEEPEST = 200
"""Inline elements that may be open at once: past that, nobody wrote them."""
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_BULLET_OF_WORD = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]")
_CELL = " · "
"""What stands between two cells of a table."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How the text is written where the reader stands."""

    bold: bool = False
    italic: bool = False
    href: str = ""


_PLAIN = _Style()


class Builder:
    """Puts tags and texts together into blocks."""

    def __init__(self) -> None:
        self.images = self.tables = self.links = 0
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._length = 0
        self._styles: list[tuple[str, _Style]] = []
        self._open: Counter[str] = Counter()
        """How many inline elements of each name are open."""
        self._lists: list[bool] = []
        """Whether each list that is open has numbers."""
        self._heading = 0
        self._in_item = self._in_row = False
        """Whether the paragraphs met are those of one item, or the cells of one row: one text."""
        self._unseen, self._unseen_depth = "", 0
        """The element whose content is left out, and how many of that name are open."""
        self._word_item = self._word_numbered = False
        """Whether the paragraph is an item of a list of Word, which has no tag for them."""
        self._marker = 0
        """Inline elements open since the one that holds the bullet of such an item; 0 outside of it."""

    def start(self, tag: Start) -> None:
        """Open an element."""
        name = tag.name
        if self._unseen:
            self._start_unseen(name)
            return
        self.images += name in _IMAGES
        self.tables += name == "table"
        if name in _UNSEEN or (name not in _VOID and _HIDDEN.search(tag.attributes)):
            self._unseen, self._unseen_depth = name, 1
        elif name in _INLINE:
            self._start_inline(tag)
        elif name in _HEADINGS:
            self._break()
            self._heading = 0 if self._in_item or self._in_row else _HEADINGS[name]
        elif name in ("li", "tr"):
            self._end_text()
            self._in_item, self._in_row = name == "li", name == "tr"
        elif name in ("td", "th"):
            if tidy_runs(self._runs):
                self._add(_CELL)
        elif name in _BREAKS:
            self._start_block(tag)

    def end(self, name: str) -> None:
        """Close an element; an end without its beginning closes nothing."""
        if self._unseen:
            self._unseen_depth -= name == self._unseen
            if not self._unseen_depth:
                self._unseen = ""
        elif name in _INLINE:
            self._end_inline(name)
        elif name in _HEADINGS:
            self._break()
            self._heading = 0
        elif name in ("li", "tr", "table"):
            self._end_text()
            self._in_item = self._in_row = False
        elif name in ("ul", "ol"):
            self._end_text()
            del self._lists[-1:]
            self._in_item = bool(self._lists)
        elif name in _BREAKS:
            self._break()

    def text(self, text: str) -> None:
        """Add a text."""
        if self._marker:
            self._word_numbered = self._word_numbered or bool(_NUMBER.match(text))
        elif not self._unseen:
            self._add(text)

    def finished(self) -> RichText:
        """Return what was built."""
        self._end_text()
        return RichText(tuple(self._blocks))

    def _add(self, text: str) -> None:
        style = self._styles[-1][1] if self._styles else _PLAIN
        run = Run(text, style.bold, style.italic, style.href)
        self._length += len(run.text.strip())
        if self._length > limits.LONGEST:
            raise limits.too_long()
        self._runs.append(run)

    def _start_unseen(self, name: str) -> None:
        if name == "body":
            # Whatever was left open in the head of the page is closed by its body.
            self._unseen = ""
        else:
            self._unseen_depth += name == self._unseen

    def _start_inline(self, tag: Start) -> None:
        style = tag.get("style")
        if self._marker:
            self._marker += 1
        elif _BULLET_OF_WORD.search(style):
            self._marker = 1
        if len(self._styles) < _DEEPEST:
            now = self._styles[-1][1] if self._styles else _PLAIN
            self._styles.append((tag.name, self._styled(now, tag, style)))
            self._open[tag.name] += 1

    def _styled(self, now: _Style, tag: Start, css: str) -> _Style:
        now = replace(now, bold=now.bold or tag.name in _BOLD, italic=now.italic or tag.name in _ITALIC)
        # Google Docs wraps all that it copies in a <b> whose style says that it is not bold.
        if weight := _WEIGHT.search(css):
            now = replace(now, bold=_is_bold(weight[1].lower()))
        if slant := _SLANT.search(css):
            now = replace(now, italic=slant[1].lower() in ("italic", "oblique"))
        if tag.name == "a" and (href := tag.get("href").strip()):
            allowed = links.is_allowed(href)
            # Nobody misses a link to another place of the text that was copied.
            self.links += not allowed and not href.startswith("#")
            now = replace(now, href=href if allowed else "")
        return now

    def _end_inline(self, name: str) -> None:
        self._marker = max(0, self._marker - 1)
        if not self._open[name]:
            # Asked first: a page full of ends without beginnings would search the whole stack for each.
            return
        for index in range(len(self._styles) - 1, -1, -1):
            if self._styles[index][0] == name:
                del self._styles[index]
                self._open[name] -= 1
                return

    def _start_block(self, tag: Start) -> None:
        if tag.name == "br" and self._heading:
            self._add(" ")
        elif tag.name in ("ul", "ol"):
            # A list inside an item: that item ends, its own items follow on the same level.
            self._end_text()
            self._in_item = self._in_row = False
            self._lists.append(tag.name == "ol")
        else:
            self._break()
        if tag.name == "p":
            self._word_item = "mso-list" in tag.get("style")
            if tag.get("class").lower() == "msotitle":
                self._heading = 1

    def _break(self) -> None:
        """End the paragraph; those of one item or of one row of cells are one text."""
        if self._in_item or self._in_row:
            self._add(" ")
        else:
            self._end_text()

    def _end_text(self) -> None:
        runs, self._runs = tidy_runs(self._runs), []
        if runs:
            self._blocks.append(self._made(runs))
            self._heading = 0
        self._word_item, self._word_numbered, self._marker = False, False, 0

    def _made(self, runs: tuple[Run, ...]) -> Block:
        if self._heading:
            return Heading(self._heading, "".join(run.text for run in runs))
        if self._in_item:
            return Bullets((runs,), bool(self._lists and self._lists[-1]))
        if self._word_item:
            return Bullets((runs,), self._word_numbered)
        return Paragraph(runs)


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and weight >= "600" and len(weight) >= 3)
