#!/usr/bin/env bash
# Installs a program that cargo runs into the target folder, unless that version is there, and says
# in which folder it lies.
#
#   tools/cargo-tool.sh cargo-deny 0.20.2 --debug
#   tools/cargo-tool.sh cargo-about 0.9.3 --features cli
set -euo pipefail
cd "$(dirname "$0")/.."

name=$1 version=$2
shift 2
tools=${CARGO_TARGET_DIR:-$PWD/target}/tools

if [ "$("$tools/bin/$name" --version 2>/dev/null)" != "$name $version" ]; then
  CARGO_PROFILE_DEV_DEBUG=0 cargo install "$name" --version "$version" "$@" --locked \
    --quiet --root "$tools" --target-dir "$tools/build" >&2
  rm -rf "$tools/build"
fi
echo "$tools/bin"
