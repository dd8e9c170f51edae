"""Where the packages are tried: a Windows machine, or a Wine prefix of our own with a virtual screen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path, PureWindowsPath

from PIL import Image

from installer.windows import BUILD, HERE, wine

WINDOWS = sys.platform == "win32"
_COLOURS_OF_A_PAGE = 100
"""A smooth text has hundreds of shades; an empty screen or frame has a few."""
TOOLS = ("wine", "wineboot", "Xvfb", "import", "x86_64-w64-mingw32-gcc")
_STAND_INS = ("icuuc", "mscms", "bcryptprimitives")
"""Libraries of Windows that Wine 8 lacks or leaves half done: compiled from `wine/`, never shipped."""

GAPS = (
    "les classes de HKCU ne sont pas fondues dans HKCR : l’essai les copie dans HKLM",
    "icuuc.dll et bcryptprimitives.dll manquent, mscms.dll arrête le programme, ucrtbase.dll aussi pour les "
    "nombres complexes : des doublures les remplacent dans le préfixe d’essai seulement",
    "sans Qt, rien ne remplace ucrtbase.dll : la ligne de commande n’y écrit pas de graphique (l’essai "
    "complet de la copie installée les dessine)",
    "un style appliqué à une page met cent fois plus de temps que sous Windows : aucune durée n’est jugée",
    "ni SmartScreen, ni antivirus, ni lecteur d’écran, ni imprimante, ni changement d’échelle entre écrans",
    "le menu Démarrer et les icônes ne sont pas affichés : seuls les fichiers et les clés sont vérifiés",
)
"""What a check under Wine does not tell, printed at the end of each run."""


def missing() -> str:
    """Return why nothing can be checked here, empty when all is there."""
    if WINDOWS:
        return ""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"il manque {', '.join(lacking)}" if lacking else ""


class Machine:
    """Runs Windows programs, and looks at what they leave."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = dict(os.environ)
        self._screen: subprocess.Popen[bytes] | None = None
        if not WINDOWS:
            self._start_wine()

    def _start_wine(self) -> None:
        self.prefix = self.folder / "wine"
        number = next(n for n in range(90, 200) if not Path(f"/tmp/.X11-unix/X{n}").exists())
        self._screen = subprocess.Popen(
            ["Xvfb", f":{number}", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._environment |= {**wine.environment(self.prefix, "mscms=n"), "DISPLAY": f":{number}"}
        self.run("wineboot", "-i", seconds=300)
        # Wine 8 says that it is Windows 7, which nrdesk refuses.
        self.run("winecfg", "-v", "win10")
        for name in _STAND_INS:
            subprocess.run(
                ["x86_64-w64-mingw32-gcc", "-shared", "-static", "-O2", "-s", "-w",
                 str(HERE / "wine" / f"{name}.c"), "-o", str(self.path(rf"C:\windows\system32\{name}.dll"))],
                check=True,
            )  # fmt: skip

    def close(self) -> None:
        """Stop what this machine started."""
        if not WINDOWS:
            subprocess.run(
                ["wineserver", "-k"], env=self._environment, check=False, stderr=subprocess.DEVNULL
            )
        if self._screen:
            self._screen.terminate()
            self._screen.wait()

    def _command(self, program: str | Path, arguments: tuple[str | Path, ...]) -> list[str]:
        told = [self.windows(a) if isinstance(a, Path) else a for a in (program, *arguments)]
        return told if WINDOWS else ["wine", *told]

    def run(
        self, program: str | Path, *arguments: str | Path, seconds: float = 120, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; a `Path` is told as Windows writes it.

        Raises:
            subprocess.TimeoutExpired: it did not end in time.
        """
        return subprocess.run(
            self._command(program, arguments), input="", capture_output=True, encoding="utf-8",
            errors="replace", env=self._environment | environment, timeout=seconds, check=False,
        )  # fmt: skip

    def start(self, program: str | Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and leave it running."""
        started = subprocess.Popen(
            self._command(program, arguments), env=self._environment,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert started.stdin is not None
        started.stdin.close()
        return started

    def end(self, name: str) -> None:
        """End a program of this machine by the name of its file."""
        self.run("taskkill", "/f", "/im", name)
        time.sleep(2)

    def registry(self, key: str) -> Mapping[str, str]:
        """Return the values of a key by name ("" is the default one); empty when the key is not there."""
        told = self.run("reg", "query", key)
        values = {}
        for line in told.stdout.splitlines() if told.returncode == 0 else ():
            parts = line.strip().split("    ", 2)
            if len(parts) >= 2 and parts[1].startswith("REG_"):
                name = "" if parts[0].startswith("(") else parts[0]
                values[name] = parts[2].strip() if len(parts) == 3 else ""
        return values

    def keys_of_nrdesk(self) -> set[str]:
        """Return the keys of the user, in the registry, that bear the name of nrdesk."""
        kept = self.folder / "HKCU.reg"
        kept.unlink(missing_ok=True)
        self.run("reg", "export", r"HKCU\Software", kept)
        return set(re.findall(r"^\[(.*nrdesk.*)\]", kept.read_text(encoding="utf-16"), re.M | re.I))

    def windows(self, path: Path) -> str:
        """Return a path as Windows writes it."""
        if WINDOWS:
            return str(path)
        drive = self.prefix / "drive_c"
        if path.is_relative_to(drive):
            return str(PureWindowsPath("C:\\", *path.relative_to(drive).parts))
        return wine.windows_path(path)

    def path(self, windows: str) -> Path:
        """Return where a Windows path is for us."""
        if WINDOWS:
            return Path(windows)
        parts = PureWindowsPath(windows).parts
        return self.prefix.joinpath("drive_c", *parts[1:]) if parts[0][0] == "C" else Path("/", *parts[1:])

    def profile(self) -> Path:
        """Return the folder of the user."""
        if WINDOWS:
            return Path.home()
        users = self.prefix / "drive_c" / "users"
        return next(path for path in users.iterdir() if path.name != "Public")

    def screenshot(self, name: str) -> Path | None:
        """Keep a picture of the screen in `build/windows/screens` once a window is painted; None on Windows.

        Raises:
            AssertionError: nothing but flat colours was shown.
        """
        if WINDOWS:
            return None
        target = BUILD / "screens" / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        assert wait_for(lambda: self._grab(target) > _COLOURS_OF_A_PAGE, 240), f"{target} shows no page"
        # The page is there: its last part may still be on its way.
        time.sleep(5)
        self._grab(target)
        return target

    def _grab(self, target: Path) -> int:
        """Write the picture of the screen; return how many colours it has."""
        subprocess.run(["import", "-window", "root", str(target)], env=self._environment, check=True)
        with Image.open(target) as image:
            return len(image.convert("RGB").getcolors(1 << 24) or ())


def wait_for(found: Callable[[], object], seconds: float = 120) -> bool:
    """Ask each second until the answer is true, or the time is over; return whether it was."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found():
            return True
        time.sleep(1)
    return False
