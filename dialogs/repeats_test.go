package dialogs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/locales"
)

// typedMuch is what people type who do not know what else to say, or who have not seen that
// something else is asked.
var typedMuch = map[string][]string{
	"de": {
		"nein", "ja", "hallo", "ok danke", "hä", "?", "weiß nicht", "asdf", "👍", "später", "und jetzt", "nein nein", "hilfe", "mensch", "egal", "stop",
		"danke", "ok", "weiter", "was?", "tschüss", "das ist mir zu kompliziert", "ich komm nicht klar", "moment", "bitte", "zurück", "abbrechen", "agent", "mitarbeiter", "muss das sein", "das sag ich nicht", "evet", "oui",
	},
	"en": {
		"no", "yes", "hello", "ok thanks", "huh", "?", "i don't know", "asdf", "👍", "later", "and now", "no no", "help", "human", "whatever", "stop",
		"thanks", "ok", "next", "what?", "bye", "this is too complicated", "i'm lost", "one moment", "please", "back", "cancel", "agent",
	},
}

// TestNothingIsSaidTwiceInARow says each of what people usually say three times in a row, at
// every place that testdata/said knows. No answer is the one before: who is not helped by it reads
// something else.
func TestNothingIsSaidTwiceInARow(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	names, err := filepath.Glob("testdata/said/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no places: %v", err)
	}
	for _, name := range names {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(script), "# role: ") {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			t.Parallel()
			at := placeOf(t, headOf(string(script)))
			for _, text := range typedMuch[at.state.Lang] {
				sayThrice(t, at, text)
			}
		})
	}
}

// TestNothingIsSaidTwiceToDifferentWords says one thing after another: small talk and calls for
// help are not answered alike either.
func TestNothingIsSaidTwiceToDifferentWords(t *testing.T) {
	t.Parallel()
	for _, place := range []string{"name", "review", "review_en", "when", "booked", "start"} {
		script, err := os.ReadFile("testdata/said/" + place + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		at := placeOf(t, headOf(string(script)))
		for _, first := range typedMuch[at.state.Lang] {
			once := at.say(t, first)
			for _, then := range typedMuch[at.state.Lang] {
				if twice := once.say(t, then); answerOf(twice) == answerOf(once) {
					t.Errorf("at %s %q and %q are answered alike: %.160s", place, first, then, answerOf(twice))
				}
			}
		}
	}
}

// headOf is the lines of a script that lead to its place.
func headOf(script string) string {
	var head strings.Builder
	for line := range strings.Lines(script) {
		if strings.HasPrefix(line, "# ") {
			head.WriteString(line)
		}
	}
	return head.String()
}

// sayThrice says the same three times, and wants another answer each time.
func sayThrice(t *testing.T, at visitor, text string) {
	t.Helper()
	before := strings.Join(at.shows(), "\n")
	for i := range 3 {
		at = at.say(t, text)
		answer := answerOf(at)
		if answer == before {
			t.Errorf("%s: %q, the %d. time, is answered as before: %.160s", at.step, text, i+1, answer)
			return
		}
		before = answer
	}
}

// answerOf is what somebody reads after a turn: the remarks, or where there are none what is seen.
func answerOf(v visitor) string {
	words := locales.For(v.state.Lang)
	var all []string
	for _, r := range v.remarks {
		all = append(all, words.Say(r))
	}
	if len(all) == 0 {
		all = v.shows()
	}
	return strings.TrimSpace(fmt.Sprint(strings.Join(all, "\n")))
}

// Who is in danger reads who helps, as often as they write.
func TestAnEmergencyIsAnsweredEachTime(t *testing.T) {
	t.Parallel()
	at := arrive(t, smallOffice(t))
	for range 4 {
		if at = at.say(t, "mein mann schlägt mich"); !at.remarked("talk.emergency") {
			t.Errorf("it is answered %v", at.remarks)
		}
	}
}

// Who asks for it sees once more what is asked, and nothing comes of it.
func TestWhatIsAskedIsShownAgain(t *testing.T) {
	t.Parallel()
	for _, place := range []string{"name", "name_en", "mail", "review", "when", "booked", "cancel"} {
		script, err := os.ReadFile("testdata/said/" + place + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		at := placeOf(t, headOf(string(script)))
		for _, text := range []string{"nochmal bitte", "noch einmal", "wie war die Frage?", "repeat please"} {
			for again := at; again.state.Revision < at.state.Revision+2; {
				if again = again.say(t, text); len(again.remarks)+len(again.commands) > 0 || key(again) != key(at) || again.state.Draft.Doubt.Name != "" {
					t.Errorf("at %s %q leads to %s: %v", place, text, key(again), again.remarks)
				}
			}
		}
	}
}
