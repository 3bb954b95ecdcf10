#!/usr/bin/env bash
# All that must pass: formatting, lints, tests, cases. From a fresh clone it needs rustup alone.
set -euo pipefail
cd "$(dirname "$0")"

step() { printf '\n== %s\n' "$*"; }

step "format"
cargo fmt --all --check

step "lints"
cargo clippy --workspace --all-targets --locked -- -D warnings

step "tests and cases"
cargo test --workspace --locked

if command -v cargo-deny >/dev/null 2>&1; then
  step "licences and sources of dependencies"
  cargo deny --locked check licenses bans sources
else
  step "licences: skipped, cargo-deny is not installed (cargo install cargo-deny)"
fi
