package dialogs_test

import (
	"os"
	"strings"
	"testing"
)

// The talk at the top of the README is what the program prints, but for what it
// marks as left out, and the script below makes it.
func TestTheReadmeShowsATalkAsItIsPrinted(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, talk, begins := strings.Cut(string(readme), "```\nHello! ")
	talk, _, ends := strings.Cut(talk, "```\n")
	if !begins || !ends {
		t.Fatal("the README shows no talk")
	}
	script, typed := "# lang: en\n", ""
	for line := range strings.Lines(talk) {
		if said, ok := strings.CutPrefix(line, "> "); ok {
			script += line
			typed += " " + strings.TrimSpace(said)
		}
	}
	_, piped, _ := strings.Cut(string(readme), "printf '%s\\n'")
	piped, _, _ = strings.Cut(piped, " |\n")
	if strings.ReplaceAll(piped, "'", "") != typed {
		t.Errorf("the README says that it was made by typing%s, but it was by%s", piped, typed)
	}
	printed := perform(t, script)
	for part := range strings.SplitSeq(talk, "[…]") {
		_, rest, found := strings.Cut(printed, strings.TrimSpace(part))
		if !found {
			t.Fatalf("the program does not print\n%s\nnext, but\n%s", part, printed)
		}
		printed = rest
	}
}
