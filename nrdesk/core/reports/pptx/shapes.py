"""The few things of shapes that python-pptx has no word for: places in points, words for who cannot see."""

from __future__ import annotations

import copy

from pptx.oxml import parse_xml
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu

from nrdesk.core.reports.content import Run
from nrdesk.core.reports.pptx import texts
from nrdesk.core.reports.pptx.template import EMU, Box
from nrdesk.core.richtext.characters import clean

_FOOTER, _NUMBER = 11, 12
"""Indexes of the places of the layouts for the foot and for the number."""
_FIELD = (
    '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'id="{6F0B5E8A-0001-4000-8000-000000000001}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>1</a:t></a:fld>'
)
"""The number of a slide, which the program that shows it works out."""


def place(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """Return a box as python-pptx wants it."""
    x, y, width, height = (Emu(round(each * EMU)) for each in (box.x, box.y, box.width, box.height))
    return x, y, width, height


def describe(shape: BaseShape, words: str, name: str) -> None:
    """Name a shape, and give it words for who cannot see it."""
    properties = shape._element._nvXxPr.cNvPr
    properties.set("descr", clean(words))
    properties.set("name", f"{name} {shape.shape_id}")


def write_foot(slide: Slide, text: str) -> None:
    """Write the foot and the number of a slide, last in the reading order, in the places of its layout."""
    for holder in slide.slide_layout.placeholders:
        index = holder.placeholder_format.idx
        if index not in (_FOOTER, _NUMBER):
            continue
        element = copy.deepcopy(holder._element)
        element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
        slide.shapes._spTree.append(element)
        frame = slide.shapes[-1].text_frame
        if index == _FOOTER:
            texts.write(frame, [[Run(text)]])
        else:
            frame.paragraphs[0]._p.insert_element_before(parse_xml(_FIELD), "a:endParaRPr")
