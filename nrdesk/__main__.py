"""`python -m nrdesk` opens the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window; arguments are those of the command line."""
    arguments = sys.argv[1:]
    if arguments and arguments[0].startswith("--selftest"):
        from nrdesk import selftest

        if folder := selftest.asked(arguments):
            return selftest.run(folder)

    from nrdesk import app

    return app.run(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
