package dialogs_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/locales"
	"terminbote/office"
)

// One tap under the notice leads to the times for the pick-up: what is asked first
// of others, whether they have been told, is not asked.
func TestOneTapBooksThePickUp(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t, "Perso", "morgen 9:30", "Erika Beispiel", "erika@beispiel.de", "ja")
	a := v.ahead[0]
	a.State = booking.Finished
	v.memory.Put(a)
	v.now = v.now.AddDate(0, 0, 14)
	notice := v.memory.Notify(booking.PickupNotice, a)
	v = v.turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"})
	if w := v.state.Draft.Wishes; len(w) != 1 || w[0].Concern != "pickup-document" || v.step != "when" {
		t.Fatalf("at %s with %+v", v.step, v.state.Draft)
	}
	busy := v.say(t, "Anfang", "ja", "Reisepass").turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"})
	if busy.step != "resume" {
		t.Errorf("a booking under way is given up unasked: at %s", busy.step)
	}
	a.State = booking.Missed
	v.memory.Put(a)
	v.now = v.now.Add(time.Hour)
	if over := v.turn(t, dialogs.Responded{Notice: notice, Choice: "pickup"}); !over.remarked("notice.over") {
		t.Errorf("of one that nobody came to: %+v", over.remarks)
	}
}

// Only what can be fetched is said to be ready, whatever else the visit was for.
func TestOnlyWhatIsFetchedIsReady(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	a := dialogstest.Elsewhere(o.ID, o.Desks[0].ID, monday, 15*time.Minute)
	a.Number, a.State = "BBB222", booking.Finished
	want := map[string]bool{}
	for i, c := range o.Concerns[:12] {
		name := fmt.Sprint("Anliegen ", i)
		a.Items = append(a.Items, booking.Item{Concern: c.ID, Name: booking.Text{"de": name}, Quantity: 1})
		want[name] = c.Pickup != ""
	}
	view := dialogs.Tell(dialogs.Notice{Notice: booking.Notice{Kind: booking.PickupNotice}, Appointment: a, Office: o})
	said, fetched := map[string]bool{}, 0
	for _, line := range view.Body {
		said[strings.TrimPrefix(locales.For("de").Say(line), "• ")] = true
	}
	for name, ready := range want {
		if said[name] != ready {
			t.Errorf("%s is said to be ready: %v, want %v\n%v", name, said[name], ready, said)
		}
		if ready {
			fetched++
		}
	}
	if fetched == 0 || fetched == len(want) {
		t.Errorf("%d of %d concerns can be fetched", fetched, len(want))
	}
}

// Two hundred people are told by one command, and no more.
func TestAListOfNumbersHasAnEnd(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, office.Sample(), booking.Clerk)
	list := func(many int) string {
		all := []string{"abholbereit"}
		for i := range many {
			all = append(all, string(booking.NewNumber([8]byte{6: byte(i / 256), 7: byte(i)})))
		}
		return strings.Join(all, " ")
	}
	for many, told := range map[int]bool{1: true, 199: true, 200: true, 201: false} {
		next := v.say(t, list(many))
		ready := 0
		for _, c := range next.commands {
			if r, is := c.(dialogs.Ready); is {
				ready = len(r.Numbers)
			}
		}
		if told && ready != many || !told && (ready != 0 || !next.remarked("staff.ready.many")) {
			t.Errorf("of %d numbers %d are told: %v", many, ready, next.remarks)
		}
	}
}
