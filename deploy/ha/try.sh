#!/usr/bin/env bash
# Starts all of deploy/ha on this machine, in network namespaces: three database
# hosts (Patroni, PostgreSQL, etcd), two with HAProxy, keepalived and serve, and
# one from which citizens book. Then each part fails in turn, and a table says what that
# cost. Everything ends with the script, Ctrl-C included, after an hour at most.
#
#   sudo deploy/ha/try.sh [CASE…]      all cases without arguments; --list names them,
#                                      --clear ends what a run left that was killed
#
# Needs Debian's packages: patroni python3-etcd etcd-server postgresql haproxy
# keepalived iproute2 curl; and Go, or PROGRAM and DOUBLE, the built binaries.
#
# shellcheck disable=SC2154 # cases.sh names the cases
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/ha/machines.sh
. "$here/machines.sh"
# shellcheck source=deploy/ha/judge.sh
. "$here/judge.sh"
# shellcheck source=deploy/ha/cases.sh
. "$here/cases.sh"

PEOPLE=${PEOPLE:-8} PAUSE=${PAUSE:-500ms}
export PASSWORD=rehearsal
databases="db1 db2 db3"

die() {
	echo "try.sh: $*" >&2
	exit 1
}

check_needs() {
	local need
	[ "$(id -u)" -eq 0 ] || die "needs root: it makes network namespaces"
	for need in patroni etcd haproxy keepalived ip curl psql unshare setpriv pgrep; do
		command -v "$need" >/dev/null || die "$need is missing; the head of this script names the packages"
	done
	[ -n "${PROGRAM:-}" ] && [ -n "${DOUBLE:-}" ] || command -v go >/dev/null || die "go is missing; or name what it builds in PROGRAM and DOUBLE"
	[[ $(ip netns list) != *"$prefix"* ]] || die "a run is under way; if it was killed, try.sh --clear ends what it left"
	ip netns add "${prefix}probe" 2>/dev/null || die "this machine allows no network namespaces"
	ip netns del "${prefix}probe"
}

build() {
	program=${PROGRAM:-$work/terminbote} double=${DOUBLE:-$work/telegramtest}
	cd "$here/../.."
	export CGO_ENABLED=0 GOFLAGS=-buildvcs=false # root may not read whose repository it is
	[ -n "${PROGRAM:-}" ] || go build -o "$program" .
	[ -n "${DOUBLE:-}" ] || go build -o "$double" ./bot/telegram/telegramtest/cmd/telegramtest
}

# await SECONDS WHAT COMMAND… waits until a command succeeds.
await() {
	local until=$((SECONDS + $1)) what=$2
	shift 2
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$until" ] || die "$what does not happen; logs are in $work"
		sleep 0.2
	done
}

# is HOST ROLE asks Patroni: primary, synchronous or replica.
is() { on world curl --silent --fail --max-time 1 --output /dev/null "http://${address[$1]}:8008/$2"; }

# who ROLE is the host of that role.
who() {
	local host
	for host in $databases; do
		if is "$host" "$1"; then
			echo "$host"
			return
		fi
	done
	return 1
}

# whole is when there is a primary, and both others follow, one of them synchronously.
whole() {
	local host follow=0
	for host in $databases; do
		if is "$host" replica; then follow=$((follow + 1)); fi
	done
	[ "$follow" -eq 2 ] && who primary && who synchronous && ready app1 && ready app2
}

ready() { on world curl --silent --fail --max-time 1 "http://${address[$1]}:8080/readyz"; }
reached_from_outside() { on world curl --silent --max-time 1 --output /dev/null http://10.77.0.10/; }

# ask HOST QUESTION, ask_primary QUESTION ask the database.
ask() { on world psql --no-psqlrc -qAtX "postgres://postgres:$PASSWORD@${address[$1]}:5432/terminbote?sslmode=require" -c "$2"; }
ask_primary() { ask "$(who primary)" "$1"; }

# tell COMMAND gives the double of Telegram a command.
tell() { on world curl --silent --show-error --fail-with-body --max-time "${2:-10}" --data-binary "$1" http://127.0.0.1:8082/; }

start_databases() {
	local host
	for host in $databases; do start_machine "$host"; done
	await 120 "a primary" who primary
	on world psql --no-psqlrc -qX "postgres://postgres:$PASSWORD@${address[$(who primary)]}:5432/postgres?sslmode=require" \
		-c "CREATE ROLE terminbote LOGIN PASSWORD '$PASSWORD'" -c "CREATE DATABASE terminbote OWNER terminbote"
}

start_telegram() {
	on world "$double" -listen "${address[world]}:8081" -control 127.0.0.1:8082 -reach http://10.77.0.10 -patience 150s -quiet \
		</dev/null >"$work/telegram.log" 2>&1 &
	await 20 "the double of Telegram" tell calls
}

start_programs() {
	mkdir "$work/secrets"
	echo "postgres://terminbote:$PASSWORD@app1:5000,app2:5000/terminbote?target_session_attrs=read-write&sslmode=require" >"$work/secrets/database_url"
	echo 4711:telegramtest-token-of-the-sample-bot >"$work/secrets/telegram_token"
	echo rehearsal-of-the-failing-parts >"$work/secrets/telegram_webhook_secret"
	# All who book here are new, which must not look like an attack.
	sed 's/newcomers_per_hour: .*/newcomers_per_hour: {least: 100000, most: 100000}/; s/horizon_days: .*/horizon_days: 120/' \
		"$here/../../office/werne.yaml" >"$work/secrets/office.yaml"
	start_machine app1
	start_machine app2
	await 120 "both programs are ready" ready_all
}

ready_all() { ready app1 && ready app2 && reached_from_outside; }

run() {
	local name part how since until
	for name in "$@"; do
		sleep 3 # a usual moment, so that the pause is the part's
		try "$name"
		await 240 "after $name all is whole again" whole
		row "$part" "$how" "$since" "$until" || failed=1
	done
}

# check_cases says which are unknown.
check_cases() {
	local name
	for name in "$@"; do
		[[ " ${cases[*]} " == *" $name "* ]] || die "there is no case $name; --list names them"
	done
}

main() {
	check_cases "$@"
	check_needs
	work=$(mktemp -d /var/tmp/terminbote-ha.XXXXXX)
	trap 'clear_away; [ -n "${KEEP:-}" ] || rm -rf "$work"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	build
	start_switch
	plug world
	start_databases
	start_telegram
	start_programs
	await 120 "the standby is synchronous" whole
	tell "crowd $PEOPLE $PAUSE $here/citizen.plan $work/report"
	sleep 5
	heading
	failed=0
	run "$@"
	tell disperse 180
	verdict && [ "$failed" -eq 0 ]
}

case ${1:-} in
--list) printf '%s\n' "${cases[@]}" ;;
--clear) clear_away ;;
*)
	[ -n "${BOUNDED:-}" ] || BOUNDED=yes exec timeout --foreground --kill-after=90 3600 "$0" "$@"
	main "${@:-${cases[@]}}"
	;;
esac
