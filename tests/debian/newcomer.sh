#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The README's two commands on a machine with nothing but Debian 12 and this checkout.
#
# usage: tests/debian/newcomer.sh [FOLDER]     root; takes about 20 minutes and 3 GB
#   FOLDER is made with debootstrap unless it is there already; by default a new one that is removed.
set -eu

. "$(dirname "$0")/chroot.sh"
target=${1-}
if [ -z "$target" ]; then
  scratch=$(mktemp -d)
  target=$scratch/bookworm
fi

make_folder bookworm "$target"
copy_checkout "$target"
copy_shared "$target"
enter "$target"

echo "== ./build-aux/run, without a display"
inside /root/variorum/build-aux/run >"$target/root/run.txt"
cat "$target/root/run.txt"
grep -q 'paragraphs changed' "$target/root/run.txt" || { echo "run printed no comparison"; exit 1; }

echo "== ./build-aux/test"
status=0
inside /root/variorum/build-aux/test || status=$?

leave
[ -z "${scratch-}" ] || rm -rf "$scratch"
exit $status
