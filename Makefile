# make run: open the demonstration commune.   make test: everything that must hold.   make check: the quick half.
.PHONY: run test check coverage lint bench screens guide lock clean

PYTHON := .venv/bin/python
# Calculations, storage, import, single widgets: what a change breaks first, in less than a minute.
UNITS := $(addprefix tests/core/,document model written fields footprint planning compliance council \
	inventory reference richtext calendar) tests/ui/widgets tests/ui/theme

run: .venv/run.stamp
	@sh installer/run_demo.sh

test: lint
	$(PYTHON) -m pytest -n auto --dist worksteal

# Apart: counting branches makes the calculations take more than twice as long.
coverage: .venv/dev.stamp
	$(PYTHON) -m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered
	$(PYTHON) -m coverage report --include="nrdesk/core/*" --fail-under=95 --format=total

check: lint
	$(PYTHON) -m pytest -n auto --dist worksteal -m "not slow" $(UNITS)

lint: .venv/dev.stamp
	$(PYTHON) -m ruff check nrdesk tests installer
	$(PYTHON) -m ruff format --check nrdesk tests installer
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

bench: .venv/dev.stamp
	$(PYTHON) -m tests.benchmarks

screens: .venv/dev.stamp
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.screens screens-out

# The pictures of the user guide: to be made again when a screen changes.
guide: .venv/dev.stamp
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.screens --guide

# The packages of Windows, in dist/. A release: make windows RUNTIME=python-3.13.x-embed-amd64.zip RUNTIME_SHA256=…
windows: .venv/dev.stamp
	@sh installer/windows/prepare.sh build
	$(PYTHON) -m installer.windows $(if $(RUNTIME),--runtime $(RUNTIME) --runtime-sha256 $(RUNTIME_SHA256))

# Installs, tries, upgrades and removes them under Wine; skipped, and says so, where there is none.
windows-test: .venv/dev.stamp
	@sh installer/windows/prepare.sh test
	$(PYTHON) -m pytest installer/windows/check -p no:xdist -p no:cacheprovider

# The lock files: every version and hash, no registry address.
lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --constraint requirements.lock --output-file requirements-dev.lock
	uv pip compile pyproject.toml --python-platform x86_64-pc-windows-msvc --python-version 3.13 \
		--only-binary=:all: --generate-hashes --no-emit-index-url --no-header --quiet \
		--constraint requirements.lock --output-file requirements-windows.lock

.venv/run.stamp: requirements.lock pyproject.toml
	@sh installer/prepare.sh requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml
	@sh installer/prepare.sh requirements-dev.lock
	@touch $@ .venv/run.stamp

clean:
	rm -rf .venv build dist demo-out screens-out .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
