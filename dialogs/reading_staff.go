package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

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

// wholeStaffCommand is staffCommand of a message of any length.
func (r reading) wholeStaffCommand(o *booking.Office, today booking.Date) (understand.StaffCommand, bool, error) {
	c, err := understand.ReadWholeStaffCommand(r.text, r.lang, today, o.Desks)
	return c, !errors.Is(err, understand.ErrNoStaffCommand), err
}

// nearestStaffCommand is the word of a clerk's that comes nearest; empty: none
// does.
func (r reading) nearestStaffCommand() string { return understand.NearestStaffCommand(r.text, r.lang) }
