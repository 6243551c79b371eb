package understand

import (
	"errors"
	"strings"

	"terminbote/booking"
)

// partOfPlan reads a part of a day behind a word for the day's plan, or behind the day itself: "wer
// kommt heute nachmittag", "morgen ab 14 Uhr".
func (r *commandReader) partOfPlan(action Action, said int) (StaffCommand, bool) {
	about := *r
	about.words = r.plainly(said)
	e := StaffCommand{Do: ToPlan}
	if _, err := Day(strings.Join(r.words[:said], " "), r.lang, r.today); said > 0 && err == nil {
		about.words = r.plainly(0) // heute nachmittag
	}
	if action != "" && action != ToToday && action != ToTomorrow || len(about.words) == 0 {
		return e, false
	}
	about.words[len(about.words)-1] = strings.TrimRight(about.words[len(about.words)-1], "?!.")
	this := about.says(0, func(x *lexicon) string { return x.this })
	e, err := about.dayOfHours(e)
	if err != nil && !errors.Is(err, ErrPast) && !errors.Is(err, ErrNotADay) || len(about.words) == 0 || action == "" && e.Day.IsZero() && !this {
		return e, false
	}
	if e.Hours, err = about.hours(); err != nil {
		return e, false
	}
	if e.Hours == (booking.Hours{}) {
		e.Hours = about.hoursNamed(ToClose) // up to the day's end: who comes at seven comes in the afternoon
	}
	return e, e.Hours != booking.Hours{} && len(about.plainly(0)) == 0
}
