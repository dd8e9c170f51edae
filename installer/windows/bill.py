"""Writes what the packages hold (CycloneDX) and their checksums."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from email.parser import Parser
from pathlib import Path

from installer.windows import moment, version
from installer.windows.tree import files


def materials(wheels: Iterable[Path], runtime: Mapping[str, bytes], tree: Path, target: Path) -> Path:
    """Write the bill of materials: libraries with version, licence and hash, then every file."""
    components = [_runtime(runtime), *map(_library, wheels)]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'nrdesk {version()} {moment()}')}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment())),
            "component": {
                "type": "application",
                "name": "nrdesk",
                "version": version(),
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            },
        },
        "components": components + [_file(tree, file) for file in files(tree)],
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return target


def checksums(packages: Iterable[Path], target: Path) -> Path:
    """Write the SHA-256 of each package, as `sha256sum -c` reads them."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in packages]
    target.write_text("".join(lines), encoding="utf-8")
    return target


def _library(wheel: Path) -> dict[str, object]:
    with zipfile.ZipFile(wheel) as content:
        name = next(name for name in content.namelist() if name.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(content.read(name).decode("utf-8"), headersonly=True)
    licence = told["License-Expression"] or (told["License"] or "").split("\n")[0] or "voir licenses/"
    named = told["Name"].lower().replace("_", "-")
    return {
        "type": "library",
        "name": told["Name"],
        "version": told["Version"],
        "purl": f"pkg:pypi/{named}@{told['Version']}",
        "licenses": [{"license": {"name": licence}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}],
    }


def _runtime(runtime: Mapping[str, bytes]) -> dict[str, object]:
    library = runtime["python313.dll"]
    return {
        "type": "library",
        "name": "CPython",
        "version": _file_version(library),
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(library).hexdigest()}],
    }


def _file_version(library: bytes) -> str:
    """Return the version that the resources of a Windows library tell."""
    key = "FileVersion".encode("utf-16-le")
    start = library.rindex(key) + len(key)
    return library[start : start + 40].decode("utf-16-le", "ignore").strip("\0").split("\0")[0]


def _file(tree: Path, file: Path) -> dict[str, object]:
    digest = hashlib.sha256((tree / file).read_bytes()).hexdigest()
    return {"type": "file", "name": file.as_posix(), "hashes": [{"alg": "SHA-256", "content": digest}]}
