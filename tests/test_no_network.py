"""nrdesk never uses the network: every test is watched (`conftest`); here, the watch itself and a process."""

import socket
import subprocess
import sys
from pathlib import Path

from tests import network

WATCHED = """
import sys
sys.addaudithook(lambda event, _: (_ for _ in ()).throw(SystemExit(f"socket: {event}"))
                 if event.startswith("socket.") else None)
from nrdesk.cli import main
folder = sys.argv[1]
assert main(["demo", f"{folder}/d.nrdesk"]) == 0
assert main(["exporter", f"{folder}/d.nrdesk", "etat-des-lieux", f"{folder}/d.pdf"]) == 0
assert main(["obligations", f"{folder}/d.nrdesk"]) == 0
"""


def test_a_process_of_the_command_line_opens_no_socket_at_all(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_watch_of_a_process_would_see_a_socket() -> None:
    script = WATCHED.split("from nrdesk")[0] + "import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "socket: socket.__new__" in done.stderr


def test_the_watch_of_every_test_sees_a_socket_and_a_name() -> None:
    before = len(network.opened)
    socket.socket().close()
    socket.getaddrinfo("localhost", 80)
    seen = network.opened[before:]
    del network.opened[before:]
    assert seen[:2] == ["socket.__new__", "socket.getaddrinfo"]


def test_what_stays_on_the_machine_is_not_the_network() -> None:
    before = len(network.opened)
    for end in socket.socketpair():
        end.close()
    assert network.opened[before:] == []
