# chalkline: `make lessons` builds the course in lessons/ into output/.
.DEFAULT_GOAL := lessons
.PHONY: lessons build test lint embedded check packages install uninstall clean

# Where `install` puts things; packagers set DESTDIR.
PREFIX ?= /usr/local
bindir = $(DESTDIR)$(PREFIX)/bin
datadir = $(DESTDIR)$(PREFIX)/share
installed = \
	$(bindir)/chalkline \
	$(bindir)/chalkline-filter \
	$(datadir)/man/man1/chalkline.1 \
	$(datadir)/bash-completion/completions/chalkline \
	$(datadir)/zsh/site-functions/_chalkline \
	$(datadir)/fish/vendor_completions.d/chalkline.fish

chalkline := .build/release/chalkline

lessons: build
	$(chalkline) build lessons --output output

build:
	@Scripts/install-packages
	swift build --configuration release --product chalkline

# No test imports with @testable: so the tests run the very code that is built for users.
test:
	@Scripts/install-packages
	@Scripts/install-packages Scripts/packages-tests.txt
	swift test --configuration release --disable-testable-imports

lint:
	Scripts/check-style

embedded:
	Scripts/check-embedded

check: test lint embedded lessons
	$(chalkline) check lessons

# Installs what build and test need, with sudo unless root runs it; they only name what is missing.
packages:
	@CHALKLINE_INSTALL=1 Scripts/install-packages
	@CHALKLINE_INSTALL=1 Scripts/install-packages Scripts/packages-tests.txt

# Builds nothing: so it can be run by root after a build by somebody else.
install:
	install -d $(dir $(installed))
	install -m 755 $(chalkline) $(bindir)/chalkline
	ln -sf chalkline $(bindir)/chalkline-filter
	install -m 644 docs/chalkline.1 $(datadir)/man/man1/chalkline.1
	$(chalkline) --generate-completion-script bash > $(datadir)/bash-completion/completions/chalkline
	$(chalkline) --generate-completion-script zsh > $(datadir)/zsh/site-functions/_chalkline
	$(chalkline) --generate-completion-script fish > $(datadir)/fish/vendor_completions.d/chalkline.fish

uninstall:
	rm -f $(installed)

clean:
	rm -rf .build output
