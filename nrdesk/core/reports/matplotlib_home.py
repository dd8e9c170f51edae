"""Where matplotlib keeps its files; to be imported before it.

Left alone, matplotlib writes in the profile of the user and, the first time, reads every font of the
computer: ten seconds on an old laptop. Its folder is ours, and the list that it would make is already there,
with its own font only; `charts` adds those of the documents. Another version makes its own list.
"""

from __future__ import annotations

import os
import shutil

from nrdesk.core import paths

VARIABLE = "MPLCONFIGDIR"
LIST = "fontlist-v3.11.0.json"
"""The number is that of the format of the list: `FontManager.__version__`."""


def settle() -> None:
    """Name the folder and put the list there, unless somebody chose another folder."""
    if VARIABLE in os.environ:
        return
    folder = paths.cache_folder() / "matplotlib"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / LIST).exists():
            shutil.copyfile(paths.resources() / "fonts" / LIST, folder / LIST)
    except OSError:
        # Nothing may be written there: matplotlib then takes a temporary folder.
        return
    os.environ[VARIABLE] = str(folder)


settle()
