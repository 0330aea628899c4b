#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same tree on Debian 13: builds without a warning and passes its tests.
#
# usage: tests/debian/trixie.sh [FOLDER]     root; takes about 10 minutes and 3 GB
#   FOLDER is made with debootstrap unless it is there already; by default a new one that is removed.
set -eu

. "$(dirname "$0")/chroot.sh"
target=${1-}
if [ -z "$target" ]; then
  scratch=$(mktemp -d)
  target=$scratch/trixie
fi

make_folder trixie "$target"
copy_checkout "$target"
copy_shared "$target"
enter "$target"

status=0
inside /root/variorum/build-aux/test --quick || status=$?

leave
[ -z "${scratch-}" ] || rm -rf "$scratch"
exit $status
