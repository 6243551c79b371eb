package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// mostPlacesTold is of how many offices an answer tells what holds at each. Of more, one
// is asked for.
const mostPlacesTold = 8

// whichPlace asks for the office without which there is no answer: what holds at each of
// a hundred is a hundred answers.
func whichPlace(offices []*booking.Office) locales.Line {
	return locales.Say("answer.which_place", "Count", len(offices), "Office", locales.Text(offices[0].Name))
}

// differs tells whether a topic is answered otherwise by each office.
func differs(topic understand.Topic) bool {
	return slices.Contains([]understand.Topic{understand.AboutHours, understand.AboutPlace, understand.AboutContact}, topic)
}

// told is what offices say, or the question of which it is about where too many say
// something else.
func (i inquiry) told(lines []locales.Line) []locales.Line {
	if len(lines) > mostPlacesTold && len(i.offices) > mostPlacesTold {
		return []locales.Line{whichPlace(i.offices)}
	}
	return lines
}

// placesIn is those of some offices that a question names, or all of them.
func (t *talk) placesIn(words string, some []*booking.Office) []*booking.Office {
	if len(some) < 2 {
		return some
	}
	all := booking.Remember(t.facts.Town, "every office", func() (ids []booking.OfficeID) {
		for _, o := range t.facts.Town.Offices {
			ids = append(ids, o.ID)
		}
		return ids
	})
	at, whole := t.read(words).places(t.facts.Town, all)
	var named []*booking.Office
	for _, n := range at {
		if o := t.facts.Town.Offices[n]; whole && slices.Contains(some, o) {
			named = append(named, o)
		}
	}
	if len(named) == 0 {
		return some
	}
	return named
}
