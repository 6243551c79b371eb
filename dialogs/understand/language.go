package understand

import (
	"strings"

	"terminbote/booking"
)

// language is what one language's words mean. Words are written folded (ue for
// ü), and several of one meaning are separated by commas; a meaning may be
// said in up to four words. The zero value of a field means the language has
// no such words.
type language struct {
	code  string
	names map[string]string // languages, by code, as this one calls them

	weekdays  [7]string  // from Sunday
	months    [12]string // from January
	days      map[int]string
	spans     map[int]string // days in a week and the like; month for a month
	next      string
	afterNext string
	this      string
	last      string
	in        string // in three days
	hence     string // three days from now

	numbers  map[int]string
	unitsAnd string         // between units and tens written in one: einundzwanzig
	counts   map[int]string // numbers that never are an hour: a, eine, zu zweit
	ordinals map[int]string
	endings  string // what turns digits into an ordinal: 24th
	dotted   bool   // a dot behind digits does so too: 24.
	counted  string // what is counted: persons, times
	and      string // joins what is counted: two adults and a child
	minus    string

	oClock        string
	minutes       string
	half          string
	quarter       string
	threeQuarters string
	halfOfHour    bool // half ten is half of the tenth hour, 9:30, as is quarter ten 9:15
	before        string
	after         string
	clocks        map[int]string // noon, midnight, in minutes
	morning       string
	afternoon     string
	am            string
	pm            string

	on             string // filler that announces a date: am 24
	filler         string // may stand beside a day, a time or a number and adds nothing
	chatter        string // adds nothing to what is searched for, besides filler
	courtesy       string // may stand beside a command
	wishing        string // makes a sentence of a command: ich möchte meinen …
	commands       map[Intent]string
	whether        string            // asks whether what is asked has to be said
	again          string            // asks for what was said once more
	none           string            // says that there is nothing to give: keine, ohne
	missing        string            // may stand beside that: ich habe leider keine E-Mail-Adresse
	staffCommands  map[Action]string // of clerks, the word to name first
	from           string            // stands before the first of two times
	to             string            // stands between two times: from 8 to 12
	besideFree     string            // stand beside a question for what is free, and add nothing
	titles         string            // stand around a name and are not part of it
	concernMinutes string            // stands beside the minutes of a concern
	inside         string            // extra hours that only staff book into
	nobody         string            // takes a role away
	report         reportWords       // for the days of a report
	told           toldWords         // of somebody's appointment, by clerks
	roles          map[booking.Role]string

	clause string // makes a sentence of what is typed as a name, and is none itself
	lures  string // belongs to advertisements

	weak  string   // verbs and the like that hardly tell one concern from another
	stems []string // endings that inflection adds, longest first

	speech    speechWords   // what the reader needs besides
	office    officeWords   // how people speak of what the office does
	questions questionWords // how people ask
	talk      talkWords     // small talk, anger, emergencies
	chosen    chosenWords   // how people correct what they have chosen
}

// reportWords is how a language says for which days figures are.
type reportWords struct {
	since   string // stands before the first day
	year    string
	week    string // stands before the number of a week
	quarter string // stands before the number of a quarter, or behind it
	filler  string // adds nothing
}

// month stands in language.spans for a calendar month.
const month = -1

// languages are all that are spoken: a new one is a file like german.go and
// its name here.
var languages = []language{german, english}

// spoken are the languages, made ready for looking words up.
var spoken = lexicons(languages)

// role is the part a word plays in a phrase.
type role int

const (
	aWeekday role = iota
	aMonth
	aDay
	aSpan
	aNumber
	aCount
	anOrdinal
	aClock
	isNext
	isAfterNext
	isThis
	isLast
	isIn
	isHence
	isEnding
	isCounted
	isAnd
	isMinus
	isOClock
	isMinutes
	isHalf
	isQuarter
	isThreeQuarters
	isBefore
	isAfter
	isMorning
	isAfternoon
	isAM
	isPM
	isFiller
)

// meaning is one of the things a word can say.
type meaning struct {
	role  role
	value int
}

// lexicon is a language by its words.
type lexicon struct {
	language
	means         map[string][]meaning
	commands      map[string]Intent
	staffCommands map[string]Action
	courtesy      map[string]bool
	wishing       map[string]bool
	none          map[string]bool
	whether       map[string]bool
	again         map[string]bool
	missing       map[string]bool
	on            map[string]bool
	called        map[string]string
	told          toldLexicon
}

func lexicons(all []language) []*lexicon {
	ready := make([]*lexicon, len(all))
	for i, l := range all {
		ready[i] = newLexicon(l)
	}
	return ready
}

func newLexicon(l language) *lexicon {
	x := &lexicon{
		language:      l,
		means:         map[string][]meaning{},
		commands:      map[string]Intent{},
		staffCommands: map[string]Action{},
		courtesy:      wordSet(l.courtesy),
		wishing:       wordSet(l.wishing),
		none:          wordSet(l.none),
		whether:       wordSet(l.whether),
		again:         wordSet(l.again),
		missing:       wordSet(l.missing),
		on:            wordSet(l.on),
		called:        map[string]string{},
		told:          newToldLexicon(l),
	}
	x.addCalendar()
	x.addNumbers()
	x.addWords()
	for command, words := range l.commands {
		for _, w := range list(words) {
			x.commands[w] = command
		}
	}
	for action, words := range l.staffCommands {
		for _, w := range list(words) {
			x.staffCommands[w] = action
		}
	}
	for code, words := range l.names {
		for _, w := range list(words) {
			x.called[w] = code
		}
	}
	return x
}

func (x *lexicon) addCalendar() {
	for i, words := range x.weekdays {
		x.add(aWeekday, i, words)
	}
	for i, words := range x.months {
		x.add(aMonth, i+1, words)
	}
	x.addAll(aDay, x.days)
	x.addAll(aSpan, x.spans)
	x.addAll(aClock, x.language.clocks)
}

func (x *lexicon) addNumbers() {
	x.addAll(aNumber, x.numbers)
	x.addAll(aCount, x.counts)
	x.addAll(anOrdinal, x.ordinals)
	if x.unitsAnd == "" {
		return
	}
	for tens := 20; tens <= 90; tens += 10 {
		for unit := 1; unit <= 9; unit++ {
			for _, word := range list(x.numbers[unit]) {
				x.add(aNumber, tens+unit, word+x.unitsAnd+x.numbers[tens])
			}
		}
	}
}

func (x *lexicon) addWords() {
	for role, words := range map[role]string{
		isNext: x.next, isAfterNext: x.afterNext, isThis: x.this, isLast: x.last,
		isIn: x.in, isHence: x.hence, isEnding: x.endings, isCounted: x.counted, isAnd: x.and, isMinus: x.minus,
		isOClock: x.oClock, isMinutes: x.minutes, isHalf: x.half, isQuarter: x.quarter,
		isThreeQuarters: x.threeQuarters, isBefore: x.before, isAfter: x.after,
		isMorning: x.morning, isAfternoon: x.afternoon, isAM: x.am, isPM: x.pm, isFiller: x.filler,
	} {
		x.add(role, 0, words)
	}
}

func (x *lexicon) addAll(r role, byValue map[int]string) {
	for value, words := range byValue {
		x.add(r, value, words)
	}
}

func (x *lexicon) add(r role, value int, words string) {
	for _, w := range list(words) {
		x.means[w] = append(x.means[w], meaning{r, value})
	}
}

// lookUp is what a word means, one typing slip forgiven. A slip that could be
// of words that mean different things is not forgiven.
func (x *lexicon) lookUp(word string) []meaning {
	if exact, ok := x.means[word]; ok || len(word) < 5 || noise[word] {
		return exact // there is no slip of three
	}
	var found []meaning
	for candidate, meanings := range x.means {
		if !isSlipOf(word, candidate) {
			continue
		}
		if found != nil && !sameMeaning(found, meanings) {
			return nil
		}
		found = meanings
	}
	return found
}

func sameMeaning(a, b []meaning) bool {
	return len(a) == 1 && len(b) == 1 && a[0] == b[0]
}

// inOrder is every language, the one with this code first. A code may say
// more than the language: de-AT is German.
func inOrder(code string) []*lexicon {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	ordered := make([]*lexicon, 0, len(spoken))
	for _, x := range spoken {
		if x.code == code {
			ordered = append(ordered, x)
		}
	}
	for _, x := range spoken {
		if x.code != code {
			ordered = append(ordered, x)
		}
	}
	return ordered
}

// list is the words of a comma-separated list.
func list(words string) []string {
	var all []string
	for w := range strings.SplitSeq(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			all = append(all, spellings(w)...)
		}
	}
	return all
}

// spellings is all spellings of a saying: "a(b|c)d" stands for abd and acd.
func spellings(saying string) []string {
	head, rest, varies := strings.Cut(saying, "(")
	options, tail, closed := strings.Cut(rest, ")")
	if !varies || !closed {
		return []string{saying}
	}
	var all []string
	tails := spellings(tail)
	for option := range strings.SplitSeq(options, "|") {
		for _, end := range tails {
			all = append(all, head+option+end)
		}
	}
	return all
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range list(words) {
		set[w] = true
	}
	return set
}
