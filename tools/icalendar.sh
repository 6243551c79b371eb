#!/bin/sh
# Sees to it that the tests can read calendars back with Python's icalendar:
# installs Debian's package where it is missing and that can be done, or says in
# one line what to type.
set -eu

found() {
	/usr/bin/python3 -c 'import icalendar' 2>/dev/null
}

found && exit
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
	echo "Python's icalendar is missing; installing it with apt-get install python3-icalendar." >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-icalendar; } </dev/null >&2 || true
	found && exit
fi
echo "Python's icalendar is missing; install it with: sudo apt-get install -y python3-icalendar" >&2
exit 1
