"""The command line: French verbs over the same core as the window (`nrdesk.commands` has them).

With `--json` a command prints one JSON object on the standard output. Errors go to the standard error as a
French sentence, with exit code 1 (2 when the command itself was not understood), and never a traceback.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from nrdesk import __version__
from nrdesk.commands import Answer, file_path, verbs
from nrdesk.core.errors import UserError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0].startswith("--selftest"):
        from nrdesk import selftest

        if folder := selftest.asked(given):
            return selftest.run(folder)
    args = build_parser().parse_args(given)
    try:
        answer: Answer = args.command(args)
    except UserError as error:
        print(f"nrdesk : {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("nrdesk : interrompu.", file=sys.stderr)
        return 130
    except OSError as error:
        # The machine said no where no sentence of ours was ready: a name too long, a folder in the way.
        where = f" ({error.filename})" if error.filename else ""
        print(f"nrdesk : l’ordinateur a refusé : {error.strerror or error}{where}.", file=sys.stderr)
        return 1
    try:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1) if args.json else answer.text, flush=True)
    except BrokenPipeError:
        # Whoever was reading (`| head`) has read enough; Python must not say so again when it exits.
        _mute_output()
    except OSError as error:
        _mute_output()
        print(f"nrdesk : la réponse n’a pas pu être écrite : {error.strerror}.", file=sys.stderr)
        return 1
    return answer.code


def _mute_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every verb; messages are French, down to argparse's own."""
    parser = _FrenchParser(
        prog="nrdesk",
        description="La stratégie numérique responsable d’une collectivité, hors ligne.",
    )
    parser.add_argument(
        "--version", action="version", version=f"nrdesk {__version__}", help="affiche la version"
    )
    found = parser.add_subparsers(title="commandes", metavar="COMMANDE", required=True, dest="verbe")

    for verb in verbs():
        sub = found.add_parser(verb.name, help=verb.help, description=verb.help)
        sub.set_defaults(command=verb.answer)
        sub.add_argument("--json", action="store_true", help="répond par un objet JSON")
        if verb.document:
            sub.add_argument("fichier", metavar="FICHIER", type=file_path, help="document .nrdesk")
        verb.arguments(sub)
    return parser


class _FrenchParser(argparse.ArgumentParser):
    """argparse in French: its own sentences go through this table, whose keys are how they begin."""

    _SENTENCES = (
        ("the following arguments are required: ", "il manque "),
        ("unrecognized arguments: ", "je ne connais pas "),
        ("one of the arguments ", "il faut l’une des options "),
        ("ambiguous option: ", "option ambiguë : "),
        ("not allowed with argument ", "ne va pas avec "),
        ("argument ", "l’argument "),
        (" is required", ""),
        ("expected one argument", "attend une valeur"),
        ("invalid choice: ", "choix inconnu : "),
        ("(choose from ", "(choix possibles : "),
        ("invalid int value: ", "n’est pas un nombre entier : "),
    )

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- argparse's own, passed on
        super().__init__(**options, add_help=False)
        self.add_argument("-h", "--help", "--aide", action="help", help="affiche cette aide")
        self._positionals.title = "arguments"
        self._optionals.title = "options"

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "usage : ")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "usage : ", 1)

    def error(self, message: str) -> NoReturn:
        for english, french in self._SENTENCES:
            message = message.replace(english, french)
        self.exit(2, f"nrdesk : {message}.\n{self.format_usage()}")


def _speak_utf8() -> None:
    """Write UTF-8 even where the console says otherwise (Windows, a bare POSIX locale)."""
    for stream in (sys.stdout, sys.stderr):
        # None: whoever started nrdesk closed it.
        if (
            stream is not None
            and (stream.encoding or "").lower() != "utf-8"
            and hasattr(stream, "reconfigure")
        ):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
