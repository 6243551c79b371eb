package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// elsewhereLines says which authority does something, and how to reach it.
func elsewhereLines(e booking.Elsewhere) []locales.Line {
	a := e.Authority
	key, args := "elsewhere", []any{"Matter", locales.Text(e.Name), "Authority", locales.Text(a.Name)}
	switch {
	case a.Phone != "" && a.Website != "":
		key, args = "elsewhere.both", append(args, "Phone", a.Phone, "Website", a.Website)
	case a.Phone != "":
		key, args = "elsewhere.phone", append(args, "Phone", a.Phone)
	case a.Website != "":
		key, args = "elsewhere.website", append(args, "Website", a.Website)
	}
	//locales:keys elsewhere elsewhere.both elsewhere.phone elsewhere.website
	lines := []locales.Line{locales.Say(key, args...)}
	if len(e.Hint) > 0 {
		lines = append(lines, say(e.Hint))
	}
	return lines
}
