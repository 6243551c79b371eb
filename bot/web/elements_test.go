package web_test

import (
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"
)

// elements is what a page consists of, without its words: each element by its
// name, its classes, its state and what it stands in. Its colours depend on
// nothing else.
func elements(t *testing.T, body string) []string {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	paths := map[*xhtml.Node]string{}
	var all []string
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode {
			continue
		}
		paths[n] = paths[n.Parent] + " > " + element(n)
		all = append(all, paths[n])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func element(n *xhtml.Node) string {
	said := n.Data
	for _, a := range n.Attr {
		if a.Key == "class" || a.Key == "type" || a.Key == "disabled" || a.Key == "role" || strings.HasPrefix(a.Key, "aria-") && !strings.HasSuffix(a.Key, "by") {
			said += "." + a.Val
		}
	}
	return said
}

// covering is those of pages that show all elements any of them shows: a page
// counts where the ones before it lack something, or where all do.
func covering(t *testing.T, pages []string, all bool) []int {
	t.Helper()
	var some []int
	seen := map[string]bool{}
	for i, body := range pages {
		before := len(seen)
		for _, e := range elements(t, body) {
			seen[e] = true
		}
		if all || len(seen) > before {
			some = append(some, i)
		}
	}
	return some
}

func TestPagesThatShowNothingNewAreCovered(t *testing.T) {
	t.Parallel()
	pages := []string{
		`<p class="a">one</p>`, `<p class="a">two</p><p class="a">three</p>`, `<p class="b">four</p>`,
		`<div class="dark"><p class="a">five</p></div>`, `<p class="a" aria-invalid="true">six</p>`, `<p class="b">seven</p>`,
	}
	if got, want := covering(t, pages, false), []int{0, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("%v cover all, want %v", got, want)
	}
}
