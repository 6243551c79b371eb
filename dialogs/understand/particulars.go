package understand

import (
	"errors"
	"slices"
	"strings"

	"terminbote/booking"
)

// commandReader takes a command's words from the front: what is to be done, and
// then with what: a number, a day, hours, a desk, a role.
type commandReader struct {
	lang  string
	today booking.Date
	desks []booking.Desk
	words []string
}

func (r *commandReader) read(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, ErrNoStaffCommand
	}
	if number, ok := booking.ParseNumber(Fold(strings.Join(r.words, " "))); ok {
		e.Do, e.Number, e.Exact = ToShow, number, true
		return e, nil
	}
	if ticket := ticketCalled(r.words); ticket > 0 {
		e.Do, e.Ticket, e.Exact = ToShow, ticket, true
		return e, nil
	}
	if turned, ok, err := r.turnedRound(e); ok {
		return turned, err
	}
	action, said := r.action()
	if said == 0 {
		if part, ok := r.partOfPlan(action, said); ok {
			part.Given = e.Given
			return part, nil
		}
		return r.behindNumber(e)
	}
	if day, ok := r.planOf(said); ok && action == ToToday {
		e.Do, e.Day = ToPlan, day
		return e, nil
	}
	if part, ok := r.partOfPlan(action, said); ok {
		part.Given = e.Given
		return part, nil
	}
	if kept := r.plainly(said); action == ToTomorrow && len(kept) > 0 {
		return r.plan(e)
	}
	e.Do, r.words = action, r.words[said:]
	if kept := r.plainly(0); len(kept) == 0 {
		r.words = nil
	}
	e.Exact = len(r.words) == 0
	return r.rest(e)
}

// action is the action that the first words are for, the most words that are one,
// and how many they are; 0 where they are for none.
func (r *commandReader) action() (action Action, said int) {
	for n := min(len(r.words), maxPhrase); n > 0; n-- {
		phrase := strings.Join(wordsOf(Fold(strings.Join(r.words[:n], " "))), " ")
		for _, x := range inOrder(r.lang) {
			if action, ok := x.staffCommands[phrase]; ok {
				return action, n
			}
		}
	}
	return "", 0
}

// plainly is the words from the n-th on without those of courtesy.
func (r *commandReader) plainly(n int) []string {
	return slices.DeleteFunc(slices.Clone(r.words[n:]), func(word string) bool {
		return slices.ContainsFunc(spoken, func(x *lexicon) bool { return x.courtesy[strings.TrimRight(Fold(word), ",.!?")] })
	})
}

// behindNumber reads what is said about a number that comes first: "K7M 4QX is
// here".
func (r *commandReader) behindNumber(e StaffCommand) (StaffCommand, error) {
	for n := 1; n <= 2 && n < len(r.words); n++ {
		number, ok := booking.ParseNumber(Fold(strings.Join(r.words[:n], " ")))
		ticket := ticketCalled(r.words[:n])
		switch {
		case ticket > 0:
			number = ""
		case !ok:
			continue
		}
		about := *r
		about.words = r.plainly(n)
		if action, said := about.action(); said > 0 && said == len(about.words) && isAbout(action) {
			e.Do, e.Number, e.Ticket, e.Exact = action, number, ticket, true
			return e, nil
		}
	}
	return r.plan(e)
}

// isAbout tells whether an action is about an appointment.
func isAbout(action Action) bool {
	switch action {
	case ToShow, ToCancel, ToMove, ToConnect, ToArrive, ToFinish, ToMiss:
		return true
	}
	return false
}

// plan reads a day that stands alone.
func (r *commandReader) plan(e StaffCommand) (StaffCommand, error) {
	day, err := Day(strings.Join(r.words, " "), r.lang, r.today)
	if errors.Is(err, ErrNotADay) {
		return e, ErrNoStaffCommand
	}
	if errors.Is(err, ErrPast) {
		err = nil // staff look back too
	}
	e.Do, e.Day = ToPlan, day
	return e, err
}

// rest reads what follows the word for the action.
func (r *commandReader) rest(e StaffCommand) (StaffCommand, error) {
	if isAbout(e.Do) {
		return r.number(e)
	}
	switch e.Do {
	case ToTakeUp:
		called, _, _ := strings.Cut(r.phrase(), ",") // the button says the name behind it
		e.Words = strings.Trim(called, ".!? ")
		return e, nil
	case ToFind:
		if e.Ticket = r.ticket(); e.Ticket > 0 {
			e.Do, e.Exact = ToShow, true
			return e, nil
		}
		e.Words = Sought(r.phrase())
		return e, nil
	case ToBook:
		e.Words = r.phrase() // all that the caller has said
		return e, nil
	case ToFree:
		return r.freeTimes(e)
	case ToWeek:
		e, err := r.day(e)
		if err == nil && len(r.words) > 0 {
			err = ErrNotADay
		}
		return e, err
	case ToOpen:
		if shown, err := r.number(StaffCommand{Do: ToShow, Given: e.Given}); err == nil && shown.Number != "" {
			return shown, nil // an appointment is opened too
		}
		return r.override(e)
	case ToClose:
		return r.override(e)
	case ToCall:
		return r.called(e)
	case ToAppoint:
		return r.role(e)
	case ToMinutes:
		return r.minutes(e)
	case ToStatistics:
		return r.span(e)
	case ToReady:
		e.Numbers, e.Wrong = ReadNumbers(strings.Join(r.words, " "))
		r.words = nil
		return e, nil
	case ToTicket:
		if e.Ticket = ticketCalled(r.words); e.Ticket > 0 {
			e.Do, e.Exact = ToShow, true
			return e, nil
		}
		e.Count, e.Words = Counted(r.phrase(), r.lang)
		return e, nil
	case ToSendOn:
		return r.sentOn(e)
	case ToAlarm:
		return r.alarm(e), nil
	case ToTakeOver:
		e.Words = r.phrase() // whose talk makes no difference
		return e, nil
	}
	return r.only(e, nil)
}

// freeTimes reads a day and a part of it, and leaves what somebody comes for: "frei morgen
// nachmittag reisepass".
func (r *commandReader) freeTimes(e StaffCommand) (StaffCommand, error) {
	all := r.words
	e, err := r.day(e)
	if err != nil || len(r.words) == 0 {
		return e, err
	}
	if e.Hours, err = r.hours(); err == nil && e.Hours == (booking.Hours{}) {
		e.Hours = r.hoursNamed(e.Do)
	}
	if len(r.words) > 0 {
		r.words = all
		e.Words = r.phrase() // all of it, for what is asked for
		if e.Day.IsZero() && err == nil {
			err = ErrNotADay
		}
	}
	return e, err
}

// only holds that nothing is left.
func (r *commandReader) only(e StaffCommand, err error) (StaffCommand, error) {
	if err == nil && len(r.words) > 0 {
		return e, ErrNoStaffCommand
	}
	return e, err
}

// phrase is all that is left.
func (r *commandReader) phrase() string {
	runes := []rune(strings.Join(r.words, " "))
	r.words = nil
	return string(runes[:min(len(runes), longestWords)])
}

func (r *commandReader) number(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	said := strings.Join(slices.DeleteFunc(r.plainly(0), isTitle), " ")
	number, ok := booking.ParseNumber(Fold(said))
	switch ticket := r.ticket(); {
	case ticket > 0:
		e.Ticket, e.Exact = ticket, true
	case ok:
		e.Number, e.Exact = number, true
	case r.numberFirst(&e):
	case e.Do == ToShow:
		return r.shown(e)
	default:
		return r.named(e, said), ErrNoNumber
	}
	return e, nil
}

// shown reads what is to be shown where that is no appointment by its number: a
// day, or somebody's appointments by name.
func (r *commandReader) shown(e StaffCommand) (StaffCommand, error) {
	words := strings.Join(r.words, " ")
	looked, err := r.read(StaffCommand{Given: e.Given})
	switch {
	case err == nil && (looked.Do == ToToday || looked.Do == ToTomorrow || looked.Do == ToPlan || looked.Do == ToWeek):
		looked.Exact = false
		return looked, nil
	case errors.Is(err, ErrNoSuchDay) || errors.Is(err, ErrWrongWeekday):
		return looked, err
	case strings.ContainsAny(words, "0123456789"):
		return e, ErrNoNumber
	}
	return StaffCommand{Do: ToFind, Given: e.Given, Words: Sought(words)}, nil
}

// day takes a day, the most words that are one.
func (r *commandReader) day(e StaffCommand) (StaffCommand, error) {
	for n := min(len(r.words), mostDayWords); n > 0; n-- {
		day, err := Day(strings.Join(r.words[:n], " "), r.lang, r.today)
		if errors.Is(err, ErrNotADay) {
			continue
		}
		e.Day, r.words = day, r.words[n:]
		if errors.Is(err, ErrPast) && (e.Do == ToWeek || e.Do == ToFree) {
			err = nil
		}
		return e, err
	}
	return e, nil
}

const mostDayWords = 5 // nächste Woche Dienstag, 24. November

// override reads day, times, desk and what is left.
func (r *commandReader) override(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	e, err := r.dayOfHours(e)
	if err != nil {
		return e, err
	}
	if e.Hours, err = r.hours(); err != nil {
		return e, err
	}
	if e.Hours == (booking.Hours{}) {
		e.Hours = r.hoursNamed(e.Do)
	}
	e.Desk, _ = r.desk()
	if err := r.odd(e); err != nil {
		return e, err
	}
	if e.Do == ToClose {
		e.Words = r.phrase()
		return e, nil
	}
	e.Internal = r.skip(func(x *lexicon) string { return x.inside })
	return r.only(e, nil)
}

// odd is what is wrong with a reason that begins like a time or like a desk:
// who closes the ninth desk of eight shall not close them all.
func (r *commandReader) odd(e StaffCommand) error {
	switch words := r.words; {
	case len(words) == 0 || e.Desk != "":
		return nil
	case len(words) > 1 && beginsWithDigit(words[1]) && slices.ContainsFunc(r.desks, func(d booking.Desk) bool { return isCalled(d, words[0]) }):
		return ErrNoDesk
	case beginsWithDigit(words[0]) || len(words) > 1 && beginsWithDigit(words[1]) && r.announced():
		return ErrNoHours
	}
	return nil
}

// announced tells whether the next word stands before a time: from 8.
func (r *commandReader) announced() bool {
	about := *r
	return about.skip(func(x *lexicon) string { return x.from })
}

func (r *commandReader) called(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	r.skip(func(x *lexicon) string { return x.language.told.into })
	desk, ok := r.desk()
	if !ok {
		return e, ErrNoDesk
	}
	e.Desk = desk
	return r.only(e, nil)
}

// says tells whether the n-th word is one that a language has for something.
func (r *commandReader) says(n int, words func(*lexicon) string) bool {
	return n < len(r.words) && slices.ContainsFunc(spoken, func(x *lexicon) bool { return slices.Contains(list(words(x)), Fold(r.words[n])) })
}

// skip takes one of the words that a language has for something.
func (r *commandReader) skip(words func(*lexicon) string) bool {
	if len(r.words) == 0 {
		return false
	}
	for _, x := range spoken {
		if slices.Contains(list(words(x)), strings.ToLower(r.words[0])) {
			r.words = r.words[1:]
			return true
		}
	}
	return false
}
