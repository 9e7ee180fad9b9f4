# The commands people type; `make` alone prints them. Each is thin over a subcommand of `communique`.
#
# What a user types after a name (ROUND=..., PROCESS=..., AS_OF=...) is data and never runs: make must not expand it, so
# it is read by $(value ...), and the shell must not, so it reaches the recipes in environment variables. ROUND and the
# others themselves are not exported, because make expands what it exports.

.DEFAULT_GOAL := help
.PHONY: help report overview reports check repair new-process data-changes ingest scan lab setup test faults verify \
	lint evaluate golden gallery \
	bench clean lock \
	environment-base environment-lint environment-test environment-lab environment-ingest environment-scan
.DELETE_ON_ERROR:
.SUFFIXES:

NAMES := ROUND PROCESS AS_OF COMPARE_TO FORMAT SOURCE PYTHON NAME BEFORE STRICT TABLE_COLUMNS CORPUS OUT SCHEDULER
override COMMUNIQUE_ROUND := $(value ROUND)
override COMMUNIQUE_PROCESS := $(value PROCESS)
override COMMUNIQUE_AS_OF := $(value AS_OF)
override COMMUNIQUE_COMPARE_TO := $(value COMPARE_TO)
override COMMUNIQUE_FORMAT := $(value FORMAT)
override COMMUNIQUE_PYTHON := $(value PYTHON)
override COMMUNIQUE_BEFORE := $(value BEFORE)
override COMMUNIQUE_STRICT := $(value STRICT)
override COMMUNIQUE_CORPUS := $(value CORPUS)
override COMMUNIQUE_OUT := $(value OUT)
override COMMUNIQUE_SCHEDULER := $(value SCHEDULER)
# Some systems call the computer NAME: only what is typed after make names a process.
override COMMUNIQUE_SOURCE := $(value SOURCE)
override COMMUNIQUE_TABLE_COLUMNS := $(value TABLE_COLUMNS)
override COMMUNIQUE_NAME := $(if $(findstring command line,$(origin NAME)),$(value NAME))
export COMMUNIQUE_ROUND COMMUNIQUE_PROCESS COMMUNIQUE_AS_OF COMMUNIQUE_COMPARE_TO COMMUNIQUE_FORMAT COMMUNIQUE_SOURCE \
	COMMUNIQUE_PYTHON COMMUNIQUE_NAME COMMUNIQUE_BEFORE COMMUNIQUE_STRICT COMMUNIQUE_TABLE_COLUMNS COMMUNIQUE_CORPUS \
	COMMUNIQUE_OUT COMMUNIQUE_SCHEDULER
unexport $(NAMES)

# A misspelt name would be ignored, and the default reported in its place.
GIVEN := $(foreach name,$(.VARIABLES),$(if $(findstring command line,$(origin $(name))),$(name)))
UNKNOWN := $(filter-out $(NAMES),$(GIVEN))
ifneq ($(UNKNOWN),)
$(error Nothing here is called $(UNKNOWN); what can be set is: $(NAMES))
endif

# So would a name that what is made does not take.
TAKEN_BY_report := PROCESS ROUND AS_OF COMPARE_TO FORMAT
TAKEN_BY_overview := PROCESS AS_OF FORMAT
TAKEN_BY_reports := PROCESS FORMAT
TAKEN_BY_check := PROCESS STRICT
TAKEN_BY_repair := PROCESS
TAKEN_BY_new-process := NAME
TAKEN_BY_data-changes := PROCESS BEFORE
TAKEN_BY_ingest := PROCESS SOURCE TABLE_COLUMNS
TAKEN_BY_scan := PROCESS CORPUS OUT SCHEDULER
IDLE := $(filter-out PYTHON $(foreach goal,$(MAKECMDGOALS),$(TAKEN_BY_$(goal))),$(GIVEN))
ifneq ($(IDLE),)
$(error make $(firstword $(MAKECMDGOALS) help) does not take $(IDLE); it takes: $(or $(strip \
	$(foreach goal,$(MAKECMDGOALS),$(TAKEN_BY_$(goal)))),nothing))
endif

BIN := .venv/bin
GROUPS_OF_base := base
GROUPS_OF_lint := base lint
GROUPS_OF_test := base ingest lint test lab scan
GROUPS_OF_lab := base lab ingest
GROUPS_OF_ingest := base ingest
GROUPS_OF_scan := base ingest scan

help: ## print this list
	@echo 'Communiqué. Begin with: make report ROUND=7   (also: PROCESS=geneva AS_OF=2017-07-31 COMPARE_TO=6)'
	@echo
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1 @\2/p' Makefile | awk -F@ '{ printf "%-19s %s\n", $$1, $$2 }'

report: environment-base ## the report on one round, in reports/: HTML, PDF and executed notebook; FORMAT=docx: in Word
	@$(BIN)/python -m communique report $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_ROUND:+--round="$$COMMUNIQUE_ROUND"} $${COMMUNIQUE_AS_OF:+--as-of="$$COMMUNIQUE_AS_OF"} \
		$${COMMUNIQUE_COMPARE_TO:+--compare-to="$$COMMUNIQUE_COMPARE_TO"} $${COMMUNIQUE_FORMAT:+--format="$$COMMUNIQUE_FORMAT"}

overview: environment-base ## the report on a whole process
	@$(BIN)/python -m communique overview $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_AS_OF:+--as-of="$$COMMUNIQUE_AS_OF"} $${COMMUNIQUE_FORMAT:+--format="$$COMMUNIQUE_FORMAT"}

reports: environment-base ## every round and the overview, where stale, and the front page; PROCESS=all: of every process
	@$(BIN)/python -m communique reports $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_FORMAT:+--format="$$COMMUNIQUE_FORMAT"}

check: environment-base ## every fault of the data as file:line: column: what is wrong; what would work; STRICT=yes: doubts too
	@$(BIN)/python -m communique check $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_STRICT:+--strict}

repair: environment-base ## mend what a spreadsheet program did to the tables, shown and asked first: PROCESS=lake-orrin
	@$(BIN)/python -m communique repair -- "$$COMMUNIQUE_PROCESS"

new-process: environment-base ## a folder of data/ for a process of your own, to be filled in: NAME=lake-orrin
	@$(BIN)/python -m communique new-process -- "$$COMMUNIQUE_NAME"

data-changes: environment-base ## what the data changed in the figures, in CHANGES.md of a process: BEFORE=folder of older data
	@$(BIN)/python -m communique data-changes $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} -- "$$COMMUNIQUE_BEFORE"

ingest: environment-ingest ## who said what in articles and transcripts, as candidates for the coding desk: SOURCE=path
	@$(BIN)/python -m communique ingest $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_TABLE_COLUMNS:+--columns="$$COMMUNIQUE_TABLE_COLUMNS"} $${COMMUNIQUE_SOURCE:+-- "$$COMMUNIQUE_SOURCE"}

scan: environment-scan ## mentions and statements of an archive as Parquet: CORPUS=path; on a Dask cluster: SCHEDULER=address
	@out="$${COMMUNIQUE_OUT:-scans/$$(basename -- "$$COMMUNIQUE_CORPUS" | cut -d. -f1)}"; \
	$(BIN)/python -m communique scan --out="$$out" $${COMMUNIQUE_PROCESS:+--process="$$COMMUNIQUE_PROCESS"} \
		$${COMMUNIQUE_SCHEDULER:+--scheduler="$$COMMUNIQUE_SCHEDULER"} -- "$$COMMUNIQUE_CORPUS"

lab: environment-lab ## JupyterLab on the notebooks
	@$(BIN)/python -m communique.lab

setup: environment-base ## make or renew the environment in .venv

test: environment-test lint ## style and tests, and what was skipped for want of what
	@$(BIN)/python -m pytest -rs --numprocesses=auto --maxprocesses=4 --dist=loadfile

faults: environment-test ## end, starve and mislead the program many times over; takes an hour
	@COMMUNIQUE_FAULTS=long $(BIN)/python -m pytest tests/faults tests/hostile tests/house/test_findings.py \
		tests/house/test_reproducible.py tests/scan/test_run.py

verify: environment-test ## build a round twice, in other folders, locale, time zone, hash order and user: the same bytes
	@COMMUNIQUE_FAULTS=long $(BIN)/python -m pytest --quiet tests/house/test_reproducible.py

lint: environment-lint ## style alone
	@$(BIN)/ruff check --quiet .

evaluate: environment-base ## how well language and attribution are read where the answers are known
	@$(BIN)/python -m communique.lab.evaluation

golden: environment-test ## rewrite the golden report texts; the diff is the review
	@COMMUNIQUE_GOLDEN=rewrite $(BIN)/python -m pytest --quiet -m golden

gallery: environment-base ## draw the pictures of docs/gallery.md and the README from the reports, built for it
	@$(BIN)/python -m communique report --process=geneva --round=7
	@$(BIN)/python -m communique overview --process=geneva
	@$(BIN)/python -m communique report --process=brexit --round=5
	@$(BIN)/python docs/pictures/gallery.py

bench: environment-test ## how long reports, language and ingest take, beside other tools: benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/results.py
	@$(BIN)/python benchmarks/speed/desk.py

clean: ## remove what the build made; the environment stays
	@find reports -mindepth 1 ! -name .gitkeep -delete
	@rm -rf .pytest_cache .ruff_cache

lock: ## renew the pins in requirements/ (needs uv)
	@requirements/lock

# `requirements/setup` lets only one installation happen at a time, so `make -j` is safe.
environment-base environment-lint environment-test environment-lab environment-ingest environment-scan:
	@PYTHON="$$COMMUNIQUE_PYTHON" requirements/setup $(GROUPS_OF_$(@:environment-%=%))
