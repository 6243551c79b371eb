package understand

// dated is a question with the days and times that it names: open on Saturday,
// anything free tomorrow afternoon.
func (m *message) dated(c candidate) candidate {
	q, isQuestion := c.value.(QuestionValue)
	if !isQuestion {
		return c
	}
	var days daysSaid
	var hours hoursSaid
	all := choose(m.whenIn(c.from, c.to), m.weights())
	for _, said := range all {
		switch v := said.value.(type) {
		case daysSaid:
			days = days.beside(v)
		case hoursSaid:
			hours = hours.beside(v, false)
		}
	}
	q.Days, q.Window, q.Either = days.settled(m.in.Today), hours.settled(), m.paired(all)
	q.Words = m.text[m.words[c.from].from:m.words[c.to-1].to]
	c.value = q
	return c
}

// untilTold is a question without the clause behind it in which somebody tells when something is: "wie lange
// dauert das, ich muss um 10 wieder bei der Arbeit sein".
func (m *message) untilTold(c candidate) candidate {
	if _, asks := c.value.(QuestionValue); !asks || m.in.Expect == ExpectWish {
		return c
	}
	for i := c.from + 1; i+1 < c.to; i++ {
		if m.tellsBehind(i) && len(m.whenIn(i, c.to)) > 0 {
			c.to = i
			return c
		}
	}
	return c
}

// whenIn is what some words say about days and times, whatever is expected.
func (m *message) whenIn(from, to int) []candidate {
	var all []candidate
	for _, g := range m.grammars {
		for i := from; i < to; i++ {
			if len(g.hits[i]) == 0 && m.words[i].kind != digits {
				continue // no phrase begins here
			}
			if said, n := g.daysAt(i); n > 0 && i+n <= to && !said.loose {
				all = append(all, candidate{from: i, to: i + n, sure: sureQuestion, bonus: perPiece, value: said})
			}
			if said, n := g.hoursAt(i); n > 0 && i+n <= to && !said.plain {
				all = append(all, candidate{from: i, to: i + n, sure: sureQuestion, bonus: perPiece, value: said})
			}
		}
	}
	return all
}
