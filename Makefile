# chalkline: `make lessons` builds the course in lessons/ into output/.
.DEFAULT_GOAL := lessons
.PHONY: lessons build test lint embedded check packages clean

chalkline := .build/release/chalkline

lessons: build
	$(chalkline) build lessons --output output

build: packages
	swift build --configuration release --product chalkline

# No test imports with @testable: so the tests run the very code that is built for users.
test: packages
	@Scripts/install-packages Scripts/packages-tests.txt
	swift test --configuration release --disable-testable-imports

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
