# SPDX-License-Identifier: GPL-3.0-or-later
# A fresh Debian in a folder, with this checkout copied in; sourced by newcomer.sh and trixie.sh.
# shellcheck shell=sh

root=$(cd "$(dirname "$0")/../.." && pwd)

[ "$(id -u)" = 0 ] || { echo "$0: debootstrap and chroot need root" >&2; exit 2; }
command -v debootstrap >/dev/null || "$root/build-aux/deps" debian

# The mirror this machine's own apt uses.
find_mirror ()
{
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    grep -v '^ *#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' '
}

# make_folder SUITE FOLDER: nothing but a minimal Debian; a folder that is there is used as it is.
make_folder ()
{
  mirror=$(find_mirror)
  if [ ! -e "$2/usr/bin/apt-get" ]; then
    [ -n "$mirror" ] || { echo "$0: apt's sources name no Debian mirror" >&2; exit 2; }
    echo "debootstrap $1 from $mirror ..."
    debootstrap --variant=minbase "$1" "$2" "$mirror" >"$2.log" 2>&1 ||
      { tail -n 20 "$2.log"; exit 2; }
  fi
  cp /etc/resolv.conf "$2/etc/resolv.conf"
}

# enter FOLDER: mounts what programs expect, until the script ends.
enter ()
{
  folder=$1
  trap leave EXIT
  trap 'exit 130' INT TERM
  mount -t proc proc "$folder/proc"
  mkdir -p "$folder/dev/pts" "$folder/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$folder/dev/pts"
  mount -t tmpfs tmpfs "$folder/dev/shm"
}

leave ()
{
  for mounted in dev/shm dev/pts proc; do
    umount "$folder/$mounted" 2>/dev/null || umount -l "$folder/$mounted" 2>/dev/null || :
  done
}

# copy_checkout FOLDER: the sources as they are, without what was built from them.
copy_checkout ()
{
  rm -rf "$1/root/variorum"
  mkdir -p "$1/root/variorum"
  tar -C "$root" --exclude='./_*' --exclude=./.git -cf - . | tar -C "$1/root/variorum" -xf -
  # Some tests run the programs as a user who owns nothing.
  chmod 755 "$1/root"
}

# copy_shared FOLDER: the shared material beside the checkout, where there is any.
copy_shared ()
{
  shared=${VARIORUM_SHARED:-$root/../shared}
  [ ! -d "$shared" ] || { rm -rf "$1/root/shared" && cp -rL "$shared" "$1/root/shared"; }
}

# inside COMMAND...: in the folder, with an environment as a login on a console has it.
inside ()
{
  chroot "$folder" /usr/bin/env -i HOME=/root TERM=linux LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
