#!/bin/sh
# Prepare this checkout: system libraries that Qt loads (Debian, Ubuntu), then .venv from a lock file.
# Usage: installer/prepare.sh LOCK_FILE
set -eu

lock=$1
cd "$(dirname "$0")/.."

# What Qt loads from the system -> the Debian package that brings it.
libraries='libEGL.so.1=libegl1 libGL.so.1=libgl1 libxkbcommon.so.0=libxkbcommon0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libglib-2.0.so.0=libglib2.0-0'
# Only a real screen needs these.
screen='libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-shape.so.0=libxcb-shape0 libxcb-image.so.0=libxcb-image0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0'

# The test that listens to a real window as a screen reader does (tests/e2e): program -> package.
reader='Xvfb=xvfb dbus-daemon=dbus /usr/libexec/at-spi-bus-launcher=at-spi2-core'

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

# Without the right to install, that test is skipped and says why: nobody is asked for it.
wants_reader() {
    [ "$lock" = requirements-dev.lock ] && [ "$(id -u)" = 0 ]
}

missing_packages() {
    command -v apt-get >/dev/null 2>&1 || return 0
    known=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p)
    wanted=$libraries
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wants_reader; then wanted="$wanted $screen"; fi
    for pair in $wanted; do
        case $known in *"${pair%%=*}"*) ;; *) printf '%s ' "${pair#*=}" ;; esac
    done
    if wants_reader; then
        for pair in $reader; do
            command -v "${pair%%=*}" >/dev/null 2>&1 || printf '%s ' "${pair#*=}"
        done
    fi
    python=$(find_python)
    if [ -z "$python" ]; then
        printf 'python3 python3-venv '
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf 'python3-venv '
    fi
}

install_packages() {
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        echo "Installation des bibliothèques du système : $packages"
        apt-get update -qq
        # shellcheck disable=SC2086 -- a list of packages
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        echo "Il manque des bibliothèques du système. Lancez cette commande, puis recommencez :"
        echo "    sudo apt-get install $packages"
        exit 1
    fi
}

install_packages
python=$(find_python)
if [ -z "$python" ]; then
    echo "Il faut Python 3.11 ou plus récent. Sous macOS : brew install python@3.13" >&2
    exit 1
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
# The `nrdesk` command, reading this checkout: what builds it is in the lock too, nothing else is fetched.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
