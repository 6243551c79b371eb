package understand

import (
	"slices"
	"strings"
	"time"

	"terminbote/booking"
)

// Told is what a clerk says of an appointment in words of their own, in whatever order: whose it
// is or when, and what has come of it or shall: "der um 9 ist nicht gekommen", "smyth rang, he
// wants wednesday".
type Told struct {
	Do     Action          // ToShow where nothing is to be done with it
	Name   string          // whose; empty: not said
	Day    booking.Date    // when it is; zero: not said
	Times  []booking.Clock // at one of which it begins, the likeliest first; none: not said
	Near   booking.Clock   // or near this one
	Words  string          // of [ToMove] to when, as it was typed
	Unused string          // what else was said, and is not taken
	Loose  bool            // of a question about somebody not all words are understood
}

// toldWords is how a language speaks of somebody's appointment.
type toldWords struct {
	beside   string            // adds nothing
	asks     string            // begins a question, which changes nothing
	outcomes map[Action]string // what came of it or shall, besides the words of commands
	parted   map[Action]string // likewise, with a name between their two words: ruf Nowak an
	wishes   string            // begins what somebody wants instead: it must be a day or a time
	into     string            // stands before the new time
	joins    string            // stands between an answer and what else is asked

	comes         string // with by how much later, tells of a delay
	what, may     string // begin questions for something else, or whether something may be
	opens         string // open again what is closed, with other words between their two
	who           string // begins a question for people, as they come
	around        string // stand with what is closed, and add nothing
	closes, shuts string // close a desk or a day; the latter with other words between their two
	everybody     string // are called off by a closure
}

// Actions that are told only.
const (
	ToReach Action = "reach" // somebody by telephone or mail
	ToWrite Action = "write" // them a message
)

// toldLexicon is toldWords made ready.
type toldLexicon struct {
	beside, asks, into map[string]bool

	closes, shuts, everybody, who, around, comes, what, may, opens map[string]bool
	outcomes                                                       map[string]Action // phrases without what adds nothing
	parted                                                         map[string]Action
	wishes                                                         map[string]bool
}

func newToldLexicon(l language) toldLexicon {
	t := toldLexicon{beside: wordSet(l.told.beside), asks: wordSet(l.told.asks), into: wordSet(l.told.into),
		who: wordSet(l.told.who), comes: wordSet(l.told.comes), what: wordSet(l.told.what), may: wordSet(l.told.may), opens: wordSet(l.told.opens), around: wordSet(l.told.around), closes: wordSet(l.told.closes), shuts: wordSet(l.told.shuts), everybody: wordSet(l.told.everybody), outcomes: map[string]Action{}, parted: map[string]Action{}, wishes: map[string]bool{}}
	plain := func(phrase string) string {
		return strings.Join(slices.DeleteFunc(strings.Fields(phrase), func(w string) bool { return t.beside[w] }), " ")
	}
	for _, table := range []map[Action]string{l.staffCommands, l.told.outcomes} {
		for action, words := range table {
			if !isAbout(action) && action != ToReach && action != ToWrite || action == ToShow {
				continue
			}
			for _, phrase := range list(words) {
				if phrase = plain(phrase); phrase != "" {
					t.outcomes[phrase] = action
				}
			}
		}
	}
	for action, words := range l.told.parted {
		for _, phrase := range list(words) {
			t.parted[phrase] = action
		}
	}
	for _, phrase := range list(l.told.wishes) {
		t.wishes[plain(phrase)] = true
	}
	return t
}

// Identifies tells whether it is said whose appointment it is, or when.
func (t Told) Identifies() bool { return t.Name != "" || t.IsTimed() }

// IsTimed tells whether it is said at what time the appointment is.
func (t Told) IsTimed() bool { return len(t.Times) > 0 || t.Near != 0 }

// At tells whether an appointment at a time may be the one that is told of.
func (t Told) At(c booking.Clock) bool {
	return !t.IsTimed() || slices.Contains(t.Times, c) || t.Near != 0 && max(c-t.Near, t.Near-c) <= NearTold
}

// NearTold is how many minutes an appointment may be from a time that was told with about.
const NearTold = 15

// ReadTold reads what a clerk tells of an appointment. It is false for a text that says nothing to
// be done and neither whose it is nor when, and for one of which more is left than a name and
// what stands in a clause of its own.
func ReadTold(text, lang string, today booking.Date, now booking.Clock) (Told, bool) {
	m := townless().message(BehindCommand(text), Context{Lang: lang, Today: today, Now: now, Brief: true})
	if len(m.words) == 0 || len(m.words) > longestTold {
		return Told{}, false
	}
	for _, g := range m.inOrder() {
		r := toldReader{grammar: g, words: g.x.told, as: make([]toldPart, len(m.words))}
		if told, ok := r.read(); ok {
			return told, true
		}
	}
	return Told{}, false
}

const longestTold = 24 // words

// inOrder is the grammars, that of the message's language first.
func (m *message) inOrder() []*grammar {
	order := slices.Clone(m.grammars)
	slices.SortStableFunc(order, func(a, b *grammar) int {
		switch {
		case a.x.code == m.lang && b.x.code != m.lang:
			return -1
		case b.x.code == m.lang && a.x.code != m.lang:
			return 1
		}
		return 0
	})
	return order
}

// toldPart is what a word of a told message is.
type toldPart uint8

const (
	toldElse toldPart = iota
	toldNothing
	toldWhen
	toldOutcome
	toldInto
	toldName
)

// toldWhenAt is a day or a time where it was told.
type toldWhenAt struct {
	from, to int
	days     daysSaid
	hours    hoursSaid
	shift    bool // by how much later or earlier: that is a new time
}

// toldReader reads a told message in one language.
type toldReader struct {
	*grammar
	words toldLexicon
	as    []toldPart
	whens []toldWhenAt
	from  int // where the words for what came of it begin
	to    int // and end; both 0: nothing is said of that
	into  int // where the new time is announced; -1: nowhere
	wants int // where it is said that somebody wants another time; -1: nowhere
}

func (r *toldReader) read() (Told, bool) {
	r.into, r.wants = -1, -1
	r.findWhens()
	r.findBeside()
	do, ok := r.outcome()
	if !ok {
		return Told{}, false
	}
	told := Told{Do: do}
	name := r.name(&told)
	if do == ToShow && !r.asks() && r.saysNew(name) {
		do, told.Do = ToMove, ToMove
	}
	if !r.place(&told, name) {
		return Told{}, false
	}
	if !r.explains(&told, name) {
		return Told{Do: ToShow, Name: told.Name, Loose: true}, told.Name != "" && r.asks() && !r.words.who[r.word(0).text]
	}
	if r.asks() && (do != ToMove || told.Words == "") && do != ToReach {
		told.Do = ToShow
	}
	timed := len(told.Times) > 0 || told.Near != 0
	switch {
	case told.Name == "" && !timed && (do == ToShow || r.asks()):
		return told, false
	case do == ToShow && !r.asks() && !timed && told.Day.IsZero():
		return told, false // a mere name is no news
	}
	return told, true
}

// asks tells whether the message only asks. What came of something may begin with a verb as well:
// "kommt nicht, Kind krank".
func (r *toldReader) asks() bool {
	return r.words.asks[r.word(0).text] && !r.beginsOutcome() || strings.Contains(r.m.tail, "?")
}

func (r *toldReader) beginsOutcome() bool {
	phrase := r.word(0).text
	for i := 1; i < min(mostOfAction, len(r.as)); i++ {
		phrase += " " + r.word(i).text
		if _, ok := r.words.outcomes[phrase]; ok {
			return true
		}
	}
	return false
}

// findWhens marks the days and times.
func (r *toldReader) findWhens() {
	for i := 0; i < len(r.as); {
		at, n := r.whenAt(i)
		if n == 0 {
			i++
			continue
		}
		at.from, at.to = i, min(i+n, len(r.as))
		for ; i < at.to; i++ {
			r.as[i] = toldWhen
		}
		r.whens = append(r.whens, at)
	}
}

// whenAt reads a day, or a time. What is told of it denies it not: "der um 9 kommt nicht".
func (r *toldReader) whenAt(i int) (at toldWhenAt, n int) {
	if r.words.beside[r.word(i).text] {
		return at, 0 // Schmidt von 9 Uhr
	}
	if at.days, n = r.daysAt(i); n > 0 && (at.days.Refuses() || len(at.days.Spans) == 0 && at.days.coming == 0) {
		at.days, n = r.dayAt(i)
	}
	if n > 0 && !at.days.loose {
		return at, n
	}
	if shift, used := r.shiftAt(i); used > 0 && (shift.Minutes > 0 || shift.Days > 0) {
		return toldWhenAt{shift: true}, used
	}
	at.days = daysSaid{}
	clock, used := r.clockTold(i)
	if used > 0 && r.words.into[r.word(i+used).text] {
		return toldWhenAt{hours: clock}, used // the 10 o'clock to 3
	}
	if at.hours, n = r.hoursAt(i); n > 0 && !at.hours.plain && (len(at.hours.clocks) > 0 || at.hours.near != nil || used == 0) {
		return at, n
	}
	return toldWhenAt{hours: clock}, used
}

// clockTold reads one time. A mere number is one behind a day, and where a new time is announced.
func (r *toldReader) clockTold(i int) (hoursSaid, int) {
	at := r.says(i, sAt)
	clock, n := r.clockAt(i + at)
	before := i > 0 && (r.as[i-1] == toldWhen || r.words.into[r.word(i-1).text] || r.words.beside[r.word(i-1).text] && r.isDigits(i, 2))
	if n == 0 || clock.plain && at == 0 && !before {
		return hoursSaid{}, 0
	}
	return hoursSaid{clocks: []clockSaid{clock}}, at + n
}

// findBeside marks what adds nothing, and what announces a new time.
func (r *toldReader) findBeside() {
	asked := r.words.asks[r.word(0).text] && !r.beginsOutcome()
	for i, w := range r.m.words {
		switch {
		case r.as[i] != toldElse:
		case r.words.into[w.text] && r.words.wishes[r.word(i+1).text]:
			r.as[i] = toldNothing
		case r.words.into[w.text] && r.whenWithin(i+1, mostBeforeNew):
			r.as[i], r.into = toldInto, i
		case r.words.into[w.text], r.words.beside[w.text], asked && r.words.asks[w.text]:
			r.as[i] = toldNothing
		}
	}
}

const mostBeforeNew = 5 // words before a new time: to the next free slot on Thursday

// whenWithin tells whether a day or a time is said within some words from i on, before anything ends.
func (r *toldReader) whenWithin(i, most int) bool {
	for at := i; at < min(len(r.as), i+most+1) && (at == i || !r.word(at).startsClause()); at++ {
		if r.as[at] == toldWhen {
			return true
		}
	}
	return false
}

// outcome finds what is to be done or has come of it. Of two things that are told none is done.
func (r *toldReader) outcome() (Action, bool) {
	open := r.open()
	found := ToShow
	for at := range open {
		if r.as[open[at]] != toldElse {
			continue
		}
		action, places := r.outcomeAt(open[at:])
		if len(places) == 0 {
			continue
		}
		switch {
		case found == action && r.isClauseFrom(r.to, places[0]):
			continue // sagt ab, Kind ist krank
		case found == ToCancel && r.wants >= 0, found == ToMove && r.wants >= 0 && action == ToArrive && r.whenWithin(places[0]+1, 1):
			action = ToMove // can't make today, Thursday would do; running late, here at 12
		case found != ToShow && action != found:
			return found, false
		}
		found = action
		if r.to == 0 {
			r.from = places[0]
		}
		r.to = places[len(places)-1] + 1
		for _, i := range places {
			r.as[i] = toldOutcome
		}
	}
	return found, true
}

// open is the places of the words that are nothing yet.
func (r *toldReader) open() []int {
	var all []int
	for i := range r.as {
		if r.as[i] == toldElse {
			all = append(all, i)
		}
	}
	return all
}

// outcomeAt is the action for which the most words from the first of some places on stand, and
// their places.
func (r *toldReader) outcomeAt(open []int) (Action, []int) {
	first := r.word(open[0]).text
	for _, at := range open[1:] {
		if action, ok := r.words.parted[first+" "+r.word(at).text]; ok {
			return action, []int{open[0], at}
		}
	}
	for n := min(mostOfAction, len(open)); n > 0; n-- {
		words := make([]string, n)
		for i, at := range open[:n] {
			words[i] = r.word(at).text
		}
		phrase := strings.Join(words, " ")
		if action, ok := r.words.outcomes[phrase]; ok {
			return action, open[:n]
		}
		if r.words.comes[phrase] && r.shiftSoon(open[n-1]+1) {
			return ToMove, open[:n]
		}
		if !r.words.wishes[phrase] || r.words.what[r.word(0).text] || r.words.who[r.word(0).text] {
			continue
		}
		if r.whenSoon(open[n-1] + 1) {
			r.wants = open[0]
			return ToMove, open[:n]
		}
		if begins, ok := r.whenBefore(open[0]); ok {
			r.wants = begins - 1
			return ToMove, open[:n]
		}
	}
	return "", nil
}

// shiftSoon tells whether by how much later or earlier is the next that is said from i on.
func (r *toldReader) shiftSoon(i int) bool {
	for _, w := range r.whens {
		if w.from >= i {
			return w.shift && w.from <= i+1
		}
	}
	return false
}

// whenBefore tells whether a day or a time stands in the clause of the word at i, before it, and
// where that clause begins: "…, ob sie auch Freitag kommen kann". The first clause says which
// appointment is meant.
func (r *toldReader) whenBefore(i int) (begins int, ok bool) {
	for at := i; at > 0; at-- {
		ok = ok || r.as[at] == toldWhen
		if r.word(at).startsClause() {
			return at, ok
		}
	}
	return 0, false
}

// whenSoon tells whether a day or a time is the next that is said from i on, a name aside.
func (r *toldReader) whenSoon(i int) bool {
	named := 0
	for ; i < len(r.as) && r.as[i] != toldWhen; i++ {
		if r.as[i] == toldElse && !r.words.wishes[r.word(i).text] {
			named++
		}
	}
	return i < len(r.as) && named <= wholeName
}

// name takes the name, and is where it stands; -1: nowhere.
func (r *toldReader) name(told *Told) int {
	for _, i := range r.open() {
		run, ok := r.nameAt(i)
		run = r.free(run)
		if !ok || len(run.words) == 0 || !run.titled && r.to > 0 && i >= r.to && r.isClauseFrom(r.to, i) {
			continue // kommt nicht, Kind krank
		}
		for at := run.from; at < run.to; at++ {
			r.as[at] = toldName
		}
		told.Name = Sought(run.spell(r.grammar))
		return i
	}
	return -1
}

// isClauseFrom tells whether a clause begins at one of the words from one on to another.
func (r *toldReader) isClauseFrom(from, to int) bool {
	for i := from; i <= to; i++ {
		if r.word(i).startsClause() {
			return true
		}
	}
	return false
}

// free is a name without the words behind it that say something else: smyth rang, Jones hasn't come.
func (r *toldReader) free(run nameRun) nameRun {
	taken := func(i int) bool { return r.as[i] != toldElse && r.as[i] != toldNothing }
	if n := slices.IndexFunc(run.words, taken); n >= 0 {
		run.words, run.to = run.words[:n], run.words[n]
	}
	for n := len(run.words) - 1; n >= 0 && r.as[run.words[n]] == toldNothing; n-- {
		run.words, run.to = run.words[:n], run.words[n]
	}
	return run
}

// place tells apart the days and times at which the appointment is from those to which it shall
// move. It is false where the former are no single day and time.
func (r *toldReader) place(told *Told, name int) bool {
	var to []string
	for _, w := range r.whens {
		if told.Do == ToMove && (w.shift || r.isNew(w, name)) {
			to = append(to, r.m.text[r.word(w.from).from:r.word(w.to-1).to])
			continue
		}
		if !r.takeWhen(told, w) {
			return false
		}
	}
	told.Words = strings.Join(to, " ")
	return true
}

// saysNew tells whether a message without a verb says when somebody shall come instead: "Kowalski eine
// Stunde später", "Braun auf Donnerstag".
func (r *toldReader) saysNew(name int) bool {
	shifts := slices.ContainsFunc(r.whens, func(w toldWhenAt) bool { return w.shift })
	return name >= 0 && (shifts || r.into > name)
}

// isNew tells whether a day or a time is that to which an appointment shall move: behind what
// announces it, or else behind what says whose it is or that it moves.
func (r *toldReader) isNew(w toldWhenAt, name int) bool {
	if r.into >= 0 {
		return w.from > r.into
	}
	if r.wants >= 0 {
		return w.from > r.wants
	}
	if w.from < r.to {
		return false
	}
	known := name >= 0
	for _, before := range r.whens {
		known = known || before.to <= r.from
	}
	return known
}

// takeWhen takes one day, or one time.
func (r *toldReader) takeWhen(told *Told, w toldWhenAt) bool {
	day, isDay := r.dayOf(w.days)
	switch {
	case isDay && told.Day.IsZero():
		told.Day = day
	case len(told.Times) > 0 || told.Near != 0 || isDay:
		return false
	case len(w.hours.clocks) == 1:
		told.Times = w.hours.clocks[0].likely(AnyPart)
	case w.hours.near != nil:
		told.Near = w.hours.near.likely(AnyPart)[0]
	default:
		return false
	}
	return true
}

// dayOf is the one day that is said.
func (r *toldReader) dayOf(said daysSaid) (booking.Date, bool) {
	for w := time.Sunday; w <= time.Saturday; w++ {
		if said.coming == 1<<w && len(said.Spans) == 0 {
			return following(r.today(), w), true
		}
	}
	if len(said.Spans) == 1 && said.Spans[0].From == said.Spans[0].To {
		return said.Spans[0].From, true
	}
	return booking.Date{}, false
}

// explains tells whether nothing is left but what stands behind it in a clause of its own.
func (r *toldReader) explains(told *Told, name int) bool {
	open := r.open()
	if len(open) == 0 {
		return true
	}
	last := max(r.to-1, name)
	if told.Do == ToMove && r.into >= 0 && open[0] > r.into {
		told.Words = strings.TrimSpace(r.m.text[r.word(r.into+1).from:r.behindNew()])
		return true
	}
	if open[0] < last || told.Do == ToShow || r.asks() && told.Do != ToMove {
		return false
	}
	if told.Do == ToMove && r.wants < 0 && open[0] > last && told.Words == "" {
		told.Words = r.m.text[r.word(open[0]).from:]
		return true
	}
	if told.Do == ToWrite {
		told.Unused = r.m.text[r.word(min(last+1, len(r.as)-1)).from:]
		return true
	}
	for i := last + 1; i <= open[0]; i++ {
		if r.word(i).startsClause() || r.x.reasons[r.word(i).text] || strings.Contains(r.word(i).gap, ":") {
			told.Unused = r.m.text[r.word(i).from:]
			return true
		}
	}
	return false
}

// behindNew is where the words end that say to when an appointment shall move.
func (r *toldReader) behindNew() int {
	if r.from > r.into {
		return r.word(r.from).from
	}
	return len(r.m.text) - len(r.m.tail)
}

// NameWords is the words of a name, written in one way: Müller and Mueller are one.
func NameWords(name string) []string { return wordsOf(Fold(name)) }

// SaysBeside is where a new appointment shall lie, seen from the one that has just been booked, and
// what else is said.
func SaysBeside(text, lang string) (Beside, string) {
	m := townless().message(text, Context{Lang: lang})
	said := m.ofBooked()
	return said.beside, m.without(said.words)
}

// AsksOnly tells whether a clerk's line is put like a question, and not like one for what is free.
func AsksOnly(text, lang string) bool {
	m := townless().message(text, Context{Lang: lang})
	for _, g := range m.inOrder() {
		free := slices.ContainsFunc(m.words, func(w word) bool {
			return slices.ContainsFunc(list(g.x.language.staffCommands[ToFree]), func(phrase string) bool { return w.text == phrase })
		})
		asks := len(m.words) > 1 && (g.x.told.asks[m.words[0].text] || g.x.told.what[m.words[1].text] || g.x.told.may[m.words[0].text])
		if !free && (asks || strings.Contains(m.tail, "?")) {
			return true
		}
	}
	return false
}

// AsksWho tells whether a clerk's line begins like a question for people, as they come.
func AsksWho(text, lang string) bool {
	m := townless().message(text, Context{Lang: lang})
	return len(m.words) > 0 && slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.told.who[m.words[0].text] })
}
