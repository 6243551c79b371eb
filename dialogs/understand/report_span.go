package understand

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
)

// stretch is days as somebody names them: a day, "October", "last week".
type stretch struct {
	from, until booking.Date
	dated       bool // its year was said
	bare        bool // a day of which only the number was said: "1. bis 31. Oktober"
	alone       bool // it is meant by itself, not from then on: "yesterday"
	weekday     bool // a day of the week, the latest
}

// span reads the days of a report, which are past: of a day without a year, the
// latest that there was. It returns ErrNoSpan for what names none.
func (r *commandReader) span(e StaffCommand) (StaffCommand, error) {
	r.words = reportTokens(r.plainly(0))
	all, since, until, err := r.stretches()
	switch {
	case err != nil:
		return e, err
	case len(all) == 0 && (since || until), len(all) == 1 && (all[0].bare || until && !since):
		return e, ErrNoSpan // "until 31 October" says not from when
	case len(all) == 1:
		e.Day, e.Until = r.oneStretch(all[0], since)
	case len(all) == 2:
		e.Day, e.Until = fromTo(all[0], all[1])
	}
	return e, nil
}

// stretches takes all of the words, and tells whether one of them says since when or
// until when.
func (r *commandReader) stretches() (all []stretch, since, until bool, err error) {
	for len(r.words) > 0 {
		if r.skip(func(x *lexicon) string { return x.report.since }) {
			since = true
			continue
		}
		if r.skip(func(x *lexicon) string { return x.to }) {
			until = true
			continue
		}
		s, err := r.stretch()
		switch {
		case err != nil:
			return nil, since, until, err
		case s.from.IsZero() || len(all) == 2:
			return nil, since, until, ErrNoSpan
		}
		all = append(all, s)
	}
	return all, since, until, nil
}

// oneStretch is the days of a stretch that stands alone: a day is one since when,
// unless it is today or still ahead.
func (r *commandReader) oneStretch(s stretch, since bool) (from, until booking.Date) {
	if (since || s.from == s.until && !s.alone) && s.from.Before(r.today) {
		return s.from, r.today
	}
	return s.from, s.until
}

// fromTo is the days from one stretch to another. Where the other one comes first
// in the calendar, its year, or the order, was meant otherwise: what is shorter counts.
func fromTo(a, b stretch) (from, until booking.Date) {
	if a.bare {
		a.from.Year, a.from.Month = b.until.Year, b.until.Month
	}
	from, until = a.from, b.until
	switch {
	case !a.dated && b.dated:
		from.Year = until.Year
	case a.dated && !b.dated && !b.alone:
		until = firstSince(from, until)
	}
	if until.Before(from) && a.weekday && b.weekday {
		from = from.Add(-7)
	}
	if !until.Before(from) {
		return from, until
	}
	before := booking.Date{Year: from.Year - 1, Month: from.Month, Day: from.Day}
	if swapped := b.from.DaysUntil(a.until); !a.dated && before.Exists() && before.DaysUntil(until) < swapped {
		return before, until
	}
	return b.from, a.until
}

// firstSince is a day of the calendar in the first year in which it is not before
// another.
func firstSince(from, day booking.Date) booking.Date {
	for year := from.Year; year <= from.Year+1; year++ {
		if d := (booking.Date{Year: year, Month: day.Month, Day: day.Day}); d.Exists() && !d.Before(from) {
			return d
		}
	}
	return day
}

// stretch takes the words of one stretch; zero where they are none.
func (r *commandReader) stretch() (stretch, error) {
	for len(r.words) > 0 && slices.ContainsFunc(spoken, func(x *lexicon) bool { return saysOne(x.report.filler, Fold(r.words[0])) }) {
		r.words = r.words[1:]
	}
	if len(r.words) == 0 {
		return stretch{}, nil
	}
	for _, x := range inOrder(r.lang) {
		for _, read := range []func(*lexicon) (stretch, int){r.around, r.lastFew, r.monthOf, r.numbered, r.wholeYear} {
			if s, said := read(x); said > 0 {
				r.words = r.words[said:]
				return r.untilToday(s), nil
			}
		}
	}
	return r.dayOfReport()
}

// untilToday ends a stretch that today is in.
func (r *commandReader) untilToday(s stretch) stretch {
	if s.from.Before(r.today) && s.until.After(r.today) {
		s.until = r.today
	}
	return s
}

// dayOfReport takes one day.
func (r *commandReader) dayOfReport() (stretch, error) {
	if n := r.bareDay(); n > 0 {
		r.words = r.words[1:]
		return stretch{from: booking.Date{Day: n}, bare: true}, nil
	}
	before := r.words
	told, err := r.day(StaffCommand{Do: ToWeek})
	if err != nil || told.Day.IsZero() {
		return stretch{}, err
	}
	return r.pastDay(told.Day, strings.Join(before[:len(before)-len(r.words)], " ")), nil
}

// bareDay is the number of a day whose month stands behind the next one, as in "1.
// bis 31. Oktober"; 0: it is none.
func (r *commandReader) bareDay() int {
	digits, dotted := strings.CutSuffix(r.words[0], ".")
	n, err := strconv.Atoi(digits)
	if err != nil || !dotted || n < 1 || n > 31 || len(r.words) < 2 || !r.follows(r.words[1]) {
		return 0
	}
	return n
}

// pastDay is the latest day that what was said can mean, where it was read as the next
// one. Who says a year, or tomorrow, means that.
func (r *commandReader) pastDay(day booking.Date, said string) stretch {
	s := stretch{from: day, until: day, dated: saysYear.MatchString(said), alone: r.relative(said)}
	n, err := strconv.Atoi(strings.TrimSuffix(said, "."))
	before := booking.Date{Year: day.Year - 1, Month: day.Month, Day: day.Day}
	s.weekday = !s.alone && !strings.ContainsAny(said, "0123456789") && !day.Before(r.today) && day.Before(r.today.Add(8))
	switch {
	case err == nil:
		s.from = r.latest(n)
	case s.dated, s.alone, !day.After(r.today):
	case s.weekday:
		s.from = day.Add(-7)
	case before.Exists():
		s.from = before
	}
	s.until = s.from
	return s
}

// latest is the latest day with a number, today included: "the 1st".
func (r *commandReader) latest(day int) booking.Date {
	if day <= r.today.Day {
		return booking.Date{Year: r.today.Year, Month: r.today.Month, Day: day}
	}
	return monthsBefore(booking.Date{Year: r.today.Year, Month: r.today.Month, Day: day}, 1)
}

// saysYear matches a day with its year.
var saysYear = regexp.MustCompile(`\d{4}|\.\d{2}$`)

// follows tells whether a word stands between two days.
func (r *commandReader) follows(word string) bool {
	one := commandReader{words: []string{word}}
	return one.skip(func(x *lexicon) string { return x.to })
}

// relative tells whether a day is named by how far off it is: yesterday.
func (*commandReader) relative(said string) bool {
	for _, x := range spoken {
		for _, words := range x.days {
			if slices.Contains(list(words), Fold(said)) {
				return true
			}
		}
	}
	return false
}

// joined is two days with a dash between them and no space: 1.10.-31.10.
var joined = regexp.MustCompile(`^(\d{1,2}\.(?:\d{1,2}\.?)?(?:\d{2,4})?)[-–—](\d{1,2}\..*)$`)

// reportTokens parts what is written in one.
func reportTokens(words []string) (all []string) {
	for _, w := range words {
		if two := joined.FindStringSubmatch(w); two != nil {
			all = append(all, two[1], "-", two[2])
			continue
		}
		all = append(all, strings.TrimRight(w, ",;?!"))
	}
	return slices.DeleteFunc(all, func(w string) bool { return w == "" })
}
