"""`python -m installer.windows`: the three packages of Windows, their bill of materials and checksums."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from installer.windows import BUILD, DIST, bill, commit, fetch, msi, nsis, older, portable, tree, version
from installer.windows.signing import sign

_MEGABYTE = 10**6
LARGEST_INSTALLER, LARGEST_TREE = 40 * _MEGABYTE, 140 * _MEGABYTE
"""Bytes; what a rural connection and an old disk bear."""


def main() -> int:
    """Build everything; returns 1 when something is larger than it may be."""
    asked = _arguments()
    BUILD.mkdir(parents=True, exist_ok=True)
    DIST.mkdir(exist_ok=True)
    runtime = fetch.runtime(asked.runtime, asked.runtime_sha256)
    fetch.check_signatures(runtime)
    wheels = fetch.wheels()
    folder = tree.assemble(runtime, wheels)
    for program in sorted(folder.glob("*.exe")):
        sign(program)
    name = f"nrdesk-{version()}"
    packages = (
        nsis.build(folder, DIST / f"{name}-installer.exe"),
        portable.build(folder, DIST / f"{name}-portable.zip"),
        msi.build(folder, DIST / f"{name}.msi"),
        bill.materials(wheels, runtime, folder, DIST / f"{name}-sbom.cdx.json"),
    )
    older.build(folder)
    # For whoever makes them again, to compare.
    (BUILD / "made.json").write_text(json.dumps({"commit": commit(), "runtime": _told(asked)}))
    sums = bill.checksums(packages, DIST / f"{name}-SHA256SUMS")
    sys.stdout.write(sums.read_text())
    return _weigh(folder, packages[0])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runtime", type=Path, help="archive embeddable de python.org (3.13, amd64)")
    parser.add_argument("--runtime-sha256", help="son empreinte, publiée par python.org")
    return parser.parse_args()


def _told(asked: argparse.Namespace) -> list[str]:
    """Return the arguments again, for another folder."""
    if asked.runtime is None:
        return []
    return ["--runtime", str(asked.runtime.absolute()), "--runtime-sha256", asked.runtime_sha256]


def _weigh(folder: Path, installer: Path) -> int:
    installed = sum((folder / file).stat().st_size for file in tree.files(folder))
    packed = installer.stat().st_size
    sys.stdout.write(
        f"Installeur : {packed / _MEGABYTE:.1f} Mo ; une fois installé : {installed / _MEGABYTE:.1f} Mo\n"
    )
    if packed > LARGEST_INSTALLER or installed > LARGEST_TREE:
        sys.stderr.write("Trop lourd : au plus 40 Mo et 140 Mo. Voyez installer/windows/contents.py.\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
