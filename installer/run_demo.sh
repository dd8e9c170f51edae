#!/bin/sh
# Open the demonstration commune; without a screen, write its documents instead and say so.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m nrdesk --demo
fi

echo "Aucun écran : nrdesk écrit les documents de la commune de démonstration dans demo-out/."
rm -rf demo-out
mkdir demo-out
.venv/bin/nrdesk demo demo-out/valbrenne.nrdesk
.venv/bin/nrdesk exporter demo-out/valbrenne.nrdesk --tout demo-out
ls demo-out
