package understand

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
)

// around reads "last week", "this month" and "letztes Jahr".
func (r *commandReader) around(x *lexicon) (stretch, int) {
	if len(r.words) < 2 {
		return stretch{}, 0
	}
	which := strings.TrimSuffix(Fold(r.words[0]), "s")
	back := 0
	switch {
	case saysOne(x.last, which), saysOne(x.last, which+"s"):
		back = 1
	case saysOne(x.this, which), saysOne(x.this, which+"s"):
	default:
		return stretch{}, 0
	}
	first := booking.Date{Year: r.today.Year, Month: r.today.Month, Day: 1}
	switch unit := Fold(r.words[1]); {
	case saysOne(x.report.year, unit):
		return yearOf(r.today.Year - back), 2
	case saysOne(x.spans[month], strings.TrimSuffix(unit, "s")):
		return monthFrom(monthsBefore(first, back)), 2
	case saysOne(x.spans[7], unit):
		monday := booking.WeekOf(r.today).Add(-7 * back)
		return stretch{from: monday, until: monday.Add(6), dated: true}, 2
	}
	return stretch{}, 0
}

// lastFew reads "last 7 days", "30 Tage" and "die letzten drei Monate", until today.
func (r *commandReader) lastFew(x *lexicon) (stretch, int) {
	at := 0
	if saysOne(x.last, Fold(r.words[0])) {
		at = 1
	}
	if len(r.words) < at+2 {
		return stretch{}, 0
	}
	n, ok := Number(r.words[at], x.code)
	if !ok || n < 1 || n > 10_000 {
		return stretch{}, 0
	}
	s := stretch{until: r.today, dated: true}
	switch unit := Fold(r.words[at+1]); {
	case saysOne(x.report.year, unit):
		s.from = monthsBefore(r.today, 12*n)
	case saysOne(x.spans[month], unit):
		s.from = monthsBefore(r.today, n)
	case saysOne(x.spans[7], unit):
		s.from = r.today.Add(-7 * n)
	case saysOne(x.spans[1], unit):
		s.from = r.today.Add(-n)
	default:
		return stretch{}, 0
	}
	return s, at + 2
}

// monthOf reads "Oktober" and "October 2025": without a year, the latest that began.
func (r *commandReader) monthOf(x *lexicon) (stretch, int) {
	for i, names := range x.months {
		if !saysOne(names, Fold(strings.TrimSuffix(r.words[0], "."))) {
			continue
		}
		first := booking.Date{Year: r.today.Year, Month: time.Month(i + 1), Day: 1}
		if year, ok := r.yearAt(1); ok {
			first.Year = year
			s := monthFrom(first)
			s.dated = true
			return s, 2
		}
		if first.After(r.today) {
			first.Year--
		}
		return monthFrom(first), 1
	}
	return stretch{}, 0
}

// numbered reads "KW 44", "Q3" and "3. Quartal 2025".
func (r *commandReader) numbered(x *lexicon) (stretch, int) {
	words := slices.Clone(r.words)
	if short := quarterForm.FindStringSubmatch(Fold(words[0])); short != nil {
		words = append([]string{short[1], short[2]}, words[1:]...)
	}
	if len(words) < 2 {
		return stretch{}, 0
	}
	first, second := Fold(words[0]), Fold(words[1])
	said := 2 - (len(words) - len(r.words))
	year, dated := r.yearAt(said)
	if dated {
		said++
	} else {
		year = r.today.Year
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(second, ".")); err == nil && saysOne(x.report.week, first) && n >= 1 && n <= 53 {
		return weekOf(n, year, dated, r.today), said
	}
	if saysOne(x.report.quarter, second) {
		first, second = second, first
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(second, ".")); err == nil && saysOne(x.report.quarter, first) && n >= 1 && n <= 4 {
		from := booking.Date{Year: year, Month: time.Month(3*n - 2), Day: 1}
		if from.After(r.today) && !dated {
			from.Year--
		}
		return stretch{from: from, until: monthsBefore(from, -3).Add(-1), dated: dated}, said
	}
	return stretch{}, 0
}

// quarterForm is a quarter or a week written in one: Q3, KW44.
var quarterForm = regexp.MustCompile(`^(q|kw)(\d{1,2})$`)

// wholeYear reads "2025".
func (r *commandReader) wholeYear(*lexicon) (stretch, int) {
	if year, ok := r.yearAt(0); ok {
		return yearOf(year), 1
	}
	return stretch{}, 0
}

// yearAt is the year that a word is.
func (r *commandReader) yearAt(i int) (int, bool) {
	if i >= len(r.words) || len(r.words[i]) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(r.words[i])
	return n, err == nil && n >= 2000 && n < 2100
}

func yearOf(year int) stretch {
	return stretch{from: booking.Date{Year: year, Month: 1, Day: 1}, until: booking.Date{Year: year, Month: 12, Day: 31}, dated: true}
}

func monthFrom(first booking.Date) stretch {
	return stretch{from: first, until: monthsBefore(first, -1).Add(-1), alone: true}
}

// monthsBefore is a day some months earlier, or the last one of that month.
func monthsBefore(d booking.Date, n int) booking.Date {
	first := time.Date(d.Year, d.Month-time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	day := booking.Date{Year: first.Year(), Month: first.Month(), Day: d.Day}
	for !day.Exists() {
		day.Day--
	}
	return day
}

// weekOf is the week with a number, of last year where it is still ahead.
func weekOf(n, year int, dated bool, today booking.Date) stretch {
	monday := booking.WeekOf(booking.Date{Year: year, Month: 1, Day: 4}).Add(7 * (n - 1))
	if monday.After(today) && !dated {
		monday = booking.WeekOf(booking.Date{Year: year - 1, Month: 1, Day: 4}).Add(7 * (n - 1))
	}
	return stretch{from: monday, until: monday.Add(6), dated: dated}
}

// saysOne tells whether a word is one of a list's.
func saysOne(words, word string) bool { return slices.Contains(list(words), word) }
