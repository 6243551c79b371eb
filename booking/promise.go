package booking

// Promise is what the holder of an appointment was told about a concern when it
// was booked: a later office file does not change it.
type Promise struct {
	Fee       *Fee       `json:"fee,omitempty"` // nil: settled at the counter
	Documents []Document `json:"documents,omitempty"`
	Forms     []Form     `json:"forms,omitempty"`
}

// Promised is Items with what holds for each on the day of the visit.
func (v Visit) Promised(on Date) []Item {
	items := v.Items()
	for i, p := range v.Parts {
		items[i].Promise = p.Concern.promise(on)
	}
	return items
}

func (c Concern) promise(on Date) *Promise {
	p := &Promise{Documents: c.Documents, Forms: c.Forms}
	if fee, ok := c.FeeOn(on); ok {
		p.Fee = &fee
	}
	return p
}

// Renewed is items as they are promised for another day, to which their
// appointment moves. Names and minutes stay, and so does the promise about a
// concern that the office has dropped.
func (o *Office) Renewed(items []Item, on Date) []Item {
	renewed := make([]Item, len(items))
	for i, item := range items {
		if c, ok := o.ConcernOn(item.Concern, on); ok {
			item.Promise = c.promise(on)
		}
		renewed[i] = item
	}
	return renewed
}

// Booked is the visit of an appointment as it was promised. Where nothing was
// stored, documents, forms and fees are those of its day by the present file, and
// those of a concern that the office has dropped are unknown.
func (o *Office) Booked(a Appointment) Visit {
	v := Visit{Persons: a.Persons, grid: o.Policy.Grid}
	on := o.Today(a.Span.Start)
	for _, item := range a.Items {
		v.Parts = append(v.Parts, Part{o.promised(item, on), item.Quantity})
	}
	return v
}

func (o *Office) promised(item Item, on Date) Concern {
	c, ok := o.ConcernOn(item.Concern, on)
	if !ok {
		c = Concern{ID: item.Concern}
	}
	if len(item.Name) > 0 {
		c.Name = item.Name
	}
	if p := item.Promise; p != nil {
		c.Documents, c.Forms, c.Fees = p.Documents, p.Forms, nil
		if p.Fee != nil {
			c.Fees = []Fee{*p.Fee}
		}
	}
	return c
}
