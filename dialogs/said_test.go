package dialogs_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// The files in testdata/said list what people say at one place of a talk, by
// what comes of it: every line that begins with "> " is said at that place, not
// one after the other, and every choice that the place offers is tapped, which
// stands behind "* ". Under those that come to the same stand the remarks, what
// is asked then, what is kept that was not before, and what is done.
//
// The lines that begin with "# " lead to the place: the office, the language and
// the role of a clerk, as in transcripts, then what is typed and tapped.
//
// To write a new one, write these lines only: -update fills in the rest, and
// its difference shows what a change made of what people say.
func TestWhatIsSaidAtEachPlace(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	replay(t, "testdata/said/*.txt", sayEach)
}

// sayEach says every text of a script at its place, and lists them by what comes
// of them.
func sayEach(t *testing.T, script string) string {
	t.Helper()
	var head strings.Builder
	var texts []string
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		if text, ok := strings.CutPrefix(line, "> "); ok {
			texts = append(texts, text)
		}
		if strings.HasPrefix(line, "# ") {
			head.WriteString(line + "\n")
		}
	}
	at := placeOf(t, head.String())
	fmt.Fprintf(&head, "\nAt %s: %s\n", at.step, strings.Join(at.shows(), " / "))
	var outcomes []string
	said := map[string][]string{}
	note := func(what string, next visitor) {
		came := cameOf(at, next)
		if said[came] == nil {
			outcomes = append(outcomes, came)
		}
		said[came] = append(said[came], what+"\n")
	}
	for _, text := range texts {
		note("> "+text, at.say(t, expand(text)))
	}
	choices, _ := at.choices()
	for _, c := range choices {
		note("* "+c.ID, at.tap(t, c.ID))
	}
	for _, came := range outcomes {
		head.WriteString("\n" + strings.Join(said[came], "") + came)
	}
	return head.String()
}

// placeOf is a visitor at the place that the lines lead to.
func placeOf(t *testing.T, lines string) visitor {
	t.Helper()
	told := map[string]string{}
	var at visitor
	begin := func() {
		if at.memory != nil {
			return
		}
		town := office.Sample()
		if name := told["office"]; name != "" {
			town = load(t, name)
		}
		if role := booking.Role(told["role"]); role != "" {
			at = arriveAsClerk(t, town, role)
		} else {
			at = arrive(t, town)
		}
		if told["lang"] == "en" {
			at = at.tap(t, "lang:en")
		}
	}
	for line := range strings.Lines(lines) {
		what, value, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "# ")), ": ")
		switch what {
		case "office", "lang", "role":
			told[what] = value
		case "type":
			begin()
			at = at.say(t, value)
		case "tap":
			begin()
			if !at.offers(value) {
				t.Fatalf("%s does not offer %s", at.step, value)
			}
			at = at.tap(t, value)
		}
	}
	begin()
	return at
}

// shows is what a view says and what can be taken in it, line by line.
func (v visitor) shows() []string {
	words := locales.For(v.state.Lang)
	lines := slices.Concat([]locales.Line{v.view.Title}, v.view.Body, []locales.Line{v.view.Ask})
	var all []string
	for _, l := range lines {
		all = append(all, strings.Split(words.Say(l), "\n")...)
	}
	for _, g := range v.view.Groups {
		for _, c := range g.Choices {
			if g.Numbered || c.Marked {
				all = append(all, "["+words.Say(c.Label)+"]")
			}
		}
	}
	return slices.DeleteFunc(all, func(line string) bool { return line == "" })
}

// cameOf is what came of a turn: what was remarked, what is seen now that was
// not seen before, what is kept and done.
func cameOf(at, next visitor) string {
	var s strings.Builder
	words := locales.For(next.state.Lang)
	for _, r := range next.remarks {
		for line := range strings.Lines(words.Say(r)) {
			fmt.Fprintf(&s, "  %s\n", strings.TrimSpace(line))
		}
	}
	before := at.shows()
	shown := slices.DeleteFunc(next.shows(), func(line string) bool { return slices.Contains(before, line) })
	switch {
	case len(shown) > 0 || next.step != at.step:
		fmt.Fprintf(&s, "  → %s: %s\n", next.step, strings.Join(shown, " / "))
	case len(next.remarks) == 0:
		s.WriteString("  → nothing\n")
	}
	for _, kept := range changed("", plain(at.state), plain(next.state)) {
		fmt.Fprintf(&s, "  %s\n", kept)
	}
	for _, c := range next.commands {
		fmt.Fprintf(&s, "  does %s\n", deed(c))
	}
	return s.String()
}

// deed names a command with what it says.
func deed(c dialogs.Command) string {
	data, err := json.Marshal(c)
	if err != nil {
		data = []byte(err.Error())
	}
	return reflect.TypeOf(c).Name() + " " + string(data)
}

// plain is a state as its JSON has it.
func plain(s dialogs.State) map[string]any {
	var all map[string]any
	s.Revision, s.Left, s.Echo = 0, time.Time{}, dialogs.Echo{}
	if err := json.Unmarshal(encoded(s), &all); err != nil {
		panic(err)
	}
	return all
}

// changed lists the fields that differ, those inside the draft and the screen
// by themselves.
func changed(in string, before, after map[string]any) []string {
	keys := map[string]any{}
	maps.Copy(keys, before)
	maps.Copy(keys, after)
	var all []string
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		was, is := before[key], after[key]
		if reflect.DeepEqual(was, is) {
			continue
		}
		wasIn, _ := was.(map[string]any)
		isIn, _ := is.(map[string]any)
		if key == "draft" || key == "work" {
			all = append(all, changed(in+key+".", wasIn, isIn)...)
			continue
		}
		data, err := json.Marshal(is)
		if err != nil {
			panic(err)
		}
		all = append(all, strings.TrimPrefix(in+key, "draft.")+" = "+string(data))
	}
	return all
}
