#!/usr/bin/env bash
# Opens the sample newsroom in the window. Where there is no display, the same job is done through
# the command line.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}

has_display() { [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

if has_display; then
  tools/setup.sh command window ui
  cargo build --package shpalta-desk
  exec "$target/debug/shpalta-desk" --sample
fi

echo "There is no display here, so no window opens: the command line does the desk's job instead."
tools/setup.sh command
exec tools/run-sample.sh
