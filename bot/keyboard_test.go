package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot"
	"terminbote/dialogs"
)

// What a key carries is read back as what was offered: the choice, of which state
// or notice, or which part of a list.
func TestWhatAKeyCarriesIsReadBack(t *testing.T) {
	t.Parallel()
	fits := func(bot.Keyboard) bool { return true }
	one := []bot.Group{{Buttons: []bot.Button{{ID: "day:2026-11-23", Label: "Montag"}}}}
	for name, tt := range map[string]struct {
		page bot.Page
		want dialogs.Event
	}{
		"of a talk":      {bot.Page{Revision: 1234567, Groups: one}, dialogs.Tapped{Choice: "day:2026-11-23", Revision: 1234567}},
		"under a notice": {bot.Page{Revision: 5, Notice: 987, Groups: one}, dialogs.Responded{Notice: 987, Choice: "day:2026-11-23"}},
	} {
		key := bot.NewKeyboard(tt.page, fits)[0][0]
		got, part := bot.ReadKey(key.Data)
		if diff := cmp.Diff(tt.want, got); diff != "" || part != 0 || len(key.Data) > 64 {
			t.Errorf("%s: %q, part %d (-want +got):\n%s", name, key.Data, part, diff)
		}
	}
	for data, want := range map[string]dialogs.Event{
		"":         dialogs.Tapped{Revision: -1},
		"?:yes":    dialogs.Tapped{Choice: "yes", Revision: -1},
		"a:part 0": dialogs.Tapped{Choice: "part 0", Revision: 10},
		"a:part x": dialogs.Tapped{Choice: "part x", Revision: 10},
		"a:7":      dialogs.Tapped{Choice: "7", Revision: 10},
		"a:!7":     dialogs.Tapped{Choice: "!7", Revision: 10},
		"!a":       dialogs.Responded{Notice: 10},
		"a":        dialogs.Tapped{Revision: 10},
		"-a:yes":   dialogs.Tapped{Choice: "yes", Revision: -10},
		"a:b:c":    dialogs.Tapped{Choice: "b:c", Revision: 10},
	} {
		if got, part := bot.ReadKey(data); !cmp.Equal(got, want) || part != 0 {
			t.Errorf("%q: %v, part %d", data, got, part)
		}
	}
	if event, part := bot.ReadKey("a:part 3"); event != nil || part != 3 {
		t.Errorf("the third part: %v, %d", event, part)
	}
}

// list is a page with so many choices and two ways out.
func list(many int) bot.Page {
	p := bot.Page{Lang: "de", Groups: []bot.Group{{Columns: 1}, {Buttons: []bot.Button{{ID: "back", Label: "Zurück"}, {ID: "home", Label: "Übersicht"}}}}}
	for i := range many {
		p.Groups[0].Buttons = append(p.Groups[0].Buttons, bot.Button{ID: fmt.Sprint("c", i), Label: fmt.Sprint("Anliegen ", i)})
	}
	return p
}

// Of several groups the one with the most buttons is shown in parts, wherever it stands;
// the others stay whole.
func TestTheLongestGroupIsTheOneInParts(t *testing.T) {
	t.Parallel()
	few := func(k bot.Keyboard) bool { return k.Count() <= 50 }
	long := list(49).Groups
	for name, groups := range map[string][]bot.Group{
		"first": {long[0], long[1]}, "last": {long[1], long[0]}, "in between": {long[1], long[0], {Buttons: []bot.Button{{ID: "x", Label: "Noch etwas"}}}},
	} {
		for part, shown := range []int{30, 19} {
			said := map[string]int{}
			for _, row := range bot.NewKeyboard(bot.Page{Lang: "de", Groups: groups, Part: part}, few) {
				for _, key := range row {
					said[strings.TrimRight(key.Label, " 0123456789")]++
				}
			}
			if said["Anliegen"] != shown || said["Zurück"] != 1 || said["Übersicht"] != 1 || said["Noch etwas"] != len(groups)-2 {
				t.Errorf("%s, part %d: %v", name, part, said)
			}
		}
	}
}

// A list too long for one message is shown in parts that together are the whole,
// each with the ways out and to its neighbours.
func TestALongListIsTurnedPartByPart(t *testing.T) {
	t.Parallel()
	few := func(k bot.Keyboard) bool { return k.Count() <= 50 }
	if k := bot.NewKeyboard(list(48), few); k.Count() != 50 {
		t.Errorf("what fits is shown in %d keys, want 50", k.Count())
	}
	p := list(65)
	seen := map[string]int{}
	for part := range 4 {
		p.Part = part
		var turns []int
		for _, row := range bot.NewKeyboard(p, few) {
			for _, key := range row {
				event, to := bot.ReadKey(key.Data)
				if to > 0 {
					turns = append(turns, to)
					continue
				}
				seen[event.(dialogs.Tapped).Choice]++
			}
		}
		want := [][]int{{2}, {1, 3}, {2}, {2}}[part] // beyond the last is the last
		if diff := cmp.Diff(want, turns); diff != "" {
			t.Errorf("part %d turns to (-want +got):\n%s", part, diff)
		}
	}
	if len(seen) != 67 || seen["back"] != 4 || seen["c0"] != 1 || seen["c29"] != 1 || seen["c30"] != 1 || seen["c60"] != 2 {
		t.Errorf("%d choices: %v", len(seen), seen)
	}
}

func TestNoTwoButtonsSayTheSame(t *testing.T) {
	t.Parallel()
	const long = "Beglaubigung von Unterschriften und Abschriften für die Vorlage bei "
	p := bot.Page{Groups: []bot.Group{
		{Buttons: []bot.Button{{ID: "1", Label: long + "Behörden"}, {ID: "2", Label: long + "Gerichten"}, {ID: "3", Label: "Ja", Marked: true}}},
		{Buttons: []bot.Button{{ID: "4", Label: "Nein"}, {ID: "5", Label: "Nein"}}},
	}}
	seen := map[string]bool{}
	for _, row := range bot.NewKeyboard(p, func(bot.Keyboard) bool { return true }) {
		for _, key := range row {
			if seen[key.Label] || utf8.RuneCountInString(key.Label) > 60 {
				t.Errorf("%q is shown twice, or too long", key.Label)
			}
			seen[key.Label] = true
		}
	}
	if len(seen) != 5 || !seen["✓ Ja"] || !seen["Nein"] || !seen["Nein (2)"] {
		t.Errorf("shown are %v", seen)
	}
}

// Short labels stand side by side as the page wants, long ones in a row each.
func TestLongLabelsTakeARowEach(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		label   string
		columns int
		want    int
	}{
		{"9:00", 4, 4}, {"09:00", 4, 4}, {"9:00 ab", 4, 3}, {"9:00", 0, 1}, {"9:00", 12, 8}, {strings.Repeat("x", 20), 2, 2}, {strings.Repeat("x", 21), 2, 1},
	} {
		g := bot.Group{Columns: tt.columns}
		for i := range 12 {
			g.Buttons = append(g.Buttons, bot.Button{ID: fmt.Sprint(i), Label: tt.label})
		}
		k := bot.NewKeyboard(bot.Page{Groups: []bot.Group{g}}, func(bot.Keyboard) bool { return true })
		if len(k[0]) != tt.want {
			t.Errorf("%q in %d columns: %d side by side, want %d", tt.label, tt.columns, len(k[0]), tt.want)
		}
	}
}

func TestCommandsAreReadInEveryLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]dialogs.Event{
		"Reisepass":           dialogs.Said{Text: "Reisepass"},
		"/termine":            dialogs.Asked{For: "appointments"},
		"/Waitlist@WerneBot":  dialogs.Asked{For: "waiting"},
		"/start":              dialogs.Started{},
		"/start@WerneBot  x1": dialogs.Started{Payload: "x1"},
		"/reisepass bitte":    dialogs.Said{Text: "reisepass"},
		"und/oder":            dialogs.Said{Text: "und/oder"},
	} {
		if diff := cmp.Diff(want, bot.ReadText(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
