"""What a screen reader sees: the window's objects over AT-SPI, by role and name, and nothing of our code.

The interfaces are those of https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from ctypes.util import find_library
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, Message, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

_PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "/usr/libexec/at-spi-bus-launcher": "at-spi2-core"}
_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xcb-image": "libxcb-image0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-xkb": "libxcb-xkb1",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
"""What a real window and its listener need -> its Debian package (see also installer/prepare.sh)."""

_INTERFACES = "org.a11y.atspi"
_KEYBOARD = "/org/a11y/atspi/registry/deviceeventcontroller"
_ENTER, _BY_SYMBOL = 0xFF0D, 3
"""X11 symbol of the key, and how AT-SPI is told that it is one (KeySynthType)."""
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_PATIENCE = 30.0
"""Seconds given to the window to come to what is awaited; a loaded machine takes a few."""
_SHOWING = 25
"""ATSPI_STATE_SHOWING: the object is on the screen."""

T = TypeVar("T")


class Node:
    """One object of the window, as assistive technology receives it."""

    def __init__(self, connection: DBusConnection, owner: str, path: str) -> None:
        self._connection, self._owner, self._path = connection, owner, path

    @property
    def name(self) -> str:
        """What is read first."""
        return str(self._get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is read after the name."""
        return str(self._get("Accessible", "Description"))

    @property
    def role(self) -> str:
        """The role, in the English words of AT-SPI."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def showing(self) -> bool:
        """Whether it is on the screen."""
        return bool(self._call("Accessible", "GetState")[0][0] >> _SHOWING & 1)

    @property
    def text(self) -> str:
        """The text inside an editable field."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    def children(self) -> list[Node]:
        """Return the objects directly inside."""
        return [self._at(*place) for place in self._call("Accessible", "GetChildren")[0]]

    def inside(self) -> Iterator[Node]:
        """Yield every object inside that is on the screen, parents first; a table is not entered."""
        for child in self.children():
            if child.showing:
                yield child
                if child.role not in ("table", "tree table", "list"):
                    yield from child.inside()

    def find(self, role: str, name: str) -> Node:
        """Return the object on the screen with this role, and this name or one that begins so; wait for it.

        Raises:
            AssertionError: it does not come; the message lists what is there with that role.
        """
        return wait_for(
            lambda: next((n for n in self.inside() if n.role == role and n.name.startswith(name)), None),
            lambda: (
                f"{role} « {name} »; there are: {sorted(n.name for n in self.inside() if n.role == role)}"
            ),
        )

    def press(self) -> None:
        """Do what a screen reader's user asks of a button: its first action."""
        assert self._call("Action", "DoAction", "i", 0)[0]

    def focus(self) -> None:
        """Put the focus there."""
        assert self._call("Component", "GrabFocus")[0]

    def write(self, text: str) -> None:
        """Replace the text of an editable field."""
        assert self._call("EditableText", "SetTextContents", "s", text)[0]

    def press_enter(self) -> None:
        """Press Enter on the keyboard, in the field that was last given the focus."""
        keyboard = DBusAddress(
            _KEYBOARD, bus_name=_REGISTRY[0], interface=f"{_INTERFACES}.DeviceEventController"
        )
        asked = new_method_call(keyboard, "GenerateKeyboardEvent", "isu", (_ENTER, "", _BY_SYMBOL))
        _answer(self._connection, asked)

    def headers(self) -> list[str]:
        """Return the names of a table's columns."""
        columns = range(self._get("Table", "NColumns"))
        return [str(self._call("Table", "GetColumnDescription", "i", column)[0]) for column in columns]

    def cell(self, row: int, column: int) -> Node:
        """Return a cell of a table, both counted from 0."""
        return self._at(*self._call("Table", "GetAccessibleAt", "ii", row, column)[0])

    def _at(self, owner: str, path: str) -> Node:
        return Node(self._connection, owner, path)

    def _address(self, interface: str) -> DBusAddress:
        return DBusAddress(self._path, bus_name=self._owner, interface=f"{_INTERFACES}.{interface}")

    def _call(self, interface: str, method: str, signature: str = "", *body: object) -> tuple[Any, ...]:
        asked = new_method_call(self._address(interface), method, signature, body)
        return _answer(self._connection, asked)

    def _get(self, interface: str, name: str) -> Any:
        return _answer(self._connection, Properties(self._address(interface)).get(name))[0][1]


def wait_for(look: Callable[[], T | None], what: Callable[[], str]) -> T:
    """Return the first thing that `look` finds; what it looks at may go meanwhile.

    Raises:
        AssertionError: nothing was found in time; `what` says what was awaited.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            found = look()
        except DBusErrorResponse:
            found = None
        if found is not None:
            return found
        assert time.monotonic() < end, f"Not found: {what()}"
        time.sleep(0.1)


def missing_packages() -> list[str]:
    """Return the Debian packages without which there is nothing to listen to."""
    programs = [package for program, package in _PROGRAMS.items() if not shutil.which(program)]
    libraries = [package for library, package in _LIBRARIES.items() if not find_library(library)]
    return programs + libraries


@contextmanager
def desk(folder: Path) -> Iterator[tuple[Node, Mapping[str, str]]]:
    """Yield the root of accessibility of a private screen, and the environment that leads programs to it.

    Args:
        folder: an empty one with a short path: it holds sockets, whose paths have 107 bytes at most.
    """
    with ExitStack() as stack:
        display = stack.enter_context(_server("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"))
        # Without HOME and XDG_*, the bus of accessibility would put its socket among the person's own files.
        environment = {**os.environ, "DISPLAY": f":{display}", "HOME": str(folder)}
        for variable in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            environment[variable] = str(folder)
        bus = stack.enter_context(
            _server("dbus-daemon", "--session", "--nofork", "--print-address", environment=environment)
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        session = stack.enter_context(open_dbus_connection(bus))
        asked = new_method_call(
            DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus"), "GetAddress"
        )
        connection = stack.enter_context(open_dbus_connection(_answer(session, asked)[0]))
        yield Node(connection, *_REGISTRY), environment


def _answer(connection: DBusConnection, asked: Message) -> tuple[Any, ...]:
    """Return what a call answers.

    Raises:
        DBusErrorResponse: the object is gone, or does not know the call.
    """
    return tuple(unwrap_msg(connection.send_and_get_reply(asked, timeout=_PATIENCE)))


@contextmanager
def _server(*command: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run a program until the end of the block; yield the line that it prints once it is ready."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
