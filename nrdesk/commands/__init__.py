"""The verbs of the command line, over the same core as the window.

A module of this package declares the verbs that it answers, in `VERBS`: adding one is adding a module. The
function of a verb takes the parsed arguments and returns an `Answer`; it prints nothing.
"""

from __future__ import annotations

import argparse
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers: data for `--json`, a few French lines for a person."""

    data: Mapping[str, object]
    text: str
    code: int = 0
    """Exit code: 0 when all went well."""


def _nothing(parser: argparse.ArgumentParser) -> None:
    """Ask for no argument."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: how it is called, what it asks for, what answers it."""

    name: str
    answer: Callable[[argparse.Namespace], Answer]
    help: str
    arguments: Callable[[argparse.ArgumentParser], object] = _nothing
    """Adds what the verb asks for, besides the document and `--json`."""
    document: bool = True
    """Whether its first argument is a document, `fichier`."""


def verbs() -> tuple[Verb, ...]:
    """Return every verb, in alphabetical order."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return tuple(sorted((verb for module in modules for verb in module.VERBS), key=lambda verb: verb.name))


def file_path(text: str) -> Path:
    """Return the path of a file, whose name must be text that SQLite and JSON can hold.

    Raises:
        argparse.ArgumentTypeError: it cannot be one.
    """
    path = Path(text)
    if not path.name or any("\ud800" <= letter <= "\udfff" for letter in text):
        shown = text.encode(errors="replace").decode()
        raise argparse.ArgumentTypeError(f"«\u00a0{shown}\u00a0» ne peut pas être le nom d’un fichier")
    return path
