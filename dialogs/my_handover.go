package dialogs

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"terminbote/booking"
	"terminbote/locales"
)

// handoverStep is a talk that staff hold: what is typed goes to them.
type handoverStep struct{}

func (handoverStep) name() string { return "handover" }

func (handoverStep) need(*talk) Need { return Need{Reach: true} }

func (handoverStep) show(t *talk) View {
	v := View{Title: locales.Say("handover.title"), Ask: locales.Say("handover.ask"), Typing: true}
	if held, ok := t.facts.held(); ok && !held.Answered {
		v.Body = t.waitingLines(held)
	}
	v.Groups = []Group{{Columns: 1, Choices: []Choice{{ID: backChoice, Label: locales.Say("handover.back")}}}}
	return v
}

// waitingLines is the place of somebody who waits for an answer, or, while
// nobody is there, when there will be one.
func (t *talk) waitingLines(held HeldTalk) []locales.Line {
	o, ok := t.facts.Town.Office(held.Office)
	if ok && !isServing(o, t.facts.Now) {
		return append([]locales.Line{locales.Say("handover.closed")}, stateLines(o, t.facts.Now)...)
	}
	return []locales.Line{placeOf(held.Ahead)}
}

// isServing tells whether an office is open just now.
func isServing(o *booking.Office, now time.Time) bool {
	return slices.ContainsFunc(servedOn(o, o.Today(now)), func(s booking.Span) bool { return !now.Before(s.Start) && now.Before(s.End) })
}

// placeOf says how many others are answered before.
func placeOf(ahead int) locales.Line {
	if ahead == 0 {
		return locales.Say("handover.first")
	}
	return locales.Say("handover.place", "Count", ahead)
}

func (handoverStep) choose(t *talk, id string) bool {
	if id != backChoice {
		return false
	}
	t.comeBack()
	return true
}

// hear takes the label of the way back, and else passes words on as they are.
func (handoverStep) hear(t *talk, said reading) {
	id, chosen := said.labelled(View{Groups: t.view().Groups, Typing: true})
	text := said.message()
	switch {
	case chosen:
		t.choose(id)
	case said.commands():
		t.comeBack()
	case said.empty() && text == "":
		t.remark("remark.empty")
	case utf8.RuneCountInString(text) > longestRelay:
		t.remark("handover.too_long", "Most", longestRelay)
	default:
		t.do(Relay{Text: text})
	}
}

// longestRelay is how many characters of a message go to staff at once.
const longestRelay = 4000

// passedOn tells whether staff hold the talk and an event is for them. What is
// for the assistant brings it back.
func (t *talk) passedOn(event Event) bool {
	if !t.Handed {
		return false
	}
	switch e := event.(type) {
	case Said:
		handoverStep{}.hear(t, t.read(e.Text))
	case Tapped:
		return false
	case Sent, Introduced:
		t.remark("handover.text_only")
	case Asked:
		t.comeBack()
		return e.For == assistantChoice
	case Started:
		t.comeBack()
		return e.Payload == ""
	case Responded:
		screen, moving, wishes := t.Screen, t.Draft.Moving, len(t.Draft.Wishes)
		t.respond(e)
		if t.Screen != screen || t.Draft.Moving != moving || len(t.Draft.Wishes) != wishes {
			t.comeBack()
		}
	default:
		return false
	}
	return true
}

// comeBack has the assistant go on where the talk was handed over.
func (t *talk) comeBack() {
	t.Handed, t.Misses = false, 0
	t.do(TakeBack{})
}

// handedOver begins a talk with staff, or says that there is none.
func (t *talk) handedOver(d Result) {
	t.Screen = noScreen
	switch {
	case d.Refused == nil:
		t.Handed, t.Misses = true, 0
		t.remark("handover.begun")
	case errors.Is(d.Refused, booking.ErrTooOften):
		t.remark("handover.too_often", "Phone", t.phone())
	default:
		t.remark("handover.away", "Phone", t.phone())
	}
}

// relayed says whether a message has reached the staff.
func (t *talk) relayed(d Result) {
	switch {
	case d.Refused == nil:
		t.remark("handover.passed")
	case errors.Is(d.Refused, booking.ErrTooOften):
		t.remark("handover.slower")
	default:
		t.Handed = false
		t.remark("handover.over")
	}
}

// AnswerView is a line of staff as the citizen sees it.
func AnswerView(l HandoverLine) View {
	switch l.Kind {
	case ClerkLine:
		return View{Title: locales.Say("handover.answer"), Body: textLines(l.Text)}
	case PlaceLine:
		return View{Body: []locales.Line{placeOf(l.Place)}}
	case LostLine:
		return View{Body: []locales.Line{locales.Say("handover.lost")}}
	}
	return View{Body: []locales.Line{locales.Say("handover.ended")}}
}

func textLines(text string) []locales.Line {
	var all []locales.Line
	for line := range strings.SplitSeq(text, "\n") {
		all = append(all, plain(line))
	}
	return all
}
