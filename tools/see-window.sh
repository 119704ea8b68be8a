#!/usr/bin/env bash
# Starts the window on a virtual display and passes when the window stands there with its title.
set -euo pipefail
cd "$(dirname "$0")/.."

title=Шпальта
program=${CARGO_TARGET_DIR:-target}/debug/shpalta-desk
seconds=30

if [ "$(uname -s)" != Linux ]; then
  echo "window skipped: the virtual display is Linux's"
  exit 0
fi

work=$(mktemp -d)
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
read -r -t 10 display <"$work/display"

# Without a session bus no desktop service is woken that would outlive this script.
mkdir -m 700 "$work/runtime"
export XDG_RUNTIME_DIR="$work/runtime" DBUS_SESSION_BUS_ADDRESS=disabled:
export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_CACHE_HOME="$work/cache"
export DISPLAY=":$display" GDK_BACKEND=x11 LC_ALL=C.UTF-8
"$program" >"$work/program.log" 2>&1 &
started+=($!)

for ((tenth = 0; tenth < seconds * 10; tenth++)); do
  if xwininfo -root -tree | grep -q "\"$title\""; then
    echo "window seen: $title, after $((tenth / 10)).$((tenth % 10)) s"
    exit 0
  fi
  kill -0 "${started[1]}" 2>/dev/null || break
  sleep 0.1
done

echo "no window called “$title” within $seconds s; the program said:" >&2
cat "$work/program.log" >&2
exit 1
