#!/bin/sh
# Builds what a release consists of, into dist: static binaries for both
# architectures, a Debian package for each, what is inside (SBOM), checksums.
# usage: sh tools/release.sh VERSION
set -eu
cd "$(dirname "$0")/.."
version=$1
DIST=dist
tool="go tool -modfile=tools/release/go.mod"
rm -rf "$DIST"
mkdir "$DIST"
for ARCH in amd64 arm64; do
	echo "building terminbote $version for $ARCH ..." >&2
	CGO_ENABLED=0 GOOS=linux GOARCH=$ARCH go build -trimpath -ldflags="-s -w -X terminbote/command.release=$version" -o "$DIST/terminbote-linux-$ARCH" .
	export ARCH DIST VERSION="$version"
	$tool nfpm package --config deploy/debian/nfpm.yaml --packager deb --target "$DIST/terminbote_${version}_$ARCH.deb" >&2
done
$tool cyclonedx-gomod bin -json -licenses -version "$version" -output "$DIST/terminbote.cdx.json" "$DIST/terminbote-linux-amd64" >&2
(cd "$DIST" && sha256sum ./* >SHA256SUMS)
ls -l "$DIST"
