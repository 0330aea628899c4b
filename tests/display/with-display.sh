#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a display and a session bus of its own; 77 is meson's word for skipped.
for needed in Xvfb dbus-run-session; do
  if ! command -v "$needed" >/dev/null 2>&1; then
    echo "1..0 # SKIP skipped: no $needed"
    exit 77
  fi
done

# The server picks a free number itself; xvfb-run -a looks for one, and two at once find the same.
folder=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 "${VARIORUM_SCREEN:-1600x1200x24}" -nolisten tcp -noreset 3>"$folder/number" 2>"$folder/log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 143' HUP INT TERM
turns=0
until [ -s "$folder/number" ]; do
  turns=$((turns + 1))
  if [ "$turns" -gt 200 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$folder/log"
    exit 99
  fi
  sleep 0.1
done

# What is fatal is so for the test, not for the bus and the services that it starts.
debug=$G_DEBUG
unset G_DEBUG XAUTHORITY WAYLAND_DISPLAY
DISPLAY=:$(head -n 1 "$folder/number")
export DISPLAY
dbus-run-session -- env G_DEBUG="$debug" "$@"
