package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// mentioned is what the concerns say themselves of something that a question names and no topic is
// about: whether an exam is needed stands among the documents, how early one may come in the
// explanation. Nil where they say nothing of it.
func (i inquiry) mentioned() []locales.Line {
	for _, p := range i.visit.Parts {
		asked := i.tellingWords(p.Concern)
		if len(asked) == 0 {
			continue
		}
		says := func(text booking.Text) bool { return mentionsAny(text.In(i.lang), asked) }
		if slices.ContainsFunc(p.Concern.Documents, func(d booking.Document) bool { return says(d.Name) }) {
			return i.documents()
		}
		if says(p.Concern.Explanation) {
			return i.explained()
		}
		for _, d := range detailsTold {
			if text := p.Concern.Details[d]; len(text) > 0 && says(text) {
				return []locales.Line{ofConcern(p.Concern, say(text))}
			}
		}
	}
	return nil
}

// detailsTold are the subjects of details that are looked through for what a question names.
var detailsTold = []booking.Detail{booking.Ready, booking.Forms, booking.Photo}

// tellingWords is what a question names beside the concern that it is about.
func (i inquiry) tellingWords(c booking.Concern) []string {
	return slices.DeleteFunc(i.facts.tellingWords(i.Words), func(w string) bool {
		return mentionsAny(c.Name.In(i.lang), []string{w})
	})
}

// sent says whether it comes by post: what is fetched at the counter the town may send, and of
// anything else it is said how it comes.
func (i inquiry) sent() []locales.Line {
	if len(i.visit.Parts) == 0 || slices.ContainsFunc(i.visit.Parts, i.isFetched) {
		return nil
	}
	return i.details(booking.Ready)
}

// isFetched tells whether what comes of a part is fetched later, or is what is fetched.
func (i inquiry) isFetched(p booking.Part) bool {
	return p.Concern.Pickup != "" || slices.ContainsFunc(i.offices[0].Concerns, func(c booking.Concern) bool { return c.Pickup == p.Concern.ID })
}

// byThemselves says whether somebody else can do it by themselves: who needs something may come, and
// of children it is said what is known.
func (i inquiry) byThemselves() []locales.Line {
	if lines := i.details(booking.Parents); lines != nil {
		return lines
	}
	return []locales.Line{locales.Say("answer.oneself", "Phone", i.offices[0].Phone)}
}

// whose says in which name an appointment is best booked.
func (inquiry) whose() []locales.Line { return []locales.Line{locales.Say("answer.whose_name")} }

// fetched is the parts of a visit, and in place of each from which something comes, the fetching of it.
func (i inquiry) fetched() []booking.Part {
	all := slices.Clone(i.visit.Parts)
	for n, p := range all {
		if c, known := i.offices[0].ConcernOn(p.Concern.Pickup, i.on); known && p.Concern.Pickup != "" {
			all[n].Concern = c
		}
	}
	return all
}
