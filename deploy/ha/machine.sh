#!/usr/bin/env bash
# The first process of a machine that try.sh makes: its own network, processes,
# /etc and data. It starts the machine's services and, as systemd does, starts
# those again that end.
#
#   machine.sh NAME FOLDER PROGRAM    NAME is db1 … db3, app1 or app2
set -euo pipefail
name=$1 folder=$2 program=$3
here=$(cd "$(dirname "$0")" && pwd)

# own NAME OWNER has a folder of this machine stand in the place of the system's.
own() {
	mkdir -p "$folder$1"
	chown "$2" "$folder$1"
	mount --bind "$folder$1" "$1"
}

furnish() {
	hostname "$name"
	mount --make-rprivate /
	mkdir -p "$folder/etc" "$folder/etc.work"
	mount -t overlay -o "lowerdir=/etc,upperdir=$folder/etc,workdir=$folder/etc.work" overlay /etc
	mount -t tmpfs tmpfs /run
	install -d -o postgres -g postgres /run/postgresql
	cp "$here/hosts" /etc/hosts
}

# fill puts a file of this folder where it belongs, for this host and run.
fill() {
	mkdir -p "$(dirname "$2")"
	sed -e "s/@HOST@/$name/" -e "s/@PASSWORD@/$PASSWORD/" "$here/$1" >"$2"
}

# service NAME USER PAUSE COMMAND… runs it again PAUSE seconds after it has ended.
service() {
	local what=$1 user=$2 pause=$3 home
	home=$(getent passwd "$user" | cut -d : -f 6)
	shift 3
	while :; do
		HOME=$home setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@" >>"$folder.$what.log" 2>&1 || true
		echo "$(date +%s.%N) $what has ended" >>"$folder.$what.log"
		sleep "$pause"
	done &
}

# with FILE… COMMAND… runs a command with the variables of an environment file.
with() {
	local file=$1
	shift
	set -a
	# shellcheck source=/dev/null
	. "$file"
	set +a
	"$@"
}

database_host() {
	own /var/lib/postgresql postgres
	own /var/lib/etcd etcd
	fill etcd.env /etc/default/etcd
	fill patroni.env /etc/patroni_env.conf
	fill patroni.yml /etc/patroni/config.yml
	ETCD_DATA_DIR=/var/lib/etcd/default with /etc/default/etcd service etcd etcd 1 /usr/bin/etcd
	with /etc/patroni_env.conf service patroni postgres 1 /usr/bin/patroni /etc/patroni/config.yml
}

program_host() {
	own /var/lib/haproxy root
	fill haproxy.cfg /etc/haproxy/haproxy.cfg
	fill keepalived.conf /etc/keepalived/keepalived.conf
	fill terminbote.env /etc/terminbote/terminbote.env
	cp "$folder/../secrets/"* /etc/terminbote/
	chown nobody /etc/terminbote/*
	service haproxy root 1 /usr/sbin/haproxy -W -db -f /etc/haproxy/haproxy.cfg
	service keepalived root 1 /usr/sbin/keepalived --dont-fork --log-console
	export TELEGRAM_API_URL=http://world:8081 TELEGRAM_RATE=0 # the double that stands in for Telegram
	with /etc/terminbote/terminbote.env service serve nobody 5 "$program" serve
}

furnish
case $name in
db*) database_host ;;
app*) program_host ;;
esac
wait
