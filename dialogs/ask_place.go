package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// A link to an office names it after placeLink, and after placeEnd what is wanted
// there, as any other link does.
const (
	placeLink = "office_"
	placeEnd  = "__"
)

// cutPlace cuts a link into the office that it names and what is wanted there.
func cutPlace(payload string) (office booking.OfficeID, rest string, ok bool) {
	named, ok := strings.CutPrefix(payload, placeLink)
	id, rest, _ := strings.Cut(named, placeEnd)
	return booking.OfficeID(id), rest, ok
}

// PlaceLink is the payload of a link to an office, with what is wanted there: the
// payload of a link to that, or nothing.
func PlaceLink(office booking.OfficeID, rest string) string {
	if rest != "" {
		rest = placeEnd + rest
	}
	return placeLink + string(office) + rest
}

// linkedPlace is the office that a link leads to, and the rest of the link: a
// concern or a category there. gone says that there is no such office any more.
func (t *talk) linkedPlace(payload string) (office booking.OfficeID, rest string, gone bool) {
	id, rest, ok := cutPlace(payload)
	if !ok {
		return "", payload, false
	}
	o, known := t.facts.Town.Office(id)
	if !known || o.GivenUp {
		return "", rest, true
	}
	return id, rest, false
}

// linkedAt is what a link to an office leads to there. One that names nothing else
// leads to the office.
func linkedAt(o *booking.Office, payload string) (concern booking.Concern, category booking.CategoryID, known bool) {
	if id, ok := strings.CutPrefix(payload, "concern_"); ok {
		concern, known = o.Concern(booking.ConcernID(id))
		return concern, "", known
	}
	id, ok := strings.CutPrefix(payload, "category_")
	has := slices.ContainsFunc(o.Concerns, func(c booking.Concern) bool { return c.Category == booking.CategoryID(id) })
	return concern, booking.CategoryID(id), payload == "" || ok && has
}

// leaveOfficeFor has the place asked again if the one chosen does not serve what
// is wanted, and another one does.
func (t *talk) leaveOfficeFor(wishes []booking.Wish) {
	o, chosen := t.facts.Town.Office(t.Draft.Office)
	if !chosen || t.Draft.Changes || o.Serves(concernIDs(wishes)) || len(t.facts.Town.Serving(concernIDs(wishes))) == 0 {
		return
	}
	t.remark("office.elsewhere", "Office", locales.Text(o.Name))
	t.Draft.Office = ""
}
