# shellcheck shell=bash
# shellcheck disable=SC2154 # try.sh sets work, here and program
# Machines of try.sh: a network namespace each, on one switch. Nothing outside
# of these namespaces and of the folder $work is touched.
#
# Sourced; wants $work, $here and $program.

declare -A address=([db1]=10.77.0.11 [db2]=10.77.0.12 [db3]=10.77.0.13 [app1]=10.77.0.21 [app2]=10.77.0.22 [world]=10.77.0.99)
declare -A first=() # the process whose end ends the machine
prefix=terminbote-

# plug makes a machine's network.
plug() {
	ip netns add "$prefix$1"
	ip -n "${prefix}switch" link add "$1" type veth peer name eth0 netns "$prefix$1"
	ip -n "${prefix}switch" link set "$1" master bridge up
	ip -n "$prefix$1" addr add "${address[$1]}/24" dev eth0
	ip -n "$prefix$1" link set eth0 up
	ip -n "$prefix$1" link set lo up
}

start_switch() {
	ip netns add "${prefix}switch"
	ip -n "${prefix}switch" link add bridge type bridge
	ip -n "${prefix}switch" link set bridge up
}

# start_machine NAME has it boot.
start_machine() {
	plug "$1"
	mkdir -p "$work/$1"
	on "$1" unshare --mount --uts --ipc --pid --fork --kill-child --mount-proc \
		"$here/machine.sh" "$1" "$work/$1" "$program" >>"$work/$1.log" 2>&1 &
	first[$1]=$!
}

# on MACHINE COMMAND… runs a command in a machine's network.
on() {
	local machine=$1
	shift
	ip netns exec "$prefix$machine" "$@"
}

# processes MACHINE [NAME] lists a machine's processes, or those of one program.
processes() {
	local pid
	for pid in $(ip netns pids "$prefix$1"); do
		if [ $# -eq 1 ] || [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ]; then
			echo "$pid"
		fi
	done
}

# send SIGNAL MACHINE [NAME] signals all of them, those that were just begun, too.
send() {
	local signal=$1 pids
	shift
	for _ in 1 2; do
		pids=$(processes "$@")
		# shellcheck disable=SC2086 # a list of numbers
		[ -z "$pids" ] || kill -s "$signal" $pids 2>/dev/null || true
	done
}

freeze() { send STOP "$1"; }
thaw() { send CONT "$1"; }
unplug() { ip -n "${prefix}switch" link set "$1" down; }
replug() { ip -n "${prefix}switch" link set "$1" up; }

# clear_away ends all machines, whatever state they are in.
clear_away() {
	local machine
	for machine in "${!first[@]}"; do
		send CONT "$machine"
		{ kill -KILL "${first[$machine]}" && wait "${first[$machine]}"; } 2>/dev/null || true
	done
	for machine in "${!address[@]}"; do
		send KILL "$machine"
		ip netns del "$prefix$machine" 2>/dev/null || true
	done
	ip netns del "${prefix}switch" 2>/dev/null || true
}
