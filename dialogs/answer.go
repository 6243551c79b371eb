package dialogs

import (
	"reflect"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// inquiry is a question with what it is asked about.
type inquiry struct {
	understand.QuestionValue
	facts   Facts
	offices []*booking.Office // that it may be about, at least one
	visit   booking.Visit     // what somebody comes for; no parts: that is not known
	chosen  []booking.Wish    // what is being booked, or looked at, whatever the question names
	on      booking.Date      // the day whose fees count
	onDay   bool              // it is the day of the visit, not just today
	step    string            // the open question
	heard   string            // all of the message
	search  *search           // what it names, among what the office says
	lang    string            // of the talk
}

// answersOn is what says something on a topic. Where it is nil the town has an
// answer of its own, or nobody knows.
func answersOn(topic understand.Topic) func(inquiry) []locales.Line {
	return map[understand.Topic]func(inquiry) []locales.Line{
		understand.AboutFee:       inquiry.fee,
		understand.AboutDocuments: inquiry.documents,
		understand.AboutPhoto:     inquiry.photo,
		understand.AboutForms:     inquiry.forms,
		understand.AboutLength:    inquiry.length,
		understand.AboutReady:     inquiry.ready,
		understand.AboutNeed:      inquiry.need,
		understand.AboutProxy:     inquiry.proxy,
		understand.AboutConcern:   inquiry.concern,
		understand.AboutHours:     inquiry.hours,
		understand.AboutPlace:     inquiry.place,
		understand.AboutWalkIn:    inquiry.walkIn,
		understand.AboutContact:   inquiry.contact,
		understand.AboutServices:  inquiry.services,
		understand.AboutPrivacy:   inquiry.privacy,
		understand.AboutBot:       inquiry.bot,
		understand.AboutLanguages: inquiry.languages,
		understand.AboutMine:      inquiry.mine,
		understand.AboutChanging:  inquiry.changing,
		understand.AboutNotices:   inquiry.notices,
		understand.AboutHorizon:   inquiry.horizon,
		understand.AboutAgain:     inquiry.again,
		understand.AboutTogether:  inquiry.together,
		understand.AboutName:      inquiry.whose,
	}[topic]
}

// answer answers a question. The talk stays where it is, so that the open
// question stands again.
func (t *talk) answer(q understand.QuestionValue) {
	t.answered = true
	if q.About == understand.AboutUnknown && q.Concern == "" {
		q.Concern = q.Named
	}
	if q.Concern == "" && t.Inquired.lately(t.Revision) && !(q.All && len(t.Draft.Wishes) > 1) && q.About != understand.AboutTogether && !q.Covers {
		q.Concern = t.Inquired.Concern
	}
	q.Concern = t.chosenFor(q.Concern)
	t.Inquired = Inquired{About: q.About, Concern: q.Concern, Revision: t.Revision}
	if a, other := t.otherAuthority(q.Authority); other {
		t.remarks = append(t.remarks, authorityLine(a))
		return
	}
	if t.asksOfWaiting(q) {
		t.remarkOnce([]locales.Line{locales.Say("wait.unknown")})
		return
	}
	if q.About == understand.AboutSoonest {
		t.remarks = append(t.remarks, t.nextFree(q)...)
		return
	}
	if _, present := t.facts.Town.Concern(q.Concern); q.Concern != "" && !present {
		if line, known := t.facts.notNow(q.Concern); known {
			t.remarks = append(t.remarks, line)
			return
		}
	}
	i := t.inquiry(q)
	if differs(q.About) && len(i.offices) > mostPlacesTold {
		t.remarkOnce([]locales.Line{whichPlace(i.offices)})
		return
	}
	say := answersOn(q.About)
	if say == nil {
		say = inquiry.own
	}
	t.remarkOnce(i.nearer(say(i)))
	t.heardAll = t.heardAll || i.search.told && i.search.whole
}

// asksOfWaiting tells whether a question that names nothing is about how long it takes on
// the waiting list that is seen.
func (t *talk) asksOfWaiting(q understand.QuestionValue) bool {
	ofThat := []understand.Topic{understand.AboutUnknown, understand.AboutReady, understand.AboutSoonest, understand.AboutLength, understand.AboutMine, understand.AboutConcern, understand.AboutNotices}
	return t.ownSeen() == understand.SeenPlace && q.Concern == "" && slices.Contains(ofThat, q.About)
}

// remarkOnce says what has not just been said: two questions of a message may
// have one answer.
func (t *talk) remarkOnce(lines []locales.Line) {
	said := slices.Clone(t.remarks)
	for _, line := range lines {
		if !slices.ContainsFunc(said, func(s locales.Line) bool { return reflect.DeepEqual(s, line) }) {
			t.remarks = append(t.remarks, line)
		}
	}
}

// chosenFor is the concern that a question means by naming one: the one chosen, where that
// is a kind of it, as somebody who wants a temporary ID card calls it an ID card.
func (t *talk) chosenFor(named booking.ConcernID) booking.ConcernID {
	if named != "" && len(t.Draft.Wishes) == 1 && t.facts.isKindOf(t.Draft.Wishes[0].Concern, named) {
		return t.Draft.Wishes[0].Concern
	}
	return named
}

func (t *talk) inquiry(q understand.QuestionValue) inquiry {
	i := inquiry{QuestionValue: q, facts: t.facts, step: t.step().name(), heard: t.heard, search: &search{}, lang: t.Lang}
	if t.askedAt != "" {
		i.step = t.askedAt
	}
	wishes, persons, on := t.inQuestion(q.Concern)
	i.offices = t.placesIn(q.Words, t.officesFor(wishes))
	o := i.offices[0]
	i.visit.Persons = persons
	for _, w := range wishes {
		if c, known := o.ConcernOn(w.Concern, on); known {
			i.visit.Parts = append(i.visit.Parts, booking.Part{Concern: c, Quantity: max(1, w.Quantity)})
		}
	}
	i.chosen, _, _ = t.inQuestion("")
	if a, ok := t.inView(); ok && q.Concern == "" && !t.Draft.Changes {
		i.visit = o.Booked(a) // as it was promised
	}
	if i.on, i.onDay = on, !on.IsZero(); on.IsZero() {
		i.on = o.Today(t.facts.Now)
	}
	return i
}

// inQuestion is what a question is about that may name a concern: else the
// appointment looked at, what is being booked, or the next appointment.
func (t *talk) inQuestion(named booking.ConcernID) (wishes []booking.Wish, persons int, on booking.Date) {
	if named != "" {
		return []booking.Wish{{Concern: named, Quantity: 1}}, 1, t.Draft.Day
	}
	if a, ok := t.inView(); ok && !t.Draft.Changes {
		return a.Wishes(), a.Persons, t.facts.date(a)
	}
	if len(t.Draft.Wishes) > 0 {
		return t.Draft.Wishes, max(1, t.Draft.Persons), t.Draft.Day
	}
	if len(t.Draft.Between) == 1 {
		return []booking.Wish{{Concern: t.Draft.Between[0], Quantity: 1}}, 1, t.Draft.Day // it is asked whether they mean it
	}
	if _, known := t.facts.Town.Concern(t.Inquired.Concern); known {
		return []booking.Wish{{Concern: t.Inquired.Concern, Quantity: 1}}, 1, t.Draft.Day
	}
	if len(t.facts.Appointments) > 0 {
		a := t.facts.Appointments[0]
		return a.Wishes(), a.Persons, t.facts.date(a)
	}
	return nil, 1, t.Draft.Day
}

// inView is the appointment that is shown or moved.
func (t *talk) inView() (booking.Appointment, bool) {
	if t.Draft.Moving != 0 && t.Screen == noScreen {
		return t.appointment(t.Draft.Moving)
	}
	if slices.Contains([]Screen{appointmentScreen, cancelScreen, lateScreen, bookedScreen}, t.Screen) {
		return t.appointment(t.Chosen)
	}
	return booking.Appointment{}, false
}

// officesFor is the office chosen, or those that handle the wishes, or all.
func (t *talk) officesFor(wishes []booking.Wish) []*booking.Office {
	if o, chosen := t.facts.Town.Office(t.Draft.Office); chosen && o.Serves(concernIDs(wishes)) {
		return []*booking.Office{o}
	}
	if a, ok := t.inView(); ok {
		if o, known := t.facts.Town.Office(a.Office); known {
			return []*booking.Office{o}
		}
	}
	if all := t.facts.Town.Serving(concernIDs(wishes)); len(all) > 0 {
		return all
	}
	return t.facts.Town.Offices
}

// own is the town's own answer, of each office that has one.
func (i inquiry) own() []locales.Line {
	if i.Answer == sentByPost {
		if lines := i.sent(); lines != nil {
			return lines
		}
	}
	for _, id := range []string{i.Answer, answerID(i.About)} {
		if lines := i.townLines(id); lines != nil {
			return lines
		}
	}
	if i.About == understand.AboutUnknown {
		asked := i.asked()
		if lines := i.found(asked, 0, 0); lines != nil {
			return lines
		}
		if i.Concern != "" && len(i.visit.Parts) > 0 && asked.weight(1) <= hardlyMore {
			return i.explained()
		}
	}
	return i.unknown()
}

// hardlyMore is what the words of a question may weigh that names a concern and no more.
const hardlyMore = 0.6

// sentByPost is the name of a town's answer that only holds of what is fetched.
const sentByPost = "send-post"

// answerID is the name that a town's answer on a topic has.
func answerID(topic understand.Topic) string { return strings.ReplaceAll(string(topic), "_", "-") }

// townLines is an answer of the offices, each once, and without an office where all say
// the same; nil where none has it.
func (i inquiry) townLines(id string) []locales.Line {
	var lines []locales.Line
	var said []booking.Answer
	have := 0
	for _, o := range i.offices {
		a, ok := o.Answer(id)
		if !ok {
			continue
		}
		have++
		same := func(b booking.Answer) bool { return b.Text.In(o.Lang) == a.Text.In(o.Lang) }
		if !slices.ContainsFunc(said, same) {
			said = append(said, a)
			lines = append(lines, i.of(o, say(a.Text)))
		}
	}
	if len(said) == 1 && have == len(i.offices) {
		return []locales.Line{say(said[0].Text)}
	}
	return i.told(lines)
}

// of is a line about one office, with its name where it could be another.
func (i inquiry) of(o *booking.Office, line locales.Line) locales.Line {
	if len(i.offices) == 1 {
		return line
	}
	return locales.Say("answer.of", "Of", locales.Text(o.Name), "Text", line)
}

// unknown says honestly that nobody here knows, and who does.
func (i inquiry) unknown() []locales.Line {
	return []locales.Line{locales.Say("answer.unknown", "Phone", i.offices[0].Phone)}
}

// which asks for the concern without which there is no answer.
func (i inquiry) which() []locales.Line {
	example := i.offices[0].Concerns[0].Name
	return []locales.Line{locales.Say("answer.which", "Concern", locales.Text(example))}
}
