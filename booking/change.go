package booking

import "slices"

// Changes is what is no longer as an appointment's holder was told.
type Changes struct {
	GivenUp   bool       // the office is no more
	Closed    bool       // nobody serves the appointment at its time any more
	Reason    Text       // why; nil: the office gives none
	Dropped   []Item     // concerns that the office has given up
	Fees      []Part     // concerns that cost something else on that day
	Documents []Document // to bring besides those promised
	NotNeeded []Document // promised, and no longer needed
}

// Changes compares an appointment with the office as it is now.
func (o *Office) Changes(a Appointment) Changes {
	if o.GivenUp {
		return Changes{GivenUp: true, Closed: true}
	}
	c := Changes{Closed: a.Desk != "" && !o.Keeps(a)}
	if c.Closed {
		c.Reason, _ = o.ClosedFor(a)
	}
	day := DateOf(a.Span.Start, o.Calendar.Zone)
	var present Visit
	for _, item := range a.Items {
		concern, ok := o.ConcernOn(item.Concern, day)
		if !ok {
			c.Dropped = append(c.Dropped, item)
			continue
		}
		if item.Promise == nil {
			continue
		}
		part := Part{concern, item.Quantity}
		present.Parts = append(present.Parts, part)
		if fee := concern.promise(day).Fee; !SameFee(orNone(fee), orNone(item.Promise.Fee)) {
			c.Fees = append(c.Fees, part)
		}
	}
	if len(present.Parts) == len(a.Items) {
		promised := o.Booked(a).Documents()
		c.Documents = Missing(present.Documents(), promised)
		c.NotNeeded = Missing(promised, present.Documents())
	}
	return c
}

// DoesSome tells whether the office still does some of what an appointment is for,
// on a day that can be booked: then another time is of use.
func (o *Office) DoesSome(a Appointment) bool {
	return len(a.Items) == 0 || slices.ContainsFunc(a.Items, func(item Item) bool {
		_, ok := o.Concern(item.Concern)
		return ok
	})
}

// SameFee tells whether both amount to the same, whatever day they have been
// valid from and whatever their rates are called.
func SameFee(a, b Fee) bool {
	return slices.EqualFunc(a.Rates, b.Rates, func(x, y Rate) bool { return x.Amount == y.Amount && x.Extra == y.Extra })
}

// orNone is a fee, or none, which is settled at the counter.
func orNone(f *Fee) Fee {
	if f == nil {
		return Fee{}
	}
	return *f
}

// Missing lists the documents of all that others lack.
func Missing(all, others []Document) []Document {
	var lacking []Document
	for _, d := range all {
		if !slices.ContainsFunc(others, func(x Document) bool { return x.ID == d.ID }) {
			lacking = append(lacking, d)
		}
	}
	return lacking
}

// Keeps tells whether an appointment can be served at its desk and time: the
// desk is there, has the skills and serves then.
func (o *Office) Keeps(a Appointment) bool {
	seat := Busy{ID: a.ID, Claim: a.Claim, Desk: a.Desk, Span: a.Span, Skills: a.Skills, Audience: a.Audience}
	return len(o.Day(o.Today(a.Span.Start), []Busy{seat}).Affected()) == 0
}
