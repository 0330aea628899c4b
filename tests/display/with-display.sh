#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a display and a session bus of its own; 77 is meson's word for skipped.
for needed in xvfb-run Xvfb dbus-run-session; do
  if ! command -v "$needed" >/dev/null 2>&1; then
    echo "1..0 # SKIP skipped: no $needed"
    exit 77
  fi
done
# What is fatal is so for the test, not for the bus and the services that it starts.
debug=$G_DEBUG
unset G_DEBUG
exec xvfb-run -a -s "-screen 0 1600x1200x24 -nolisten tcp" dbus-run-session -- \
  env G_DEBUG="$debug" "$@"
