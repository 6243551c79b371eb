#!/bin/sh
# Builds the program at the path that is given, and says what it is doing
# meanwhile: the first time everything is compiled, which takes a minute or two.
# Compiled again is only what has changed.
set -eu
code=$(mktemp)
trap 'rm -f "$code"' EXIT
live=0
[ -t 2 ] && live=1

{ go build -v -o "$1" . 2>&1 || echo $? >"$code"; } | awk -v live="$live" '
	function show(text) { printf (live ? "\r\033[K%s" : "%s\n"), text; shown = live; fflush() }
	# What names a package was compiled; the rest is for people.
	/^[a-zA-Z0-9_.~\/-]+$/ { n++; if (live || n % 100 == 1) show("building terminbote: " n " packages compiled"); next }
	/^go: downloading / { if (live || ++got % 20 == 1) show("building terminbote: downloading " $3); next }
	{ if (shown) printf "\n"; shown = 0; print }
	END { if (shown) printf "\n" }
' >&2
[ ! -s "$code" ] || exit "$(cat "$code")"
