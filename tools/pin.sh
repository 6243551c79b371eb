#!/bin/sh
# Pins the images that Dockerfile and compose.yaml build upon by their digests,
# so that the same build means the same bytes. Asks the registry by docker's or
# skopeo's own client, so that it needs one of them and the network.
#
#   sh tools/pin.sh          pins what is not pinned yet, and says what it pinned
#   sh tools/pin.sh --renew  takes the digests that the tags have today
set -eu
cd "$(dirname "$0")/.."

digest() {
	if command -v skopeo >/dev/null; then
		skopeo inspect --format '{{.Digest}}' "docker://$1"
	else
		docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$1"
	fi
}

for file in Dockerfile compose.yaml; do
	[ "${1:-}" != --renew ] || sed -i -E 's/^(FROM |    image: )([a-z0-9./-]+:[A-Za-z0-9._-]+)@sha256:[0-9a-f]{64}/\1\2/' "$file"
	for image in $(sed -nE 's/^(FROM |    image: )([a-z0-9./-]+:[A-Za-z0-9._-]+)( AS .*)?$/\2/p' "$file"); do
		found=$(digest "$image")
		case $found in
		sha256:*) ;;
		*) echo "pin: no digest of $image: $found" >&2 && exit 1 ;;
		esac
		sed -i -E "s|^(FROM \|    image: )$image( AS .*)?\$|\1$image@$found\2|" "$file"
		echo "$file: $image@$found"
	done
done
