"""`python -m nrdesk` opens the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window; arguments are those of the command line."""
    from nrdesk import app

    return app.run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
