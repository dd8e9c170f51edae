"""Two people do not work on one document without knowing; a dead process locks nobody out."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document, DocumentLocked, OvertakenError
from nrdesk.core.document.lock import Lock, _put_away, holder_of, lock_path
from nrdesk.core.document.stamps import machine_name, user_name
from nrdesk.core.model import Equipment

OPEN = """
import sys
from pathlib import Path
from nrdesk.core.document import Document
with Document.open(Path(sys.argv[1])) as document:
    print("open", flush=True)
    sys.stdin.readline()
"""

RACE = """
import sys
from pathlib import Path
from nrdesk.core.document import DocumentLocked
from nrdesk.core.document.lock import Lock
sys.stdin.readline()
try:
    lock = Lock.take(Path(sys.argv[1]))
except DocumentLocked:
    print("locked", flush=True)
else:
    print("taken", flush=True)
    sys.stdin.readline()
    lock.release()
"""


@contextlib.contextmanager
def process(program: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program with a path as argument, killed at the end if it still runs."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=pipe, stdout=pipe, text=True
    ) as child:
        yield child
        child.kill()


def test_a_document_open_elsewhere_is_not_opened_twice(document: Document, path: Path) -> None:
    document.close()
    with process(OPEN, path) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(DocumentLocked) as raised:
            Document.open(path)
        assert raised.value.holder.pid == other.pid
        assert f"« {machine_name()} »".replace(" ", "\u00a0") in str(raised.value)
        with Document.open(path, read_only=True) as reader:
            assert reader.authority.name == "Échirolles"
        other.communicate("close\n", timeout=30)
    with Document.open(path) as again:
        assert not again.read_only
    assert not lock_path(path).exists()


def test_a_killed_process_locks_nobody_out(document: Document, path: Path) -> None:
    document.close()
    with process(OPEN, path) as other:
        assert other.stdout
        other.stdout.readline()
        other.kill()
        other.wait()
        assert lock_path(path).exists()
        with Document.open(path) as again:
            assert not again.read_only


def test_a_document_is_not_opened_twice_in_one_window(document: Document, path: Path) -> None:
    with pytest.raises(DocumentLocked):
        Document.open(path)
    link = path.with_name("raccourci.nrdesk")
    link.symlink_to(path)
    with pytest.raises(DocumentLocked):
        Document.open(link)


@pytest.mark.slow
def test_only_one_of_two_processes_takes_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    for stale in (False, True):
        if stale:
            write_lock(path, pid=dead_pid())
        with contextlib.ExitStack() as running:
            both = [running.enter_context(process(RACE, path)) for _ in range(2)]
            for child in both:
                assert child.stdin
                child.stdin.write("go\n")
                child.stdin.flush()
            said = [child.stdout.readline().strip() for child in both if child.stdout]
            assert sorted(said) == ["locked", "taken"]
            both[said.index("taken")].communicate("release\n", timeout=30)
        assert not lock_path(path).exists()


def dead_pid() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def write_lock(document: Path, **changes: object) -> dict[str, object]:
    """Write the lock that this process would take, with some changes."""
    lock = Lock.take(document)
    content = json.loads(lock_path(document).read_bytes()) | changes
    lock.release()
    lock_path(document).write_text(json.dumps(content))
    return content


@pytest.mark.parametrize(
    "changes",
    [
        {"boot": "another start of the machine"},
        {"process": "another process that had our number"},
        {"pid": 2**22 + 1},
        {"colour": "red"},
        {"since": "hier"},
    ],
)
def test_a_stale_lock_is_taken(tmp_path: Path, changes: dict[str, object]) -> None:
    path = tmp_path / "a.nrdesk"
    write_lock(path, **changes)
    assert holder_of(path) is None
    Lock.take(path).release()
    assert list(tmp_path.glob(".~*")) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{", b"[]", b"3"])
def test_an_unreadable_lock_is_taken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.nrdesk"
    lock_path(path).write_bytes(content)
    Lock.take(path).release()
    assert list(tmp_path.glob(".~*")) == []


def test_a_lock_being_written_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    write_lock(path)
    content = lock_path(path).read_bytes()
    lock_path(path).write_bytes(b"")
    timer = threading.Timer(0.1, lambda: lock_path(path).write_bytes(content))
    timer.start()
    with pytest.raises(DocumentLocked):
        Lock.take(path)
    timer.join()


@pytest.mark.parametrize("error", [None, PermissionError])
def test_a_running_process_keeps_its_lock(
    tmp_path: Path, error: type[OSError] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(pid: int, number: int) -> None:
        assert (pid, number) == (os.getppid(), 0)
        if error:
            raise error

    path = tmp_path / "a.nrdesk"
    write_lock(path, pid=os.getppid())
    monkeypatch.setattr(os, "kill", kill)
    with pytest.raises(DocumentLocked):
        Lock.take(path)


def test_a_lock_taken_meanwhile_is_not_put_away(tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    write_lock(path)
    taken = lock_path(path).read_bytes()
    _put_away(lock_path(path), b"the stale lock that was there before")
    assert lock_path(path).read_bytes() == taken
    _put_away(lock_path(path), taken)
    _put_away(lock_path(path), taken)
    assert list(tmp_path.glob(".~*")) == []


def test_the_system_may_not_tell_when_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nrdesk.core.document.lock._BOOT", tmp_path / "absent")
    path = tmp_path / "a.nrdesk"
    assert write_lock(path)["boot"] == ""
    with pytest.raises(DocumentLocked):
        Lock.take(path)


def test_the_session_may_have_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: {}["USER"])
    assert user_name.__wrapped__() == ""


def test_another_machine_keeps_its_lock_until_the_user_decides(document: Document, path: Path) -> None:
    document.close()
    write_lock(path, machine="PC-ACCUEIL", user="hélène", since="2025-03-05T08:05:00+00:00")
    with pytest.raises(DocumentLocked, match="hélène") as raised:
        Document.open(path)
    assert "PC-ACCUEIL" in str(raised.value)
    assert "05/03/2025" in str(raised.value)
    with Document.open(path, take_over=True) as again:
        assert not again.read_only
    assert not lock_path(path).exists()


def test_a_lock_taken_over_is_not_released_by_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    first = Lock.take(path)
    lock_path(path).unlink()
    write_lock(path, machine="PC-ACCUEIL")
    first.release()
    assert lock_path(path).exists()
    lock_path(path).unlink()
    first.release()


def test_work_does_not_go_on_over_the_writes_of_another(document: Document, path: Path) -> None:
    campaign_id = document.campaign.id
    with Document.open(path, take_over=True) as other, other.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=campaign_id, number="de l’autre"))
    with pytest.raises(OvertakenError), document.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=campaign_id, number="d’ici"))
    document.close()
    with Document.open(path) as again:
        assert list(again.column(Equipment, "number").values()) == ["de l’autre"]
