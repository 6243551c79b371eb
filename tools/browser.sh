#!/bin/sh
# Sees to it that the tests find a browser: installs Debian's Chromium where it
# is missing and that can be done, or says in one line what to type.
set -eu

found() {
	for program in chromium chromium-browser google-chrome; do
		command -v "$program" >/dev/null && return
	done
	return 1
}

found && exit
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
	echo "Chromium is missing; installing it with apt-get install chromium." >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } </dev/null >&2 || true
	found && exit
fi
echo "Chromium is missing; install it with: sudo apt-get install -y chromium" >&2
exit 1
