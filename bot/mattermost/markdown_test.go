package mattermost_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"terminbote/bot/mattermost"
)

// nasty is what names are made of by people who mean no good.
var nasty = rapid.SampledFrom([]string{
	"@all", "@channel", "@here", "@", "|", `\`, "\n", "[", "](", ")", ">", "<!channel>", "<", "`", "```", "*", "_", "~", "#", "1.", "- ", " ", "Eva", "ä",
})

var (
	calling = regexp.MustCompile(`(?i)(^|[^\pL\pN])@(all|channel|here)\b`)
	markup  = regexp.MustCompile("[`*_{}\\[\\]<>#|~]")
)

func TestWhateverPeopleAreCalledItIsShownAsItIs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := strings.Join(rapid.SliceOfN(nasty, 0, 12).Draw(t, "name"), "")
		shown := mattermost.Escape(name)
		live := escaped.ReplaceAllString(shown, "")
		if found := markup.FindString(live); found != "" || calling.MatchString(shown) || strings.HasSuffix(live, `\`) {
			t.Fatalf("%q is live in %q", found, shown)
		}
		if cells := strings.Count(escaped.ReplaceAllString(mattermost.Row([]string{name, "x"}), ""), "|"); cells != 3 {
			t.Fatalf("%d cells in %q", cells-1, mattermost.Row([]string{name, "x"}))
		}
		read := strings.NewReplacer("\u2060", "", "&lt;", "<").Replace(shown)
		if read = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllString(read, "$1"); read != name {
			t.Fatalf("%q is read as %q", name, read)
		}
	})
}

func TestOurOwnSentencesStayReadable(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"Heute ist Montag, 23. November, 8:00 Uhr.": "Heute ist Montag, 23. November, 8:00 Uhr.",
		"23. November":                      `23\. November`,
		"ada@example.org":                   "ada@example.org",
		"Wählen Sie.\n- eins\n+ zwei\n3) x": "Wählen Sie.\n\\- eins\n\\+ zwei\n3\\) x",
		"Bürgerbüro - Stadthaus":            "Bürgerbüro - Stadthaus",
	} {
		if got := mattermost.Escape(said); got != want {
			t.Errorf("%q is shown as %q, want %q", said, got, want)
		}
	}
}
