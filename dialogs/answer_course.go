package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// length says how long the visit takes, and when what was applied for is there: who asks
// how long something takes may mean either.
func (i inquiry) length() []locales.Line {
	if len(i.visit.Parts) == 0 {
		return i.which()
	}
	if i.Enough {
		return []locales.Line{locales.Say("answer.enough", "Concerns", partNames(i.visit), "Length", i.minutes())}
	}
	line := locales.Say("bring.length", "Length", i.minutes())
	if i.Concern != "" {
		line = locales.Say("answer.length", "Concern", i.names(), "Length", i.minutes())
	}
	return append([]locales.Line{line}, i.details(booking.Ready)...)
}

// minutes is the length of the visit by the rules of the first office that
// can serve it.
func (i inquiry) minutes() locales.Minutes {
	var wishes []booking.Wish
	for _, p := range i.visit.Parts {
		wishes = append(wishes, booking.Wish{Concern: p.Concern.ID, Quantity: p.Quantity})
	}
	for _, o := range i.offices {
		if v, err := o.VisitFor(booking.Staff, wishes, i.visit.Persons); err == nil {
			return locales.Minutes(v.Length().Minutes())
		}
	}
	return locales.Minutes(i.visit.Length().Minutes())
}

// ready says when what was applied for is there.
func (i inquiry) ready() []locales.Line {
	lines := i.about(booking.Ready)
	if !i.Due {
		return lines
	}
	lines = append(lines, locales.Say("answer.due"))
	for _, p := range i.visit.Parts {
		for _, id := range i.facts.quickerThan(p.Concern.ID) {
			lines = append(lines, locales.Say("answer.due_sooner", "Concern", locales.Text(i.facts.concern(id).Name)))
		}
	}
	return lines
}

// quickerThan is the concerns that give somebody a document for the time until the right one is ready.
func (f Facts) quickerThan(id booking.ConcernID) []booking.ConcernID {
	var all []booking.ConcernID
	for _, o := range f.Town.Offices {
		for _, c := range o.Concerns {
			if c.ID != id && f.isKindOf(c.ID, id) && f.isTemporary(c.ID) && !slices.Contains(all, c.ID) {
				all = append(all, c.ID)
			}
		}
	}
	return all
}

// need says whether one has to come at all.
func (i inquiry) need() []locales.Line { return i.ofParents(booking.Need) }

// proxy says whether somebody else can come.
func (i inquiry) proxy() []locales.Line {
	if i.Oneself {
		return i.byThemselves()
	}
	if i.Fetches {
		i.visit.Parts = i.fetched()
	}
	return i.ofParents(booking.Proxy)
}

// ofParents says which of a child's parents comes or signs, where that is asked and
// known, and else what is said on the subject.
func (i inquiry) ofParents(subject booking.Detail) []locales.Line {
	if lines := i.details(booking.Parents); i.Parents && lines != nil {
		return lines
	}
	return i.about(subject)
}

// about is what the concerns say on a subject, or what the town says in
// general. Where neither says anything the explanation may, and the telephone
// does.
func (i inquiry) about(subject booking.Detail) []locales.Line {
	if lines := i.details(subject); lines != nil {
		return lines
	}
	if lines := i.townLines(answerID(i.About)); lines != nil {
		return lines
	}
	if len(i.visit.Parts) == 0 {
		return i.which()
	}
	return i.explained()
}

// concern says what a concern is, and that it is done here.
func (i inquiry) concern() []locales.Line {
	if len(i.visit.Parts) == 0 {
		return i.unknown()
	}
	if i.Differs {
		i.visit.Parts = append(i.visit.Parts, i.kin()...)
	}
	return i.explained()
}

// kin is what is a kind of what is asked about, or what that is a kind of: the extended certificate.
func (i inquiry) kin() []booking.Part {
	var all []booking.Part
	of := i.visit.Parts[0].Concern.ID
	for _, c := range i.offices[0].Concerns {
		if c.ID != of && (i.facts.isKindOf(c.ID, of) || i.facts.isKindOf(of, c.ID)) {
			all = append(all, booking.Part{Concern: c, Quantity: 1})
		}
	}
	return all
}

func (i inquiry) explained() []locales.Line {
	var lines []locales.Line
	for _, p := range i.visit.Parts {
		lines = append(lines, ofConcern(p.Concern, say(p.Concern.Explanation)))
		if p.Concern.PhoneOnly {
			lines = append(lines, locales.Say("refused.phone_only", "Concern", locales.Text(p.Concern.Name), "Phone", i.offices[0].Phone))
		}
	}
	return append(lines, locales.Say("answer.more", "Phone", i.offices[0].Phone))
}
