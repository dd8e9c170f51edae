"""Opens an empty 16:9 presentation in our own look, and packs the finished one.

The theme, the master and the notes are plain XML, in `resources/templates/powerpoint`, so that a change of
style reads as such in a diff; the layouts, which only place boxes, are made here. Places are in points.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pptx
from pptx.presentation import Presentation

from nrdesk.core import paths

WIDTH, HEIGHT = 960.0, 540.0
EMU = 12_700
"""English metric units in a point."""
TITLE, TEXT, COLUMNS, ALONE, BESIDE = range(5)
"""Layouts, in their order."""
COLOUR = "0B5E8A"
"""First colour of the theme, which that of the collectivité takes the place of."""

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a slide, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float


HEAD = Box(48, 26, 864, 70)
BODY = Box(48, 112, 864, 368)
LEFT, RIGHT = Box(48, 112, 416, 368), Box(496, 112, 416, 368)
CHART, ASIDE = Box(48, 108, 560, 376), Box(636, 124, 276, 348)
STAMP = Box(812, 4, 100, 22)
LOGO = Box(728, 384, 184, 112)
_BAND = Box(0, 0, WIDTH, 348)
COVER_TITLE, COVER_SUBTITLE = Box(64, 84, 832, 150), Box(64, 244, 832, 76)
COVER_FACTS = Box(64, 376, 620, 130)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A place to write in."""

    kind: str
    index: int
    name: str
    box: Box | None = None
    """Where the master puts it when None."""
    style: str = ""
    """Style of its first level of text."""
    anchor: str = "t"


_FOOT_STYLE = (
    '<a:lvl1pPr algn="{align}"><a:defRPr lang="fr-FR" sz="1100"><a:solidFill><a:schemeClr val="tx2"/>'
    '</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
)
_FOOT = (
    _Holder("ftr", 11, "Pied de page", Box(48, 500, 768, 24), _FOOT_STYLE.format(align="l"), "ctr"),
    _Holder("sldNum", 12, "Numéro", Box(840, 500, 72, 24), _FOOT_STYLE.format(align="r"), "ctr"),
)
_WHITE = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
_LAYOUTS: tuple[tuple[str, tuple[_Holder, ...]], ...] = (
    (
        "Ouverture",
        (
            _Holder("ctrTitle", 0, "Titre", COVER_TITLE,
                    f'<a:lvl1pPr><a:defRPr sz="4400" b="1">{_WHITE}</a:defRPr></a:lvl1pPr>', "b"),
            _Holder("subTitle", 1, "Sous-titre", COVER_SUBTITLE,
                    '<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
                    f'<a:defRPr sz="2200">{_WHITE}</a:defRPr></a:lvl1pPr>'),
            _Holder("body", 13, "Date et statut", COVER_FACTS,
                    '<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="300"/></a:spcBef><a:buNone/>'
                    '<a:defRPr sz="1600"/></a:lvl1pPr>'),
        ),
    ),
    ("Titre et texte", (_Holder("title", 0, "Titre"), _Holder("body", 1, "Texte", BODY), *_FOOT)),
    (
        "Deux colonnes",
        (
            _Holder("title", 0, "Titre"),
            _Holder("body", 1, "Colonne de gauche", LEFT),
            _Holder("body", 2, "Colonne de droite", RIGHT),
            *_FOOT,
        ),
    ),
    ("Titre seul", (_Holder("title", 0, "Titre"), *_FOOT)),
    (
        "Graphique et commentaire",
        (_Holder("title", 0, "Titre"), _Holder("body", 1, "Commentaire", ASIDE), *_FOOT),
    ),
)  # fmt: skip


def empty(colour: str = "") -> Presentation:
    """Return a presentation without a slide.

    Args:
        colour: "#RRGGBB" of the collectivité, dark enough for white letters; ours when empty.
    """
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in _parts(colour.removeprefix("#") or COLOUR).items():
            archive.writestr(name, text)
    buffer.seek(0)
    return pptx.Presentation(buffer)


def packed(presentation: Presentation, date: dt.date) -> bytes:
    """Return the presentation as a file whose members all bear `date`: same slides, same bytes."""
    saved, out = io.BytesIO(), io.BytesIO()
    presentation.save(saved)
    when = (max(date.year, 1980), date.month, date.day, 0, 0, 0)
    with ZipFile(saved) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, when)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0  # the same on Windows and elsewhere
            target.writestr(member, source.read(name))
    return out.getvalue()


def _parts(colour: str) -> dict[str, str]:
    """Return the parts of the package, name and content."""
    folder = paths.resources() / "templates" / "powerpoint"
    read = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.xml")}
    theme = read["theme"].replace(COLOUR, colour)
    numbers = range(1, len(_LAYOUTS) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relationships({"officeDocument": ["ppt/presentation.xml"]}),
        "ppt/presentation.xml": read["presentation"],
        "ppt/_rels/presentation.xml.rels": _relationships(
            {
                "slideMaster": ["slideMasters/slideMaster1.xml"],
                "notesMaster": ["notesMasters/notesMaster1.xml"],
                "theme": ["theme/theme1.xml"],
            }
        ),
        "ppt/theme/theme1.xml": theme,
        "ppt/theme/theme2.xml": theme,
        "ppt/slideMasters/slideMaster1.xml": read["master"],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            {
                "slideLayout": [f"../slideLayouts/slideLayout{number}.xml" for number in numbers],
                "theme": ["../theme/theme1.xml"],
            }
        ),
        "ppt/notesMasters/notesMaster1.xml": read["notes-master"],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships({"theme": ["../theme/theme2.xml"]}),
    }
    to_master = _relationships({"slideMaster": ["../slideMasters/slideMaster1.xml"]})
    for number, (name, holders) in enumerate(_LAYOUTS, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(name, holders, cover=number == 1)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = to_master
    return parts


def _content_types(numbers: range) -> str:
    names = {
        "/ppt/presentation.xml": "presentationml.presentation.main",
        "/ppt/theme/theme1.xml": "theme",
        "/ppt/theme/theme2.xml": "theme",
        "/ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        "/ppt/notesMasters/notesMaster1.xml": "presentationml.notesMaster",
        **{f"/ppt/slideLayouts/slideLayout{number}.xml": "presentationml.slideLayout" for number in numbers},
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in names.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(targets: dict[str, list[str]]) -> str:
    """Return relationships numbered from rId1 in the order given; kind -> targets."""
    pairs = [(kind, target) for kind, found in targets.items() for target in found]
    lines = "".join(
        f'<Relationship Id="rId{rank}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _layout(name: str, holders: tuple[_Holder, ...], *, cover: bool) -> str:
    shapes = _band(len(holders) + 2) if cover else ""
    shapes += "".join(_holder(rank, each) for rank, each in enumerate(holders, start=2))
    kind = ' type="title" showMasterSp="0"' if cover else ""
    return (
        f'{_DECLARATION}<p:sldLayout xmlns:a="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:p="{_SLIDES}"{kind} '
        f'preserve="1"><p:cSld name={quoteattr(name)}><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _holder(rank: int, holder: _Holder) -> str:
    index = f' idx="{holder.index}"' if holder.index else ""
    anchor = f' anchor="{holder.anchor}"' if holder.box and holder.style else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{rank}" name={quoteattr(holder.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{holder.kind}"{index}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{_place(holder.box)}</p:spPr><p:txBody><a:bodyPr{anchor}/>"
        f'<a:lstStyle>{holder.style}</a:lstStyle><a:p><a:endParaRPr lang="fr-FR"/></a:p></p:txBody></p:sp>'
    )


def _band(rank: int) -> str:
    """Return the ground of the cover; it says nothing, so that it stays in the layout."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{rank}" name="Fond de couleur"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(_BAND)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="fr-FR"/></a:p></p:txBody></p:sp>'
    )


def _place(box: Box | None) -> str:
    if box is None:
        return ""
    x, y, width, height = (round(each * EMU) for each in (box.x, box.y, box.width, box.height))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
