package understand

import (
	"slices"
	"strings"
)

// lacks finds that somebody has no mail address, said beside something else, and in a clerk's
// line that the caller has none, or no telephone: "kein Handy", "ohne E-Mail", "no phone".
func (m *message) lacks() []candidate {
	if !m.in.Brief && (m.in.Expect == ExpectPhone || m.in.Expect == ExpectCode || m.in.Seen != SeenNothing) {
		return nil
	}
	if m.in.Expect == ExpectMail && strings.Contains(m.text, "@") {
		return nil // an address is given
	}
	var all []candidate
	for _, g := range m.grammars {
		for i := range m.words {
			if g.deniesMail(i) {
				from, to := m.clauseOf(i, i+1)
				return []candidate{{from: from, to: to, sure: 0.9, bonus: 1, value: LackValue{ExpectMail}}}
			}
			for _, of := range lackable {
				if n := g.lackAt(i, of); n > 0 && (m.in.Brief || m.in.Expect != ExpectMail || g.onlyPhoneAt(i) > 0 || !m.isAllSaid(i, i+n)) {
					all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 1, value: LackValue{fields[of]}})
				}
			}
		}
	}
	return all
}

// isAllSaid tells whether a message says nothing but what stands between two places. Where an address is asked for
// a lack alone is the answer.
func (m *message) isAllSaid(from, to int) bool {
	for i, w := range m.words {
		if (i < from || i >= to) && m.shiftsAt(i) {
			return false
		}
		if (i < from || i >= to) && !m.isFiller(i) && !nays[w.text] && !m.says(i, sSelf) && !slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.courtesy[w.text] || g.x.missing[w.text] }) {
			return false
		}
	}
	return true
}

// lackable are the fields of which it may be said that there is none.
var lackable = []int{fieldPhone, fieldMail}

// lackAt reads from i on that there is none of a field, and returns how many words say so:
// "kein Handy", "don't have an email", "Mail habe ich keine", and in a clerk's line "Telefon unbekannt".
func (g *grammar) lackAt(i, field int) int {
	if !g.m.in.Brief && field != fieldMail {
		return 0
	}
	if n := g.onlyPhoneAt(i); n > 0 && field == fieldMail {
		return n
	}
	if n := g.isField(i, []int{field}); n > 0 {
		to := i + n
		for to < len(g.m.words) && !g.word(to).startsClause() && (having[g.word(to).text] || speakers[g.word(to).text] || speakers[g.word(to-1).text] && g.m.isFiller(to) && !g.x.none[g.word(to).text]) {
			to++
		}
		if (to > i+n || g.m.in.Brief) && g.x.none[g.word(to).text] && !g.word(to).startsClause() && g.endsLack(to+1) {
			return to + 1 - i
		}
		return 0
	}
	if !g.x.none[g.word(i).text] && !denying[g.word(i).text] {
		return 0
	}
	at := i + 1
	if sendingBy[g.word(at).text] && !g.m.in.Brief {
		at++ // "nicht per Mail"
	}
	for at < len(g.m.words) && (having[g.word(at).text] || determines(g.word(at)) && !mine[g.word(at).text]) {
		at++
	}
	n := g.isField(at, []int{field})
	if n == 0 || g.isParted(i+1, at) || !g.m.in.Brief && !g.endsLack(at+n) {
		return 0
	}
	return at + n - i
}

// onlyPhoneAt is how many words at i say, where an address is asked for, that there is only a telephone: "hab nur ein
// Handy 0171 2345678", "only a phone".
func (g *grammar) onlyPhoneAt(i int) int {
	only := g.says(i, sOnly)
	if only == 0 || !g.expects(ExpectMail) {
		return 0
	}
	at := i + only
	for at < len(g.m.words) && (having[g.word(at).text] || determines(g.word(at)) && !mine[g.word(at).text]) {
		at++
	}
	n := g.isField(at, []int{fieldPhone})
	if n == 0 || g.isParted(i+1, at) || g.m.mark(len(g.m.words)) {
		return 0
	}
	if at+n < len(g.m.words) && g.word(at+n).kind == digits {
		return at - i // its word goes with the number
	}
	if !g.endsLack(at + n) {
		return 0
	}
	return at + n - i
}

// deniesMail tells whether a message that gives a telephone number where an address is asked for says that its writer
// has or does no such thing: "I don't do email, my number is …", "sowas nutz ich nicht mehr, …".
func (g *grammar) deniesMail(i int) bool {
	return g.expects(ExpectMail) && (denying[g.word(i).text] || g.x.none[g.word(i).text]) && len(g.m.phones()) > 0 && !g.m.asksAt(i)
}

// endsLack tells whether nothing goes on at i with what was lacked but that somebody has it:
// who got no mail has an address.
func (g *grammar) endsLack(i int) bool {
	for i < len(g.m.words) && !g.word(i).startsClause() && g.says(i, sAnd) == 0 && !reversing[g.word(i).text] && (having[g.word(i).text] || g.x.courtesy[g.word(i).text]) {
		i++
	}
	return i >= len(g.m.words) || g.word(i).startsClause() || g.says(i, sAnd) > 0 || reversing[g.word(i).text] || repeating[g.word(i).text]
}

// sendingBy are words before what something is sent by.
var sendingBy = talkingWords(func(t talkWords) string { return t.ways })

// repeating are words that begin "as I said".
var repeating = talkingWords(func(t talkWords) string { return t.repeats })

// ignoreTags says of a question that is only added that it denies nothing: "I need a new ID, don't
// I?".
func (f *finder) ignoreTags() {
	for i := range f.words {
		if denying[f.words[i].text] && i > 0 && i+1 < len(f.words) && !f.words[i+1].startsClause() && tellers[f.words[i+1].text] && (i+2 == len(f.words) || f.words[i+2].startsClause()) {
			f.within[i] = true
		}
	}
}

// ignoreLacks says of the words that the caller has no telephone or address that they deny
// nothing else.
func (f *finder) ignoreLacks(chosen []candidate) {
	for _, c := range chosen {
		if _, is := c.value.(LackValue); is {
			for i := c.from; i < c.to; i++ {
				f.within[i] = true
			}
		}
	}
}
