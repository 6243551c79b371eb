package dialogs_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// bookedFor is somebody who has booked what a message says, and sees the receipt.
func bookedFor(t *testing.T, said ...string) visitor {
	t.Helper()
	v := arrive(t, office.Sample()).say(t, said...).say(t, "Paul Weber", "paul@example.org", "ja")
	if v.step != "booked" || len(v.ahead) != 1 {
		t.Fatalf("at %s: %s", v.step, v.seen("de"))
	}
	return v
}

func one(ids ...booking.ConcernID) (all []booking.Wish) {
	for _, id := range ids {
		all = append(all, booking.Wish{Concern: id, Quantity: 1})
	}
	return all
}

// What is booked becomes what somebody says, at its time, once they have said yes.
func TestWhatIsBookedChangesInWords(t *testing.T) {
	t.Parallel()
	const both = "Perso und Reisepass für zwei Personen"
	for _, tt := range []struct {
		booked, said string
		want         []booking.Wish
		persons      int
	}{
		{"Führungszeugnis", "oh moment, ich brauch das erweiterte Führungszeugnis", one("conduct-extended"), 1},
		{"Führungszeugnis", "dann ändern Sie da das Führungszeugnis in erweitertes", one("conduct-extended"), 1},
		{"Perso", "doch lieber Reisepass statt Perso", one("passport"), 1},
		{"Perso", "kann ich das noch auf Reisepass ändern?", one("passport"), 1},
		{"Perso", "falsches Anliegen, ich brauche einen Reisepass", one("passport"), 1},
		{"Perso", "can I change it to a passport?", one("passport"), 1},
		{"Perso", "nehmen Sie den Reisepass auch noch dazu", one("id-card", "passport"), 1},
		{"Perso", "can you add a passport to it", one("id-card", "passport"), 1},
		{"Perso", "den Reisepass im selben Termin", one("id-card", "passport"), 1},
		{"Perso", "zwei statt einem Ausweis", []booking.Wish{{Concern: "id-card", Quantity: 2}}, 1},
		{"Perso", "wir kommen doch zu zweit", one("id-card"), 2},
		{"Perso", "mein Mann kommt auch mit", one("id-card"), 2},
		{both, "eine Person weniger", one("id-card", "passport"), 1},
		{both, "mein Sohn kommt doch nicht mit, nur ich", one("id-card", "passport"), 1},
		{both, "my husband is not coming after all", one("id-card", "passport"), 1},
		{both, "den Perso brauche ich nicht mehr, nur noch den Reisepass", one("passport"), 2},
		{both, "nur den Perso", one("id-card"), 2},
		{both, "ohne den Reisepass", one("id-card"), 2},
	} {
		t.Run(tt.said, func(t *testing.T) {
			t.Parallel()
			v := bookedFor(t, tt.booked, "Dienstag um 10")
			before := v.ahead[0]
			v = v.say(t, tt.said)
			if v.step != "move" || !v.state.Draft.Changes || v.ahead[0].Sequence != before.Sequence {
				t.Fatalf("at %s: %s", v.step, v.seen("de"))
			}
			v = v.say(t, "ja")
			if a := v.ahead[0]; len(v.ahead) != 1 || a.Number != before.Number || !a.Span.Start.Equal(before.Span.Start) || !a.IsFor(tt.want, tt.persons) {
				t.Errorf("it is for %v, %d of them, at %v", a.Wishes(), a.Persons, a.Span)
			}
		})
	}
}

// A plain wish beside what is booked is one for another appointment.
func TestAPlainWishAfterBookingIsANewBooking(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"ich brauche auch einen Reisepass", "noch einen Reisepass bitte", "Reisepass", "oh, und einen Reisepass bitte", "I also need a passport"} {
		v := bookedFor(t, "Perso", "Dienstag um 10").say(t, said)
		if d := v.state.Draft; d.Moving != 0 || len(d.Wishes) != 1 || d.Wishes[0].Concern != "passport" {
			t.Errorf("%q: %+v", said, d)
		}
	}
}

// Who has begun a second booking by mistake says so, and it changes the first.
func TestABookingBegunByMistakeChangesWhatIsBooked(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"nein nur anderes Anliegen, Termin am Dienstag soll bleiben", "kein neuer Termin, nur das Anliegen ändern"} {
		v := bookedFor(t, "Führungszeugnis", "Dienstag um 10").say(t, "ich brauch das erweiterte Führungszeugnis", said, "ja")
		if a := v.ahead[0]; len(v.ahead) != 1 || !a.IsFor(one("conduct-extended"), 1) || a.Sequence != 1 {
			t.Errorf("%q: it is for %v, at %s: %s", said, a.Wishes(), v.step, v.seen("de"))
		}
	}
}

// Neither no nor anything that comes to nothing changes what is booked.
func TestWhatIsBookedStaysAsItIs(t *testing.T) {
	t.Parallel()
	for remark, said := range map[string][]string{
		"change.kept": {"doch lieber Reisepass", "nein"},
		"change.same": {"wir kommen nur zu einem, also nur ich"},
		"move.kept":   {"verschieben auf Freitag", "doch nicht"},
	} {
		v := bookedFor(t, "Perso", "Dienstag um 10").say(t, said...)
		if a := v.ahead[0]; a.Sequence != 0 || !v.remarked(remark) || v.state.Draft.Begun() {
			t.Errorf("%q: at %s: %s", said, v.step, v.seen("de"))
		}
	}
}

// Who takes everything out is asked whether to cancel.
func TestTakingEverythingOutIsCancelling(t *testing.T) {
	t.Parallel()
	v := bookedFor(t, "Perso", "Dienstag um 10").say(t, "den Perso brauche ich nicht mehr")
	if v.step != "cancel" || len(v.ahead) != 1 {
		t.Errorf("at %s: %s", v.step, v.seen("de"))
	}
}

// The time of an appointment that does not do for what it is for henceforth is said not to,
// and others are proposed; what is booked stays.
func TestAChangeThatNeedsAnotherTimeProposesSome(t *testing.T) {
	t.Parallel()
	v := bookedFor(t, "Perso", "Dienstag so spät wie möglich", "1")
	before := v.ahead[0]
	v = v.say(t, "zwei statt einem Ausweis")
	if v.step != "when" || !strings.Contains(v.seen("de"), "ist dafür kein Platz") {
		t.Fatalf("at %s: %s", v.step, v.seen("de"))
	}
	v = v.say(t, "1", "ja")
	a := v.ahead[0]
	if want := []booking.Wish{{Concern: "id-card", Quantity: 2}}; !a.IsFor(want, 1) || a.Span.Start.Equal(before.Span.Start) || a.Number != before.Number {
		t.Errorf("it is for %v at %v, from %v", a.Wishes(), a.Span, before.Span)
	}
}

// What does not go into the same appointment gets one of its own, and nothing else changes.
func TestWhatCannotBeAddedIsBookedApart(t *testing.T) {
	t.Parallel()
	v := bookedFor(t, "Perso", "Dienstag um 10").say(t, "nehmen Sie das Führungszeugnis noch dazu")
	if d := v.state.Draft; !v.remarked("change.apart") || d.Moving != 0 || len(d.Wishes) != 1 || d.Wishes[0].Concern != "conduct" || len(v.state.Later) != 0 {
		t.Errorf("at %s: %+v: %s", v.step, d, v.seen("de"))
	}
}

// A booked name is no wish and no move, however it is called wrong, and the office's number is
// said, wherever the appointment is seen.
func TestABookedNameIsNeverAWish(t *testing.T) {
	t.Parallel()
	for _, seen := range [][]string{nil, {"meine Termine"}, {"meine Termine", "1"}, {"verschieben"}} {
		for _, said := range []string{
			"ups, der Name soll doch Lena Hoffmann sein", "Name ist falsch beim Termin", "da steht Voss, wir heißen Voß",
			"mein Name ist falsch geschrieben, Meyer mit ey", "my name is misspelled", "die Mail war falsch",
		} {
			v := bookedFor(t, "Perso", "Dienstag um 10").say(t, seen...)
			after := v.say(t, said)
			if !after.remarked("correct.booked") || after.state.Screen != v.state.Screen || after.step != v.step || len(after.state.Draft.Wishes) > 0 {
				t.Errorf("%q after %q: at %s: %s", said, seen, after.step, after.seen("de"))
			}
		}
	}
}

// Others who want the same may want it right beside the appointment that is seen.
func TestOthersComeRightBesideWhatIsBooked(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]time.Duration{
		"danke, meine Schwester braucht auch einen, direkt nach mir":        15 * time.Minute,
		"meine Frau braucht auch einen, am selben Tag, gleich im Anschluss": 15 * time.Minute,
		"my sister needs one too, same day, right after it":                 15 * time.Minute,
		"one for my husband too, directly before mine":                      -15 * time.Minute,
		"ich brauche auch noch einen Reisepass, direkt danach":              15 * time.Minute,
	} {
		v := bookedFor(t, "Perso", "Dienstag um 10")
		before := v.ahead[0]
		v = v.say(t, said)
		if d := v.state.Draft; d.Moving != 0 || d.Hold == 0 || d.Start.Sub(before.Span.Start) != want {
			t.Errorf("%q: at %v, %v wanted: %s", said, d.Start, want, v.seen("de"))
		}
	}
}
