package understand

import "slices"

// settle joins what a message says about days, and about times, in one value
// each, which the first such finding carries.
func (m *message) settle(chosen []candidate) []candidate {
	chosen = m.changesTime(chosen)
	m.putOff(chosen)
	m.leaveOutRefused(chosen)
	m.either, m.each = m.paired(chosen), m.concernsApart(chosen)
	if len(m.each) > 0 {
		m.either = eachApart(m.each)
	}
	var days daysSaid
	var hours hoursSaid
	for i, c := range chosen {
		switch said := c.value.(type) {
		case daysSaid:
			if m.isTakenBack(chosen[:i], c) {
				days = daysSaid{} // Mittwoch um 10, ach nee Donnerstag
			}
			days = days.beside(said)
		case hoursSaid:
			if m.isTakenBack(chosen[:i], c) {
				hours = hoursSaid{}
			}
			hours = hours.beside(said, i > 0)
		}
	}
	chosen = m.oneChoice(m.settleRefusals(oneOf[NameValue](m, oneOf[MailValue](m, chosen))))
	chosen = m.moreOfTheSame(m.countedSome(m.countedEach(m.countedByNeeds(m.withoutPleas(chosen)))))
	chosen = m.takenOff(m.inPlaceOf(m.dropAsides(dropIdleIntents(m.settlePeople(chosen)))))
	if m.callsOff(chosen) {
		days = days.withoutRefused()
	}
	saidDays, saidHours := false, false
	for i, c := range chosen {
		switch c.value.(type) {
		case anyWhen:
			chosen[i].value = anyOf(days, hours)
		case daysSaid:
			chosen[i].value = once(daysValue(days.settled(m.in.Today)), &saidDays)
		case hoursSaid:
			chosen[i].value = once(HoursValue{hours.settled()}, &saidHours)
		}
	}
	return chosen
}

// isTakenBack tells whether somebody says no between the last day or time before a candidate and
// that: the later one counts.
func (m *message) isTakenBack(before []candidate, c candidate) bool {
	for i := len(before) - 1; i >= 0; i-- {
		kind, _ := particularOf(before[i].value)
		if !ofTimes[kind] {
			continue
		}
		return m.putsRight(before[i].to, c.from)
	}
	return false
}

// putsRight tells whether the words between two places take back what stands before them, or say that it was a
// slip: "14 Uhr, quatsch 15 Uhr", "two, sorry, three".
func (m *message) putsRight(from, to int) bool {
	return from < to && (slices.ContainsFunc(m.words[from:to], func(w word) bool { return nays[w.text] }) || len(slipWords.in(m.words, from, to)) > 0)
}

// slipWords say that what was said just before was a slip.
var slipWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.slips), true) })

// withoutPleas drops what somebody does not want where a mail address is asked for:
// "peter@example.org, bitte keine Werbung" comes for nothing more.
func (m *message) withoutPleas(chosen []candidate) []candidate {
	if m.in.Expect != ExpectMail {
		return chosen
	}
	given := slices.ContainsFunc(chosen, func(c candidate) bool { _, is := c.value.(MailValue); return is })
	for i, c := range chosen {
		if v, is := c.value.(ConcernValue); is && (given || !v.Negated) && m.onlyDenies(c, given) {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// onlyDenies tells whether the clause of a candidate says before its end that something is not
// wanted, and nothing else that is. Where no address is given it must say who does not want it.
func (m *message) onlyDenies(c candidate, given bool) bool {
	from, _ := m.clauseOf(c.from, c.to)
	for i := from; i < c.to; i++ {
		if reversing[m.words[i].text] {
			return false
		}
	}
	for i := from; i < c.to; i++ {
		if denying[m.words[i].text] && (given || i > from && needing[m.words[i-1].text]) {
			return true
		}
	}
	return false
}

// callsOff tells whether an appointment is cancelled. A day that somebody cannot
// come on then says why, and not which day is wanted.
func (m *message) callsOff(chosen []candidate) bool {
	return slices.ContainsFunc(chosen, func(c candidate) bool {
		v, isIntent := c.value.(IntentValue)
		return isIntent && v.Intent == CallOff
	})
}

// withoutRefused is days without those that do not do.
func (d daysSaid) withoutRefused() daysSaid {
	if d.bounded && len(d.Spans) == 1 && d.Spans[0].To.IsZero() {
		d.Spans = nil
	}
	d.Not, d.Off = 0, nil
	return d
}

// daysValue is days, where any are said.
func daysValue(d Days) Value {
	if len(d.Spans) == 0 && d.Weekdays == 0 && !d.Refuses() && !d.Soonest && !d.Any && d.Fault == "" {
		return led{}
	}
	return DaysValue{d}
}

// once is a value the first time, and nothing more to say after that.
func once(v Value, said *bool) Value {
	if *said {
		return led{}
	}
	*said = true
	return v
}

// anyOf is what does not matter, where it was said that nothing does: the time
// where a day was named, and nothing more where a time was named as well.
func anyOf(days daysSaid, hours hoursSaid) Value {
	named := len(hours.Spans)+len(hours.clocks) > 0 || hours.near != nil
	switch {
	case days.Refuses():
		return led{} // "montags nie, sonst egal"
	case named && days.saysSome():
		return led{}
	case named:
		return DaysValue{Days{Any: true}}
	}
	if days.saysSome() {
		return HoursValue{Window{Any: true}}
	}
	return DaysValue{Days{Any: true}}
}

// saysSome tells whether certain days are named.
func (d daysSaid) saysSome() bool { return len(d.Spans) > 0 || d.coming != 0 || d.Weekdays != 0 }

// dropAsides leaves out what belongs to something else that was said: somebody who
// wants to speak with somebody at once wants no time at once, and beside a name
// or a time that was asked for nobody speaks of another authority: morgen nach
// der Schule.
func (m *message) dropAsides(chosen []candidate) []candidate {
	said := m.toldIn(chosen)
	for i, c := range chosen {
		drops := false
		switch v := c.value.(type) {
		case IntentValue:
			drops = said.timed && v.Intent == OtherTimes // which other times, is said
		case ShiftValue:
			drops = (said.clock || said.chosen || said.moved) && v.Minutes+v.Days == 0 // when exactly, is said
		case daysSaid:
			drops = said.person && v.Soonest || said.weekOn && isAllButOneDay(v) // not this Wednesday, the week after
		case ElsewhereValue:
			drops = said.timed || said.named && m.in.Expect == ExpectName
		}
		if drops {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// told is what a message says that makes asides of something else.
type told struct {
	person bool // somebody wants to speak with somebody
	named  bool
	timed  bool // a day or a time is said that was asked for
	clock  bool // an exact time or a bound is
	chosen bool // a time of the list shown is meant
	weekOn bool // a week later
	moved  bool // so much earlier or later
}

func (m *message) toldIn(chosen []candidate) told {
	var t told
	asked := m.in.Expect == ExpectWhen
	for _, c := range chosen {
		switch v := c.value.(type) {
		case daysSaid:
			t.timed = asked
		case hoursSaid:
			t.timed = asked
			t.clock = t.clock || asked && (len(v.clocks) > 0 || v.near != nil || isBound(v.Spans))
		case IntentValue:
			t.person = t.person || v.Intent == Person
		case NameValue:
			t.named = true
		case ChoiceValue:
			t.chosen = asked
		case ShiftValue:
			t.weekOn = t.weekOn || v.Later && v.Days == daysOfWeek
			t.moved = t.moved || v.Minutes+v.Days > 0
		}
	}
	return t
}

// isAllButOneDay tells whether of days no more is said than that one is refused.
func isAllButOneDay(d daysSaid) bool {
	return len(d.Off) == 1 && len(d.Spans) == 0 && d.coming|d.Weekdays|d.Not == 0
}

// oneOf keeps one of several names or addresses: the first, which is the one of choice,
// or the last where that stands in place of another.
func oneOf[V Value](m *message, chosen []candidate) []candidate {
	var all []int
	for i, c := range chosen {
		if _, ok := c.value.(V); ok {
			all = append(all, i)
		}
	}
	if len(all) < 2 {
		return chosen
	}
	instead := m.instead() || m.correctsBetween(chosen[all[0]].to, chosen[all[len(all)-1]].from)
	for n, i := range all {
		if kept := n == 0; instead && n != len(all)-1 || !instead && !kept {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// takesBackBetween tells whether a no between two answers takes the first of them back: "Petra Müller,
// ach nein, Petra Kowalczyk".
func (m *message) takesBackBetween(from, to int) bool {
	return from < to && slices.ContainsFunc(m.words[from:to], func(w word) bool { return nays[w.text] })
}

// correctsBetween tells whether words between two answers say that the second one is right: "die zweite, ach
// quatsch, die dritte".
func (m *message) correctsBetween(from, to int) bool {
	return from < to && (m.takesBackBetween(from, to) || len(haltWords.in(m.words, from, to)) > 0 || len(insteadWords.in(m.words, from, to)) > 0)
}

// oneChoice keeps the first of several places in a list: of two that both will do. One that is put right
// gives way to the next. Of a list of concerns several can be meant.
func (m *message) oneChoice(chosen []candidate) []candidate {
	if m.in.Expect == ExpectWish || m.in.Expect == ExpectMore {
		return chosen
	}
	kept := -1
	for i, c := range chosen {
		if _, isChoice := c.value.(ChoiceValue); !isChoice {
			continue
		}
		if kept >= 0 && m.correctsBetween(chosen[kept].to, c.from) {
			chosen[kept].value, kept = led{}, i
			continue
		}
		if kept >= 0 {
			chosen[i].value = led{}
			continue
		}
		kept = i
	}
	return chosen
}

// settlePeople keeps one number of people or cases, the largest: of four
// persons, two children, four come; einen für mich und einen für meinen Mann.
func (m *message) settlePeople(chosen []candidate) []candidate {
	most, also := -1, 0
	for i, c := range chosen {
		if v, counts := c.value.(PersonsValue); counts {
			also = max(also, v.Also)
		}
		if m.isToldOf(c, chosen) || m.disputesCount(c) {
			chosen[i].value = led{}
			continue
		}
		if n := howMany(c.value); n > 0 && (most < 0 || n > howMany(chosen[most].value) || m.putsRight(chosen[most].to, c.from)) {
			most = i
		}
	}
	for i, c := range chosen {
		if howMany(c.value) > 0 && i != most {
			chosen[i].value = led{}
		}
		if v, counts := c.value.(PersonsValue); counts && i == most {
			v.Also = also
			chosen[i].value = v
		}
	}
	return chosen
}

// disputesCount tells whether people are counted only to say that this is wrong: "wieso eine
// Person?", "it says one person", "den mit einer Person will ich nicht".
func (m *message) disputesCount(c candidate) bool {
	if howMany(c.value) == 0 || m.in.Expect == ExpectWish {
		return false
	}
	from, to := m.clauseOf(c.from, c.to)
	for i := c.from - 1; i >= from; i-- {
		w := m.words[i].text
		if reversing[w] || joining[w] && m.says(c.from, sWeAre) {
			return false // "keine E-Mail und wir sind vier"
		}
		if whys[w] || standing[w] || denying[w] && !onlies[w] || having[w] && howMany(c.value) == 1 {
			return true
		}
	}
	return slices.ContainsFunc(m.words[c.to:to], func(w word) bool { return denying[w.text] }) && slices.ContainsFunc(m.words[from:to], func(w word) bool { return needing[w.text] })
}

// dropIdleIntents leaves out what a concern says more closely: "Termin" and
// "Hilfe" beside it, that it is to be new, and that somebody is in town now. What
// to do is also said by who does it.
func dropIdleIntents(chosen []candidate) []candidate {
	concern, elsewhere := false, false
	for _, c := range chosen {
		_, here := c.value.(ConcernValue)
		_, others := c.value.(ElsewhereValue)
		concern, elsewhere = concern || here, elsewhere || others
	}
	for i, c := range chosen {
		v, ok := c.value.(IntentValue)
		bare := v.Intent == Start && c.to-c.from == 1 // "neu"
		if ok && (concern && (v.Intent == Book || v.Intent == Here || bare) || (concern || elsewhere) && v.Intent == Help) {
			chosen[i].value = led{}
		}
	}
	return chosen
}

// howMany is the number of people or cases that a value says, 0 for others.
func howMany(v Value) int {
	switch v := v.(type) {
	case PersonsValue:
		return v.Count
	case CountValue:
		return v.Count
	}
	return 0
}

// beside joins what is said about days in different places of a message.
func (d daysSaid) beside(o daysSaid) daysSaid {
	return d.and(o)
}

// beside joins what is said about times in different places of a message.
func (h hoursSaid) beside(o hoursSaid, second bool) hoursSaid {
	return h.and(o, second && !narrows(o.Spans))
}
