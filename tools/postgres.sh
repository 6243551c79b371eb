#!/bin/sh
# Sees to it that PostgreSQL's programs are on this machine: finds them, or
# installs them where that is possible, or says in one line what to type.
# It starts no server: Terminbote runs a private one of its own.
set -eu

found() {
	command -v initdb >/dev/null && command -v postgres >/dev/null && return
	for programs in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/libexec/postgresql*; do
		[ -x "$programs/postgres" ] && [ -x "$programs/initdb" ] && return
	done
	return 1
}

missing() {
	echo "PostgreSQL's programs are missing; install them with: $1" >&2
	exit 1
}

found && exit 0
command -v apt-get >/dev/null || missing "your system's package manager (package postgresql, version 15 or newer)"
[ "$(id -u)" -eq 0 ] || missing "sudo apt-get install postgresql"

echo "PostgreSQL's programs are missing; installing Debian's package postgresql ..." >&2
# Debian would create a server's data and start it; for as long as this file is there, it does not.
quiet=/etc/postgresql-common/createcluster.d/terminbote.conf
mkdir -p "${quiet%/*}"
trap 'rm -f "$quiet"' EXIT
echo "create_main_cluster = false" >"$quiet"

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq </dev/null >&2
apt-get install -y -qq --no-install-recommends postgresql </dev/null >&2
found || missing "apt-get install postgresql"
