"""Watches every test for the network, by Python's own audit of what the interpreter does.

What stays on the machine is not the network: the screen reader is listened to through a local socket.
"""

import socket
import sys

opened: list[str] = []
"""What the tests of this process asked of the network; each test checks that it added nothing."""
_FAMILIES = (socket.AF_INET, socket.AF_INET6)
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


def watch() -> None:
    """Watch from now on, for as long as the process lives: an audit hook cannot be taken away."""
    sys.addaudithook(_note)


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NAMES or (event == "socket.__new__" and arguments[1] in _FAMILIES):
        opened.append(event)
