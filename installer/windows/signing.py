"""Signs programs with a certificate that comes from outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CERTIFICATE, PASSWORD_FILE, TIMESTAMP = "NRDESK_PFX", "NRDESK_PFX_PASSWORD_FILE", "NRDESK_TIMESTAMP_URL"
"""Variables that name a PKCS#12 file, the file of its password, and a server of time stamps (optional)."""


def sign(program: Path) -> bool:
    """Sign a program, a library or an MSI in place; say so and do nothing without a certificate.

    Returns:
        Whether it was signed.
    """
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        sys.stderr.write(
            f"Attention : {program.name} n’est pas signé ({CERTIFICATE} ne nomme aucun certificat).\n"
        )
        return False
    signed = program.with_name(f"{program.name}.signe")
    command = ["osslsigncode", "sign", "-pkcs12", certificate, "-h", "sha256", "-n", "nrdesk"]
    if password := os.environ.get(PASSWORD_FILE):
        command += ["-readpass", password]
    if server := os.environ.get(TIMESTAMP):
        command += ["-ts", server]
    subprocess.run(
        [*command, "-in", str(program), "-out", str(signed)], check=True, stdout=subprocess.DEVNULL
    )
    signed.replace(program)
    return True
