package dialogs

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// A day with more free times than fit on a screen shows those at the quarters of
// the hour. Behind "all times" stand its hours, and behind each hour all of its
// times.

const (
	minutesOfHour = 60
	hoursOfDay    = 24
)

// showHours shows the hours of the day with a free time, or all times of the
// one chosen.
func (t *talk) showHours(v View, starts []time.Time, o *booking.Office) View {
	if t.Draft.Hour == (booking.Hours{}) {
		v.Ask = locales.Say("time.ask_hour")
		v.Groups = []Group{hourGroup(starts, o)}
	} else {
		v.Groups = timeGroup(locales.Line{}, startsIn(t.Draft.Hour, starts, o), o)
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// hourGroup is the hours in which times are free.
func hourGroup(starts []time.Time, o *booking.Office) Group {
	g, last := Group{Columns: 3}, -1
	for _, s := range starts {
		hour := int(booking.ClockOf(s, o.Calendar.Zone)) / minutesOfHour
		if hour == last {
			continue
		}
		last = hour
		h := hoursFrom(hour)
		g.Choices = append(g.Choices, Choice{
			ID:    hourPrefix + strconv.Itoa(hour),
			Label: locales.Say("time.hour", "From", h.From.String(), "To", h.To.String()),
		})
	}
	return g
}

// hoursFrom is the hour of the day of that number.
func hoursFrom(hour int) booking.Hours {
	from := booking.Clock(hour * minutesOfHour)
	return booking.Hours{From: from, To: from + minutesOfHour}
}

// startsIn is the times that begin in an hour.
func startsIn(hour booking.Hours, starts []time.Time, o *booking.Office) []time.Time {
	var some []time.Time
	for _, s := range starts {
		if at := booking.ClockOf(s, o.Calendar.Zone); hour.From <= at && at < hour.To {
			some = append(some, s)
		}
	}
	return some
}

// chooseHour looks at the times of an hour; false where id is none.
func (t *talk) chooseHour(id string) bool {
	name, ok := strings.CutPrefix(id, hourPrefix)
	hour, err := strconv.Atoi(name)
	if !ok || err != nil || hour < 0 || hour >= hoursOfDay {
		return false
	}
	t.Draft.ByHour, t.Draft.Hour = true, hoursFrom(hour)
	return true
}
