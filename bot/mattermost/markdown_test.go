package mattermost_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"terminbote/bot/mattermost"
)

// nasty is what names are made of by people who mean no good.
var nasty = rapid.SampledFrom([]string{
	"@all", "@channel", "@here", "@", "|", `\`, "\n", "[", "](", ")", ">", "<!channel>", "<", "`", "```", "*", "_", "~", "#", "1.", "- ", " ", "Eva", "ä", "&", "#64;", "&#64;all", "&#x40;", "&commat;here", "&lt;", "all", "here",
})

var (
	calling = regexp.MustCompile(`(?i)(^|[^\pL\pN])@(all|channel|here)([^\pL\pN]|$)`)
	markup  = regexp.MustCompile("[`*_{}\\[\\]<>#|~]")
)

func TestWhateverPeopleAreCalledItIsShownAsItIs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := strings.Join(rapid.SliceOfN(nasty, 0, 12).Draw(t, "name"), "")
		shown := mattermost.Escape(name)
		live := escaped.ReplaceAllString(shown, "")
		if found := markup.FindString(live); found != "" || calling.MatchString(html.UnescapeString(shown)) || strings.HasSuffix(live, `\`) {
			t.Fatalf("%q is live in %q", found, shown)
		}
		if cells := strings.Count(escaped.ReplaceAllString(mattermost.Row([]string{name, "x"}), ""), "|"); cells != 3 {
			t.Fatalf("%d cells in %q", cells-1, mattermost.Row([]string{name, "x"}))
		}
		if row := mattermost.Row([]string{name, "x"}); strings.Index(row, "\n") != len(row)-1 {
			t.Fatalf("a row of several lines: %q", row)
		}
		read := strings.ReplaceAll(html.UnescapeString(shown), "\u2060", "")
		if read = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllString(read, "$1"); read != name {
			t.Fatalf("%q is read as %q", name, read)
		}
	})
}

// live is what Mattermost makes of bare addresses and of words between colons.
var live = regexp.MustCompile(`(?i)[a-z]:/*[a-z0-9]|[a-z]://|www\d{0,3}\.|:[a-z0-9_+-]+:`)

func TestNothingIsFetchedForWhatStrangersWrite(t *testing.T) {
	t.Parallel()
	for _, said := range []string{
		"http://x.example/a_b.png", "siehe HTTPS://x.example", "(www.x.example)", "WWW2.x.example", "mailto:x@y.example", "ftp://x.example",
		"a:http://x.example", "http:http://x.example", "http:x.example", ":smile:", "so:100:", "::x:", "tel:0171", "&#58;smile:", "www.www.x.example",
	} {
		shown := mattermost.Foreign(said)
		if found := live.FindString(html.UnescapeString(shown)); found != "" {
			t.Errorf("%q is live in %q", found, shown)
		}
		if read := regexp.MustCompile(`\\(.)`).ReplaceAllString(strings.ReplaceAll(shown, "\u2060", ""), "$1"); read != said {
			t.Errorf("%q is read as %q", said, read)
		}
	}
	if got := mattermost.Foreign("Geht es um 10:30? Frage: ja"); strings.Contains(got, "\u2060") {
		t.Errorf("a time of day is shown as %q", got)
	}
}

func TestOurOwnSentencesStayReadable(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"Heute ist Montag, 23. November, 8:00 Uhr.": "Heute ist Montag, 23. November, 8:00 Uhr.",
		"23. November":                      `23\. November`,
		"ada@example.org":                   "ada@example.org",
		"Wählen Sie.\n- eins\n+ zwei\n3) x": "Wählen Sie.\n\\- eins\n\\+ zwei\n3\\) x",
		"Bürgerbüro - Stadthaus":            "Bürgerbüro - Stadthaus",
		"https://x.example/?a=b&c=d":        "https://x.example/?a=b&c=d",
	} {
		if got := mattermost.Escape(said); got != want {
			t.Errorf("%q is shown as %q, want %q", said, got, want)
		}
	}
}
