# Two commands matter: `make chat` books an appointment in the terminal, `make
# test` proves that it works. Both need nothing but Go (and say so if
# PostgreSQL's programs cannot be had). `make` alone lists the rest.

TOOL := go tool -modfile=tools/go.mod
# More for `go test`: make test TESTFLAGS='-run Hold -v'.
TESTFLAGS ?=
# What is given to the program: make chat ARGS='--lang en --as Erika'.
ARGS ?=
# Which benchmarks run, and where: make bench BENCH=Turn PACKAGES=./storage/...
BENCH ?= .
# Whose mistakes are listed: make understanding MISTAKES=story.
MISTAKES ?=
PACKAGES ?= ./...

# One kind of binary everywhere, whether the machine has a C compiler or not.
export CGO_ENABLED ?= 0
# Where git does not know this folder, or belongs to somebody else, there is no revision to stamp.
ifeq ($(shell git rev-parse --verify --quiet HEAD 2>/dev/null),)
export GOFLAGS := $(GOFLAGS) -buildvcs=false
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help chat build test race soak bench understanding check vet lint format deadcode testonly imports schema modules fmt postgres

help: ## lists what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

chat: build ## opens a chat in the terminal (ARGS go to the program)
	@./terminbote chat $(ARGS)

build: ## builds the program, ./terminbote
	@[ -x terminbote ] || echo 'building terminbote ...' >&2
	@go build -trimpath -o terminbote .

test: postgres ## runs the whole suite
	go test $(TESTFLAGS) ./...

race: postgres ## runs the whole suite under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -timeout 30m $(TESTFLAGS) ./...

soak: postgres ## runs the long proofs with full counts
	SOAK=1 go test -count=1 -timeout 3h $(TESTFLAGS) $(PACKAGES)

bench: postgres ## runs the benchmarks, of which docs/performance.md speaks
	go test -run '^$$' -bench '$(BENCH)' -benchmem -timeout 1h $(TESTFLAGS) $(PACKAGES)

understanding: ## measures how messages are understood (MISTAKES=KIND, or all, lists those of the development part)
	@MISTAKES='$(MISTAKES)' go test -count=1 -v -run '^TestUnderstanding' ./dialogs/understand

check: vet lint format deadcode imports schema modules ## runs all checks
	@echo "check: vet, lint, format, dead code, imports, schema and modules are in order"

vet: ## looks for faults, as Go's own vet sees them
	go vet ./...

lint: ## looks for faults and for what is hard to read (.golangci.yml)
	$(TOOL) golangci-lint run ./...

format: ## says which files are not formatted
	@files=$$($(TOOL) gofumpt -l .) && if [ -n "$$files" ]; then \
		echo "not formatted (make fmt does it):"; echo "$$files"; exit 1; fi

fmt: ## formats every file
	$(TOOL) gofumpt -l -w .

deadcode: ## says what neither the program nor a test calls
	@dead=$$($(TOOL) deadcode -test ./...) || exit 1; if [ -n "$$dead" ]; then \
		echo "nobody calls:"; echo "$$dead"; exit 1; fi

testonly: ## says what only tests call: a list to think about, no check
	@$(TOOL) deadcode .

# Not from the cache: the cache does not see what go list reads.
imports: ## holds the arrows between the packages
	go test -count=1 -run '^(TestThePackagesImportOnlyWhatTheHouseAllows|TestAnArrowThatIsNotInTheTableIsRefused)$$' .

schema: postgres ## says whether storage/schema.sql is what the migrations make
	@said=$$(go test -run '^TestSchemaFileIsUpToDate$$' ./storage) || { echo "$$said"; exit 1; }; echo "$$said"; \
		case "$$said" in *"no tests to run"*|*"no test files"*) echo "no test holds storage/schema.sql"; exit 1 ;; esac

modules: ## says whether the libraries are whole and go.mod is tidy
	go mod verify
	@go mod tidy -diff || { echo "go.mod is not tidy: go mod tidy does it"; exit 1; }

postgres: ## finds or installs PostgreSQL's programs for the tests (chat does so itself)
	@sh tools/postgres.sh
