#!/usr/bin/env bash
# The desk's main job on a sample newsroom, step by step through the command line:
# a story comes in, is translated, approved and exported; its original changes, the translations
# fall behind, are brought up to date and go out again.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
sample=$target/sample
newsroom=$sample/newsroom
site=$sample/site
texts=$sample/texts
story=lypy-lutsk

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }

show() {
  local word
  printf '\n$ shpalta'
  for word; do
    word=${word#"$PWD/"}
    if [[ $word == *" "* ]]; then word="\"$word\""; fi
    printf ' %s' "$word"
  done
  echo
}

run() {
  show "$@"
  "$target/debug/shpalta" --newsroom "$newsroom" "$@"
}

# Runs a command that the desk is expected to hold back.
held_back() {
  local status=0
  run "$@" || status=$?
  [ "$status" = 1 ] || {
    echo "“shpalta $1” ended with $status where 1, “held back”, was expected" >&2
    exit 1
  }
}

echo "Building the command…"
cargo build --quiet --package shpalta-cli
rm -rf "$sample"
mkdir -p "$texts"
cp tools/sample/*.md "$texts"

step "1. A newsroom with stories in different states"
run init --sample
run site set folder "$site"
run staff add "Марта Бойко" --role translator --langs en,ru
run staff add "Левко Гнатюк" --role editor --langs uk,en,ru
run status

step "2. A story comes in, and an editor approves it"
run story import "$texts/lypy.uk.md"
run submit "$story" --lang uk
run approve "$story" --lang uk --by "Левко Гнатюк"

step "3. It is translated, checked and approved"
for lang in en ru; do
  run story write "$story" --lang "$lang" --from "$texts/lypy.$lang.md" --by "Марта Бойко"
  run submit "$story" --lang "$lang" --by "Марта Бойко"
  run approve "$story" --lang "$lang" --by "Левко Гнатюк"
done
run check "$story"
run export "$story"

step "4. A number in the original changes: both translations fall behind"
sed -i.before 's/300 лип/350 лип/' "$texts/lypy.uk.md"
run story write "$story" --lang uk --from "$texts/lypy.uk.md"
run approve "$story" --lang uk --as update --by "Левко Гнатюк"
run status "$story"
held_back export "$story"

step "5. The translators bring them up to date, and they go out again"
sed -i.before 's/300 lindens/350 lindens/' "$texts/lypy.en.md"
sed -i.before 's/300 лип/350 лип/' "$texts/lypy.ru.md"
for lang in en ru; do
  run story write "$story" --lang "$lang" --from "$texts/lypy.$lang.md" --by "Марта Бойко"
  run confirm "$story" --lang "$lang" --all --by "Марта Бойко"
  run approve "$story" --lang "$lang" --as update --by "Левко Гнатюк"
done
run export "$story"
run status "$story"

step "The exported files"
(cd "$site" && find . -type f | sort | sed 's|^\./|  |')

page=$(find "$site" -name index.html | sort | head -n 1)
cat <<TEXT

How to look at them:
  in a browser     file://${page:-$site}
  from here        xdg-open "${page:-$site}"        (macOS: open, Windows: start)
  as a site        python3 -m http.server --directory "$site" 8000   then http://localhost:8000

The newsroom is $newsroom; go on with it:
  "$target/debug/shpalta" --newsroom "$newsroom" status
  "$target/debug/shpalta" help
TEXT
