package understand

import (
	"slices"
	"strings"

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
	Back   bool            // it was otherwise before, or seemed so: doch nicht da, not here yet
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
	rings    string            // before a name: telephones them, unless a desk is said

	comes         string // with by how much later, tells of a delay
	what, may     string // begin questions for something else, or whether something may be
	opens         string // open again what is closed, with other words between their two
	who           string // begins a question for people, as they come
	around        string // stand with what is closed, and add nothing
	closes, shuts string // close a desk or a day; the latter with other words between their two
	everybody     string // are called off by a closure

	both      string // begin what is said of several alike
	at        string // stand before a desk to which somebody is called
	after     string // say that something is otherwise than it was or seemed
	takenBack takenBackWords
}

// Actions that are told only.
const (
	ToReach Action = "reach" // somebody by telephone or mail
	ToWrite Action = "write" // them a message
)

// toldLexicon is toldWords made ready.
type toldLexicon struct {
	beside, asks, into map[string]bool

	closes, shuts, everybody, who, around, comes, what, may, opens, after, at, joins, rings map[string]bool
	outcomes                                                                                map[string]Action // phrases without what adds nothing
	parted                                                                                  map[string]Action
	wishes                                                                                  map[string]bool
}

func newToldLexicon(l language) toldLexicon {
	t := toldLexicon{
		beside: wordSet(l.told.beside), asks: wordSet(l.told.asks), into: wordSet(l.told.into),
		who: wordSet(l.told.who), comes: wordSet(l.told.comes), what: wordSet(l.told.what), may: wordSet(l.told.may), opens: wordSet(l.told.opens), around: wordSet(l.told.around), closes: wordSet(l.told.closes), shuts: wordSet(l.told.shuts), everybody: wordSet(l.told.everybody), after: wordSet(l.told.after), at: wordSet(l.told.at), joins: wordSet(l.told.joins), rings: wordSet(l.told.rings), outcomes: map[string]Action{}, parted: map[string]Action{}, wishes: map[string]bool{},
	}
	plain := func(phrase string) string {
		return strings.Join(slices.DeleteFunc(strings.Fields(phrase), func(w string) bool { return t.beside[w] }), " ")
	}
	for _, table := range []map[Action]string{l.staffCommands, l.told.outcomes} {
		for action, words := range table {
			if !isAbout(action) && action != ToReach && action != ToWrite && action != ToUndo || action == ToShow {
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
	told := Told{Do: do, Back: slices.ContainsFunc(r.m.words, func(w word) bool { return r.words.after[w.text] })}
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
