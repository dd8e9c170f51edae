"""Reads a tagged PDF as assistive software does: through its structure tree."""

import re
from dataclasses import dataclass, field

import pikepdf

_SHOW = {"Tj", "TJ", "'", '"'}


@dataclass
class Node:
    """An element of the structure, with the text that it holds itself."""

    role: str
    text: str = ""
    alt: str = ""
    scope: str = ""
    kids: list["Node"] = field(default_factory=list)

    def all_text(self) -> str:
        return " ".join("".join([self.text, *(f" {kid.all_text()}" for kid in self.kids)]).split())

    def find(self, *roles: str) -> list["Node"]:
        found = [self] if self.role in roles else []
        return found + [node for kid in self.kids for node in kid.find(*roles)]

    def outline(self, depth: int = 0) -> str:
        """The tree as indented lines, one element each."""
        marks = f" [{self.scope}]" if self.scope else ""
        alt = f" ({self.alt})" if self.alt else ""
        text = f" {' '.join(self.text.split())}" if self.text.strip() else ""
        kids = "".join(kid.outline(depth + 1) for kid in self.kids)
        return f"{'  ' * depth}{self.role}{marks}{alt}{text}\n{kids}"


def structure(pdf: pikepdf.Pdf) -> Node:
    """Return the structure tree with its text."""
    texts = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}
    return _node(pdf.Root.StructTreeRoot.K[0], texts)


def _node(element: pikepdf.Object, texts: dict[tuple[int, int], dict[int, str]]) -> Node:
    node = Node(str(element.S)[1:], alt=str(element.get("/Alt", "")))
    if "/A" in element and "/Scope" in element.A:
        node.scope = str(element.A.Scope)[1:]
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            node.text += texts[element.Pg.objgen][kid]
        elif kid.get("/Type") == "/MCR":
            node.text += texts[kid.Pg.objgen][int(kid.MCID)]
        elif kid.get("/Type") != "/OBJR":
            node.kids.append(_node(kid, texts))
    return node


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """Text of each marked stretch of a page; every text outside of one must be an artifact."""
    maps = {name: _characters(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    current: int | None = None
    font: dict[int, str] = {}
    in_artifact = False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            assert (current, in_artifact) == (None, False), "marks are not nested"
            in_artifact = str(operands[0]) == "/Artifact"
            current = None if in_artifact else int(operands[1].MCID)
            if current is not None:
                texts[current] = ""
        elif name == "EMC":
            current, in_artifact = None, False
        elif name == "Tf":
            font = maps[str(operands[0])]
        elif name in _SHOW:
            shown = "".join(font[byte] for byte in bytes(operands[-1]))
            assert in_artifact or current is not None or not shown, f"unmarked text: {shown}"
            if current is not None:
                texts[current] += shown
    return texts


def everything(page: pikepdf.Page) -> str:
    """Return all the texts of a page in the order in which they are drawn, artifacts too."""
    maps = {name: _characters(font) for name, font in page.Resources.Font.items()}
    said: list[str] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) in _SHOW:
            said.append("".join(font[byte] for byte in bytes(operands[-1])))
    return " ".join(said)


def _characters(font: pikepdf.Object) -> dict[int, str]:
    pairs = re.findall(r"^<(..)> <(....+)>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
