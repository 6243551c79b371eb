package dialogs

import (
	"time"
	"unicode/utf8"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// LongestComment is how many characters a line on a visit has.
const LongestComment = 300

// commentWithin is how long after a rating what is typed counts as the line on it.
const commentWithin = time.Hour

// ratingStep asks who has rated a visit for one line.
type ratingStep struct{}

func (ratingStep) name() string { return "rating" }

func (ratingStep) need(*talk) Need { return Need{} }

func (ratingStep) show(*talk) View {
	return View{
		Title: locales.Say("rating.thanks"), Ask: locales.Say("rating.line"), Typing: true,
		Groups: []Group{{Columns: 1, Choices: []Choice{{ID: noChoice, Label: locales.Say("rating.no_line")}}}, navigation(homeChoice)},
	}
}

func (ratingStep) choose(t *talk, id string) bool {
	if id != noChoice {
		return false
	}
	t.Screen, t.Rated = noScreen, Rated{}
	t.remark("rating.without")
	return true
}

func (ratingStep) hear(t *talk, said reading) {
	line := said.oneLine()
	switch {
	case line.is(locales.Say("rating.no_line")), line.none(), line.exactly() == understand.No:
		t.choose(noChoice)
	case line.exactly() == understand.Yes:
		t.miss("rating.write")
	case line.empty():
		t.miss("remark.empty")
	case utf8.RuneCountInString(said.text) > LongestComment:
		t.miss("rating.too_long", "Most", LongestComment)
	default:
		t.do(Comment{Office: t.Rated.Office, Stars: t.Rated.Stars, Line: line.text})
	}
}

// CommentLine is what somebody wrote as the line that is kept.
func CommentLine(text string) string { return understand.OneLine(text) }

// rate rates a visit that a notice asked about; false for any other choice.
func (t *talk) rate(told ReceivedNotice, choice string) bool {
	stars := Stars(choice)
	if stars == 0 {
		return false
	}
	t.do(Rate{Appointment: told.Appointment.ID, Office: told.Appointment.Office, Stars: stars})
	return true
}

// rated asks for a line, unless the visit was rated before. A line that is asked
// for already can still be written then: buttons are pressed twice.
func (t *talk) rated(c Rate, d Result) {
	if d.Refused != nil {
		t.remark("rating.over")
		return
	}
	t.Screen, t.Rated = ratingScreen, Rated{Office: c.Office, Stars: c.Stars, At: t.facts.Now}
}

// dropRating gives up to wait for a line that did not come: what is written hours
// later is about something else, and nobody wants it kept as what they said of a
// visit.
func (t *talk) dropRating() {
	if at := t.Rated.At; t.Screen == ratingScreen && !at.IsZero() && t.facts.Now.Sub(at) >= commentWithin {
		t.Screen, t.Rated = noScreen, Rated{}
	}
}

// commented ends the rating.
func (t *talk) commented(d Result) {
	t.Screen, t.Rated = noScreen, Rated{}
	if d.Refused != nil {
		t.remark("rating.over")
		return
	}
	t.remark("rating.noted")
}
