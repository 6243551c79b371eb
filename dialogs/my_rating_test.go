package dialogs_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
)

// askedHowItWas is somebody who was asked about a visit a moment ago.
func askedHowItWas(t *testing.T) (visitor, booking.NoticeID) {
	t.Helper()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	a := v.ahead[0]
	a.State = booking.Finished
	v.memory.Put(a)
	v.now = a.Span.End.Add(booking.RateAfter)
	return v, v.memory.Notify(booking.RatingNotice, a)
}

// comments is the lines among what a turn wants done.
func comments(v visitor) (all []dialogs.Comment) {
	for _, c := range v.commands {
		if line, ok := c.(dialogs.Comment); ok {
			all = append(all, line)
		}
	}
	return all
}

// Buttons are pressed twice, and another one is tried after the first: what was
// answered first counts, and the line that is asked for is kept all the same.
func TestALineIsKeptAfterASecondPress(t *testing.T) {
	t.Parallel()
	for _, second := range []string{"rate:5", "rate:1"} {
		v, asked := askedHowItWas(t)
		v = v.turn(t, dialogs.Responded{Notice: asked, Choice: "rate:5"})
		v = v.turn(t, dialogs.Responded{Notice: asked, Choice: second})
		if !v.remarked("rating.over") || v.step != "rating" {
			t.Errorf("%s after rate:5: at %s, %v", second, v.step, v.remarks)
		}
		v = v.say(t, "sehr freundlich")
		want := []dialogs.Comment{{Office: "werne", Stars: 5, Line: "sehr freundlich"}}
		if got := comments(v); !slices.Equal(got, want) || !v.remarked("rating.noted") {
			t.Errorf("%s after rate:5: kept is %v (%v), want %v", second, got, v.remarks, want)
		}
	}
}

// What somebody writes hours later is not about the visit, and is no line on it.
func TestNothingWrittenMuchLaterIsALineOnTheVisit(t *testing.T) {
	t.Parallel()
	v, asked := askedHowItWas(t)
	v = v.turn(t, dialogs.Responded{Notice: asked, Choice: "rate:2"})
	for later, isLine := range map[time.Duration]bool{time.Minute: true, 59 * time.Minute: true, time.Hour: false, 30 * time.Hour: false} {
		w := v
		w.memory, w.now = v.memory.Clone(), v.now.Add(later)
		w = w.say(t, "Ich brauche einen neuen Reisepass")
		if got := len(comments(w)) == 1; got != isLine {
			t.Errorf("%v later: a line: %v, want %v (%v)", later, got, isLine, w.remarks)
		}
		if !isLine && !slices.ContainsFunc(w.state.Draft.Wishes, func(wish booking.Wish) bool { return wish.Concern == "passport" }) {
			t.Errorf("%v later it is not what they want either: at %s, %+v", later, w.step, w.state.Draft.Wishes)
		}
	}
}
