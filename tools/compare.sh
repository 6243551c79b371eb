#!/bin/sh
# Compares benchmarks of this tree with those of another commit: both test
# programs are built first and then take turns, so that what else the machine
# does slows both. Takes the commit, a pattern of benchmarks, how many rounds,
# the flags of one run, and packages; TESTFLAGS are those of `go test`.
#
# It prints benchstat's table and leaves the figures in build/compare.
set -eu
base=$1 bench=$2 rounds=$3 flags=$4
shift 4

out=$PWD/build/compare
tree=$(mktemp -d)/base
rm -rf "$out"
mkdir -p "$out"
git worktree add --quiet --detach "$tree" "$base"
trap 'git worktree remove --force "$tree"; rmdir "${tree%/base}"' EXIT
trap 'exit 1' HUP INT TERM

# built PLACE NAME builds each package's test program of a tree.
built() (
	cd "$1"
	for package in $packages; do
		[ -d "$package" ] && go test -c -o "$out/$2-$(echo "$package" | tr -d . | tr / _)" "$package" >/dev/null
	done
)

module=$(go list -m)
packages=$(go list "$@" | sed "s|^$module|.|")
built "$tree" base
built "$PWD" now

round=0
while [ "$round" -lt "$rounds" ]; do
	round=$((round + 1))
	echo "round $round of $rounds" >&2
	for package in $packages; do
		name=$(echo "$package" | tr -d . | tr / _)
		for side in base now; do
			[ -x "$out/$side-$name" ] || continue
			place=$PWD
			[ "$side" = now ] || place=$tree
			# shellcheck disable=SC2086 # flags are several words
			(cd "$place/$package" && "$out/$side-$name" -test.run '^$' -test.bench "$bench" -test.timeout 30m $flags) >>"$out/$side.txt"
		done
	done
done
go tool -modfile=tools/go.mod benchstat base="$out/base.txt" now="$out/now.txt" | tee "$out/table.txt"
