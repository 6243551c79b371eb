package web_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

var (
	nameless  = regexp.MustCompile(`<title>\s*(–[^<]*)?</title>|<h1>\s*</h1>|<h2[^>]*>\s*</h2>|<(button|a)\b[^>]*>\s*</(button|a)>|<legend[^>]*>\s*</legend>|<label[^>]*>\s*</label>`)
	speaking  = regexp.MustCompile(`<html lang="[a-z]{2}"`)
	unwritten = regexp.MustCompile(`%!\w?\(|<no value>`)
)

// mustBeWhole fails the test if an answer is not of the kind that it says, or has
// a title, a heading, a button or a link without any words. Every answer that a
// test gets is looked at.
func mustBeWhole(tb testing.TB, p page) {
	tb.Helper()
	kind := p.header.Get("Content-Type")
	switch {
	case strings.HasPrefix(p.body, "<!DOCTYPE html>"):
		if !strings.HasPrefix(kind, "text/html") || !speaking.MatchString(p.body) {
			tb.Errorf("a page says that it is %q, in this language:\n%.200s", kind, p.body)
		}
	case strings.HasPrefix(p.body, "BEGIN:VCALENDAR"):
		if !strings.HasPrefix(kind, "text/calendar") {
			tb.Errorf("a calendar says that it is %q", kind)
		}
	case json.Valid([]byte(p.body)):
		if !strings.HasPrefix(kind, "application/json") {
			tb.Errorf("JSON says that it is %q:\n%.200s", kind, p.body)
		}
	}
	if !strings.HasPrefix(kind, "text/html") {
		return
	}
	for _, wrong := range []*regexp.Regexp{nameless, unwritten} {
		for _, found := range wrong.FindAllString(p.body, -1) {
			if strings.Contains(found, " hidden") {
				continue
			}
			tb.Errorf("the page has %q:\n%s", found, p.body)
		}
	}
}
