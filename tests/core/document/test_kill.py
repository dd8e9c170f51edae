"""A process killed at any instant loses nothing that it acknowledged."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.core.document import Document

from .killed import Plain, State

ROUNDS = 200
ROOT = Path(__file__).parents[3]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork")
def test_a_process_killed_200_times_loses_no_acknowledged_action(document: Document, path: Path) -> None:
    document.close()
    plain = Plain({})
    dice = random.Random(2)
    rolled_back = acted = 0
    command = [sys.executable, "-m", "tests.core.document.killed"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as server:
        assert server.stdin
        assert server.stdout
        for seed in range(ROUNDS):
            seconds = dice.uniform(0.005, 0.2)
            server.stdin.write(f"{path}\t{seed}\t{seconds}\n")
            server.stdin.flush()
            said = []
            while (word := server.stdout.readline().strip()) != "killed":
                assert word not in ("failed", ""), "the child failed by itself"
                said.append(word)
            for number in range(len(said) - 1):
                plain.apply(*plain.operation(seed, number))
            acted += max(0, len(said) - 1)
            rolled_back += path.with_name(f"{path.name}-journal").exists()
            found = content(path)
            # The action under way when the process died is there whole, or not at all.
            following = Plain(plain.state, list(plain.done))
            following.apply(*following.operation(seed, max(0, len(said) - 1)))
            assert found in (plain.state, following.state), f"round {seed}, after {len(said)} words"
            plain = Plain(found)
        server.stdin.close()
    assert acted > ROUNDS
    assert rolled_back, "no process died while writing: the instants are badly chosen"
    with Document.open(path) as again:
        assert again.verify() == []


def content(path: Path) -> State:
    """Return what a file holds, once checked as a stranger would."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return dict(connection.execute("SELECT number, site FROM equipment"))
