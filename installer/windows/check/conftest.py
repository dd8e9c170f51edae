"""One machine for all the checks, and the gaps of Wine at the end of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from installer.windows import BUILD
from installer.windows.check import machine as machines


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[machines.Machine]:
    """Return the machine; everything is skipped, and says why, where there can be none."""
    if why := machines.missing():
        pytest.skip(f"rien n’est vérifié : {why}")
    made = machines.Machine(tmp_path_factory.mktemp("machine"))
    yield made
    made.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what these checks cannot tell."""
    if machines.WINDOWS:
        return
    terminalreporter.section("ce que Wine ne dit pas")
    for gap in machines.GAPS:
        terminalreporter.write_line(f"- {gap}")
    terminalreporter.write_line(f"Captures d’écran, à regarder : {BUILD / 'screens'}")
