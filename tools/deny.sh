#!/usr/bin/env bash
# Looks over the dependencies with cargo-deny, and installs that into the target folder first.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.20.2
tools=${CARGO_TARGET_DIR:-$PWD/target}/tools
export PATH="$tools/bin:$PATH"

if [ "$(cargo deny --version 2>/dev/null)" != "cargo-deny $version" ]; then
  # A debug build takes half the time of a release build and is fast enough.
  CARGO_PROFILE_DEV_DEBUG=0 cargo install cargo-deny --version "$version" --locked --debug \
    --quiet --root "$tools" --target-dir "$tools/build"
  rm -rf "$tools/build"
fi

cargo deny --workspace check --hide-inclusion-graph bans licenses sources

if timeout 60 cargo deny fetch db >/dev/null 2>&1; then
  cargo deny --workspace check --disable-fetch advisories
else
  echo "advisories skipped: the advisory database cannot be reached from here"
fi
