"""The signature, with a certificate made for the occasion."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installer.windows import BUILD, signing

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("openssl", "osslsigncode"))), reason="il manque openssl ou osslsigncode"
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(BUILD / "nrdesk" / "nrdesk.exe", tmp_path / "nrdesk.exe"))


def test_a_program_is_signed_with_the_certificate_of_the_maintainer(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate, both = tmp_path / "key.pem", tmp_path / "certificate.pem", tmp_path / "both.pfx"
    for command in (
        ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Essai",
         "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate],
        ["pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", "pass:secret", "-out", both],
    ):  # fmt: skip
        subprocess.run(["openssl", *map(str, command)], check=True, capture_output=True)
    (tmp_path / "password").write_text("secret")
    monkeypatch.setenv(signing.CERTIFICATE, str(both))
    monkeypatch.setenv(signing.PASSWORD_FILE, str(tmp_path / "password"))
    assert signing.sign(program)
    told = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(program)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    assert "CN=Essai" in told.stdout


def test_without_a_certificate_it_says_so_and_changes_nothing(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    before = program.read_bytes()
    assert not signing.sign(program)
    assert program.read_bytes() == before
    assert "nrdesk.exe n’est pas signé" in capsys.readouterr().err
