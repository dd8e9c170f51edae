"""A small reader of calendar files, written from RFC 5545 and sharing nothing with the writer."""

import re
from dataclasses import dataclass, field


@dataclass
class Component:
    """A component: its properties by name, with their parameters and values, and what it holds."""

    name: str
    properties: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        return self.properties[name][1]

    def text(self, name: str) -> str:
        return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], self.value(name))

    def all(self, name: str) -> list["Component"]:
        return [part for part in self.parts if part.name == name]


def content_lines(content: bytes) -> list[str]:
    """Unfold, as octets, then decode."""
    assert content.endswith(b"\r\n")
    unfolded = content[:-2].replace(b"\r\n ", b"").replace(b"\r\n\t", b"")
    return [line.decode() for line in unfolded.split(b"\r\n")]


def parse(content: bytes) -> Component:
    root = Component("")
    stack = [root]
    for line in content_lines(content):
        found = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line, re.DOTALL)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            stack.append(Component(value))
            stack[-2].parts.append(stack[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            assert name not in stack[-1].properties, name
            pairs = (pair.split("=", 1) for pair in parameters.split(";")[1:])
            stack[-1].properties[name] = (dict(pairs), value)
    assert stack == [root]
    (calendar,) = root.parts
    return calendar
