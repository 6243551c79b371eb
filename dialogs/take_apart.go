package dialogs

import (
	"slices"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// together is when somebody can come who wants each of several concerns on a day of its own. What
// can be done in one appointment is, on any of these days, and it is said so. The days of what needs
// an appointment of its own are kept in mind for it.
func (x *taking) together(days *understand.Days, hours *understand.Window, either []understand.When) (*understand.Days, *understand.Window, []understand.When) {
	open := func(a understand.ConcernWhen) bool {
		return !slices.Contains(x.Later, a.Concern) && !x.wished(a.Concern)
	}
	if slices.ContainsFunc(x.said.Apart, open) {
		return days, hours, either // it was refused, or is asked about
	}
	var now []understand.When
	later := false
	for _, a := range x.said.Apart {
		if slices.Contains(x.Later, a.Concern) {
			later = true
			x.noteWhen(a)
			x.remark("apart.later", "Concern", locales.Text(x.facts.concern(a.Concern).Name), "Terms", pair(a.When).line())
			continue
		}
		now = append(now, a.When)
	}
	if !later {
		x.remark("apart.together")
		return days, hours, either
	}
	wanted := anyOf(now)
	switch {
	case len(now) == 0:
		return days, hours, either
	case len(wanted.or) > 0:
		return days, hours, wanted.each()
	case saysHours(wanted.hours):
		return &wanted.days, &wanted.hours, nil
	}
	return &wanted.days, nil, nil
}
