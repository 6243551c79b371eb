package bot

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/dialogs"
	"terminbote/locales"
)

// A page shows all that a view and the state have, in the person's language: a field
// that is left out would be missed by somebody on every network.
func TestAPageShowsAllOfAView(t *testing.T) {
	t.Parallel()
	say := locales.Plain
	view := dialogs.View{
		Title: say("title"), Body: []locales.Line{say("one"), {}, say("two")}, Ask: say("ask"), Typing: true, Field: dialogs.MailField,
		Table: dialogs.Table{Head: []locales.Line{say("a"), say("b")}, Rows: [][]locales.Line{{say("c"), say("d")}, {say("e"), say("f")}}},
		Groups: []dialogs.Group{{
			Title: say("group"), Columns: 3, Numbered: true,
			Choices: []dialogs.Choice{{ID: "x", Label: say("X"), Note: say("note"), Marked: true}, {ID: "back", Label: locales.Say("choice.back")}},
		}},
	}
	got := render(dialogs.State{Lang: "en", Revision: 17, Handed: true}, []locales.Line{say("remark")}, view)
	want := Page{
		Lang: "en", Revision: 17, Remarks: []string{"remark"}, Title: "title", Body: []string{"one", "", "two"}, Ask: "ask",
		Typing: true, Field: dialogs.MailField, Handed: true,
		Table:  Table{Head: []string{"a", "b"}, Rows: [][]string{{"c", "d"}, {"e", "f"}}},
		Groups: []Group{{Title: "group", Columns: 3, Numbered: true, Buttons: []Button{{ID: "x", Label: "X", Note: "note", Marked: true}, {ID: "back", Label: "Back"}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	later := []string{"Notice", "Files", "Patient", "Part", "Report"} // which a view does not have
	page := reflect.ValueOf(got)
	for i := range page.NumField() {
		if name := page.Type().Field(i).Name; page.Field(i).IsZero() != strings.Contains(strings.Join(later, " "), name) {
			t.Errorf("%s is %v: this test says nothing of it", name, page.Field(i))
		}
	}
}

// What every network shows beside the field for messages is understood when it is
// chosen, in every language, and keeps to what networks allow.
func TestEveryCommandOfTheMenuIsUnderstood(t *testing.T) {
	t.Parallel()
	asks := map[string]bool{}
	for _, lang := range locales.Languages() {
		menu := Menu(locales.For(lang))
		for _, entry := range menu {
			if trimmed := strings.Trim(entry.Name, "abcdefghijklmnopqrstuvwxyz_"); trimmed != "" || len(entry.Name) > 32 || len(entry.Name) == 0 {
				t.Errorf("%s: %q is no name of a command", lang, entry.Name)
			}
			if n := len([]rune(entry.Does)); n < 3 || n > 256 {
				t.Errorf("%s: /%s is described as %q", lang, entry.Name, entry.Does)
			}
			switch event := ReadText("/" + entry.Name).(type) {
			case dialogs.Started:
			case dialogs.Asked:
				asks[lang+event.For] = true
			default:
				t.Errorf("%s: /%s is read as %#v", lang, entry.Name, event)
			}
		}
		if len(menu) != 9 || len(asks) < 8 {
			t.Errorf("%s: %d entries ask for %v", lang, len(menu), asks)
		}
	}
}

// Every command's word asks for what it says, in both languages, in any case.
func TestEveryCommandAsksForWhatItSays(t *testing.T) {
	t.Parallel()
	for what, words := range map[string]string{
		"appointments": "termine appointments", "help": "hilfe help", "language": "sprache language", "privacy": "datenschutz privacy",
		"here": "binda here", "data": "daten data", "erase": "loeschen erase", "assistant": "ende end", "person": "mensch person", "waiting": "warteliste waitlist",
	} {
		for word := range strings.FieldsSeq(words) {
			for _, text := range []string{"/" + word, "/" + strings.ToUpper(word), "/" + word + "@WerneBot bitte"} {
				if diff := cmp.Diff(dialogs.Event(dialogs.Asked{For: what}), ReadText(text)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", text, diff)
				}
			}
		}
	}
	if n := len(commands); n != 20 {
		t.Errorf("there are %d words, and this test knows 20", n)
	}
}
