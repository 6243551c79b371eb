package understand

import "slices"

// withoutAborts drops that somebody wants nothing more where the same clause
// names what it is that they do not want: "den Reisepass brauche ich nicht
// mehr". The rest of the talk goes on.
func withoutAborts(m *message, all []candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(all), func(c candidate) bool {
		v, is := c.value.(IntentValue)
		if is && v.Intent == CallOff && m.comesForNo(c, all) {
			return true
		}
		return is && v.Intent == Cancel && (m.goesOnBehind(c) || m.goesOnWithout(c) || m.halted(c, all) || slices.ContainsFunc(all, func(other candidate) bool {
			return isNegated(other) && m.inOneClause(c, other)
		}))
	})
}

// comesForNo tells whether who says that they do not come says for what: "für den
// Pass komme ich nicht" calls no appointment off while none is spoken of.
func (m *message) comesForNo(c candidate, all []candidate) bool {
	if m.in.Seen == SeenAppointment && slices.ContainsFunc(m.words[c.from:c.to], func(w word) bool { return cancelling[w.text] }) {
		return false // "den Perso will ich absagen"
	}
	return m.in.Expect == ExpectWish && !slices.ContainsFunc(m.words, func(w word) bool { return appointing[w.text] }) && slices.ContainsFunc(all, func(other candidate) bool {
		_, names := other.value.(ConcernValue)
		return names && m.inOneClause(c, other)
	})
}

// goesOnBehind tells whether somebody who begins with "stop" goes on with what
// they need: they take something back, and not the whole.
func (m *message) goesOnBehind(c candidate) bool {
	if c.from > 0 || c.to >= len(m.words) || !m.words[c.to].startsClause() {
		return false
	}
	return slices.ContainsFunc(m.words[c.to:], func(w word) bool { return needing[w.text] }) &&
		!slices.ContainsFunc(m.words[c.to:], func(w word) bool { return denying[w.text] || moreThan[w.text] })
}

// goesOnWithout tells whether somebody who begins with "stop" goes on with what
// they want instead: stopp, doch nur ein Ausweis.
func (m *message) goesOnWithout(c candidate) bool {
	return c.from == 0 && c.to < len(m.words) && m.words[c.to].startsClause() && instead[m.words[c.to].text]
}

// halted tells whether somebody only interrupts with a word such as "stopp", and
// says behind it what shall be: "halt stopp, lieber Donnerstag".
func (m *message) halted(c candidate, all []candidate) bool {
	return m.onlyHaltsBefore(c.to) && slices.ContainsFunc(all, func(other candidate) bool { return other.from >= c.to && isGiven(other.value) })
}

// isGiven tells whether a value is something that an appointment is made of.
func isGiven(v Value) bool {
	switch v.(type) {
	case ConcernValue, PersonsValue, CountValue, daysSaid, hoursSaid, ShiftValue, NameValue, MailValue, PhoneValue, CorrectionValue:
		return true
	}
	return false
}

// inOneClause tells whether no clause begins between two candidates.
func (m *message) inOneClause(a, b candidate) bool {
	if b.from < a.from {
		a, b = b, a
	}
	for i := a.to; i <= b.from; i++ {
		if m.words[i].startsClause() {
			return false
		}
	}
	return true
}
