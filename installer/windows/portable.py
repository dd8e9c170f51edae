"""Makes the portable ZIP: to be unpacked on a USB key, where its settings stay."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from installer.windows import moment
from installer.windows.tree import files

MARK = "portable.txt"
"""The file that tells the launcher to keep everything beside the program."""
_TEXT = """nrdesk, version portable

Ouvrez nrdesk.exe : rien ne s’installe.
Les réglages et la liste des documents récents sont gardés dans le dossier « donnees », à côté du programme.
Pour mettre à jour : remplacez tout sauf « donnees ». Enregistrez vos documents hors du dossier du programme.
Sans ce fichier « portable.txt », les réglages iraient dans votre profil Windows.
"""


def build(tree: Path, target: Path) -> Path:
    """Write the ZIP of a tree and return its path."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _put(archive, MARK, _TEXT.replace("\n", "\r\n").encode())
        for file in files(tree):
            _put(archive, file.as_posix(), (tree / file).read_bytes())
    return target


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(f"nrdesk/{name}", time.gmtime(moment())[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content, compresslevel=9)
