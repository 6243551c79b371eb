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
# What they are compared with, and how often each side has its turn.
BASE ?= HEAD~1
ROUNDS ?= 6
# Whose mistakes are listed: make understanding MISTAKES=story.
MISTAKES ?=
PACKAGES ?= ./...
# Tests mostly wait for a server or a program, so more of them run at once than there are cores.
ATONCE ?= -p 3 -parallel 4

# What a release is called: the latest tag, or the day and the commit.
VERSION ?= $(or $(patsubst v%,%,$(shell git describe --tags --exact-match 2>/dev/null)),0~$(shell git show -s --format=%cd.%h --date=format:%Y%m%d 2>/dev/null))

# One kind of binary everywhere, whether the machine has a C compiler or not. What builds the program and what tests it
# use the same flags, so that nothing is compiled twice.
export CGO_ENABLED ?= 0
# Where git does not know this folder, or belongs to somebody else, there is no revision to stamp.
ifeq ($(shell git rev-parse --verify --quiet HEAD 2>/dev/null),)
export GOFLAGS := $(GOFLAGS) -buildvcs=false
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo picture chat build release test short clocks race soak attack bench compare understanding matters check vet lint format deadcode imports schema modules fmt needs postgres browser icalendar

help: ## lists what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## shows citizen, mailbox and office on one page (ARGS go to the program)
	@./terminbote demo $(ARGS)

picture: postgres browser ## draws the README's picture, docs/demo.png, once more
	DEMO_PICTURE=$(CURDIR)/docs/demo.png go test -count=1 -run '^TestTheDemoShowsItAll$$' ./command

chat: build ## opens a chat in the terminal (ARGS go to the program)
	@./terminbote chat $(ARGS)

build: ## builds the program, ./terminbote
	@sh tools/build.sh terminbote

release: ## builds binaries, Debian packages, SBOM and checksums into dist
	@sh tools/release.sh "$(VERSION)"

test: needs ## runs the whole suite, and says how far it is
	@go run tools/gotest.go $(PACKAGES) $(ATONCE) $(TESTFLAGS)

short: needs ## runs each package's core, with no servers and programs of its own
	@go run tools/gotest.go $(PACKAGES) -short $(ATONCE) $(TESTFLAGS)

# What reads no clock is taken from the cache.
clocks: needs ## runs the suite as in a year, ten seconds before midnight
	@TERMINBOTE_TEST_CLOCK='8760h 23:59:50' go run tools/gotest.go $(PACKAGES) $(ATONCE)

race: needs ## runs the whole suite under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -timeout 30m $(TESTFLAGS) ./...

soak: needs ## runs the long proofs with full counts
	SOAK=1 go test -count=1 -timeout 3h $(TESTFLAGS) $(PACKAGES)

attack: needs ## attacks serve from outside with full counts, and prints what that got (docs/security.md)
	ATTACK=1 go test -count=1 -v -timeout 1h -run '^TestAttack' $(TESTFLAGS) ./command

bench: needs ## runs the benchmarks (docs/performance.md)
	go test -run '^$$' -bench '$(BENCH)' -benchmem -timeout 1h $(TESTFLAGS) $(PACKAGES)

compare: ## compares benchmarks with those of another commit, in turns: make compare BASE=HEAD~1 PACKAGES=./booking
	@sh tools/compare.sh '$(BASE)' '$(BENCH)' '$(ROUNDS)' '$(TESTFLAGS)' $(PACKAGES)

understanding: ## measures how messages are understood (MISTAKES=KIND, or all, lists those of the development part)
	@MISTAKES='$(MISTAKES)' go test -count=1 -v -run '^TestUnderstanding' ./dialogs/understand
	@go test -count=1 -v -run '^TestUsualWishes' ./dialogs

matters: ## learns the tables of what people say and ask, and records what is read: after a change in dialogs/understand
	@go test -count=1 -run '^TestTheModelIsWhatTheTableGives$$' ./dialogs/understand -update
	@go test -count=1 -run '^TestWhatIsReadIsRecorded$$' ./dialogs/understand -update

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

deadcode: ## says what nobody calls, or only tests
	@go test -count=1 -run '^TestWhatOnlyTestsCallIsNamed$$' ./command
	@dead=$$($(TOOL) deadcode -test ./...) || exit 1; if [ -n "$$dead" ]; then \
		echo "nobody calls:"; echo "$$dead"; exit 1; fi

# Not from the cache: the cache does not see what go list reads.
imports: ## holds the arrows between the packages
	go test -count=1 -run '^(TestThePackagesImportOnlyWhatTheHouseAllows|TestAnArrowThatIsNotInTheTableIsRefused)$$' ./command

schema: postgres ## says whether storage/schema.sql is what the migrations make
	@said=$$(go test -run '^TestSchemaFileIsUpToDate$$' ./storage) || { echo "$$said"; exit 1; }; echo "$$said"; \
		case "$$said" in *"no tests to run"*|*"no test files"*) echo "no test holds storage/schema.sql"; exit 1 ;; esac

modules: ## says whether the libraries are whole and go.mod is tidy
	go mod verify
	@go mod tidy -diff || { echo "go.mod is not tidy: go mod tidy does it"; exit 1; }

needs: postgres browser icalendar ## finds or installs what the tests need

browser: ## finds or installs a browser for the tests
	@sh tools/browser.sh

icalendar: ## finds or installs a second reader of calendars for the tests
	@sh tools/icalendar.sh

postgres: ## finds or installs PostgreSQL's programs for the tests (chat does so itself)
	@sh tools/postgres.sh
