package dialogs

import (
	"errors"
	"regexp"
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

// minutes is how long something takes.
func (r reading) minutes() (string, bool) { return understand.ReadMinutes(r.text, r.lang) }

func (r reading) number() (int, bool) { return understand.Number(r.text, r.lang) }

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

// appointmentNumber is the number of an appointment.
func (r reading) appointmentNumber() (booking.Number, bool) {
	return booking.ParseNumber(understand.Fold(r.text))
}

// numberLike tells whether the words look like the number of an appointment. It
// has no vowels, as words have.
func (r reading) numberLike() bool {
	_, ok := r.appointmentNumber()
	return ok
}

// codeDigits is how long a code is.
const codeDigits = 6

// code is the only one-time code that stands in the words, in one piece or as it is read out: "it's
// 672 400". An answer that is nothing but digits may part them however it likes.
func (r reading) code() (string, bool) {
	for _, shape := range codeShapes {
		if all := shape.FindAllString(r.text, -1); len(all) == 1 {
			return onlyDigits(all[0]), true
		}
	}
	bare := strings.ReplaceAll(understand.Fold(r.text), " ", "")
	return bare, len(bare) == codeDigits && onlyDigits(bare) == bare
}

// codeShapes are a code in one piece, in two or three as it is read out, and digit by digit.
var codeShapes = []*regexp.Regexp{
	regexp.MustCompile(`\b[0-9]{6}\b`),
	regexp.MustCompile(`\b[0-9]{3}[ .-][0-9]{3}\b|\b[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}\b`),
	regexp.MustCompile(`\b[0-9](?:[ .,-]{1,2}[0-9]){5}\b`),
}

func onlyDigits(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

// ticket is the number of a ticket that the words name.
func (r reading) ticket() (booking.Number, bool) { return understand.TicketNumber(r.text, r.lang) }

// counted is how many cases stand before a concern, and its words.
func (r reading) counted() (int, string) { return understand.Counted(r.text, r.lang) }

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

// AppointedName is the name of the colleague who gets a role by a command, with
// or without the @ before it: "rolle ben leitung". It is empty where it is none.
func AppointedName(text string) string {
	for _, lang := range locales.Languages() {
		c, err := understand.ReadStaffCommand(text, lang, booking.Date{}, nil)
		if c.Do == understand.ToAppoint && !errors.Is(err, understand.ErrNoStaffCommand) {
			return c.Words
		}
	}
	return ""
}

// nameTold is the name that a message read as a clerk's line is, or that it asks about: "Kowalski",
// "wann hat Frau Nowak Termin". A single word that is no usual name may be anything.
func (r reading) nameTold(brief understand.Reading) (string, bool) {
	for _, v := range values[understand.NameValue](brief) {
		if understand.IsUsualName(v.Name) && len(values[understand.ConcernValue](brief)) == 0 {
			return understand.Sought(v.Name), true
		}
	}
	return understand.TitledName(r.text, r.lang)
}

// sought is what a clerk looks for, without the word for looking.
func (r reading) sought() string { return shorten(understand.Sought(r.text)) }

// answer is the words without the network's command before them.
func (r reading) answer() reading {
	return reading{text: understand.BehindCommand(r.text), lang: r.lang}
}

// staffCommand is what a clerk wants shown or done; false where it is no
// command of theirs. The error says what is wrong with one.
func (r reading) staffCommand(o *booking.Office, today booking.Date) (understand.StaffCommand, bool, error) {
	c, err := understand.ReadStaffCommand(r.text, r.lang, today, o.Desks)
	return c, !errors.Is(err, understand.ErrNoStaffCommand), err
}

// told is what a clerk tells of an appointment in words of their own, and be it behind some words
// that say nothing of it: "moment, andere leitung: herr Schmitz sagt morgen ab".
func (r reading) told(today booking.Date, now booking.Clock) (understand.Told, bool) {
	told, ok := understand.ReadTold(r.text, r.lang, today, now)
	for i, c := range r.text {
		if ok || !strings.ContainsRune(clauseEnds, c) {
			continue
		}
		before, behind := r.text[:i], r.text[i+len(string(c)):]
		if !r.isPreface(before) {
			break
		}
		news, is := understand.ReadTold(behind, r.lang, today, now)
		if is && news.Name != "" && news.Do != understand.ToShow && !news.Loose {
			return news, true
		}
	}
	return told, ok
}

// halves is the ways to part a line in two where something joins its parts.
func (r reading) halves() [][2]string { return understand.Halves(r.text, r.lang) }

// takenBack is how a clerk takes back what was done last.
func (r reading) takenBack() (understand.TakenBack, bool) {
	return understand.ReadTakenBack(r.text, r.lang)
}

const (
	clauseEnds     = ",:;–"
	longestPreface = 4 // words
)

// isPreface tells whether words only lead over to something else: they are few, and name nobody and
// no number.
func (r reading) isPreface(words string) bool {
	fields := understand.NameWords(words)
	for _, w := range fields {
		if understand.IsUsualName(w) {
			return false
		}
	}
	return len(fields) <= longestPreface && !reading{text: words, lang: r.lang}.namesTitled() && !strings.ContainsAny(words, "0123456789?")
}

// namesTitled tells whether the words name somebody with a title: "herr Schmitz".
func (r reading) namesTitled() bool {
	_, titled := understand.TitledName(r.text, r.lang)
	return titled
}

// beside is where a new appointment shall lie, seen from the one that is booked, and what else is said.
func (r reading) beside() (at understand.Beside, rest string) {
	return understand.SaysBeside(r.text, r.lang)
}

// answerThenNext parts an answer from the question behind it who is next.
func (r reading) answerThenNext(today booking.Date) (answer string, ok bool) {
	return understand.AnswerThenNext(r.text, r.lang, today)
}

// asksWho tells whether a clerk asks for people, as they come.
func (r reading) asksWho() bool { return understand.AsksWho(r.text, r.lang) }

// long tells whether a message is longer than what is read of most.
func (r reading) long() bool { return utf8.RuneCountInString(r.text) > understand.Longest }

// wholeStaffCommand is staffCommand of a message of any length.
func (r reading) wholeStaffCommand(o *booking.Office, today booking.Date) (understand.StaffCommand, bool, error) {
	c, err := understand.ReadWholeStaffCommand(r.text, r.lang, today, o.Desks)
	return c, !errors.Is(err, understand.ErrNoStaffCommand), err
}

// nearestStaffCommand is the word of a clerk's that comes nearest; empty: none
// does.
func (r reading) nearestStaffCommand() string { return understand.NearestStaffCommand(r.text, r.lang) }

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
