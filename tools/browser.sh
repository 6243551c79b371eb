#!/bin/sh
# Sees to it that the tests find a browser: installs Debian's Chromium where it
# is missing and that can be done, or says in one line what to type. It takes
# the one without windows where there is one, which needs half the processor.
set -eu

found() {
	for program in chromium-headless-shell chromium chromium-browser google-chrome; do
		command -v "$program" >/dev/null && return
	done
	return 1
}

install() {
	apt-get install -y -qq --no-install-recommends "$1"
}

found && exit
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
	echo "Chromium is missing; installing it with apt-get install chromium-headless-shell." >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update -qq && { install chromium-headless-shell || install chromium; }; } </dev/null >&2 || true
	found && exit
fi
echo "Chromium is missing; install it with: sudo apt-get install -y chromium" >&2
exit 1
