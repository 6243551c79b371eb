package web

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"net/http"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed page.css
var style string

var pageHTML = template.Must(template.New("page").Parse(pageTemplate))

// policy lets a page do nothing but show itself with its own style and send
// its forms to us. The address holds the token, so it is told to nobody.
var policy = map[string]string{
	"Content-Security-Policy": "default-src 'none'; style-src 'sha256-" + hashed(style) + "'; form-action 'self'; " +
		"base-uri 'none'; frame-ancestors 'none'",
	"Content-Type":           "text/html; charset=utf-8",
	"Cache-Control":          "no-store",
	"Referrer-Policy":        "no-referrer",
	"X-Content-Type-Options": "nosniff",
	"X-Robots-Tag":           "noindex, nofollow",
}

func hashed(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// draw writes a page.
func draw(w http.ResponseWriter, status int, v view) {
	var page bytes.Buffer
	err := pageHTML.Execute(&page, struct {
		view
		Style template.CSS
	}{v, template.CSS(style)}) //nolint:gosec // the style is a file of ours
	if err != nil {
		panic(err) // the template is part of the program
	}
	for name, value := range policy {
		w.Header().Set(name, value)
	}
	w.WriteHeader(status)
	_, _ = page.WriteTo(w)
}
