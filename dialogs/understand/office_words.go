package understand

import (
	"maps"
	"slices"
)

// concept is something that people talk about or do at a citizens' office, in
// whatever language. Its value is its name for programmers.
type concept string

// Things that concerns are about.
const (
	idCard        concept = "id card"
	passport      concept = "passport"
	idPaper       concept = "identity paper" // an ID card or a passport: it is not said which
	pinCode       concept = "pin"
	onlineID      concept = "online id"
	euCard        concept = "eid card"
	dwelling      concept = "dwelling"
	address       concept = "address"
	secondHome    concept = "second home"
	vehicle       concept = "vehicle"
	vehiclePapers concept = "vehicle papers"
	plates        concept = "plates"
	licence       concept = "licence"
	parkingPermit concept = "parking permit"
	fishing       concept = "fishing"
	trade         concept = "trade"
	company       concept = "company"
	conduct       concept = "conduct"
	registered    concept = "certificate of registration"
	residency     concept = "certificate of residence"
	alive         concept = "certificate of life"
	household     concept = "household"
	copied        concept = "copy"
	diploma       concept = "diploma"
	signature     concept = "signature"
	belonging     concept = "belonging"
	wallet        concept = "wallet"
	lostFound     concept = "lost and found"
	bulky         concept = "bulky waste"
	furniture     concept = "furniture"
	waste         concept = "waste"
	surname       concept = "name"
	firstName     concept = "first name"
	marital       concept = "marital status"
	theRegister   concept = "population register"
	dog           concept = "dog"
	pet           concept = "pet"
	birthPaper    concept = "birth certificate"
	deathPaper    concept = "death certificate"
	marriagePaper concept = "marriage certificate"
	wedding       concept = "wedding"
	kindergarten  concept = "kindergarten"
	school        concept = "school"
	photo         concept = "photo"
	tax           concept = "tax"
	pension       concept = "pension"
	childBenefit  concept = "child benefit"
	church        concept = "church"
	visa          concept = "visa"
	permit        concept = "residence permit"
	citizenship   concept = "citizenship"
	degree        concept = "academic degree"
)

// What is done, as far as it tells concerns apart. Two of these that differ
// never stand in for each other.
const (
	lose       concept = "lose"
	find       concept = "find"
	collect    concept = "collect"
	change     concept = "change"
	register   concept = "register"
	reregister concept = "re-register"
	deregister concept = "deregister"
	moveIn     concept = "move"
	leave      concept = "leave"
	swap       concept = "exchange"
	certify    concept = "certify"
	lock       concept = "lock"
	forget     concept = "forget"
	activate   concept = "activate"
	seek       concept = "seek a person"
	search     concept = "search"
	sell       concept = "sell"
	married    concept = "married"
	divorced   concept = "divorced"
	born       concept = "born"
	died       concept = "died"
	establish  concept = "establish"
	dispose    concept = "dispose"
	transfer   concept = "transfer" // to another name or another country's rules
	pass       concept = "pass on data"
	danger     concept = "danger" // somebody threatens or follows who asks
)

// What is done with most things: it tells no concerns apart.
const (
	obtain concept = "obtain"
	renew  concept = "renew"
)

// Traits set one concern apart from a plainer one.
const (
	temporary     concept = "temporary"
	express       concept = "express"
	flight        concept = "flight"
	international concept = "international"
	abroad        concept = "abroad"
	extended      concept = "extended"
	wholeFamily   concept = "whole family"
	couple        concept = "couple"
	child         concept = "child"
	disabled      concept = "disabled"
	resident      concept = "resident"
	european      concept = "european"
	voluntary     concept = "voluntary"
	firstTime     concept = "first time"
	stolen        concept = "stolen"
	ordinary      concept = "ordinary"    // expressly none of the others
	country       concept = "country"     // another one, named
	nationality   concept = "nationality" // of a paper: Turkish
	certificate   concept = "certificate" // something in writing, whatever it is called
	hurry         concept = "hurry"
)

// officeWords is how one language speaks of what a citizens' office does. The
// lists are written as those of language are; "finde … nicht" has words
// between.
type officeWords struct {
	things map[concept]string
	acts   map[concept]string // what tells concerns apart
	usual  map[concept]string // what does not
	traits map[concept]string
	faint  map[concept]string // traits that are told by the way

	countries string // other than Germany
	nations   string // of another country's papers: türkischer
	toward    string // before one: somebody goes abroad
	urgent    string // day words that, in what a concern is called, say it cannot wait
	soon      string // the next day, which is too soon for a journey

	setting   string // nouns that only tell the setting of a wish: in what a concern is called they tell it apart
	owners    string // what follows is what a thing belongs to: vom, of
	mine      string // tells that something is somebody's: my, his
	refers    string // stands for what was named before: ihn, it
	wanting   string // says that something is wanted: brauche, möchte
	needing   string // says that something is needed or wanted, and nothing else: brauche, need
	done      string // says that something is done already: schon, already
	been      string // tells with a participle what has been done: hab, bin
	having    string // says that somebody has something, or none: habe, has
	inside    string // says that something is in what was named: drin, inside
	small     string // words that say nothing of what somebody comes for
	hollow    string // several words that say nothing although one of them does: id like
	parts     string // parts of compounds that add nothing: Neu-, Haupt-
	links     string // letters between the parts of a compound
	apart     string // first parts of verbs that are parted from the rest: ab, um
	within    string // what stands between both in an infinitive: abzumelden
	something string // a thing that is not said
	self      string // myself: who registers that registers a dwelling
	several   string // of the writer and others: wir
	purpose   string // what follows is what for: für, for
	afters    string // what follows has been: nach dem Umzug
	joins     string // stand between things of one kind: und, oder
	breaks    string // begin a new thought: weil, because
	not       string
	instead   string // what follows is not wanted: statt
	without   string // of those, says that somebody has none: ohne
	valid     string // behind that, of what kind: gültig
	neither   string // weder
	speaker   string // who says what they do themselves: "ich bin nicht umgezogen"
	yet       string // says with "not" that something is still to be done: "I have not registered yet"
	nor       string // joins what is not wanted: weder … noch
	about     string // stands before what it is about: es geht um
	shall     string // says what is to be done: soll
	along     string // what stands before is to be treated alike: gleich mit
	rather    string // what follows is: sondern
	places    string // before the name of a place: nach, aus
	times     string // two times, zweimal: behind or before what is counted
	numbers   string // before a number that counts nothing: §
	article   string // a one that counts nothing: ein Pass
	the       string // an article of what is known: den Pass
	only      string // before an article that counts: nur ein Pass
	stands    string // behind a trait, in place of the thing: a youth one
	both      string // before two things of a kind: beide Pässe
	lone      string // before the only thing of its kind: ein einziger Pass

	denials denialWords

	moreThan string // before a number that is not reached: mehr als 20
	upTo     string // before a number that is: bis 5
}

// with is the words of both.
func (w officeWords) with(more officeWords) officeWords {
	for _, x := range []struct{ all, more *map[concept]string }{
		{&w.things, &more.things}, {&w.acts, &more.acts}, {&w.usual, &more.usual}, {&w.traits, &more.traits}, {&w.faint, &more.faint},
	} {
		*x.all = maps.Clone(*x.all)
		for c, words := range *x.more {
			(*x.all)[c] += ", " + words
		}
	}
	w.small += ", " + more.small
	w.hollow += ", " + more.hollow
	return w
}

// kind is what part a concept plays.
type kind uint8

const (
	ownWord kind = iota // a word of the town that no table has
	aThing
	anAct
	aUsualAct
	aTrait
	aFaintTrait
)

// How much a concept weighs where it is said or expected.
const (
	weightOfThing = 1.0
	weightOfAct   = 0.8
	weightOfTrait = 0.7
	weightOfFaint = 0.3
	weightOfPaper = 0.4
	missingFaint  = 0.5 // where a saying has it and a message has not
	weightOfRenew = 0.2
	weightOfUsual = 0.05
)

// byKind calls each for every list of words, always in the same order.
func (w officeWords) byKind(each func(kind, concept, string)) {
	for k, words := range []map[concept]string{aThing: w.things, anAct: w.acts, aUsualAct: w.usual, aTrait: w.traits, aFaintTrait: w.faint} {
		for _, c := range slices.Sorted(maps.Keys(words)) {
			each(kind(k), c, words[c])
		}
	}
}
