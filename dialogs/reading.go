package dialogs

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// reading is what somebody typed, as the flows and the questions ask about it.
// Nothing else in this package reads words, so that one reading of the whole
// message can take its place.
type reading struct {
	text, lang string
	wanted     understand.Intent // in answer to the open question, where that is known
}

// read reads a message.
func (t *talk) read(text string) reading { return reading{text: text, lang: t.Lang} }

// understood is all that a message says, where the open question asks for
// something in view v.
func (t *talk) understood(text string, asked understand.Expect, v View) understand.Reading {
	o, ok := t.office()
	if !ok {
		o = t.facts.Town.Offices[0]
	}
	return t.facts.reader().Read(text, understand.Context{
		Lang: t.Lang, Today: o.Today(t.facts.Now), Now: booking.ClockOf(t.facts.Now, o.Calendar.Zone),
		Expect: asked, Listed: v.numbered(), Between: t.between(), Brief: t.brief, Booked: t.mayCorrect(), Seen: t.ownSeen(), Changes: t.mayChange(), Binds: t.binds(),
		Named:  t.Draft.Name != "" || t.Draft.Moving != 0 || t.ownSeen() == understand.SeenAppointment,
		Chosen: t.chosen(), Dropped: t.dropped(), Comes: len(t.chosen()) > 0,
	})
}

// takesOff tells whether a message takes something off.
func (t *talk) takesOff(text string) bool { return understand.TakesOff(text, t.Lang) }

// readAgainst reads a message, where asked is open, against all that some appointments are for.
func (t *talk) readAgainst(text string, asked understand.Expect, all []booking.Appointment) understand.Reading {
	var wishes []booking.Wish
	for _, a := range all {
		wishes = append(wishes, a.Wishes()...)
	}
	if len(wishes) == 0 {
		return understand.Reading{}
	}
	return t.facts.reader().Read(text, understand.Context{
		Lang: t.Lang, Today: t.facts.Town.Offices[0].Today(t.facts.Now), Expect: asked, Seen: understand.SeenAppointment, Changes: true, Named: true, Chosen: wishes, Comes: true,
	})
}

// isTemporary tells whether a concern gives somebody a document for a while only.
func (f Facts) isTemporary(id booking.ConcernID) bool { return f.reader().IsTemporary(id) }

// isForSeveral tells whether a concern is about several people at once.
func (f Facts) isForSeveral(id booking.ConcernID) bool { return f.reader().IsForSeveral(id) }

// counterpart is what a concern is to one person, or to several, that is for the others.
func (f Facts) counterpart(id booking.ConcernID) (booking.ConcernID, bool) {
	return f.reader().Counterpart(id)
}

// isKindOf tells whether a concern is a kind of another one: a temporary ID card.
func (f Facts) isKindOf(kind, of booking.ConcernID) bool { return f.reader().IsKindOf(kind, of) }

// brief tells whether the words could be a name by their number.
func (r reading) brief() bool { return len(strings.Fields(r.text)) <= longestName }

const longestName = 4 // words that may be a name though nothing tells so

// is tells whether the words are just those of a line.
func (r reading) is(line locales.Line) bool {
	return understand.Fold(locales.For(r.lang).Say(line)) == understand.Fold(r.text)
}

// empty tells whether nothing is left of a message but signs.
func (r reading) empty() bool { return understand.Fold(r.text) == "" }

// hasLetters tells whether there is a word in it.
func (r reading) hasLetters() bool { return strings.ContainsFunc(r.text, unicode.IsLetter) }

// places is which of some offices the words name, by their positions, and whether
// by whole words. A list of offices that the town keeps is made ready once.
func (r reading) places(town booking.Town, ids []booking.OfficeID) (at []int, whole bool) {
	if len(ids) == 0 {
		return nil, false
	}
	// As long as a list is kept, no other one has its first entry.
	places := booking.Remember(town, placesOf{&ids[0], len(ids)}, func() *understand.Places { return placesOfTown(town, ids) })
	return places.Named(r.text)
}

// placesOf names the question what people call the places of a list of offices.
type placesOf struct {
	first *booking.OfficeID
	many  int
}

func placesOfTown(town booking.Town, ids []booking.OfficeID) *understand.Places {
	all := make([]understand.Place, len(ids))
	for i, id := range ids {
		if o, ok := town.Office(id); ok {
			all[i].Names = append(inEvery(o.Name), o.Address.Town, o.Address.PostCode, string(o.ID))
		}
	}
	return understand.NewPlaces(all)
}

// mentions tells whether a name is in the words, in any language.
func mentions(words string, name booking.Text) bool {
	folded := understand.Fold(words)
	for _, n := range name {
		if n := understand.Fold(n); n != "" && strings.Contains(folded, n) {
			return true
		}
	}
	return false
}

// idle tells whether the words say nothing by themselves: "please", "an
// appointment".
func (r reading) idle() bool { return understand.Idle(r.text) }

// none tells whether somebody has nothing to give: no mail, no telephone.
func (r reading) none() bool { return understand.None(r.text, r.lang) }

// asksWhether tells whether somebody asks whether what is asked has to be said.
func (r reading) asksWhether() bool { return understand.AsksWhether(r.text, r.lang) }

// givesLater tells whether somebody wants to give later what is asked.
func (r reading) givesLater() bool { return understand.GivesLater(r.text) }

// asksAgain tells whether somebody wants to see once more what is seen.
func (r reading) asksAgain() bool { return understand.AsksAgain(r.text, r.lang) }

// undecided tells whether somebody only says that they do not know.
func (r reading) undecided() bool { return understand.Undecided(r.text) }

// anyWillDo tells whether somebody says that they do not mind which.
func (r reading) anyWillDo() bool { return understand.AnyWillDo(r.text) }

func (r reading) name() (string, error) { return nameIn(r.text) }

func (r reading) mail() (string, error) { return understand.Email(r.text) }

// mends is a name with the word of it that was written wrong before, or that is called wrong.
func (r reading) mends(name, wrong string) string { return understand.MendedName(name, r.text, wrong) }

// endedName is a name with the letters that a message says a word of it has.
func endedName(v understand.CorrectionValue, name string) string { return v.Ended(name) }

// domainOf is an address that is asked about with the domain that was typed alone:
// "sorry, gmail.com".
func (r reading) domainOf(asked string) (address string, ok bool) {
	words := strings.Fields(r.text)
	local, _, given := strings.Cut(asked, "@")
	if !given || len(words) == 0 {
		return "", false
	}
	address, err := understand.Email(local + "@" + strings.TrimPrefix(words[len(words)-1], "@"))
	return address, err == nil
}

func (r reading) phone() (string, bool) { return understand.Phone(r.text) }

func (r reading) hours() (booking.Hours, bool) { return understand.Hours(r.text, r.lang) }

func (r reading) partOfDay() (understand.Part, bool) { return understand.PartOfDay(r.text, r.lang) }

func (r reading) day(today booking.Date) (booking.Date, error) {
	return understand.Day(r.text, r.lang, today)
}

// saysYes tells whether the words are a plain yes, or one with why.
func (r reading) saysYes() bool { return understand.SaysYes(r.text, r.lang) }

// behindYes is what stands behind a plain yes with which the words begin.
func (r reading) behindYes() (rest string, agrees bool) { return understand.BehindYes(r.text, r.lang) }

// oneLine is the words as they may be shown: on one line, without signs that
// steer a screen.
func (r reading) oneLine() reading { return reading{text: understand.OneLine(r.text), lang: r.lang} }

// short is the beginning of the words, as long as one line may be.
func (r reading) short() string { return shorten(r.text) }

// message is the words as others may see them: line by line, without signs that
// steer a screen.
func (r reading) message() string {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(r.text), "\n") {
		lines = append(lines, understand.Visible(line))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// commands tells whether the words are a command of the network, such as /ende.
func (r reading) commands() bool {
	name, ok := strings.CutPrefix(strings.TrimSpace(r.text), "/")
	return ok && strings.IndexFunc(name, unicode.IsLetter) == 0
}

// EndsTalk tells whether a clerk ends a talk with a citizen by these words: "fertig".
func EndsTalk(text string) bool {
	for _, lang := range locales.Languages() {
		c, err := understand.ReadStaffCommand(text, lang, booking.Date{}, nil)
		if c.Do == understand.ToFinish && c.Number == "" && c.Ticket == 0 && !errors.Is(err, understand.ErrNoStaffCommand) && c.Exact {
			return true
		}
	}
	return false
}

// answer is the words without the network's command before them.
func (r reading) answer() reading {
	return reading{text: understand.BehindCommand(r.text), lang: r.lang}
}

// long tells whether a message is longer than what is read of most.
func (r reading) long() bool { return utf8.RuneCountInString(r.text) > understand.Longest }

// isWithin tells whether each word of a name that was typed is one of somebody's, not only the beginning of one.
func isWithin(typed, name string) bool {
	theirs := understand.NameWords(name)
	return !slices.ContainsFunc(understand.NameWords(typed), func(w string) bool { return !slices.Contains(theirs, w) })
}

// sharesName tells whether two names have a word in common.
func sharesName(one, other string) bool {
	words := understand.NameWords(other)
	return slices.ContainsFunc(understand.NameWords(one), func(w string) bool { return slices.Contains(words, w) })
}

// isNearName tells whether a word of one name is nearly one of another.
func isNearName(one, other string) bool { return understand.IsNearName(one, other) }

// isGivenName tells whether a name is one word by which people are called, and no family is.
func isGivenName(name string) bool { return understand.IsGivenName(name) }

// asksOnly tells whether a clerk's line is put like a question, and not like one for what is free.
func asksOnly(text, lang string) bool { return understand.AsksOnly(text, lang) }

// sameName tells whether a name that was typed is somebody's.
func sameName(name, typed string) bool { return understand.Fold(name) == understand.Fold(typed) }

// nameIn is the name that a text is, as it is stored.
func nameIn(text string) (string, error) { return understand.Name(text) }

// values is what a message says of one kind, and surely.
func values[V understand.Value](r understand.Reading) []V { return understand.Values[V](r) }
