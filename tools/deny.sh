#!/usr/bin/env bash
# Looks over the dependencies with cargo-deny, and installs that into the target folder first.
set -euo pipefail
cd "$(dirname "$0")/.."

# A debug build takes half the time of a release build and is fast enough.
PATH="$(tools/cargo-tool.sh cargo-deny 0.20.2 --debug):$PATH"

cargo deny --workspace check --hide-inclusion-graph bans licenses sources

if timeout 60 cargo deny fetch db >/dev/null 2>&1; then
  cargo deny --workspace check --disable-fetch advisories
else
  echo "advisories skipped: the advisory database cannot be reached from here"
fi
