package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// miss says that a message was not understood. Who is not understood again is
// told what is possible here, and then who helps in person, or, a clerk, what can
// be typed; nobody reads the same sentence twice in a row.
func (t *talk) miss(key string, args ...any) {
	t.missed = true
	switch {
	case t.Misses == 0:
		t.remark(key, args...)
	case t.Misses%2 == 1:
		t.remarks = append(t.remarks, t.possible())
	case t.flow.audience() == booking.Staff:
		t.flow.travel(t, helpChoice)
	default:
		t.remark("miss.person", "Phone", t.phone())
	}
}

const mostSaidAgain = 3 // choices named as examples

// possible is what can be answered where the talk stands.
func (t *talk) possible() locales.Line {
	switch step := t.step().name(); {
	case step == "name":
		return locales.Say("miss.name")
	case step == "mail" && t.mailRequired():
		return locales.Say("again.mail_required")
	case step == "mail", step == "callersMail":
		return locales.Say("miss.mail")
	}
	some := t.examples()
	if len(some) == 0 {
		return locales.Say("miss.again")
	}
	return locales.Say("miss.possible", "Choices", some)
}

// examples is the first of the choices listed where the talk stands.
func (t *talk) examples() locales.List {
	var some locales.List
	for _, g := range t.step().show(t).Groups {
		for _, c := range g.Choices {
			if len(some) < mostSaidAgain && g.Numbered {
				some = append(some, c.Label)
			}
		}
	}
	return some
}
