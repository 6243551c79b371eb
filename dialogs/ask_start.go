package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// linkPrefix precedes the payload of a link that was opened in the middle of a
// booking, as what begins instead of it.
const linkPrefix = "link:"

// longestPayload is what a link of a network can carry.
const longestPayload = 64

// begin opens the talk, with a concern or a category chosen by a link.
func (t *talk) begin(payload string) {
	if t.Draft.Begun() {
		t.beginInstead(payload)
		return
	}
	t.reset()
	office, rest, gone := t.linkedPlace(payload)
	concern, category, known := t.linked(payload)
	t.Draft.Office = office
	switch {
	case gone:
		t.remark("start.office_gone")
		t.begin(rest)
		return
	case rest == "" && office != "":
	case payload != "" && !known:
		t.gonePayload(payload)
	case concern.ID != "":
		t.Draft.Category = concern.Category
		t.wish(concern.ID)
		if t.wished(concern.ID) {
			t.remark("taken", "Taken", locales.Text(concern.Name))
		}
		t.enoughIfAny()
	default:
		t.Draft.Category = category
	}
}

// beginInstead asks whether the booking under way is given up for what a link
// leads to. Anybody who is at that already simply goes on.
func (t *talk) beginInstead(payload string) {
	concern, _, known := t.linked(payload)
	switch {
	case known && concern.ID != "" && t.wished(concern.ID):
		t.Screen = noScreen
	case known && len(payload) <= longestPayload:
		t.interrupt(linkPrefix + payload)
	default:
		if payload != "" {
			t.gonePayload(payload)
		}
		t.interrupt("")
	}
}

// gonePayload says that what a link leads to cannot be booked, and when it can.
func (t *talk) gonePayload(payload string) {
	if _, _, gone := t.linkedPlace(payload); gone {
		t.remark("start.office_gone")
		return
	}
	_, rest, _ := t.linkedPlace(payload)
	id, _ := strings.CutPrefix(rest, "concern_")
	if line, known := t.facts.notNow(booking.ConcernID(id)); known {
		t.remarks = append(t.remarks, line)
		return
	}
	t.remark("start.gone")
}

// linked is what a link leads to: a concern or a category that the town has.
func (t *talk) linked(payload string) (concern booking.Concern, category booking.CategoryID, known bool) {
	office, payload, gone := t.linkedPlace(payload)
	if gone {
		return concern, "", false
	}
	if o, ok := t.facts.Town.Office(office); ok {
		return linkedAt(o, payload)
	}
	id, ok := strings.CutPrefix(payload, "concern_")
	if concern, known = t.facts.Town.Concern(booking.ConcernID(id)); ok || known {
		return concern, "", known // also where only its name was written into the link
	}
	id, ok = strings.CutPrefix(payload, "category_")
	category = booking.CategoryID(id)
	return concern, category, ok && len(t.facts.Town.ConcernsIn(category)) > 0
}

// linkLabel names what a link leads to, on the choice to begin it instead.
func (t *talk) linkLabel(payload string) locales.Line {
	concern, category, known := t.linked(payload)
	if !known {
		return locales.Say("resume.over")
	}
	name := concern.Name
	if concern.ID == "" {
		name = t.facts.Town.Category(category).Name
	}
	return locales.Say("resume.link", "Name", locales.Text(name))
}
