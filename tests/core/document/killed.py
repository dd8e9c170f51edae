"""The process that `test_kill` kills: a plain model of what it does, and the loop that does it.

`python -m tests.core.document.killed` imports nrdesk once, then forks a child for each line "path seed
seconds" of its input and kills it after so many seconds: counted from its birth for one seed out of two, so
that some die while opening, and from its first action for the others, however slow the machine is. The child
writes the number of each action that returned; "killed" follows once it is dead.
"""

import contextlib
import os
import random
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.model import Equipment

State = dict[str, str]
"""Number of a line -> its site."""


@dataclass
class Plain:
    """What the document must hold, as dictionaries."""

    state: State
    done: list[State] = field(default_factory=list)

    def operation(self, seed: int, number: int) -> tuple[str, list[str], str]:
        """Return the action that comes next: its kind, the lines it touches, the value it writes."""
        dice = random.Random(seed * 1_000_003 + number)
        kinds = ["add", "import", "edit", "edit all", "delete"] + ["undo"] * bool(self.done)
        kind = "delete" if len(self.state) > 1500 else dice.choice(kinds)
        known = sorted(self.state)
        lines = {
            "add": [f"{seed}-{number}"],
            "import": [f"{seed}-{number}-{n}" for n in range(150)],
            "edit": [dice.choice(known)] if known else [],
            "edit all": known,
            "delete": dice.sample(known, len(known) * 3 // 4),
        }
        return kind, lines.get(kind, []), f"site {seed}-{number}"

    def apply(self, kind: str, lines: list[str], site: str) -> None:
        """Do it here."""
        if kind == "undo":
            self.state = self.done.pop()
        elif lines:
            self.done.append(self.state)
            if kind == "delete":
                self.state = {line: site for line, site in self.state.items() if line not in set(lines)}
            else:
                self.state = self.state | dict.fromkeys(lines, site)


def act(document: Document, campaign_id: str, kind: str, lines: list[str], site: str) -> None:
    """Do it in the document."""
    if kind == "undo":
        document.undo()
        return
    ids = {number: id for id, number in document.column(Equipment, "number").items()}
    with document.action(kind) as tx:
        if kind in ("add", "import"):
            tx.add_all(Equipment(campaign_id=campaign_id, number=number, site=site) for number in lines)
        elif kind == "delete":
            tx.delete(Equipment, [ids[number] for number in lines])
        else:
            tx.update_all(Equipment, [ids[number] for number in lines], site=site)


def work(path: Path, seed: int, ready: int) -> None:
    """Act until killed, saying the number of each action once it has returned.

    Args:
        path: the document.
        seed: what is done.
        ready: file descriptor told that the document is open.
    """
    document = Document.open(path)
    campaign_id = document.campaign.id
    sites = document.column(Equipment, "site")
    numbers = document.column(Equipment, "number")
    plain = Plain({numbers[id]: site for id, site in sites.items()})
    os.write(1, b"open\n")
    os.write(ready, b".")
    for number in range(1_000_000):
        operation = plain.operation(seed, number)
        act(document, campaign_id, *operation)
        plain.apply(*operation)
        os.write(1, f"{number}\n".encode())


def main() -> None:
    """Fork and kill as the input says."""
    for line in sys.stdin:
        path, seed, seconds = line.rstrip("\n").split("\t")
        opened, ready = os.pipe()
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                work(Path(path), int(seed), ready)
            os.write(1, b"failed\n")
            os._exit(1)
        os.close(ready)
        if int(seed) % 2:
            os.read(opened, 1)
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(opened)
        os.write(1, b"killed\n")


if __name__ == "__main__":
    main()
