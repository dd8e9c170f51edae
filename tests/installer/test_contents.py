"""What the Windows tree holds: the lists agree with the lock, with the self-test and with one another."""

import re
from importlib.metadata import packages_distributions

import pytest

from installer.windows import fetch, version
from installer.windows.contents import (
    DISTRIBUTIONS_DROPPED,
    RUNTIME_DROPPED,
    RUNTIME_KEPT,
    STANDARD_DROPPED,
    kept,
)
from nrdesk import __version__, selftest


def _locked() -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", fetch.LOCK.read_text(), re.MULTILINE))


def test_every_library_of_the_lock_is_tried_by_the_self_test_or_dropped_for_a_reason() -> None:
    tried = {name.split(".")[0] for name in selftest.LIBRARIES}
    named = packages_distributions()
    covered = {re.sub(r"[-_.]+", "-", name).lower() for module in tried for name in named.get(module, ())}
    assert _locked() - covered == set(DISTRIBUTIONS_DROPPED)


def test_the_lock_of_windows_holds_the_versions_that_are_tested() -> None:
    tested = (fetch.ROOT / "requirements.lock").read_text()
    for name, number in re.findall(r"^([a-z0-9-]+)==(\S+)", fetch.LOCK.read_text(), re.MULTILINE):
        assert f"{name}=={number} " in tested


def test_the_lock_names_no_registry() -> None:
    for lock in (fetch.LOCK, fetch.RUNTIME_LOCK):
        assert "://" not in lock.read_text()
        assert "--hash=sha256:" in lock.read_text()


def test_a_file_of_the_runtime_is_kept_or_dropped() -> None:
    assert RUNTIME_KEPT.isdisjoint(RUNTIME_DROPPED)
    assert {"_ssl.pyd", "libssl-3.dll", "libcrypto-3.dll", "_wmi.pyd"} <= set(RUNTIME_DROPPED)
    assert STANDARD_DROPPED.search("ssl.pyc")
    assert not STANDARD_DROPPED.search("sslproto.pyc")
    assert not STANDARD_DROPPED.search("asyncio/sslproto.pyc")


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Core.dll",
        "PySide6/QtPrintSupport.pyd",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/translations/qtbase_fr.qm",
        "pptx/templates/default.pptx",
        "matplotlib/mpl-data/matplotlibrc",
        "numpy-2.5.5.dist-info/licenses/LICENSE.txt",
        "python_calamine/_python_calamine.cp313-win_amd64.pyd",
    ],
)
def test_what_is_used_is_kept(path: str) -> None:
    assert kept(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/designer.exe",
        "numpy/_core/tests/test_umath.py",
        "sqlalchemy/orm/session.py",
        "lxml/includes/etree_defs.h",
        "reportlab-5.1.0.dist-info/RECORD",
    ],
)
def test_what_is_not_used_is_dropped(path: str) -> None:
    assert not kept(path)


def test_the_version_is_that_of_the_package() -> None:
    assert version() == __version__
