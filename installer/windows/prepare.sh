#!/bin/sh
# What the Windows build needs from Debian or Ubuntu: installed when root, else the exact command is printed.
# Usage: installer/windows/prepare.sh build|test
set -eu

build='makensis=nsis wixl=wixl x86_64-w64-mingw32-gcc=gcc-mingw-w64-x86-64 osslsigncode=osslsigncode
wine=wine'
check='wine=wine Xvfb=xvfb import=imagemagick x86_64-w64-mingw32-gcc=gcc-mingw-w64-x86-64'

wanted=$build
[ "$1" = build ] || wanted=$check
packages=
for pair in $wanted; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || packages="$packages ${pair#*=}"
done
[ -n "$packages" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installation des outils :$packages"
    apt-get update -qq
    # shellcheck disable=SC2086 -- a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
elif [ "$1" = build ]; then
    echo "Il manque des outils. Lancez cette commande, puis recommencez :"
    echo "    sudo apt-get install$packages"
    exit 1
else
    # The checks say themselves that they are skipped, and why.
    echo "Sans ces outils, rien n’est vérifié :"
    echo "    sudo apt-get install$packages"
fi
