# make dataset   set everything up, check the records, build the tables
# make test      run the tests
# make help      all targets

# The first Python that is new enough.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
LINT_VENV := .venv-lint
VALIDATE_VENV := .venv-validate
BROWSER_VENV := .venv-browser
WEB := scripts/casualty_ledger/explorer/web

# uv leaves compiling to the first import; kept out of the way of the sources, even where the
# environment would not have it kept, it is not done again by every process.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/bytecode

.DELETE_ON_ERROR:
.PHONY: help dataset check test test-browser explorer fast fast-check plain validate lint format notebooks wheel wheel-check lock clean

dataset: $(VENV)/.installed  ## check the records and build the tables
	@$(VENV)/bin/casualty-ledger build

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

check: $(VENV)/.installed  ## check the records only
	@$(VENV)/bin/casualty-ledger check

test: $(VENV)/.installed  ## run the tests
	@$(VENV)/bin/python -m pytest -n auto --dist worksteal

# Extension modules beside the sources, which Python then takes first; git and the wheel leave them out.
COMPILED := $(filter-out %/__init__.py %/generate.py %/streams.py,$(wildcard $(addprefix scripts/casualty_ledger/,extract/*.py extract/*/*.py numbers/*.py)))

# How hard the C compiler works; 0 compiles soonest. Where: in the sources, or in a copy of them.
# Its warnings are about C that nobody wrote, and to look for them takes six times as long.
OPT ?= 2
FAST_IN ?= scripts

fast: $(VENV)/.installed $(LINT_VENV)/.installed  ## compile the claim reader (needs a C compiler)
	@$(call uncompiled,$(FAST_IN))
	@echo "compiling $(words $(COMPILED)) modules"
	@cd $(FAST_IN) && mkdir -p build && { MYPYPATH=.:$(CURDIR)/schemas MYPYC_OPT_LEVEL=$(OPT) CFLAGS=-w \
		$(CURDIR)/$(LINT_VENV)/bin/mypyc --strict --explicit-package-bases \
		--follow-imports=silent $(COMPILED:scripts/%=%) > build/log 2>&1 \
		|| { cat build/log; exit 1; }; }
	@rm -rf $(FAST_IN)/build
	@ls $(FAST_IN)/casualty_ledger/extract/reader.*.so > /dev/null

# A copy, so that other targets may read the sources meanwhile; the environments are made before,
# as the inner make does not know that another target is making them.
fast-check: $(VENV)/.installed $(LINT_VENV)/.installed  ## compile a copy without optimising, hold it against its sources
	@rm -rf build/fast && mkdir -p build/fast
	@cp -R scripts dataset build/fast && rm -rf build/fast/$(WEB)/node_modules
	@$(MAKE) --no-print-directory fast OPT=0 FAST_IN=build/fast/scripts
	@CASUALTY_LEDGER_COMPILED=build/fast/scripts $(VENV)/bin/python -m pytest -q \
		-p no:cacheprovider tests/extract/test_compiled.py
	@rm -rf build/fast

plain:  ## take the compiled claim reader away
	@$(call uncompiled,scripts)

define uncompiled
rm -rf $(1)/build && find $(1) -name node_modules -prune -o -name '*.so' -exec rm {} +
endef

explorer: $(WEB)/node_modules/.installed  ## make the program of the page anew (needs Node)
	@cd $(WEB) && npm run --silent check && npm run --silent build

test-browser: $(BROWSER_VENV)/.installed $(WEB)/node_modules/.installed  ## test the page in Chromium
	@$(BROWSER_VENV)/bin/python -m pytest -q -n auto -p no:cacheprovider \
		-o python_files='browse_*.py' tests/browser

# Warnings are those of the validators' own packages about each other.
validate: $(VALIDATE_VENV)/.installed  ## hold the metadata against outside validators
	@$(VALIDATE_VENV)/bin/python -m pytest -q -p no:cacheprovider -W ignore \
		tests/validators/validate_metadata.py

lint: $(LINT_VENV)/.installed  ## ruff, mypy, pyright and the direction of imports
	$(LINT_VENV)/bin/ruff check .
	$(LINT_VENV)/bin/ruff format --check .
	$(LINT_VENV)/bin/mypy
	$(LINT_VENV)/bin/pyright --pythonpath $(LINT_VENV)/bin/python
	$(LINT_VENV)/bin/lint-imports

format: $(LINT_VENV)/.installed  ## rewrite the code in its one form
	$(LINT_VENV)/bin/ruff check --fix .
	$(LINT_VENV)/bin/ruff format .

notebooks: $(VENV)/.installed  ## run the notebooks and keep their outputs
	@$(VENV)/bin/casualty-ledger notebooks

wheel: $(VENV)/.installed  ## build the package, with the dataset inside
	rm -rf dist && $(VENV)/bin/python -m hatchling build -t wheel

wheel-check: wheel  ## install the wheel in an empty environment and load the data from it
	rm -rf build/wheel-check && "$(PYTHON)" -m venv build/wheel-check
	$(VENV)/bin/uv pip install -q --python build/wheel-check -c requirements.lock dist/*.whl \
		|| build/wheel-check/bin/python $(PIP) install -qq -c requirements.lock dist/*.whl
	cd build && wheel-check/bin/python -c "from casualty_ledger import load; f = load(); \
		print(len(f), 'figures of', f.attrs['version'], 'from the wheel')"
	cd build && wheel-check/bin/casualty-ledger --version

lock:  ## work out the locked requirements anew (needs uv)
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links pyproject.toml --extra notebooks --extra reconcile --group dev \
		-o requirements.lock
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links -c requirements.lock pyproject.toml --extra notebooks \
		--extra reconcile --group dev --group lint -o requirements-lint.lock
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --python-version 3.11 --group validators \
		-o requirements-validators.lock
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links -c requirements.lock pyproject.toml --group browser \
		-o requirements-browser.lock

clean:  ## remove the environments and caches
	rm -rf $(VENV) $(LINT_VENV) $(VALIDATE_VENV) $(BROWSER_VENV) $(WEB)/node_modules build dist .mypy_cache .pytest_cache .ruff_cache

# uv, itself from the lock, installs in seconds what takes pip a minute, but it knows neither
# pip's configuration nor every mirror; where uv fails, pip does it.
PIP := -m pip --disable-pip-version-check
define install
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later found; set PYTHON=..." >&2; exit 1; }
	@echo "setting up $(1) from $(2)"
	@rm -rf $(1) && "$(PYTHON)" -m venv $(1)
	@awk '/^uv==/ { on = 1 } on { print } on && !/\\$$/ { exit }' $(2) > $(1)/uv.txt
	@{ $(1)/bin/python $(PIP) install -qq --require-hashes -r $(1)/uv.txt \
		&& $(1)/bin/uv pip install -q --python $(1) --require-hashes -r $(2) \
		&& $(1)/bin/uv pip install -q --python $(1) --no-deps --no-build-isolation -e .; } \
	|| { echo "uv could not install; trying pip" >&2; \
		$(1)/bin/python $(PIP) install -qq --require-hashes -r $(2) \
		&& $(1)/bin/python $(PIP) install -qq --no-deps --no-build-isolation -e .; }
	@touch $(1)/.installed
endef

$(VENV)/.installed: requirements.lock pyproject.toml
	$(call install,$(VENV),requirements.lock)

$(LINT_VENV)/.installed: requirements-lint.lock pyproject.toml
	$(call install,$(LINT_VENV),requirements-lint.lock)

$(VALIDATE_VENV)/.installed: requirements-validators.lock pyproject.toml
	$(call install,$(VALIDATE_VENV),requirements-validators.lock)

$(BROWSER_VENV)/.installed: requirements-browser.lock pyproject.toml
	$(call install,$(BROWSER_VENV),requirements-browser.lock)

$(WEB)/node_modules/.installed: $(WEB)/package-lock.json
	cd $(WEB) && npm ci --silent
	@touch $@
