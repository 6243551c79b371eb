package dialogs

import (
	"reflect"

	"terminbote/booking"
	"terminbote/locales"
)

// changing says how an appointment is cancelled or moved later.
func (i inquiry) changing() []locales.Line {
	return []locales.Line{locales.Say("answer.changing", "Phone", i.offices[0].Phone)}
}

// again says that who has cancelled may book once more.
func (inquiry) again() []locales.Line { return []locales.Line{locales.Say("answer.again")} }

// notices says what is sent about an appointment, where to and when.
func (i inquiry) notices() []locales.Line {
	return i.byOffice(func(o *booking.Office) locales.Line {
		due := o.Today(i.facts.Now).At(o.Policy.Reminder, o.Calendar.Zone)
		return locales.Say("answer.notices", "Time", clockOf(due, o))
	})
}

// horizon says how far ahead the public books.
func (i inquiry) horizon() []locales.Line {
	return i.byOffice(func(o *booking.Office) locales.Line {
		return locales.Say("answer.horizon", "Last", dateOf(o.LastDay(i.facts.Now)))
	})
}

// byOffice is a line of each office, once for all where they say the same.
func (i inquiry) byOffice(say func(*booking.Office) locales.Line) []locales.Line {
	first, same := say(i.offices[0]), true
	var lines []locales.Line
	for _, o := range i.offices {
		line := say(o)
		lines = append(lines, i.of(o, line))
		same = same && reflect.DeepEqual(line, first)
	}
	if same {
		return []locales.Line{first}
	}
	return i.told(lines)
}
