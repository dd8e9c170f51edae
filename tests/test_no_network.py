"""nrdesk never opens a socket: proven by Python's own audit of what the interpreter does."""

import subprocess
import sys
from pathlib import Path

WATCHED = """
import sys
sys.addaudithook(lambda event, _: (_ for _ in ()).throw(SystemExit(f"socket: {event}"))
                 if event.startswith("socket.") else None)
from nrdesk.cli import main
folder = sys.argv[1]
assert main(["demo", f"{folder}/d.nrdesk"]) == 0
assert main(["exporter", f"{folder}/d.nrdesk", "--tout", folder]) == 0
assert main(["obligations", f"{folder}/d.nrdesk"]) == 0
"""


def test_a_whole_round_opens_no_socket(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_watch_would_see_a_socket() -> None:
    script = WATCHED.split("from nrdesk")[0] + "import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "socket: socket.__new__" in done.stderr
