"""The real window on a real screen, walked through with what a screen reader receives and nothing else."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen_reader import Node, desk, missing_packages, wait_for

_MISSING = " ".join(missing_packages())

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(_MISSING), reason=f"needs the Debian packages {_MISSING}"),
]


@pytest.fixture
def window(home: Path) -> Iterator[Node]:
    # Not `tmp_path`: the path of a socket is short.
    with tempfile.TemporaryDirectory() as folder, desk(Path(folder)) as (root, environment):
        on_screen = {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NRDESK_HOME": str(home),
        }
        command = [sys.executable, "-m", "nrdesk", "--demo"]
        with subprocess.Popen(command, env={**environment, **on_screen}) as process:
            try:
                yield wait_for(lambda: _window(root), lambda: "the window of nrdesk")
            finally:
                process.terminate()


def _window(root: Node) -> Node | None:
    windows = [
        window for program in root.children() if program.name == "nrdesk" for window in program.children()
    ]
    return windows[0] if windows else None


def test_the_demonstration_is_read_and_changed_by_names_alone(window: Node) -> None:
    assert window.role == "frame"
    assert window.name == "Valbrenne-sur-Orlette — nrdesk"

    # The inventory: a table that says its columns and its cells.
    window.find("check box", "Inventaire").press()
    table = window.find("table", "Inventaire")
    assert "Flèches pour se déplacer" in table.description
    headers = table.headers()
    assert headers[:3] == ["N°", "Catégorie", "Marque"]
    assert table.cell(0, headers.index("Catégorie")).name == "Ordinateur fixe de bureau"

    # The first step: a field says what it is and what is expected, and takes what is written.
    step = window.find("check box", "1. Prendre un bon départ")
    assert step.description.startswith("Fait à")
    step.press()
    field = window.find("text", "Fonction")
    assert field.description.startswith("Par exemple")
    before = field.text
    field.focus()
    field.write("secrétaire de mairie")
    window.press_enter()

    # What can be undone is said, and undone.
    window.find("push button", "Annuler\u00a0: Modifier «\u00a0Fonction\u00a0»").press()
    window.find("push button", "Rétablir\u00a0: Modifier «\u00a0Fonction\u00a0»")
    assert field.text == before

    window.find("push button", "Fermer ce fichier").press()
    window.find("text", "Quelle est votre collectivité")
    assert window.name == "nrdesk"
