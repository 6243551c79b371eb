package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net/http"
	"regexp"
	"strings"
)

//go:embed page.css
var style []byte

//go:embed talk.js
var script []byte

//go:embed board.js
var boardScript []byte

// asset is a file that pages load. Its name changes with its content, so that
// browsers may keep it.
type asset struct {
	path, kind string
	plain      []byte
	zipped     []byte
}

// assetPath is where assets are.
const assetPath = "/-/"

var (
	styleAsset  = newAsset("page", ".css", "text/css; charset=utf-8", style)
	scriptAsset = newAsset("talk", ".js", "text/javascript; charset=utf-8", script)
	boardAsset  = newAsset("board", ".js", "text/javascript; charset=utf-8", boardScript)
)

func newAsset(name, ending, kind string, content []byte) asset {
	sum := sha256.Sum256(content)
	return asset{
		path: assetPath + name + "-" + hex.EncodeToString(sum[:6]) + ending,
		kind: kind, plain: content, zipped: zipped(content),
	}
}

func zipped(content []byte) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one there is
	_, _ = z.Write(content)
	_ = z.Close()
	return b.Bytes()
}

// ServeHTTP answers with the asset.
func (a asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	// A picture of the town's may hold scripts; opened by itself it runs none.
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	content := a.plain
	if acceptsZipped(r) {
		h.Set("Content-Encoding", "gzip")
		content = a.zipped
	}
	_, _ = w.Write(content)
}

// never is the quality of what somebody does not take at all (RFC 9110, 12.4.2).
var never = regexp.MustCompile(`^q=0(\.0*)?$`)

func acceptsZipped(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == "gzip" && !never.MatchString(strings.TrimSpace(quality)) {
			return true
		}
	}
	return false
}
