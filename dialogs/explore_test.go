package dialogs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// The explorer presses every choice of every view that can be reached, with
// every answer that the office can give, and types what people type. Talks
// that differ only in values (which day, which time, whose name) count as one.
//
// What it found is the diagram in docs/dialogs.md.
func TestEveryViewLeadsOn(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	explore(t, map[string]visitor{
		wholly:            arrive(t, smallOffice(t)),
		"two offices":     arrive(t, twoOffices(t)),
		"nothing is free": booksUp(t, arrive(t, smallOffice(t))),
		manyPapers:        arrive(t, muchToBring(smallOffice(t))),
		"many newcomers":  afterNewcomers(t, smallOffice(t)),
		withStaff:         reachable(arrive(t, twoOffices(t))),
		"with a ticket":   withTicket(t, arrive(t, smallOffice(t))),
	}, func(edges map[edge]map[string]bool, seen shown) {
		checkFile(t, "../docs/dialogs.md", page(t, edges))
		checkShown(t, "citizens.txt", seen)
	})
}

// muchToBring is a town whose concerns want so many documents that they do not
// fit into the review.
func muchToBring(town booking.Town) booking.Town {
	o := *town.Offices[0]
	o.Concerns = slices.Clone(o.Concerns)
	for i := range o.Concerns {
		for n := range 25 {
			id := fmt.Sprint("document-", n)
			o.Concerns[i].Documents = append(slices.Clone(o.Concerns[i].Documents), booking.Document{
				ID: booking.DocumentID(id), Name: booking.Text{"de": id, "en": id},
			})
		}
	}
	return booking.Town{Offices: []*booking.Office{&o}}
}

// afterNewcomers begins a talk after more new people wanted times than the
// office usually sees.
func afterNewcomers(tb testing.TB, town booking.Town) visitor {
	tb.Helper()
	o := *town.Offices[0]
	o.Policy.Newcomers = booking.Newcomers{Least: 1, Most: 1, Hold: 5 * time.Minute}
	v := arrive(tb, booking.Town{Offices: []*booking.Office{&o}})
	hold := dialogs.Hold{Order: dialogs.Order{
		Office: o.ID, Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1, Start: monday.Add(4 * time.Hour),
	}}
	for _, newcomer := range []string{"first", "second"} {
		err := v.memory.Converse(tb.Context(), dialogs.Chat{Channel: "test", Address: newcomer}, v.now,
			func(ctx context.Context, r dialogs.Records) error {
				_, err := r.Do(ctx, hold)
				return err
			})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return v
}

// wholly is the talk that is looked at from all sides. The others differ from
// it in little: what is alike in them is looked at less often, and of the
// states of each step the first are gone on from.
const wholly = "all sides"

// manyPapers is the talk of concerns with so many documents that they are listed
// by themselves.
const manyPapers = "much to bring"

// withStaff is the talk in which staff can be reached.
const withStaff = "staff can write"

// explore lets explorers begin at each of some talks, all at once, draws what
// they found into one diagram and checks that at the end, with all they saw.
func explore(t *testing.T, firsts map[string]visitor, check func(edges map[edge]map[string]bool, seen shown)) {
	t.Helper()
	var mu sync.Mutex
	whole := newExplorer()
	t.Cleanup(func() {
		if !t.Failed() {
			check(whole.edges, whole.seen)
		}
	})
	for name, first := range firsts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := newExplorer()
			if name != wholly {
				x.alike, x.states = 2, 6
			}
			if name == manyPapers || len(first.memory.Town().Offices) > 1 {
				x.states = 20 // what is asked there comes last, or in the middle of anything
			}
			if name == withStaff {
				x.alike, x.states = 1, 4 // what is different there is two steps
			}
			x.run(t, first)
			mu.Lock()
			defer mu.Unlock()
			maps.Copy(whole.seen, x.seen)
			whole.draw(edge{"[*]", first.step, ""}, "")
			for e, labels := range x.edges {
				for label := range labels {
					whole.draw(e, label)
				}
			}
		})
	}
}

// reachable is v where the staff of all offices can be reached in the chat.
func reachable(v visitor) visitor {
	v.memory = v.memory.Clone()
	for _, o := range v.memory.Town().Offices {
		v.memory.Reachable = append(v.memory.Reachable, o.ID)
	}
	return v
}

// booksUp is v where nothing is free as far ahead as one can book.
func booksUp(tb testing.TB, v visitor) visitor {
	tb.Helper()
	v.memory = v.memory.Clone()
	o := v.memory.Town().Offices[0]
	for ahead := range o.Policy.Horizon + 1 {
		v.memory.Fill(o, o.Today(v.now).Add(ahead))
	}
	return v
}

// explorer is the graph of all talks.
type explorer struct {
	t      once
	found  map[string]visitor // what is gone on from
	passed map[string]bool    // what is not
	queue  []string
	turns  int
	states int                 // how many of each step are gone on from; 0: all
	alike  int                 // how many of a kind, such as the times of a day, are looked at from all sides
	looked map[string]int      // how many of each kind were
	ways   map[string][]string // from each state to those that follow
	edges  map[edge]map[string]bool
	seen   shown
}

// edge is a way between two steps; refusal is what the office said to it.
type edge struct{ from, to, refusal string }

func newExplorer() *explorer {
	return &explorer{
		alike: 4, found: map[string]visitor{}, passed: map[string]bool{}, looked: map[string]int{},
		ways: map[string][]string{}, edges: map[edge]map[string]bool{}, seen: shown{},
	}
}

func (x *explorer) run(t *testing.T, first visitor) {
	t.Helper()
	x.t = once{t, map[string]bool{}, ""}
	x.seen.see(first)
	x.find(first)
	for len(x.queue) > 0 {
		at := x.queue[0]
		x.queue = x.queue[1:]
		v := x.found[at]
		x.press(at, v)
		x.write(at, v)
		x.offer(at, v)
		if x.few(fmt.Sprint("seen at ", v.step, v.state.Instead)) {
			x.notify(at, v)
			checkMeanwhile(x.t, v)
			checkMisses(x.t, v)
		}
	}
	x.checkWaysHome()
	t.Logf("%d states, %d turns", len(x.found), x.turns)
}

// once says the same fault once: a broken view is part of hundreds of states.
type once struct {
	testing.TB
	said map[string]bool
	when string
}

func (o once) Errorf(format string, args ...any) {
	o.Helper()
	fault := o.when + fmt.Sprintf(format, args...)
	first, _, _ := strings.Cut(fault, "\n")
	if !o.said[first] {
		o.said[first] = true
		o.TB.Error(fault)
	}
}

// find enters a state that may be new.
func (x *explorer) find(v visitor) string {
	k := key(v)
	if _, known := x.found[k]; known || x.passed[k] {
		return k
	}
	checkView(x.t, v)
	checkState(x.t, v)
	if x.states > 0 && !x.upTo(x.states, fmt.Sprint("gone on from ", v.step, v.under, v.state.Draft.Moving != 0, v.state.Draft.Name != "", len(v.state.Draft.Agreed), len(v.ahead))) {
		x.passed[k] = true
		return k
	}
	x.found[k] = v
	x.queue = append(x.queue, k)
	return k
}

// follow enters the way from one state to the next.
func (x *explorer) follow(at string, v, next visitor, label, refusal string) {
	x.turns++
	x.seen.see(next)
	x.ways[at] = append(x.ways[at], x.find(next))
	said := func(l locales.Line) bool { return refusal == "" && strings.HasPrefix(l.Key, "refused.") }
	if label != "" && !slices.ContainsFunc(next.remarks, said) {
		x.draw(edge{v.step, next.step, refusal}, label)
	}
}

// draw enters a way between two steps into the diagram.
func (x *explorer) draw(e edge, label string) {
	if x.edges[e] == nil {
		x.edges[e] = map[string]bool{}
	}
	x.edges[e][label] = true
}

// few tells whether a kind of thing has been looked at only a few times yet.
func (x *explorer) few(kind string) bool { return x.upTo(x.alike, kind) }

// upTo tells whether a kind of thing has been looked at less than so often.
func (x *explorer) upTo(most int, kind string) bool {
	x.looked[kind]++
	return x.looked[kind] <= most
}

// press taps every choice.
func (x *explorer) press(at string, v visitor) {
	all, numbered := v.choices()
	tapped, kinds := map[string]string{}, map[string]int{}
	for _, c := range all {
		next := v.tap(x.t, c.ID)
		tapped[c.ID] = key(next)
		x.follow(at, v, next, labelOf(c.ID), "")
		checkTap(x.t, v, c, next)
		if kinds[labelOf(c.ID)]++; kinds[labelOf(c.ID)] <= x.alike {
			x.checkChoice(v, c, next)
		}
		x.refuse(at, v, next, dialogs.Tapped{Choice: c.ID, Revision: v.state.Revision}, labelOf(c.ID))
	}
	for i, c := range numbered {
		if i >= x.alike && i < len(numbered)-1 {
			continue
		}
		if key(v.say(x.t, fmt.Sprint(i+1))) != tapped[c.ID] {
			x.t.Errorf("%s: typing %d is not tapping %s\n%s", v.step, i+1, c.ID, at)
		}
	}
}

// checkChoice types a choice, taps it too late and takes it back, each in as
// many states as differ in what it depends on.
func (x *explorer) checkChoice(v visitor, c dialogs.Choice, next visitor) {
	x.t.Helper()
	d := v.state.Draft
	kind := fmt.Sprint(labelOf(c.ID), " at ", v.step, v.under)
	if x.few(kind + " too late") {
		checkStale(x.t, v, c)
	}
	if x.few(kind + " forged") {
		checkForged(x.t, v, c)
	}
	undoes := c.ID == "back" && v.state.Work.Undo.Appointment != 0 // typed right after a mark it takes that back
	if !undoes && x.upTo(usually*x.alike, fmt.Sprint(kind, " typed ", d.Moving != 0, len(v.ahead), d.Wait.On)) {
		checkTyped(x.t, v, c, next)
	}
	if x.upTo(usually*x.alike, fmt.Sprint(kind, " and back ", d.Moving != 0, len(d.Wishes), len(d.Agreed), d.Wait.On, d.Name != "")) {
		checkBack(x.t, v, c, next)
	}
}

// refuse lets the office refuse what an event led to, in every way there is.
// What leads to the same commands at the same step is looked at a few times.
func (x *explorer) refuse(at string, v, done visitor, event dialogs.Event, label string) {
	kind := kindsOf(done.commands)
	if kind == "" || !x.few(fmt.Sprint(kind, " at ", v.step, v.under, v.state.Draft.Moving != 0, v.state.Draft.Wait.On, len(v.state.Draft.Agreed))) {
		return
	}
	for _, refusal := range v.refusals() {
		next := v.refused(x.t, event, refusal)
		if kindsOf(next.commands) == "Release" {
			x.follow(at, v, next, "", "") // a person who gives a time back need not hear that it was gone
			continue
		}
		x.follow(at, v, next, label, refusal.Error())
		if len(next.remarks) == 0 {
			x.t.Errorf("%s: nothing is said when the office answers %q to %s", v.step, refusal, label)
		}
	}
}

// write types what people type, and what nobody should.
func (x *explorer) write(at string, v visitor) {
	var texts []string
	if d := v.state.Draft; x.upTo(usually*x.alike, fmt.Sprint("usually typed at ", v.step, v.under, v.state.Work.Task, d.Moving != 0, len(v.ahead), len(d.Wishes), d.Wait.On, !d.Start.IsZero())) {
		texts = slices.Concat(usual(v), answers)
	}
	if x.few(fmt.Sprint("typed at ", v.step, v.under, v.state.Draft.Moving != 0, len(v.ahead))) {
		texts = append(texts, everywhere...)
	}
	if x.few("typed at " + v.step) {
		texts = append(texts, v.unusual()...)
	}
	for _, text := range texts {
		next := v.say(x.t, text)
		label := ""
		if v.view.Typing && (v.clerk == "" || slices.Contains(answers, text)) && !slices.Contains(slices.Concat(everywhere, ofOwn), text) {
			label = "typed"
		}
		if next.step == v.step {
			x.follow(at, v, next, "", "")
		} else {
			x.follow(at, v, next, label, "")
		}
		if same(v, next) && len(next.remarks) == 0 && len(next.commands) == 0 && !isThere(v, text) {
			x.t.Errorf("%s: nothing came of typing %.40q\n%s", v.step, text, at)
		}
		if word := v.words()[text]; word != "" && next.step != v.step {
			x.draw(edge{"anywhere", next.step, ""}, word)
		}
		x.refuse(at, v, next, dialogs.Said{Text: text}, label)
	}
	if x.upTo(usually*x.alike, fmt.Sprint("begun at ", v.step, v.under, v.state.Draft.Moving != 0, len(v.ahead))) {
		x.begin(at, v)
	}
}

// begin does what can be done beside the talk: its menu, a link that leads into it.
func (x *explorer) begin(at string, v visitor) {
	about := v.turn(x.t, dialogs.Asked{For: "about"})
	x.follow(at, v, about, "", "")
	if v.clerk == "" {
		x.draw(edge{"anywhere", about.step, ""}, "the office")
	}
	for _, event := range []dialogs.Event{dialogs.Started{}, dialogs.Started{Payload: "concern_id-card"}, dialogs.Started{Payload: "category_nothing"}, dialogs.Sent{}, dialogs.Asked{For: "privacy"}} {
		x.follow(at, v, v.turn(x.t, event), "", "")
	}
}

// isThere tells whether somebody wants to go where they are.
func isThere(v visitor, text string) bool {
	if v.clerk != "" {
		return isThereAsClerk(v, text)
	}
	switch v.step {
	case "category":
		return slices.Contains([]string{"zurück", "Anfang", "/start", "abbrechen"}, text)
	case "appointments":
		return text == "meine termine" || slices.Contains(ofOwn, text)
	case "cancel", "late", "resume":
		return slices.Contains(ofOwn, text)
	case "about":
		return text == "Öffnungszeiten"
	case "erase":
		return text == "Daten löschen"
	case "person":
		return text == "mit einem Menschen sprechen"
	case "concern":
		return text == v.state.Draft.Query
	case "time":
		return slices.Contains([]string{"morgen", "24.11.", "nächsten Dienstag"}, text)
	}
	return false
}

// usually is how much more often than what is unusual something is typed that
// people usually type.
const usually = 4

// answers is what is typed where nothing can be tapped.
var answers = []string{"Erika Beispiel", "erika@beispiel.de", "K7M 4QX", "123456"}

// everywhere is what means the same at every step.
var everywhere = []string{
	"weiter", "zurück", "Anfang", "/start", "abbrechen", "meine termine", "Öffnungszeiten", "Sprache", "English", "hilfe",
	"Daten löschen", "mit einem Menschen sprechen",
}

// words is what of that the diagram shows, in its words.
var words = map[string]string{
	"meine termine": "my appointments", "Öffnungszeiten": "opening hours", "Daten löschen": "erase my data", "mit einem Menschen sprechen": "talk to a person",
}

// staffWords is the commands that lead where no button does.
var staffWords = map[string]string{"dauer reisepass oder ausweis 15": "minutes of a concern", "dauer ausweis 15": "minutes of a concern"}

// words is what the visitor types that leads on from anywhere.
func (v visitor) words() map[string]string {
	switch {
	case v.clerk == "":
		return words
	case v.view.Typing: // it may be a name or a reason
		return nil
	}
	return staffWords
}

// ofOwn is what means the same at every step too: it is about an appointment
// that one has.
var ofOwn = []string{"verschieben", "Ich muss meinen Termin absagen", "Ich komme 10 Minuten später", "bin da"}

// usual is what is typed in every state.
func usual(v visitor) []string {
	texts := []string{"ja", "nein", "mehr", "2", "halb zehn", "morgen um halb elf", "Perso"}
	for _, a := range v.ahead {
		texts = append(texts, a.Number.String())
	}
	if v.step == "number" {
		texts = append(texts, another.String())
	}
	if code := v.memory.Code(v.state.Attaching); code != "" {
		texts = append(texts, code)
	}
	return texts
}

// unusual is what is typed in some states of each step.
var unusual = slices.Concat(ofOwn, []string{
	"ok", "buchen",
	"0", "1", "99", "-1", "1000000000000000000000", "2 Personen", "9.30 Uhr", "25 Uhr", "nachmittags",
	"morgen", "gestern", "24.11.", "31.2.", "1.1.2020", "1.1.2030", "29.11.", "nächsten Dienstag", "Dienstag, 25.11.",
	"Personalausweiss", "Notpass", "abholen", "Büro",
	"", " ", "🎉", "\u202eabc", "مرحبا", "a\x00b\x1b[2J", "x@", "@x.de", "a@b.de\nBcc: c@d.de", strings.Repeat("ä", 10_000),
})

// labelOf is what a choice is called in the diagram: its kind, without what is
// chosen. Ways that are open everywhere have none.
func labelOf(id string) string {
	kind, _, _ := strings.Cut(id, ":")
	switch kind {
	case "back", "home", "appointments", "lang":
		return ""
	case "n":
		return "a number"
	case "change":
		return strings.ReplaceAll(id, ":", " ")
	case "a":
		return "an appointment"
	}
	return kind
}

// kindsOf names commands, once each.
func kindsOf(commands []dialogs.Command) string {
	var all []string
	for _, c := range commands {
		all = append(all, strings.TrimPrefix(fmt.Sprintf("%T", c), "dialogs."))
	}
	return strings.Join(slices.Compact(all), " ")
}

// same tells whether nothing was changed but the revision, and that the
// greeting has been seen.
func same(a, b visitor) bool {
	b.state.Revision, b.state.Greeted = a.state.Revision, a.state.Greeted
	return bytes.Equal(encoded(a.state), encoded(b.state))
}

func encoded(s dialogs.State) []byte {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return data
}

// key names a state by what matters to the way of the talk.
func key(v visitor) string {
	if v.clerk != "" {
		return clerkKey(v)
	}
	return citizenKey(v)
}

func citizenKey(v visitor) string {
	s, d := v.state, v.state.Draft
	always := fmt.Sprint(v.step, " ", len(v.ahead), " ahead ", d.Moving != 0)
	if v.step != v.under {
		instead := ""
		if v.step == "resume" {
			instead = s.Instead + v.under
		}
		return fmt.Sprint(always, " ", s.Chosen != 0, instead, v.waits(), v.offers("accept"), d.Begun(), v.step == "booked" && len(s.Later) > 0)
	}
	uncounted, kinds := 0, map[string]bool{}
	for _, w := range d.Wishes {
		if w.Quantity == 0 {
			uncounted++
		}
		c, _ := v.memory.Town().Concern(w.Concern)
		kinds[fmt.Sprint(c.Question != nil, c.PerPerson > 0)] = true
	}
	listed := !d.Picked && d.Category != "" || v.step == "day" && d.AllDays
	anyDay := d.Wait.Days == booking.AnyWeekday
	dropping := v.step == "review" && len(s.Later) > 0
	return fmt.Sprint(always, " ", dropping, len(d.Wishes), uncounted, kinds, len(d.Agreed), d.Picked, " ", d.Office != "", d.Query != "" && !d.Picked,
		listed, d.Wait.On, d.Wait.Days != 0, anyDay, d.Picked, d.Persons > 0, d.Informed, !d.Day.IsZero(), !d.Start.IsZero(), d.Hold != 0, d.Name != "")
}
