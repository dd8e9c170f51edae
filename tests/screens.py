"""Renders every screen of the demonstration offscreen: `python -m tests.screens OUT`.

One PNG per page and look: `inventory-light.png`, `inventory-dark.png`, `inventory-large.png` (200 % text).
`python -m tests.screens --guide` makes the pictures of the user guide again (`make guide`).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nrdesk.ui.shell.window import MainWindow

WIDTH, HEIGHT = 1366, 768
GUIDE_COLOURS = 128
"""Of a picture of the user guide. Whole and without dithering: shrunk, it would weigh more and read less."""
LOOKS = {"light": ("light", 1.0), "dark": ("dark", 1.0), "large": ("light", 2.0)}


def main(out: Path) -> None:
    """Render everything into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with _home():
        for name, (mode, scale) in LOOKS.items():
            _render(out, name, mode, scale)


@contextmanager
def _home() -> Iterator[None]:
    """Work offscreen, with files of nrdesk's own that are nobody's."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["NRDESK_HOME"] = home
        os.environ["NRDESK_INLINE"] = "1"
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield


def _render(out: Path, name: str, mode: str, scale: float) -> None:
    from nrdesk import app as root
    from nrdesk.ui import theme
    from nrdesk.ui.shell.routes import ROUTES
    from nrdesk.ui.shell.window import MainWindow

    app = root.make_application()
    theme.apply(app, mode, scale)
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.show()
    _shoot(window, out / f"welcome-{name}.png")
    window.open_demo()
    workspace = window.workspace
    assert workspace is not None
    for route in ROUTES:
        workspace.go(route.key)
        _shoot(window, out / f"{route.key}-{name}.png")
    _render_alone(window, out, name)
    window.close()


def _render_alone(window: MainWindow, out: Path, name: str) -> None:
    """Render the screens that stand without a document: training, its trainer, the portfolio."""
    from nrdesk.core import training
    from nrdesk.ui.portfolio import entering as portfolio
    from nrdesk.ui.training.start import TrainingStart

    window.show_training()
    start = window.centralWidget()
    assert isinstance(start, TrainingStart)
    _shoot(window, out / f"training-{name}.png")
    start.trainer_asked.emit()
    _shoot(window, out / f"trainer-{name}.png")
    # A path without a temporary name: pictures of the same screens are the same.
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        followed = Path("Collectivités suivies")
        followed.mkdir()
        for commune in training.communes():
            training.create(commune.key, followed / f"{commune.key}.nrdesk", "Table 1").close()
        portfolio.show(window, followed)
        _shoot(window, out / f"portfolio-{name}.png")


def guide(folder: Path) -> None:
    """Make the pictures of the user guide again: light, small on the disk, the same for the same screens."""
    from PIL import Image

    with tempfile.TemporaryDirectory() as out:
        with _home():
            _render(Path(out), "light", *LOOKS["light"])
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        for path in sorted(Path(out).glob("*-light.png")):
            image = Image.open(path).convert("RGB").quantize(GUIDE_COLOURS, dither=Image.Dither.NONE)
            image.save(folder / f"{path.stem.removesuffix('-light')}.png", optimize=True)


def _shoot(window: object, path: Path) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(window, QWidget)
    # Twice: the first pass lays out what the second one paints.
    for _ in range(2):
        QApplication.processEvents()
    window.grab().save(str(path))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--guide"]:
        guide(Path("resources/help/screens"))
    else:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))
