# Starts a server and its keeper, both on their own feet, and prints the
# server's process id. The keeper waits until nobody holds the file "users"
# any more, also because its holder died, and stops the server then.
# Usage: start.sh POSTGRES FOLDER ARGUMENT...
postgres=$1 folder=$2
shift 2
data=$folder/data
exec </dev/null 2>>"$folder/log"

"$postgres" -D "$data" "$@" >>"$folder/log" &
echo $!
exec >>"$folder/log"

# Is process $1 the server of this folder, rather than one that was given the
# same number later?
serves() {
	kill -0 "$1" 2>/dev/null || return 1
	[ -d /proc/self ] || return 0
	tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | grep -qxF -e "$data"
}

stop() {
	[ -f "$data/postmaster.pid" ] || return
	read -r pid <"$data/postmaster.pid"
	serves "$pid" && kill -INT "$pid"
	while [ -f "$data/postmaster.pid" ] && serves "$pid"; do sleep 0.1; done
}

# The gate comes before the users, in the order in which everybody takes them;
# the first look at the users only waits.
keep() {
	exec 7<>"$folder/gate" 8<>"$folder/users"
	while flock -x 8 && flock -u 8 && flock -x 7; do
		if flock -n -x 8; then
			stop
			return
		fi
		flock -u 7
	done
}

command -v flock >/dev/null || exit 0
keep &
