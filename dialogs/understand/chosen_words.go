package understand

// chosenWords is how people correct what they have chosen, or booked and see.
type chosenWords struct {
	isFor    string // between what is chosen and who it is for: ist
	plural   string // between several things and who they are for: sind
	eachOne  string // everybody who comes: jeder von uns
	tooMany  string // behind a number: so many fewer are wanted
	tooFew   string // behind a number: so many more are wanted
	allOfIt  string // all that is chosen: beides
	partly   string // some of what is chosen: davon
	others   string // what the message does not name: der andere, der Rest
	stays    string // what stays as it is: bleibt bei
	fine     string // behind what stays as it is: passt so
	off      string // before or behind the others: they are not wanted
	makes    string // verbs that make some more, or fewer: mach aus zwei drei
	draws    string // stand between the numbers of that: aus
	oneOfUs  string // only one of those who were to come
	leaves   string // before the others: they stay, unless they are taken off behind
	alters   string // likewise, with a denial: they are not to change
	insists  string // beside a verb that wants something: it is wanted for all that
	suffice  string // behind a number: so many are enough
	theirs   string // people by a pronoun: ihn
	gets     string // verbs of somebody who is to have one: bekommt
	slot     string // an appointment: Termin
	ofUs     string // behind a number: so many of those who come: von uns
	owned    string // before whose something is: von
	genitive string // behind whose something is, with a mark before it: wife's
	plain    string // the ordinary kind: normales
	slots    string // several appointments: Termine
	goes     string // beside what is chosen: it is wanted no more: soll raus
	slips    string // between what was a slip and what is right
	due      string // before a day: until then it must be there: schon, bis
	dueOn    string // likewise where something is chosen: am
	ready    string // it is there: fertig
	must     string // it has to be: muss
	it       string // what is chosen, by a pronoun
	covers   string // begins a question for which people what is chosen is: gilt das
	they     string // others by a pronoun, as who does something: er
	ofMine   string // begins whose something is: meiner Tochter
	ownOne   string // the writer's own one of what was named: mine
}

// The idioms and words of all languages that correct what is chosen.
var (
	partlyWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.partly), true) })
	othersWord   = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.others), true) })
	stayingWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.stays), true) })
	fineWords    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.fine), true) })
	offWords     = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.off), true) })
	oneOfUsWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.oneOfUs), true) })
	leavesWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.leaves), true) })
	altersWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.alters), true) })
	insistsWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.insists), true) })
	enoughWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.suffice), true) })

	allOfItWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.allOfIt), true) })
	eachOneWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.eachOne), true) })
	tooManyWords = lookoutFor(func(l language, o *lookout[int]) {
		o.enter(idiomsIn(l.chosen.tooMany), -1)
		o.enter(idiomsIn(l.chosen.tooFew), 1)
	})

	plurals = choosingWords(func(c chosenWords) string { return c.plural })
	isFors  = choosingWords(func(c chosenWords) string { return c.isFor })
	makes   = choosingWords(func(c chosenWords) string { return c.makes })
	draws   = choosingWords(func(c chosenWords) string { return c.draws })
	theirs  = choosingWords(func(c chosenWords) string { return c.theirs })
)

// choosingWords is some words for corrections of what is chosen, of all languages.
func choosingWords(of func(chosenWords) string) map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		for w := range wordSet(of(l.chosen)) {
			all[w] = true
		}
	}
	return all
}

const mostOfIdiom = 6 // words

// idiomAt is how many words the longest idiom of a list has that begins at i.
func idiomAt[T any](l *lookout[T], words []word, i int) int {
	if i < 0 || i >= len(words) {
		return 0
	}
	n := 0
	for _, s := range l.in(words, i, min(len(words), i+mostOfIdiom)) {
		if s.from == i {
			n = max(n, s.to-s.from)
		}
	}
	return n
}
