package understand

import (
	"time"

	"terminbote/booking"
)

// Feasts whose date is another each year, as values of sFeast.
const (
	firstAdvent = 1301 // to the fourth: 1304
	easter      = 1400 // and so many days after it, or before
	holidays    = 1600 // the next that are more than a day: Easter, Whitsun or Christmas
)

// feastAt reads Weihnachten, zweiter Advent, Ostern.
func (g *grammar) feastAt(i int) (writtenDate, int) {
	which, ordinal := g.at(i, sOrdinal)
	if ordinal == 0 && g.isDigits(i, 1) && startsWith(g.behind(i), ".") {
		which, ordinal = g.word(i).number, 1
	}
	value, n := g.at(i+ordinal, sFeast)
	switch {
	case n == 0, g.isPartOfThing(i+ordinal, n):
		return writtenDate{}, 0
	case value == firstAdvent && ordinal > 0 && 1 <= which && which <= 4:
		value += which - 1
	case value == christmas && ordinal > 0 && 1 <= which && which <= 2:
		return writtenDate{written: written{day: 24 + which, month: 12}}, ordinal + n
	case ordinal > 0:
		return writtenDate{}, 0
	}
	if value < firstAdvent {
		return writtenDate{written: written{day: value % 100, month: value / 100}}, n
	}
	if value == holidays {
		day := lastOfHolidays(g.today())
		return writtenDate{written: written{day: day.Day, month: int(day.Month), year: day.Year}}, n
	}
	day := movingFeast(value, g.today().Year)
	if day.Before(g.today()) {
		day = movingFeast(value, g.today().Year+1)
	}
	return writtenDate{written: written{day: day.Day, month: int(day.Month), year: day.Year}}, ordinal + n
}

// isPartOfThing tells whether a feast, with an article before it, tells of what kind the
// thing behind it is: the Christmas market.
func (g *grammar) isPartOfThing(i, n int) bool {
	next := g.word(i + n)
	return i > 0 && articles[g.word(i-1).text] && next.kind == letters && next.gap == " " && !isSmall(next.text) && len(g.hits[i+n]) == 0
}

// movingFeast is the day of a feast in a year.
func movingFeast(value, year int) booking.Date {
	if value <= firstAdvent+3 {
		eve := booking.Date{Year: year, Month: time.December, Day: 24}
		fourth := eve.Add(-int(eve.Weekday())) // the last Sunday before the 25th
		return fourth.Add(-7 * (firstAdvent + 3 - value))
	}
	return easterOf(year).Add(value - easter)
}

// lastOfHolidays is the last of the next holidays that are more than a day.
func lastOfHolidays(today booking.Date) booking.Date {
	sunday := easterOf(today.Year)
	for _, last := range []booking.Date{sunday.Add(1), sunday.Add(50)} {
		if !last.Before(today) {
			return last
		}
	}
	if last := (booking.Date{Year: today.Year, Month: time.December, Day: 26}); !last.Before(today) {
		return last
	}
	return easterOf(today.Year + 1).Add(1)
}

// easterOf is Easter Sunday, by the rule of Meeus, Jones and Butcher.
func easterOf(year int) booking.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return booking.Date{Year: year, Month: time.Month(month), Day: (h + l - 7*m + 33*month + 19) % 32}
}
