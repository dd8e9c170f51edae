"""Makes the MSI for deployment on many machines, with wixl (the syntax of WiX 3)."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installer.windows import BUILD, HERE, moment, version
from installer.windows.signing import sign

_SPACE = uuid.UUID("6f1b7a0e-3f0c-5c7a-9c55-1f7f0a9b8e21")
"""Every identifier is drawn from it and from a path: the same file is the same component in every version."""
_KIND = "nrdesk.Dossier.1"
_EXTRAS: Mapping[str, tuple[str | tuple[str, str], ...]] = {
    "nrdesk.exe": (
        '<Shortcut Id="shortcut" Directory="ProgramMenuFolder" Name="nrdesk" WorkingDirectory="INSTALLDIR" '
        'Advertise="no"/>',
        ("Software\\Classes\\.nrdesk", _KIND),
        (f"Software\\Classes\\{_KIND}", "Dossier nrdesk"),
        (f"Software\\Classes\\{_KIND}\\DefaultIcon", "[INSTALLDIR]nrdesk.exe,1"),
        (f"Software\\Classes\\{_KIND}\\shell\\open\\command", '"[INSTALLDIR]nrdesk.exe" "%1"'),
    )
}
"""What goes with a file: a shortcut as XML, registry values as (key, value)."""


def build(tree: Path, target: Path, number: str = version()) -> Path:
    """Write the MSI of a tree, as this version, and return its path."""
    source = BUILD / "nrdesk.wxs"
    source.write_text(_document(tree, number), encoding="utf-8")
    subprocess.run(["wixl", "--arch", "x64", "--output", str(target), str(source)], cwd=BUILD, check=True)
    _settle(target, f"package {number} {moment()}")
    sign(target)
    return target


_DRAWN = re.compile(
    rb"(\x1e\0\0\0\x27\0\0\0\{)[0-9A-F-]{36}(\}\0\0\x40\0\0\0).{8}(\x40\0\0\0).{8}", re.DOTALL
)
"""In the summary of the package, one after the other: its identifier, then when it was made and saved."""


def _settle(target: Path, name: str) -> None:
    """Write our identifier and date in the place of those that wixl draws from chance and from the clock."""
    # Windows counts tenths of microseconds since 1601.
    when = struct.pack("<Q", (moment() + 11_644_473_600) * 10_000_000)
    content, count = _DRAWN.subn(
        lambda found: found[1] + _guid(name).encode() + found[2] + when + found[3] + when, target.read_bytes()
    )
    if count != 1:
        raise SystemExit(f"{target.name} : le résumé du paquet n’est pas là où il est attendu.")
    target.write_bytes(content)


def _document(tree: Path, number: str) -> str:
    components: list[str] = []
    folders = "\n".join(_folder(tree, tree, components))
    references = "".join(f'<ComponentRef Id="{component}"/>' for component in components)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="{_guid(f"product {number}")}" Name="nrdesk" Language="1036" Codepage="1252" Version="{number}"
  Manufacturer="nrdesk" UpgradeCode="{_guid("upgrade")}">
<Package InstallerVersion="500" Compressed="yes"
  InstallScope="perMachine" Languages="1036" Description="nrdesk {number}" Comments="EUPL-1.2"/>
<MajorUpgrade DowngradeErrorMessage="Une version plus récente de nrdesk est déjà installée."/>
<Media Id="1" Cabinet="nrdesk.cab" EmbedCab="yes"/>
<Property Id="ARPPRODUCTICON" Value="nrdesk.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Icon Id="nrdesk.ico" SourceFile={_source(HERE / "nrdesk.ico")}/>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="nrdesk">
{folders}
</Directory></Directory>
<Directory Id="ProgramMenuFolder"/>
</Directory>
<Feature Id="Main" Level="1" Title="nrdesk">{references}</Feature>
</Product></Wix>
"""


def _folder(tree: Path, folder: Path, components: list[str]) -> Iterator[str]:
    """Give what a folder holds, and add its components to the list."""
    for path in sorted(folder.iterdir()):
        name = path.relative_to(tree).as_posix()
        if path.is_dir():
            yield f'<Directory Id="{_identifier("d", name)}" Name={quoteattr(path.name)}>'
            yield from _folder(tree, path, components)
            yield "</Directory>"
            continue
        component = _identifier("c", name)
        components.append(component)
        yield f'<Component Id="{component}" Guid="{_guid(name)}" Win64="yes">'
        file = quoteattr(path.name)
        yield f'<File Id="{_identifier("f", name)}" Name={file} Source={_source(path)} KeyPath="yes"/>'
        yield from map(_extra, _EXTRAS.get(name, ()))
        yield "</Component>"


def _source(path: Path) -> str:
    """Return a path for wixl, which reads none that is absolute."""
    return quoteattr(os.path.relpath(path, BUILD))


def _extra(extra: str | tuple[str, str]) -> str:
    if isinstance(extra, str):
        return extra
    key, value = map(quoteattr, extra)
    return f'<RegistryValue Root="HKLM" Key={key} Value={value} Type="string"/>'


def _guid(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name)).upper()


def _identifier(kind: str, name: str) -> str:
    return kind + uuid.uuid5(_SPACE, name).hex
