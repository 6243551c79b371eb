package dialogs_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Telegram takes 64 bytes with a button, and the revision and the address
// of an appointment's notice need some.
const (
	longestID    = 40
	longestLabel = 100
)

// checkView holds what is true of every view.
func checkView(tb testing.TB, v visitor) {
	tb.Helper()
	all, _ := v.choices()
	if len(all) == 0 && !v.view.Typing {
		tb.Errorf("%s: nothing can be done here", v.step)
	}
	if v.step != "category" && v.step != "resume" && v.step != "menu" && !v.offers("back") && !v.offers("home") {
		tb.Errorf("%s: there is no way back", v.step)
	}
	if v.view.Ask.IsZero() && v.view.Title.IsZero() {
		tb.Errorf("%s: nothing is said", v.step)
	}
	ids := map[string]bool{}
	for _, c := range all {
		if c.ID == "" || len(c.ID) > longestID || ids[c.ID] {
			tb.Errorf("%s: the choice %q is empty, long or there twice", v.step, c.ID)
		}
		ids[c.ID] = true
	}
	checkSentences(tb, v)
}

// checkSentences says every line in every language.
func checkSentences(tb testing.TB, v visitor) {
	tb.Helper()
	for _, lang := range locales.Languages() {
		p := locales.For(lang)
		lines := append([]locales.Line{v.view.Title, v.view.Ask}, v.view.Body...)
		lines = append(lines, v.remarks...)
		for _, row := range append([][]locales.Line{v.view.Table.Head}, v.view.Table.Rows...) {
			if len(row) != len(v.view.Table.Head) {
				tb.Errorf("%s: a row has %d cells below %d", v.step, len(row), len(v.view.Table.Head))
			}
			lines = append(lines, row...)
		}
		for _, g := range v.view.Groups {
			lines = append(lines, g.Title)
		}
		for _, l := range lines {
			text, err := p.Try(l)
			if err != nil || strings.Contains(text, "<no value>") {
				tb.Errorf("%s, %s: %q: %v", v.step, lang, text, err)
			}
			if v.clerk != "" && strings.ContainsFunc(text, unicode.IsControl) {
				tb.Errorf("%s, %s: %q steers the screen", v.step, lang, text)
			}
		}
		all, _ := v.choices()
		for _, c := range all {
			label, err := p.Try(c.Label)
			if n := utf8.RuneCountInString(label); err != nil || n == 0 || n > longestLabel || strings.Contains(label, "\n") {
				tb.Errorf("%s, %s: the label %q of %s: %v", v.step, lang, label, c.ID, err)
			}
		}
	}
}

// checkState holds that a state survives being stored.
func checkState(tb testing.TB, v visitor) {
	tb.Helper()
	data, err := v.state.Encode()
	if err != nil {
		tb.Fatal(err)
	}
	again := dialogs.Decode(data, "en")
	if stored, _ := again.Encode(); !bytes.Equal(stored, data) {
		tb.Errorf("%s: stored %s, read again %s", v.step, data, stored)
	}
}

// checkTap holds that a choice that is offered does something.
func checkTap(tb testing.TB, v visitor, c dialogs.Choice, next visitor) {
	tb.Helper()
	if next.remarked("remark.stale") {
		tb.Errorf("%s: the choice %s is offered and yet stale", v.step, c.ID)
	}
	if same(v, next) && len(next.commands) == 0 && len(next.remarks) == 0 && !next.handed {
		tb.Errorf("%s: nothing came of %s", v.step, c.ID)
	}
	if next.state.Revision <= v.state.Revision {
		tb.Errorf("%s: %s left the revision as it was", v.step, c.ID)
	}
}

// checkTyped holds that what can be tapped can be typed, in the language in
// which it is read.
func checkTyped(tb testing.TB, v visitor, c dialogs.Choice, tapped visitor) {
	tb.Helper()
	label := locales.For(v.state.Lang).Say(c.Label)
	said := v.say(tb, label)
	if key(said) != key(tapped) {
		tb.Errorf("%s: typing %q is not tapping %s:\n%s\n%s", v.step, label, c.ID, key(said), key(tapped))
	}
}

// checkStale holds that a tap on an older view changes nothing.
func checkStale(tb testing.TB, v visitor, c dialogs.Choice) {
	tb.Helper()
	next := v.turn(tb, dialogs.Tapped{Choice: c.ID, Revision: v.state.Revision - 1})
	if !same(v, next) || len(next.commands) > 0 || !next.remarked("remark.stale") || next.step != v.step {
		tb.Errorf("%s: a stale tap on %s did something", v.step, c.ID)
	}
}

// checkBack holds that an answer can be taken back and given once more.
func checkBack(tb testing.TB, v visitor, c dialogs.Choice, next visitor) {
	tb.Helper()
	if v.state.Draft.Ask != "" {
		return // what is asked only because somebody wants to say it is not asked again
	}
	if !isAnswer(c.ID) || next.step == v.step || !next.offers("back") {
		return
	}
	back := next.tap(tb, "back")
	if back.step != v.step {
		for back.step != v.step && back.offers("back") { // later answers, which were given before
			back = back.tap(tb, "back")
		}
		if !back.offers(c.ID) {
			tb.Errorf("%s: going back after %s leads to %s, where it is not offered", v.step, labelOf(c.ID), back.step)
		}
		return
	}
	if again := back.tap(tb, c.ID); key(again) != key(next) {
		tb.Errorf("%s: %s, back and again %s leads elsewhere:\n%s\n%s", v.step, c.ID, c.ID, key(next), key(again))
	}
}

// isAnswer tells whether a choice answers a question of the draft.
func isAnswer(id string) bool {
	kind, _, _ := strings.Cut(id, ":")
	return slices.Contains([]string{"category", "n", "next", "office", "day", "time", "nomail"}, kind)
}

// checkWaysHome holds that from every state one gets to the beginning, and
// that going back ends somewhere.
func (x *explorer) checkWaysHome() {
	x.t.Helper()
	before, ends := map[string][]string{}, map[string]bool{}
	var home []string
	for at, v := range x.found {
		for _, to := range x.ways[at] {
			before[to] = append(before[to], at)
		}
		if v.step == "menu" || v.step == "stranger" || v.step == "category" && len(v.state.Draft.Wishes) == 0 && v.state.Draft.Moving == 0 {
			home = append(home, at)
		}
		x.checkWayBack(v, ends)
	}
	reaches := map[string]bool{}
	for len(home) > 0 {
		at := home[0]
		home = home[1:]
		if !reaches[at] {
			reaches[at] = true
			home = append(home, before[at]...)
		}
	}
	for at := range x.found {
		if !reaches[at] {
			x.t.Errorf("no way leads home from %s", at)
		}
	}
}

// checkWayBack holds that going back from v ends. From the states in ends it is
// known to.
func (x *explorer) checkWayBack(v visitor, ends map[string]bool) {
	x.t.Helper()
	const most = 25
	var way []string
	for range most {
		if !v.offers("back") || ends[key(v)] {
			for _, at := range way {
				ends[at] = true
			}
			return
		}
		way = append(way, key(v))
		v = v.tap(x.t, "back")
	}
	x.t.Errorf("%s: going back never ends", v.step)
}

// checkMeanwhile holds that nothing that happens outside the talk leads it
// into a dead end.
func checkMeanwhile(t once, v visitor) {
	t.Helper()
	for name, happens := range map[string]func(visitor) visitor{
		"the concerns are given up":     givenUp,
		"the appointments are gone":     gone,
		"everything is taken":           taken,
		"three weeks pass":              later,
		"staff end the talk":            ended,
		"another version wrote a state": renewed,
	} {
		t.when = name + ": "
		changed := happens(v).turn(t, dialogs.Sent{})
		checkView(t, changed)
		all, _ := changed.choices()
		for _, c := range all {
			next := changed.tap(t, c.ID)
			checkTap(t, changed, c, next)
			checkView(t, next)
		}
		for _, text := range []string{"1", "weiter", "morgen um 10", "Anfang"} {
			checkView(t, changed.say(t, text))
		}
	}
}

// givenUp is v in a town that has nothing left but one concern.
func givenUp(v visitor) visitor {
	o := *v.memory.Town().Offices[0]
	o.Concerns = slices.Clone(o.Concerns[:1])
	o.Concerns[0].ID = "something-new"
	o.Categories = o.Categories[:1]
	v.memory = v.memory.In(booking.Town{Offices: []*booking.Office{&o}})
	return v
}

func gone(v visitor) visitor {
	v.memory = v.memory.Clone()
	for _, a := range v.memory.Appointments() {
		a.State = booking.Cancelled
		v.memory.Put(a)
	}
	return v
}

func taken(v visitor) visitor {
	v.memory = v.memory.Clone()
	for _, o := range v.memory.Town().Offices {
		for day := o.Today(v.now); !day.After(o.LastDay(v.now)); day = day.Add(1) {
			v.memory.Fill(o, day)
		}
	}
	return v
}

func later(v visitor) visitor {
	v.now = v.now.AddDate(0, 0, 21)
	return v
}

// ended is v once staff have ended the talk, and cannot be reached any more.
func ended(v visitor) visitor {
	v.memory = v.memory.Clone()
	v.memory.EndTalk(visitors)
	v.memory.Reachable = nil
	return v
}

func renewed(v visitor) visitor {
	v.state.Version++
	v.state = dialogs.Decode(encoded(v.state), "de")
	return v
}

// nonsense is what nobody understands, and what can be no name or address.
var nonsense = []string{"qwrtz77 vbnmk pltgk88", "xzzt wrbl91 kjhg", "mmmt zgrx63 fffq", "trwq84 bnmv zzxy"}

// checkMisses holds that somebody who is not understood, again and again, never reads
// the same sentence twice in a row, and is told by the third time who helps.
func checkMisses(tb testing.TB, v visitor) {
	tb.Helper()
	switch v.step {
	case "code", "find", "stranger", "handover":
		return // each try counts, is looked for, changes nothing, or goes to staff
	}
	before := ""
	for i, words := range nonsense {
		next := v.say(tb, words)
		said := next.remarkedText("de")
		if next.step != v.step {
			return // it was taken for something
		}
		if said == "" || said == before {
			tb.Errorf("%s: the %d. message that nobody understands is answered %q after %q", v.step, i+1, said, before)
		}
		help := v.memory.Town().Offices[0].Phone
		if v.clerk != "" {
			help = "heute" // what clerks can type
		}
		if i == 2 && !strings.Contains(said, help) {
			tb.Errorf("%s: the third message that nobody understands is answered without %q: %q", v.step, help, said)
		}
		v, before = next, said
	}
}

// checkForged taps a choice of the same kind that no view has offered: a press can
// be made by hand, and what it names may be somebody else's, or nothing.
func checkForged(tb testing.TB, v visitor, c dialogs.Choice) {
	tb.Helper()
	kind, named, _ := strings.Cut(c.ID, ":")
	if named == "" {
		return
	}
	next := v.tap(tb, kind+":nobody offered this")
	if len(next.commands) > 0 || !same(v, next) {
		tb.Errorf("%s: a press on a forged %s does something: at %s, %v", v.step, kind, next.step, kindsOf(next.commands))
	}
}
