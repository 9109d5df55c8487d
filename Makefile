# Everything is set up in .venv/ by plain venv and pip, from the lock files in locks/; a stamp says that it is done.
# Without make: see README.md.

PYTHON ?= python3
ISSUE ?= issue/specimen
PYTEST ?=
BEFORE ?= HEAD~1
SEED ?= 1
COUNT ?= 100

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := install --no-deps --require-hashes
RUN_TIME := $(VENV)/.run-time
DEV := $(VENV)/.dev
BENCH := $(VENV)/.bench
JUDGE_VENV := .venv-judge
LOCK_VENV := .venv-lock
PIP_TOOLS := pip-tools==7.6.2

.PHONY: help issue test newest check format mutate bench before edits errors score columns matter sixty loose openings picture wheel lock clean
.DELETE_ON_ERROR:

help:  ## what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

issue: $(RUN_TIME)  ## build an issue to print.pdf (ISSUE=issue/specimen)
	$(BIN)/huozi build $(ISSUE)

test: $(DEV)  ## run the tests (PYTEST="-k name")
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST)

newest: $(DEV)  ## the same bytes and the fast tests on the newest Python that can be had
	.ci/newest

check: $(DEV)  ## style, types, directions of import
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV)  ## put style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

mutate: $(DEV)  ## whether tests notice small changes of the program (SEED=1 COUNT=100)
	$(BIN)/python tools/mutate.py --seed $(SEED) --count $(COUNT)

bench: $(BENCH) $(DEV)  ## time and memory of the build, beside Typst's; what proofs, comparing, CI and matter take
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_proofs.py
	$(BIN)/python tools/bench_matter.py

before: $(RUN_TIME)  ## what a change costs: this wheel beside that of a commit (BEFORE=HEAD~1)
	$(BIN)/python tools/bench_before.py $(BEFORE)

score: $(RUN_TIME)  ## what an independent judge of typography says, beside nine other typesetters
	$(BIN)/python tools/score.py

columns: $(BENCH)  ## the real issue in two and three columns: faults at feet and heads, beside Typst's
	$(BIN)/python tools/columns.py

edits: $(RUN_TIME)  ## sixty random edits of the real issue, compared: what is named and what is not
	$(BIN)/python tools/random_edits.py

errors: $(RUN_TIME)  ## two hundred errors of form put into issues: how many the look before print finds
	$(BIN)/python tools/form_errors.py

matter: $(DEV)  ## the real issue with figures, tables and notes: faults, floats, notes, texts, counted on the pages
	$(BIN)/python tools/matter_trial.py

sixty: $(RUN_TIME)  ## sixty issues of the real one's paragraphs: their best pages beside plain ones
	$(BIN)/python tools/sixty_issues.py

loose: $(RUN_TIME)  ## how loosely the real issue is set in 24 settings of narrow columns
	$(BIN)/python tools/loose.py

openings: $(DEV)  ## draw thirty title blocks in the layouts of their test, to be looked at (needs pdftoppm)
	$(BIN)/python tools/title_sheets.py .openings

picture: $(RUN_TIME)  ## remake the README's pictures of pages (needs pdftoppm)
	$(BIN)/python tools/make_picture.py issue/specimen docs/pages.png
	$(BIN)/python tools/make_picture.py issue/specimen docs/layouts.png --article ti-zai-wen-xian

wheel: $(RUN_TIME)  ## build dist/huozi-….whl, with layouts and fonts in it
	$(PIP) wheel --no-deps --no-build-isolation --no-index --wheel-dir dist .

lock: $(LOCK_VENV)/.ready  ## remake locks/ (on the oldest Python we support: PYTHON=python3.11)
	@set -e; export CUSTOM_COMPILE_COMMAND="make lock"; \
	compile="$(LOCK_VENV)/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-options --allow-unsafe"; \
	$$compile -o locks/runtime.txt pyproject.toml; \
	$$compile -o locks/build.txt --only-build-deps --all-build-deps -c locks/runtime.txt pyproject.toml; \
	$$compile -o locks/dev.txt --extra dev -c locks/runtime.txt -c locks/build.txt pyproject.toml; \
	$$compile -o locks/proof.txt --extra proof -c locks/runtime.txt -c locks/dev.txt pyproject.toml; \
	$$compile -o locks/figures.txt --extra figures -c locks/runtime.txt -c locks/dev.txt pyproject.toml; \
	$$compile -o locks/bench.txt --extra bench -c locks/runtime.txt pyproject.toml; \
	$$compile -o locks/judge.txt locks/judge.in

clean:  ## remove what was made, the environments too
	rm -rf $(VENV) $(JUDGE_VENV) $(LOCK_VENV) .mutate .openings dist issue/*/build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests tools -name __pycache__ -type d -exec rm -rf {} +

# ---------------------------------------------------------------- environments

PYTHON_MISSING := Huozi needs Python 3.11 or later; say which: make PYTHON=python3.12 / 需要 Python 3.11 或更高版本

define MAKE_VENV
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '$(PYTHON_MISSING)' >&2; exit 1; }
	@test -x $(@D)/bin/python || { echo "setting up $(@D)/ …"; $(PYTHON) -m venv $(@D); }
endef

$(RUN_TIME): locks/runtime.txt locks/build.txt pyproject.toml
	$(MAKE_VENV)
	@$(PIP) $(LOCKED) -r locks/runtime.txt -r locks/build.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@# a relative line holds in any folder: the locale C can't read another script's name in a whole one
	@for path in $(VENV)/lib/python*/site-packages/_huozi.pth; do echo ../../../../src >"$$path"; done
	@$(BIN)/python -m compileall -q src/huozi
	@touch $@

$(DEV): $(RUN_TIME) locks/dev.txt
	@$(PIP) $(LOCKED) -r locks/dev.txt
	@touch $@

$(BENCH): $(RUN_TIME) locks/bench.txt
	@$(PIP) $(LOCKED) -r locks/bench.txt
	@touch $@

$(LOCK_VENV)/.ready: Makefile
	$(MAKE_VENV)
	@$(LOCK_VENV)/bin/python -m pip --disable-pip-version-check --quiet install $(PIP_TOOLS)
	@touch $@
