# Installs PostgreSQL on Debian and its kin, as root. Debian would set up and
# start a server for the whole machine along with it; ours is enough.
set -e
export DEBIAN_FRONTEND=noninteractive
conf=/etc/postgresql-common/createcluster.d/terminbote.conf
mkdir -p "${conf%/*}"
echo 'create_main_cluster = false' >"$conf"
trap 'rm -f "$conf"' EXIT
install() { apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends postgresql; }
install || { apt-get update && install; }
