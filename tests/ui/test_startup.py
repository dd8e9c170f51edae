"""What the window imports before its first page is painted."""

import os
import subprocess
import sys
import textwrap

import pytest

HEAVY = ("sqlalchemy", "matplotlib", "reportlab", "openpyxl", "python_calamine", "pikepdf", "lxml", "numpy")

_PAINT = """
    import sys
    from PySide6.QtCore import QEvent, QObject
    from nrdesk import app

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                print(*sorted(name for name in sys.modules if "." not in name))
                application.quit()
            return False

    application = app.make_application()
    painted = Painted()
    window = app.MainWindow()
    window.centralWidget().installEventFilter(painted)
    window.show()
    application.exec()
"""


@pytest.mark.slow
def test_the_welcome_page_is_painted_before_anything_heavy_is_imported(tmp_path: object) -> None:
    environment = {**os.environ, "NRDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_PAINT)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = set(done.stdout.split())
    assert "PySide6" in imported
    assert imported.isdisjoint(HEAVY)


@pytest.mark.slow
def test_a_document_opens_without_what_reports_and_imports_need(tmp_path: object, path: object) -> None:
    code = f"""
        import sys
        from pathlib import Path
        from nrdesk import app

        application = app.make_application()
        window = app.MainWindow()
        window.open_path(Path({str(path)!r}))
        window.show()
        application.processEvents()
        assert window.workspace is not None
        print(*sorted(name for name in sys.modules if "." not in name))
        window.close()
    """
    environment = {**os.environ, "NRDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = set(done.stdout.split())
    assert "sqlalchemy" in imported
    assert imported.isdisjoint(set(HEAVY) - {"sqlalchemy"})


_COUNT = """
    import os, sys
    from importlib.util import source_from_cache
    read = {}

    def note(event, arguments):
        if event == "open" and isinstance(arguments[0], str) and os.path.isfile(arguments[0]):
            name = os.path.realpath(arguments[0])
            # A module is one file, whether Python finds it compiled, compiles it or looks at both.
            module = source_from_cache(name) if "__pycache__" in name else name
            read[module] = max(read.get(module, 0), os.path.getsize(name))

    sys.addaudithook(note)
    from nrdesk import app
    from PySide6.QtCore import QEvent, QObject

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                ours = {name: size for name, size in read.items() if "nrdesk" in name or "resources" in name}
                print(len(read), sum(read.values()), len(ours), sum(ours.values()))
                application.quit()
            return False

    application, window = app.open_window()
    painted = Painted()
    window.centralWidget().installEventFilter(painted)
    window.show()
    application.exec()
"""
MOST_FILES, MOST_BYTES = 160, 4_000_000
"""Files that Python reads before the first paint, and their bytes: an old disk reads some hundred a second.
Those that Qt reads itself (its libraries, two faces of the font) come besides."""
MOST_OF_OURS, MOST_OF_OUR_BYTES = 60, 400_000
"""The same, of nrdesk alone."""


@pytest.mark.slow
def test_few_files_are_read_before_the_first_paint(tmp_path: object) -> None:
    environment = {**os.environ, "NRDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-B", "-c", textwrap.dedent(_COUNT)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    files, weight, ours, our_weight = map(int, done.stdout.split())
    assert 0 < ours <= MOST_OF_OURS, done.stdout
    assert our_weight <= MOST_OF_OUR_BYTES, done.stdout
    assert files <= MOST_FILES, done.stdout
    assert weight <= MOST_BYTES, done.stdout
