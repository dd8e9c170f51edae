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
