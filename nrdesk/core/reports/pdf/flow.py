"""Blocks follow one another down the pages.

One pass decides where every block stands, before anything is drawn: page numbers are known when the table
of contents is drawn, which spares the second layout that ReportLab's own templates need.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.reports.pdf import theme

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

ROOM = theme.PAGE_HEIGHT - theme.TOP - theme.BOTTOM
"""Height of the text on a page, in points."""


class Block:
    """Something that has a height and can be drawn; lengths in points."""

    before = 0.0
    """Space wanted above; between two blocks, the larger of `after` and `before` is left."""
    after = 0.0
    keep_with_next = False
    """Never the last block of a page."""
    height = 0.0

    def least(self) -> float:
        """Return the height of the least part that may stand alone at the bottom of a page."""
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in `room` and the rest, or None when the block moves as a whole."""
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        raise NotImplementedError


class NewPage(Block):
    """The next block starts a page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height at which its top stands on its page."""

    block: Block
    top: float


def paginate(blocks: Iterable[Block]) -> list[list[Placed]]:
    """Return the blocks of each page, split where needed; a title never ends a page."""
    pages: list[list[Placed]] = [[]]
    waiting = deque(blocks)
    room = ROOM
    while waiting:
        block = waiting.popleft()
        page = pages[-1]
        if not isinstance(block, NewPage):
            gap = max(page[-1].block.after, block.before) if page else 0.0
            left = room - gap
            needed = block.height + (_followers(block, waiting) if block.keep_with_next else 0.0)
            stays_whole = needed <= left or (block.keep_with_next and block.height <= ROOM)
            parts = None if stays_whole else block.split(left)
            if needed <= left or (not page and not parts):
                page.append(Placed(block, theme.BOTTOM + left))
                room = left - block.height
                continue
            if parts:
                page.append(Placed(parts[0], theme.BOTTOM + left))
                block = parts[1]
            waiting.appendleft(block)
        if page:
            pages.append([])
            room = ROOM
    return pages if pages[-1] else pages[:-1]


def _followers(block: Block, waiting: Sequence[Block]) -> float:
    """Return the room wanted below a block that keeps with the next one."""
    wanted = 0.0
    for follower in waiting:
        wanted += max(block.after, follower.before)
        if not follower.keep_with_next:
            return wanted + follower.least()
        wanted += follower.height
        block = follower
    return wanted
