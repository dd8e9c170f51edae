"""Reference texts: what a document said the last time someone read it and agreed.

`NRDESK_WRITE_GOLDEN=1 pytest …` writes them anew; read the difference before committing it.
"""

import os
from pathlib import Path

_FOLDER = Path(__file__).parent


def check(name: str, text: str) -> None:
    """Compare a text with the reference of that name."""
    path = _FOLDER / name
    if os.environ.get("NRDESK_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()
