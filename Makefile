# Askwell: `make demo` sets everything up and runs it; `make test` sets everything up and runs every test.
# Each step leaves a stamp, so the second time is quick. The same steps as plain commands are in CONTRIBUTING.md.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PY ?= python3
BIN := .venv/bin
UV := $(BIN)/uv pip install -q -p $(BIN)/python
# Node 24 comes from a Python package into .venv/bin, so every machine builds with the same one.
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
PWA_SOURCES := $(shell find pwa/src pwa/public -type f 2>/dev/null) $(shell find pwa/bundling -type f 2>/dev/null) pwa/index.html pwa/vite.config.ts
# One process for each core; a file stays together, since its tests share servers.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile
say = @printf '\033[1m→ %s\033[0m\n' "$(1)"

.PHONY: help demo test check serve e2e bench clean setup client docs screenshots keep-release

help: ## What each command does
	@grep -E '^[a-z0-9]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/run pwa/dist/index.html ## Invented organizations, real question sets, links to open: the whole product on this machine
	$(call say,Filling a demonstration database in var/demo and serving it. Stop with Ctrl-C.)
	@$(BIN)/askwell demo

serve: .venv/run pwa/dist/index.html ## Serve the database in var/
	@$(BIN)/askwell serve

test: check .venv/browsers ## Everything that must pass: style, types, every test on both databases, real browsers
	$(call say,Running every test: SQLite and PostgreSQL - server processes - Chromium, Firefox and WebKit)
	@$(BIN)/pytest -q $(SIDE_BY_SIDE)

check: .venv/dev pwa/dist/index.html ## Style and types of both languages, and the app's own unit tests
	$(call say,Checking style: ruff - import-linter - ESLint)
	@$(BIN)/ruff check -q && $(BIN)/ruff format --check -q && $(BIN)/lint-imports --no-logo 2>/dev/null || { $(BIN)/ruff check; $(BIN)/ruff format --check; $(BIN)/lint-imports; exit 1; }
	@cd pwa && $(WITH_NODE) npm run --silent lint
	$(call say,Checking types: mypy - tsc)
	@$(BIN)/mypy
	@cd pwa && $(WITH_NODE) npm run --silent types
	$(call say,Checking that the migrations make exactly the tables in the code)
	@folder=$$(mktemp -d) && export ASKWELL_DATA_DIR=$$folder && $(BIN)/askwell migrate >/dev/null && $(BIN)/alembic -q check >/dev/null && rm -r $$folder
	$(call say,Checking what a phone carries up to the first question: size-limit)
	@cd pwa && $(WITH_NODE) npm run --silent size -- --silent
	$(call say,Running the app's own tests: vitest)
	@cd pwa && $(WITH_NODE) npm run --silent test

e2e: .venv/browsers .venv/dev pwa/dist/index.html ## Only the stories in a real browser
	@$(BIN)/pytest -q $(SIDE_BY_SIDE) tests/e2e

bench: .venv/browsers .venv/dev pwa/dist/index.html ## Measure, beside what can be compared; prints the table of docs/performance.md
	@$(BIN)/python bench/server/run.py
	@$(BIN)/python bench/client/run.py
	@$(BIN)/python bench/logic/beside.py

client: .venv/dev pwa/node_modules/.ok ## Write docs/openapi.json and the typed TypeScript client anew
	@$(BIN)/askwell openapi > docs/openapi.json
	@cd pwa && $(WITH_NODE) npm run --silent client

docs: .venv/dev ## Write the tables of docs/xlsform.md anew
	@$(BIN)/python docs/tables/write.py

screenshots: .venv/browsers .venv/dev pwa/dist/index.html ## Take the pictures of the README anew
	@$(BIN)/python docs/images/take.py

keep-release: .venv/browsers .venv/dev pwa/dist/index.html ## Keep this release for the tests of later ones, as the last step before it is tagged
	@$(BIN)/python tests/fixtures/releases/keep.py

clean: ## Remove everything that was built or downloaded; keeps var/
	rm -rf .venv pwa/node_modules pwa/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

setup: .venv/dev pwa/dist/index.html ## Only the set-up

.venv/uv:
	$(call say,Making a virtual environment in .venv)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Askwell needs Python 3.11 or newer; this is $$($(PY) -V). Try: make PY=python3.12 demo"; exit 1; }
	@$(PY) -m venv .venv || { echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv==0.13.9 && touch $@

.venv/run: .venv/uv requirements/run.txt requirements/build.txt pyproject.toml
	$(call say,Installing the locked packages of the service)
	@$(UV) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(UV) --no-build-isolation --no-deps -e . && touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(call say,Installing the locked packages for tests and checks)
	@$(UV) --require-hashes -r requirements/dev.txt && touch $@

pwa/node_modules/.ok: .venv/run pwa/package-lock.json
	$(call say,Installing the locked packages of the app)
	@cd pwa && $(WITH_NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.ok

pwa/dist/index.html: pwa/node_modules/.ok $(PWA_SOURCES)
	$(call say,Building the app)
	@cd pwa && $(WITH_NODE) npm run --silent build -- --logLevel warn && touch dist/index.html

.venv/browsers: .venv/dev tests/support/browsers.py
	$(call say,Looking for Chromium, Firefox and WebKit)
	@$(BIN)/python tests/support/browsers.py && touch $@
