#!/bin/sh
# Sees to it that the tests find PostgreSQL's programs, before many of them
# start at once: installs what is missing in the way the program itself does
# (storage/privatepg), or says in one line what to type.
set -eu
cd "$(dirname "$0")/.."

found() {
	[ -n "${TEST_DATABASE_URL:-}" ] && return
	command -v postgres >/dev/null && return
	for programs in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin "$(pg_config --bindir 2>/dev/null)"; do
		[ -x "$programs/postgres" ] && return
	done
	return 1
}

found && exit
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
	echo "PostgreSQL is missing; installing it with apt-get install postgresql (no server is set up for the machine)." >&2
	sh storage/privatepg/install.sh </dev/null >&2 || true
	found && exit
fi
echo "PostgreSQL's programs are missing; install them with: sudo apt-get install -y postgresql (or your system's package manager)" >&2
exit 1
