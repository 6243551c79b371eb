# shellcheck shell=bash
# The parts that fail, and how, for try.sh.
#
# shellcheck disable=SC2034,SC2154 # try.sh sets work and the rest, and reads what is set here

cases=(
	primary-killed primary-frozen primary-gone primary-switched
	standby-killed standby-frozen standby-gone
	patroni-killed etcd-killed etcd-all
	haproxy-killed keepalived-killed app-gone serve-killed
)

# hold is how long a host stays frozen or gone: longer than Patroni's ttl, so that
# it is not the host's return that helps.
hold=40

# try CASE has a part fail, and waits until it runs again and people book.
try() {
	primary=$(who primary) standby=$(who synchronous) public=$(who_is_public)
	since=$(now)
	"fail_${1//-/_}"
	await 60 "bookings go on" answered_again "$since"
	sleep 5
	until=$(now)
}

# answered_again SINCE is whether somebody who acted after a part had failed for a
# second is answered.
answered_again() {
	awk -F '\t' -v since="$1" '$3 == "reached" && $1 > since + 1000 { found = 1 } END { exit !found }' "$work/report"
}

# who_is_public is the host that has the public address.
who_is_public() {
	local host
	for host in app1 app2; do
		if on "$host" ip -4 -oneline addr show dev eth0 | grep -q 10.77.0.10/; then echo "$host"; fi
	done
}

fail_primary_killed() {
	part="PostgreSQL of the primary" how="kill -9"
	send KILL "$primary" postgres
}

fail_primary_frozen() {
	part="host of the primary" how="frozen for $hold s"
	stand_still "$primary"
}

fail_primary_gone() {
	part="host of the primary" how="no network for $hold s"
	cut_off "$primary"
}

fail_primary_switched() {
	part="the primary, for maintenance" how="switchover"
	on world curl --silent --show-error --fail --max-time 60 --user "patroni:$PASSWORD" --output /dev/null \
		--data "{\"leader\": \"$primary\", \"candidate\": \"$standby\"}" "http://${address[$primary]}:8008/switchover"
}

fail_standby_killed() {
	part="PostgreSQL of the synchronous standby" how="kill -9"
	send KILL "$standby" postgres
}

fail_standby_frozen() {
	part="host of the synchronous standby" how="frozen for $hold s"
	stand_still "$standby"
}

fail_standby_gone() {
	part="host of the synchronous standby" how="no network for $hold s"
	cut_off "$standby"
}

fail_patroni_killed() {
	part="Patroni of the primary" how="kill -9"
	send KILL "$primary" patroni
}

fail_etcd_killed() {
	part="etcd of the primary's host" how="kill -9"
	send KILL "$primary" etcd
}

fail_etcd_all() {
	local host
	part="all three etcd" how="frozen for $hold s"
	for host in $databases; do send STOP "$host" etcd; done
	sleep "$hold"
	for host in $databases; do send CONT "$host" etcd; done
}

fail_haproxy_killed() {
	part="HAProxy with the public address" how="kill -9"
	send KILL "$public" haproxy
}

fail_keepalived_killed() {
	part="keepalived with the public address" how="kill -9"
	send KILL "$public" keepalived
}

fail_app_gone() {
	part="host with the public address, HAProxy and \`serve\`" how="no network for $hold s"
	cut_off "$public"
}

fail_serve_killed() {
	part="\`serve\`, one of two" how="kill -9"
	send KILL "$public" "$(basename "$program" | cut -c 1-15)"
}

stand_still() {
	freeze "$1"
	sleep "$hold"
	thaw "$1"
}

cut_off() {
	unplug "$1"
	sleep "$hold"
	replug "$1"
}
