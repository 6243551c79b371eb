package web

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"embed"
	"html/template"
	"net/http"
	"strings"
	"sync"
)

//go:embed pages/*.html
var sources embed.FS

// pages are the templates by name, each within the layout.
var templates = parse()

func parse() map[string]*template.Template {
	layout := template.Must(template.ParseFS(sources, "pages/layout.html", "pages/parts.html"))
	all := map[string]*template.Template{}
	files, err := sources.ReadDir("pages")
	if err != nil {
		panic(err) // they are part of the program
	}
	for _, file := range files {
		name := strings.TrimSuffix(file.Name(), ".html")
		if name == "layout" || name == "parts" {
			continue
		}
		all[name] = template.Must(template.Must(layout.Clone()).ParseFS(sources, "pages/"+file.Name()))
	}
	return all
}

// policy lets a page do nothing but show itself with what is ours and send its
// forms to us. Addresses may hold a token, so they are told to nobody.
var policy = map[string]string{
	"Content-Type":                 "text/html; charset=utf-8",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
}

// csp is the Content-Security-Policy of pages that may be framed by hosts.
func csp(hosts []string) string {
	ancestors := "'none'"
	if len(hosts) > 0 {
		ancestors = strings.Join(hosts, " ")
	}
	return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
		"form-action 'self'; base-uri 'none'; frame-ancestors " + ancestors
}

// drawing is a page about to be written.
type drawing struct {
	page   string // the template's name
	part   string // of it; empty: all of it
	status int    // 0: 200
	hosts  []string
	public bool // the same for everybody who speaks that language
	data   any
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// draw writes a page.
func draw(w http.ResponseWriter, r *http.Request, d drawing) {
	b, _ := buffers.Get().(*bytes.Buffer)
	b.Reset()
	defer buffers.Put(b)
	d.render(b)
	writePolicy(w, d.hosts)
	if d.public {
		writePublic(w, r, keptPage{plain: b.Bytes()})
		return
	}
	// What is somebody's own is kept by nobody. It is not compressed either:
	// how long it is would tell of what is in it.
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(cmp.Or(d.status, http.StatusOK))
	_, _ = w.Write(b.Bytes())
}

func (d drawing) render(b *bytes.Buffer) {
	part := cmp.Or(d.part, "layout")
	if err := templates[d.page].ExecuteTemplate(b, part, d.data); err != nil {
		panic(err) // the templates are part of the program
	}
}

func writePolicy(w http.ResponseWriter, hosts []string) {
	h := w.Header()
	for name, value := range policy {
		h.Set(name, value)
	}
	h.Set("Content-Security-Policy", csp(hosts))
	if len(hosts) == 0 {
		h.Set("X-Frame-Options", "DENY")
	}
}

// writePublic writes a page that is the same for everybody who speaks that
// language. It is compressed here unless that was done before.
func writePublic(w http.ResponseWriter, r *http.Request, page keptPage) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding, Accept-Language, Cookie")
	switch {
	case !acceptsZipped(r):
		_, _ = w.Write(page.plain)
	case page.zipped != nil:
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(page.zipped)
	default:
		h.Set("Content-Encoding", "gzip")
		z, _ := zippers.Get().(*gzip.Writer)
		defer zippers.Put(z)
		z.Reset(w)
		_, _ = z.Write(page.plain)
		_ = z.Close()
	}
}

var zippers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}
