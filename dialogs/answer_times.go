package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	mostTimesTold = 4                // free times that an answer names
	betweenTold   = 30 * time.Minute // at least from one to the next
)

// mine says when the person's appointments are.
func (i inquiry) mine() []locales.Line {
	if i.Covers && len(i.visit.Parts) > 0 {
		return []locales.Line{locales.Say("answer.covers", "Persons", locales.Say("review.persons", "Count", i.visit.Persons), "What", partNames(i.visit))}
	}
	if len(i.facts.Appointments) == 0 {
		return []locales.Line{locales.Say("answer.mine_none")}
	}
	var lines []locales.Line
	for _, a := range i.facts.Appointments {
		lines = append(lines, locales.Say("answer.mine", "Day", i.facts.dayOf(a), "Time", i.facts.timeOf(a),
			"Concerns", itemsLine(a.Items), "Number", a.Number.String()))
	}
	return lines
}

// wanting is the talk with a concern in place of what is being booked. Nothing
// that is done to it changes the talk.
func (t *talk) wanting(concern booking.ConcernID) *talk {
	other := *t
	other.Draft = Draft{Wishes: []booking.Wish{{Concern: concern, Quantity: 1}}, Office: t.Draft.Office}
	if o, chosen := t.facts.Town.Office(t.Draft.Office); chosen && !o.Serves([]booking.ConcernID{concern}) {
		other.Draft.Office = ""
	}
	return &other
}

// askedAbout is the talk about what a question for free times is about: the
// concern named, what is being booked, or what takes least time.
func (t *talk) askedAbout(named booking.ConcernID) *talk {
	if named != "" {
		return t.wanting(named)
	}
	if t.Draft.Moving != 0 || len(t.Draft.Wishes) > 0 {
		return t
	}
	return t.wanting(shortest(t.facts.Town))
}

// shortest is the concern that takes least time, of those that can be booked.
func shortest(town booking.Town) booking.ConcernID {
	var best booking.Concern
	for _, o := range town.Offices {
		for _, c := range o.Concerns {
			if !c.PhoneOnly && (best.ID == "" || c.First < best.First) {
				best = c
			}
		}
	}
	return best.ID
}

func (t *talk) soonestNeed(q understand.QuestionValue) Need {
	w := t.askedAbout(q.Concern)
	return w.window(w.firstOffice())
}

// nextFree says when something is free: on the days asked for, else the next.
func (t *talk) nextFree(q understand.QuestionValue) []locales.Line {
	w := t.askedAbout(q.Concern)
	o, ok := w.office()
	if !ok {
		return []locales.Line{locales.Say("day.unserved", "Phone", t.phone())}
	}
	lines := w.freeLines(o, q)
	if w != t && q.Concern == "" {
		lines = append(lines, locales.Say("answer.depends"))
	}
	return lines
}

func (t *talk) freeLines(o *booking.Office, q understand.QuestionValue) []locales.Line {
	days := t.freeDays(o, o.Policy.Horizon+1)
	if len(days) == 0 {
		return []locales.Line{locales.Say("answer.nothing_free", "Last", dateOf(o.LastDay(t.facts.Now)), "Phone", o.Phone)}
	}
	for _, d := range days {
		if times := matching(o, d, q); len(times) > 0 {
			return []locales.Line{freeLine(o, freeDay{d.day, times})}
		}
	}
	return []locales.Line{locales.Say("answer.none_then"), freeLine(o, days[0])}
}

// freeLine names the first times of a day.
func freeLine(o *booking.Office, d freeDay) locales.Line {
	var times locales.List
	var last time.Time
	for _, s := range d.starts {
		if len(times) < mostTimesTold && s.Sub(last) >= betweenTold {
			times, last = append(times, clockOf(s, o)), s
		}
	}
	return locales.Say("answer.free", "Day", dateOf(d.day), "Times", times)
}

// matching is the times of a day that a question asks for.
func matching(o *booking.Office, d freeDay, q understand.QuestionValue) []time.Time {
	if len(q.Either) > 0 {
		wanted := anyOf(q.Either)
		return slices.DeleteFunc(slices.Clone(d.starts), func(s time.Time) bool { return !wanted.suits(s, o.Calendar.Zone) })
	}
	if !isAsked(q.Days, d.day) {
		return nil
	}
	if len(q.Window.Spans) == 0 {
		return d.starts
	}
	return slices.DeleteFunc(slices.Clone(d.starts), func(s time.Time) bool {
		return !slices.ContainsFunc(q.Window.Spans, func(h booking.Hours) bool {
			return !s.Before(d.day.At(h.From, o.Calendar.Zone)) && s.Before(d.day.At(h.To, o.Calendar.Zone))
		})
	})
}

// isAsked tells whether a day is one of those that a question names.
func isAsked(days understand.Days, day booking.Date) bool {
	return terms{days: days}.suitDay(day)
}
