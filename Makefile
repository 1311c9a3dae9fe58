# chalkline: `make lessons` builds the course in lessons/ into output/.
.DEFAULT_GOAL := lessons
.PHONY: lessons build test lint embedded check packages clean

chalkline := .build/release/chalkline

lessons: build
	$(chalkline) build lessons --output output

build: packages
	swift build --configuration release --product chalkline

test: packages
	swift test --configuration release

lint:
	Scripts/check-style

embedded:
	Scripts/check-embedded

check: test lint embedded lessons
	$(chalkline) check lessons

packages:
	@Scripts/install-packages

clean:
	rm -rf .build output
