# Every target may be repeated; none writes outside the checkout, the package caches and,
# through apt, the system's packages.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

CARGO_TARGET_DIR ?= target
target := $(abspath $(CARGO_TARGET_DIR))
export CARGO_TARGET_DIR := $(target)

# A person's own settings and newsrooms are neither read nor touched.
unexport SHPALTA_NEWSROOM
export XDG_CONFIG_HOME := $(target)/xdg/config
export XDG_DATA_HOME := $(target)/xdg/data
export XDG_STATE_HOME := $(target)/xdg/state
export XDG_CACHE_HOME := $(target)/xdg/cache

# How many times longer than in `make test` the long runs of `make campaign` last.
SHPALTA_CAMPAIGN ?= 40

.PHONY: help run test check bench campaign screens bindings dist

help: ## what can be made here
	@sed -nE 's/^([a-z]+): ## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: ## set up, then open a sample newsroom in the window, or do the main job where no display is
	@tools/run.sh

test: ## set up, then every test
	@tools/setup.sh command window ui screen pages servers faults
	cargo build --workspace --all-targets
	npm test
	SHPALTA_WINDOW=required cargo test --workspace

check: ## format, lints, types, documentation, licences and sources of dependencies
	cargo fmt --all --check
	@tools/setup.sh command window ui
	npm run check
	cargo clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps
	tools/deny.sh

bench: ## the figures of speed and memory, measured on this machine
	@tools/setup.sh command window ui screen pages peers
	cargo build --release -p shpalta-desk --bins --examples
	cargo build --release -p shpalta-cli
	cargo run --release -p shpalta-tests --bin perf
	cargo test -p shpalta-tests --test suite -- --ignored --nocapture speed_of_a_page

campaign: ## the long runs: faults, random texts, corpora, kills of the window
	@tools/setup.sh command window ui screen pages servers faults
	SHPALTA_CAMPAIGN=$(SHPALTA_CAMPAIGN) PROPTEST_CASES=$$((256 * $(SHPALTA_CAMPAIGN))) \
		cargo test --release
	cargo build -p shpalta-desk
	SHPALTA_CAMPAIGN=$(SHPALTA_CAMPAIGN) SHPALTA_WINDOW=required \
		cargo test -p shpalta-tests --test desktop

screens: ## pictures of every screen of the window, and of exported pages, into target/screens
	@tools/setup.sh command window ui screen pages
	cargo test -p shpalta-tests --test suite -- --ignored screens_of
	cargo build -p shpalta-desk
	SHPALTA_WINDOW=required cargo test -p shpalta-tests --test desktop -- --ignored screens

bindings: ## the window's types, written anew from what Rust declares
	@tools/setup.sh command window ui
	SHPALTA_BINDINGS=write cargo test -p shpalta-desk bindings

dist: ## the packages of this system, with the licences of what they are built from: target/dist
	@tools/setup.sh command window ui
	tools/dist.sh
