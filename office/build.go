package office

import (
	"time"

	"terminbote/booking"
)

// office is what a file without faults says.
func (f *file) office() *booking.Office {
	o := &booking.Office{
		ID:      booking.OfficeID(f.ID.v),
		Name:    f.Name.v,
		Address: booking.Address{Street: f.Address.Street.v, PostCode: f.Address.PostCode.v, Town: f.Address.Town.v, Hint: f.Address.Hint.v},
		Phone:   f.Phone.v,
		Website: f.Website.v,
		Privacy: f.Privacy.v,
		Site:    f.site(),
		Policy:  f.Booking.policy(),
	}
	o.Lang = f.Languages[0].v
	o.Combinations = f.combinations()
	f.Service.addTo(&o.Policy)
	o.Calendar = f.calendar()
	for _, c := range f.Categories {
		o.Categories = append(o.Categories, booking.Category{ID: booking.CategoryID(c.ID.v), Name: c.Name.v})
	}
	for _, d := range f.Desks {
		o.Desks = append(o.Desks, d.desk())
	}
	documents, forms := f.papers()
	o.Concerns = make([]booking.Concern, 0, len(f.Concerns))
	for _, c := range f.Concerns {
		built := c.concern(documents, forms)
		built.Details = f.details(c.ID)
		o.Concerns = append(o.Concerns, built)
	}
	o.Elsewhere, o.Answers = f.elsewhere(), f.answers()
	return o
}

func (r rules) policy() booking.Policy {
	p := booking.Usual()
	p.Horizon = r.Horizon.v
	p.LeadTime = r.Lead.minutes()
	p.Grid = r.Grid.minutes()
	p.Longest = r.Longest.minutes()
	p.Hold = r.Hold.minutes()
	p.PerPerson = r.PerPerson.v
	p.PerMail = r.PerMail.v
	p.MaxPersons = r.MaxPersons.v
	p.MailRequired = r.MailRequired.v
	return p
}

func (x number) minutes() time.Duration { return time.Duration(x.v) * time.Minute }

// named turns names of the file into the names that booking has for them.
func named[T ~string](names []name) []T {
	var all []T
	for _, n := range names {
		all = append(all, T(n.v))
	}
	return all
}

func (d desk) desk() booking.Desk {
	b := booking.Desk{ID: booking.DeskID(d.ID.v), Name: d.Name.v, Skills: named[booking.Skill](d.Skills)}
	if d.Hours != nil {
		b.Hours = new([7][]booking.Hours)
		for day, all := range d.Hours.days() {
			for _, h := range all {
				b.Hours[day] = append(b.Hours[day], h.v)
			}
		}
	}
	return b
}

// papers is the documents and forms of the file by name.
func (f *file) papers() (map[string]booking.Document, map[string]booking.Form) {
	documents := map[string]booking.Document{}
	for _, d := range f.Documents {
		documents[d.ID.v] = booking.Document{ID: booking.DocumentID(d.ID.v), Name: d.Name.v, Photo: d.Photo.v, Period: days(d.From, d.Until)}
	}
	forms := map[string]booking.Form{}
	for _, x := range f.Forms {
		forms[x.ID.v] = booking.Form{ID: booking.FormID(x.ID.v), Name: x.Name.v, URL: x.URL.v, Period: days(x.From, x.Until)}
	}
	return documents, forms
}

func (c concern) concern(documents map[string]booking.Document, forms map[string]booking.Form) booking.Concern {
	b := booking.Concern{
		ID:          booking.ConcernID(c.ID.v),
		Category:    booking.CategoryID(c.Category.v),
		Name:        c.Name.v,
		Synonyms:    c.Synonyms.v,
		Explanation: c.Explanation.v,
		Done:        days(c.From, c.Until),
		First:       c.Minutes.First.minutes(),
		Further:     further(c.Minutes.First, c.Minutes.Further),
		PerPerson:   c.Minutes.PerPerson.minutes(),
		MaxQuantity: c.MaxQuantity.v,
		Skill:       booking.Skill(c.Skill.v),
		AskQuantity: c.AskQuantity.v,
		PhoneOnly:   c.PhoneOnly.v,
		Pickup:      booking.ConcernID(c.Pickup.v),
		LeiKa:       c.LeiKa.v,
	}
	for _, p := range c.Minutes.Periods {
		b.Lengths = append(b.Lengths, p.lengths())
	}
	if c.Question != nil {
		b.Question = &booking.Question{Ask: c.Question.Ask.v, Otherwise: c.Question.Otherwise.v}
	}
	b.Documents = make([]booking.Document, 0, len(c.Documents))
	for _, d := range c.Documents {
		b.Documents = append(b.Documents, documents[d.v])
	}
	for _, f := range c.Forms {
		b.Forms = append(b.Forms, forms[f.v])
	}
	for _, f := range c.Fees {
		b.Fees = append(b.Fees, f.fee())
	}
	return b
}

// days is the period of an entry of the file.
func days(from, until date) booking.Period { return booking.Period{From: from.v, Until: until.v} }

func (p period) lengths() booking.Lengths {
	return booking.Lengths{
		Period: days(p.From, p.Until),
		First:  p.First.minutes(), Further: further(p.First, p.Further), PerPerson: p.PerPerson.minutes(),
	}
}

// further is how long each further case takes: as long as the first, unless the
// file says otherwise.
func further(first, further number) time.Duration {
	if further.set {
		return further.minutes()
	}
	return first.minutes()
}

func (f fee) fee() booking.Fee {
	b := booking.Fee{From: f.ValidFrom.v, Until: f.Until.v, Note: f.Note.v}
	for _, r := range f.Rates {
		b.Rates = append(b.Rates, booking.Rate{Name: r.Name.v, Amount: r.Amount.v, Extra: r.Extra.v})
	}
	return b
}
