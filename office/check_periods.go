package office

// checkPapers reports documents and forms whose days cannot be meant.
func (c *checker) checkPapers() {
	for _, d := range c.Documents {
		c.checkUntil(d.From, d.Until)
	}
	for _, f := range c.Forms {
		c.checkUntil(f.From, f.Until)
	}
}

// checkMinutes reports lengths that no visit can have, and periods that are none
// or not in order.
func (c *checker) checkMinutes(m minutes) {
	c.checkLength(m.First)
	for i, p := range m.Periods {
		c.checkLength(p.First)
		c.checkUntil(p.From, p.Until)
		if p.position != (position{}) && !p.From.given() && !p.Until.given() {
			c.add(p.position, "these minutes have neither \"from\" nor \"until\"; expected one of the two, or no such period")
		}
		if i > 0 && p.From.set && m.Periods[i-1].From.set && p.From.v.Before(m.Periods[i-1].From.v) {
			c.add(p.From.position, "%s lies before %s; expected the oldest period first", p.From.v, m.Periods[i-1].From.v)
		}
	}
}

func (c *checker) checkLength(first number) {
	if longest := c.Booking.Longest; first.set && longest.set && first.v > longest.v {
		c.add(first.position, "%d minutes are longer than the longest visit; expected at most %d", first.v, longest.v)
	}
}

// longestFirst is the most minutes that one case of a concern ever takes.
func (m minutes) longestFirst() int {
	most := m.First.v
	for _, p := range m.Periods {
		most = max(most, p.First.v)
	}
	return most
}
