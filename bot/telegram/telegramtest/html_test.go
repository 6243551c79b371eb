package telegramtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHTMLBecomesTextAndEntities(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		html, want string
		entities   []Entity
	}{
		{"a &lt; b &amp; c &#228; &euro;", "a < b & c ä &euro;", nil},
		{"😀<b>a<i>b</i></b>", "😀ab", []Entity{{Type: "bold", Offset: 2, Length: 2}, {Type: "italic", Offset: 3, Length: 1}}},
		{`<a href="https://w.de?a=1&amp;b=2">W</a>`, "W", []Entity{{Type: "text_link", Length: 1, URL: "https://w.de?a=1&b=2"}}},
		{"<B>a</b><u></u>", "a", []Entity{{Type: "bold", Length: 1}}},
		{`<pre><code class="language-go">x</code></pre>`, "x", []Entity{{Type: "pre", Length: 1, Language: "go"}}},
	} {
		text, entities, err := parseHTML(tt.html)
		if err != nil {
			t.Errorf("%s: %s", tt.html, err.text)
		}
		if diff := cmp.Diff(tt.want, text); diff != "" {
			t.Errorf("%s: text (-want +got):\n%s", tt.html, diff)
		}
		if diff := cmp.Diff(tt.entities, entities); diff != "" {
			t.Errorf("%s: entities (-want +got):\n%s", tt.html, diff)
		}
	}
}

func TestSpaceAroundATextGoesAndTakesNoEntityAlong(t *testing.T) {
	t.Parallel()
	text, entities := trim(" \nHallo Anna \n", []Entity{
		{Type: "bold", Offset: 0, Length: 7}, {Type: "italic", Offset: 8, Length: 6}, {Type: "code", Offset: 13, Length: 1},
	})
	if diff := cmp.Diff("Hallo Anna", text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	want := []Entity{{Type: "bold", Offset: 0, Length: 5}, {Type: "italic", Offset: 6, Length: 4}}
	if diff := cmp.Diff(want, entities); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{"<b>a</b>", "</", "<", "<a href=", "&#x1F600;", "&#;", "<b", "a<i>😀</>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text, entities, err := parseHTML(source)
		if err != nil {
			return
		}
		if broken := checkEntities(text, entities); broken != nil {
			t.Errorf("%q: %s", source, broken.text)
		}
	})
}
