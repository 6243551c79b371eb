package terminal_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"terminbote/bot/terminal"
)

func TestLinesBreakBetweenWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, want string
		columns          int
	}{
		{"short enough", "Guten Tag!", "Guten Tag!", 10},
		{"too long", "Guten Tag, Frau Beispiel", "Guten Tag,\nFrau\nBeispiel", 10},
		{"without an end", "Guten Tag, Frau Beispiel", "Guten Tag, Frau Beispiel", 0},
		{"umlauts are one column", "Grüße für Änne", "Grüße für\nÄnne", 9},
		{"so many columns as are seen", "山田 太郎 kommt", "山田 太郎\nkommt", 10},
		{"a word that is wider", "die Aufenthaltsbescheinigung holen", "die\nAufenthaltsbescheinigung\nholen", 12},
		{"a choice", "   1  ID cards and passports", "   1  ID cards\n      and\n      passports", 16},
		{"a choice that is taken", "✓ 12  ID cards and passports", "✓ 12  ID cards\n      and\n      passports", 16},
		{"a bullet", "• Vehicle registration", "• Vehicle\n  registration", 12},
		{"paragraphs", "one two\n\nthree four", "one\ntwo\n\nthree\nfour", 6},
	} {
		if got := terminal.Wrap(tt.text, tt.columns); got != tt.want {
			t.Errorf("%s:\n%q, want\n%q", tt.name, got, tt.want)
		}
	}
}

func TestWrappingLosesNoWordAndNoLineIsTooLong(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zäöüß]{1,12}`), 1, 30).Draw(t, "words")
		columns := rapid.IntRange(12, 60).Draw(t, "columns")
		got := terminal.Wrap(strings.Join(words, " "), columns)
		if want := strings.Join(words, " "); strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("%q has become %q", want, got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			if n := len([]rune(line)); n > columns {
				t.Errorf("%q has %d columns of %d", line, n, columns)
			}
		}
	})
}

func TestATalkFitsItsTerminal(t *testing.T) {
	t.Parallel()
	const columns = 40
	terminal, _, out := talk(t, strings.NewReader("Perso\nweiter\n1\n1\nweiter\nmorgen\n"))
	terminal.Width = func() int { return columns }
	if err := terminal.Talk(t.Context()); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if n := len([]rune(line)); n > columns {
			t.Errorf("%d columns: %q", n, line)
		}
	}
}

func TestWhoWantsToLeaveLeaves(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"exit", "quit", "/quit", ":q", " Exit ", "QUIT", ":q!"} {
		out := run(t, word+"\nPerso\n")
		if strings.Contains(out, "Personalausweis beantragen") {
			t.Errorf("%q: the talk goes on:\n%s", word, out)
		}
	}
	if out := run(t, "exit now\nPerso\n"); !strings.Contains(out, "Personalausweis beantragen") {
		t.Errorf("the talk has ended:\n%s", out)
	}
}
