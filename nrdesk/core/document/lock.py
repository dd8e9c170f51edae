"""The lock beside an open document: who has it, on which machine, since when.

It is a small file created with `O_EXCL`, which is atomic on local disks and network shares alike. SQLite's
own locks keep the file sound whatever happens; this one keeps two people from working on it unknowingly.

A lock outlives a killed process. It is stale when its process is dead on this machine, when the machine has
started again since, or when it cannot be read. A lock from another machine is never presumed stale: the
user may decide it (`take_over`).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import sys
import time
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from nrdesk.core.document.stamps import machine_name, user_name
from nrdesk.core.errors import UserError

_PROCESS = uuid.uuid4().hex
_BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Where Linux names the present start of the machine."""
_PATIENCE_SECONDS = 0.5
"""How long a lock may stay unreadable while the process that has just created it fills it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the document open."""

    user: str
    machine: str
    since: str
    """UTC time, ISO 8601."""
    pid: int
    boot: str
    """Changes each time the machine starts; empty where the system does not tell."""
    process: str
    """Tells this process from another that had the same number."""

    def is_alive(self) -> bool:
        """Whether the document may still be open there."""
        if self.machine != machine_name():
            return True
        if self.boot != _boot():
            return False
        return self.process == _PROCESS if self.pid == os.getpid() else _is_running(self.pid)


class DocumentLocked(UserError):  # noqa: N818 -- said as the user would
    """The document is open elsewhere."""

    def __init__(self, holder: Holder) -> None:
        since = dt.datetime.fromisoformat(holder.since).astimezone()
        who = f" par {holder.user}" if holder.user else ""
        super().__init__(
            f"Ce document est déjà ouvert{who} sur le poste « {holder.machine} », "
            f"depuis le {since:%d/%m/%Y} à {since:%H} h {since:%M}.",
            kept="Rien n’est modifié.",
            todo="Fermez-le là-bas, ou ouvrez-le ici en lecture seule.",
        )
        self.holder = holder


class Lock:
    """The lock of one document, held until released."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content

    @classmethod
    def take(cls, document: Path, *, take_over: bool = False) -> Lock:
        """Take the lock of a document.

        Args:
            document: path of the document.
            take_over: take it even from a holder that seems alive.

        Raises:
            DocumentLocked: someone has it.
            OSError: the folder refuses the file.
        """
        path = lock_path(document)
        content = _ours()
        while True:
            try:
                _create(path, content)
                return cls(path, content)
            except FileExistsError:
                seen, holder = _read(path)
                if holder and holder.is_alive() and not take_over:
                    raise DocumentLocked(holder) from None
                _put_away(path, seen)

    def release(self) -> None:
        """Remove the lock, unless someone took it over."""
        with contextlib.suppress(FileNotFoundError):
            if self._path.read_bytes() == self._content:
                self._path.unlink()


def lock_path(document: Path) -> Path:
    """Return the path of the lock of a document, the same through a symbolic link."""
    real = document.resolve()
    return real.with_name(f".~{real.name}.verrou")


def holder_of(document: Path) -> Holder | None:
    """Return who has a document open, None when nobody does."""
    _, holder = _read(lock_path(document))
    return holder if holder and holder.is_alive() else None


def _create(path: Path, content: bytes) -> None:
    """Create a file that must not exist, whole or not at all."""
    with path.open("xb", buffering=0) as file:
        try:
            file.write(content)
        except OSError:  # disk full
            path.unlink()
            raise


def _ours() -> bytes:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    holder = Holder(user_name(), machine_name(), now, os.getpid(), _boot(), _PROCESS)
    return json.dumps(asdict(holder), ensure_ascii=False).encode()


def _read(path: Path) -> tuple[bytes, Holder | None]:
    """Return a lock's bytes and its holder, None when the lock is gone or cannot be read."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    content = b""
    while True:
        try:
            content = path.read_bytes()
            holder = Holder(**json.loads(content))
            dt.datetime.fromisoformat(holder.since)
        except FileNotFoundError:
            return b"", None
        except (ValueError, TypeError):
            if time.monotonic() > deadline:
                return content, None
            time.sleep(0.05)
        else:
            return content, holder


def _put_away(path: Path, seen: bytes) -> None:
    """Remove a stale lock, whose content was `seen`: two processes that both try do not remove a third's."""
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    with contextlib.suppress(FileNotFoundError):
        path.rename(aside)
        if aside.read_bytes() == seen:
            aside.unlink()
        else:
            # Someone took the lock between our reading and our renaming.
            aside.rename(path)


def _boot() -> str:
    with contextlib.suppress(OSError):
        return _BOOT.read_text().strip()
    return ""


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover -- tested on Windows only
        # `os.kill(pid, 0)` ends the process on Windows.
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        synchronize, access_denied, wait_timeout = 0x0010_0000, 5, 0x102
        process = kernel.OpenProcess(synchronize, False, pid)
        if not process:
            return ctypes.get_last_error() == access_denied
        running = kernel.WaitForSingleObject(process, 0) == wait_timeout
        kernel.CloseHandle(process)
        return bool(running)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it runs, for someone else
    return True
