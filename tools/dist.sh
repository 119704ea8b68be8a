#!/usr/bin/env bash
# Makes the packages of this system into target/dist: both programs, the licences of all that they
# are built from, and the kind of file that a parcel is.
#
#   tools/dist.sh              what this system takes: .deb, .dmg or .msi
#   tools/dist.sh deb rpm      these
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
dist=$target/dist
triple=$(rustc -vV | sed -n 's/^host: //p')

usual() {
  case $triple in
    *apple*) echo dmg ;;
    *windows*) echo msi ;;
    *) echo deb ;;
  esac
}

# Of the crates in both programs, and of the packages in what the window shows. The texts come with
# the crates: the list is the same wherever it is made.
licences() {
  PATH="$(tools/cargo-tool.sh cargo-about 0.9.3 --features cli):$PATH"
  for manifest in Cargo.toml src-tauri/cli/Cargo.toml; do
    cargo about generate --frozen --fail --target "$triple" --config tools/dist/about.toml \
      --manifest-path "$manifest" tools/dist/licences.hbs
  done
  cat ui/dist/licences.md
}

# What lies beside the window's program only in a package.
beside() {
  cat <<JSON
{
  "bundle": {
    "externalBin": ["$dist/shpalta"],
    "resources": { "$dist/licences.txt": "licences.txt" },
    "linux": { "deb": { "files": { "/usr/share/doc/shpalta/copyright": "$dist/licences.txt" } } }
  }
}
JSON
}

mkdir -p "$dist"
licences >"$dist/licences.txt"
cargo build --release --locked -p shpalta-cli
suffix=$(case $triple in *windows*) echo .exe ;; esac)
cp "$target/release/shpalta$suffix" "$dist/shpalta-$triple$suffix"

[ $# -gt 0 ] || set -- "$(usual)"
for kind in "$@"; do
  # The window's tests show that tauri and its JavaScript go together.
  npx tauri build --ci --ignore-version-mismatches --bundles "$kind" --config "$(beside)" -- --locked
  find "$target/release/bundle/$kind" -maxdepth 1 -type f -name "*.$kind" -exec cp {} "$dist/" \;
done
find "$dist" -maxdepth 1 -type f -name '*.*' ! -name licences.txt ! -name 'shpalta-*' -print
