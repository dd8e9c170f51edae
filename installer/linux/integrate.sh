#!/bin/sh
# Show nrdesk in the menu and open .nrdesk files with it, for this user only. Usage: integrate.sh [--remove]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
icons=$data/icons/hicolor/scalable

if [ "${1:-}" = --remove ]; then
    rm -f "$data/applications/nrdesk.desktop" "$data/mime/packages/nrdesk-mime.xml" \
        "$icons/apps/nrdesk.svg" "$icons/mimetypes/application-vnd.nrdesk+sqlite3.svg"
else
    mkdir -p "$data/applications" "$data/mime/packages" "$icons/apps" "$icons/mimetypes"
    cp "$here/nrdesk.desktop" "$data/applications/"
    cp "$here/nrdesk-mime.xml" "$data/mime/packages/"
    cp "$here/../icons/nrdesk.svg" "$icons/apps/nrdesk.svg"
    cp "$here/../icons/document.svg" "$icons/mimetypes/application-vnd.nrdesk+sqlite3.svg"
fi
# Desktops that are not there need no telling.
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$data/applications"; fi
