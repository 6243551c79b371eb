package understand

import (
	"slices"
	"strings"
)

// shiftsAt are the shifts and choices that begin at i.
func (g *grammar) shiftsAt(i int) []candidate {
	var all []candidate
	if shift, n := g.shiftAt(i); n > 0 && g.says(i, sDay) <= n && !g.isDayFrom(i, n) && (!g.expects(ExpectWish) || g.m.in.Booked || shift.Minutes+shift.Days > 0 && (g.m.moves() || g.namesMine())) && (g.expects(ExpectWhen, ExpectReview) || shift.Minutes+shift.Days > 0 || n > 1 || (shift.Later || g.saysRatherEarlier(i)) && g.isBehindContact(i)) {
		bonus := 2 * g.whenBonus()
		if g.expects(ExpectReview) {
			bonus = 0.3
		}
		c := candidate{from: i, to: i + n, sure: 0.85, bonus: bonus, value: shift}
		if shift.Minutes+shift.Days == 0 && g.pointsBack(i, n) {
			c.value = led{}
		}
		all = append(all, c)
	}
	if g.says(i, sEarlier) > 0 && g.asksWhen() && g.refusesEarlier(i) {
		_, to := g.m.clauseOf(i, i+1)
		all = append(all, candidate{from: i, to: to, sure: 0.6, value: led{}}) // vorher geht nicht
	}
	if n := g.countsList(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, value: led{}})
	}
	if n := g.refusedChoiceAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.8 + ofListed, value: refusedChoice{}})
	}
	if n := g.ordinalOfElseAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.6, bonus: 0.8 + ofListed, value: led{}})
	}
	if place, n := g.choiceAt(i); n > 0 {
		c := candidate{from: i, to: i + n, sure: 0.9, bonus: 0.8, value: ChoiceValue{place}}
		if g.says(i+n-1, sList) == 1 {
			c.bonus += ofListed
		}
		all = append(all, c)
	}
	return all
}

// isDayFrom tells whether words that could move something count from a day behind them:
// the day after Christmas.
func (g *grammar) isDayFrom(i, n int) bool {
	said, used := g.daysAt(i)
	return used > n && said.isOneDay()
}

// ofListed is how much likelier a place is meant, and no day, where what is listed
// is called by its name: den dritten Termin bitte.
const ofListed = 0.8

// namesMine tells whether a message speaks of the writer's own appointment.
func (g *grammar) namesMine() bool {
	for i := range g.m.words {
		if appointing[g.word(i).text] && g.says(i-1, sMine) > 0 {
			return true
		}
	}
	return false
}

// moves tells whether a message wants an appointment moved.
func (m *message) moves() bool {
	return slices.ContainsFunc(m.words, func(w word) bool { return moving[w.text] })
}

// moving are verbs that move an appointment.
var moving = talkingWords(func(t talkWords) string { return t.moves })

// manyAt are the people and numbers that begin at i.
func (g *grammar) manyAt(i int) []candidate {
	var all []candidate
	if count, n := g.peopleAt(i); n > 0 && count > 0 && count < 100 {
		bonus := 0.2
		if g.expects(ExpectPersons, ExpectQuantity) {
			bonus = 0.8
		}
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: bonus, value: PersonsValue{Count: count}})
	}
	if who, n := g.alsoAt(i); n > 0 && !g.asksIfComes(i) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: 0.9, value: alsoFor{who}})
	}
	all = append(all, g.changedPeopleAt(i)...)
	if count, n := g.countWhereTimeIsAsked(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: 0.8, value: CountValue{count}})
	}
	if g.m.in.Listed == 0 && g.expects(ExpectWish) && g.isDigits(i, 2) && len(g.m.words) == 1 {
		all = append(all, candidate{from: i, to: i + 1, sure: 0.8, value: CountValue{g.word(i).number}})
	}
	if !g.expects(ExpectQuantity, ExpectPersons, ExpectReview, ExpectMore) {
		return all
	}
	if count, n := g.eachAt(i); n > 0 && count > 1 && count < 100 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 1.2, value: CountValue{count}})
	}
	if count, n := g.calledCountAt(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.5, value: CountValue{count}})
	}
	if g.says(i, sCompany) > 0 && g.says(i, sTimes) == 0 && g.expects(ExpectReview, ExpectMore) {
		return all // allein is who comes
	}
	if g.isAge(i) {
		return all // "der ist 14"
	}
	if count, n := g.countAt(i); n > 0 && (g.expects(ExpectQuantity, ExpectPersons) || g.isWholeClause(i, i+n) || g.onlyFillerBefore(i) && g.endsClause(i+n)) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.5, value: CountValue{count}})
	}
	if count, n := g.amount(i); n > 0 && g.isBareCount(i, n) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.85, bonus: 0.3, value: CountValue{count}})
	}
	return all
}

// asksIfComes tells whether the word at i stands in a question whether somebody must or shall come, which counts
// nobody: "muss das Baby auch mit?".
func (g *grammar) asksIfComes(i int) bool {
	if !g.expects(ExpectPersons, ExpectQuantity) || !g.m.asksAt(i) {
		return false
	}
	from, _ := g.m.clauseOf(i, i+1)
	return slices.ContainsFunc(g.m.words[from:i], func(w word) bool { return modals[w.text] || shalls[w.text] || musts[w.text] })
}

// isBareCount tells whether a number that says nothing of what it counts is how many: it is all of its
// clause, or what is needed, or begins an answer that goes on with a but or an if.
func (g *grammar) isBareCount(i, n int) bool {
	asked := g.expects(ExpectQuantity, ExpectPersons)
	if !asked && g.m.in.Listed > 0 {
		return false
	}
	next := g.word(i + n).text
	return g.isWholeClause(i, i+n) || g.isNeeded(i, n) || i == 0 && asked && (reversing[next] || breaking[next])
}

// calledCountAt reads how many cases there are, called so: "Anzahl 2".
func (g *grammar) calledCountAt(i int) (count, n int) {
	field, n := g.at(i, sField)
	if n == 0 || fields[field] != ExpectQuantity {
		return 0, 0
	}
	count, used := g.amount(i + n)
	if used == 0 || !g.endsClause(i+n+used) {
		return 0, 0
	}
	return count, n + used
}

// ofSaying is how much likelier an idiom is meant than what its words are.
const ofSaying = 1.5

// correctionsAt are what begins at i and calls something wrong, or is no answer.
func (g *grammar) correctionsAt(i int) []candidate {
	var all []candidate
	if n := g.says(i, sSaying); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 1, bonus: ofSaying, value: led{}})
	}
	if n := g.says(i, sMistaken); n > 0 && !g.expects(ExpectName) && g.isAllSaid(i, i+n) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: ofMistaken, value: g.takenBack()})
	}
	if n := g.says(i, sMisread); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.8, bonus: 0.3, value: CorrectionValue{Of: ExpectWish}})
	}
	if n := g.says(i, sDontKnow); n > 0 && g.isWholeClause(i, i+n) {
		all = append(all, candidate{from: i, to: i + n, sure: 0.9, bonus: 0.6, value: led{}})
	}
	if n := g.lacksLetter(i); n > 0 {
		all = append(all, candidate{from: i, to: i + n, sure: 0.8, bonus: 1.2, value: CorrectionValue{Of: ExpectName}})
	}
	if of, n := g.correctionAt(i); n > 0 && (!g.expects(ExpectWish) || g.m.in.Booked || of == ExpectMail && g.saysMail(i, i+n)) { // an address is wrong once it is booked, too
		all = append(all, candidate{from: i, to: i + n, sure: 0.8, bonus: 0.9, value: CorrectionValue{Of: of}})
	}
	return all
}

// ofMistaken is how much more it counts that somebody was wrong, in a message that says
// nothing else, than what its word may name: "vertippt".
const ofMistaken = 1.5

// takenBack is what somebody wants who was wrong just before: the question before once
// more, or at the review to change something.
func (g *grammar) takenBack() Value {
	if g.expects(ExpectReview) {
		return IntentValue{No}
	}
	return IntentValue{Back}
}

// isAllSaid tells whether a message says nothing else than some words.
func (g *grammar) isAllSaid(from, to int) bool {
	for i, w := range g.m.words {
		if (i < from || i >= to) && (w.kind == digits || !g.addsNothing(i) && g.says(i, sSelf) == 0) {
			return false
		}
	}
	return true
}

// isBehindContact tells whether the word at i stands behind the name or the address that was asked for:
// "Anna Klein, aber lieber später".
func (g *grammar) isBehindContact(i int) bool {
	if len(g.m.words) > mostBesideContact {
		return false // it tells a story
	}
	switch g.m.in.Expect {
	case ExpectName:
		from, _ := g.m.clauseOf(i, i+1)
		return from > 0 || i > wholeName && reversing[g.word(wholeName).text] || i > wholeName && strings.Contains(g.m.text[:g.word(i).from], " - ")
	case ExpectMail:
		return strings.Contains(g.m.text[:g.word(i).from], "@")
	}
	return false
}

// saysRatherEarlier tells whether an earlier time at i is wanted, and is no former name: "but earlier please",
// "früher Müller".
func (g *grammar) saysRatherEarlier(i int) bool {
	_, to := g.m.clauseOf(i, i+1)
	for at := i + 1; at < to; at++ {
		if !g.m.isFiller(at) && !g.x.courtesy[g.word(at).text] {
			return false
		}
	}
	return true
}

const mostBesideContact = 14 // words of a message with a name or an address, and when they can come
