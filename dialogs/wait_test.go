package dialogs_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// offered is the facts where a time is offered to somebody who has an
// appointment.
func offered(until time.Duration) (dialogs.Facts, booking.Appointment) {
	town := office.Sample()
	o := town.Offices[0]
	start := o.Today(monday).Add(1).At(9*60, o.Calendar.Zone)
	hold := booking.Appointment{
		ID: 8, Claim: 7, Office: o.ID, State: booking.Held, HeldUntil: monday.Add(until), Persons: 1,
		Span: booking.Span{Start: start, End: start.Add(15 * time.Minute)},
	}
	notice := booking.Notice{ID: 3, Kind: booking.OfferNotice}
	return dialogs.Facts{
		Now: monday, Town: town, Directory: new(dialogs.Directories).Of(town),
		Notice: &dialogs.ReceivedNotice{Notice: notice, Appointment: hold},
	}, hold
}

func TestAnOfferIsAnsweredUnderItsNotice(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		choice string
		until  time.Duration
		want   []dialogs.Command
	}{
		"accepted":                {"accept", time.Minute, []dialogs.Command{dialogs.Accept{Hold: 8}}},
		"declined":                {"decline", time.Minute, []dialogs.Command{dialogs.Decline{Hold: 8}}},
		"accepted too late":       {"accept", 0, nil},
		"declined too late":       {"decline", 0, nil},
		"answered as a reminder":  {"coming", time.Minute, nil},
		"moved as an appointment": {"move", time.Minute, nil},
	}
	for name, test := range tests {
		facts, _ := offered(test.until)
		reply := dialogs.Turn(dialogs.Decode(nil, "de"), facts, dialogs.Responded{Notice: 3, Choice: test.choice})
		if diff := cmp.Diff(test.want, reply.Commands); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if (len(reply.Remarks) > 0) != (test.want == nil) {
			t.Errorf("%s: said %v", name, reply.Remarks)
		}
	}
}

func TestWhatIsSaidWhenAnOfferWasAnswered(t *testing.T) {
	t.Parallel()
	facts, hold := offered(time.Minute)
	moved := hold
	moved.ID, moved.State = 7, booking.Confirmed
	tests := map[string]struct {
		done dialogs.Result
		want string
	}{
		"accepted": {dialogs.Result{Command: dialogs.Accept{Hold: 8}, Appointment: moved}, "offer.accepted"},
		"too late": {dialogs.Result{Command: dialogs.Accept{Hold: 8}, Refused: booking.ErrExpired}, "offer.over"},
		"limit":    {dialogs.Result{Command: dialogs.Accept{Hold: 8}, Refused: booking.ErrLimit}, "refused.limit"},
		"declined": {dialogs.Result{Command: dialogs.Decline{Hold: 8}}, "offer.declined"},
		"gone":     {dialogs.Result{Command: dialogs.Decline{Hold: 8}, Refused: booking.ErrExpired}, "offer.over"},
	}
	for name, test := range tests {
		reply := dialogs.Turn(dialogs.Decode(nil, "de"), facts, test.done)
		if len(reply.Remarks) != 1 || reply.Remarks[0].Key != test.want {
			t.Errorf("%s: said %v, want %s", name, reply.Remarks, test.want)
		}
		if test.want == "offer.accepted" && (reply.State.Screen != "appointment" || reply.State.Chosen != 7) {
			t.Errorf("%s: shows %s %d", name, reply.State.Screen, reply.State.Chosen)
		}
	}
}

// People who overlooked the notice find the offer at their place in the list.
func TestAnOpenOfferStandsOnTheWaitingList(t *testing.T) {
	t.Parallel()
	facts, hold := offered(time.Minute)
	facts.Notice = nil
	facts.Waiting = []dialogs.Waiting{{Waiting: booking.Waiting{ID: 5, Appointment: 7}, Offer: &hold}}
	state := dialogs.Decode(nil, "de")
	state.Screen, state.Place = "place", 5
	for _, choice := range []string{"accept", "decline", "end"} {
		if view := dialogs.Show(state, facts); !has(view, choice) {
			t.Errorf("%s is not offered", choice)
		}
		reply := dialogs.Turn(state, facts, dialogs.Tapped{Choice: choice, Revision: state.Revision})
		want := map[string]dialogs.Command{"accept": dialogs.Accept{Hold: 8}, "decline": dialogs.Decline{Hold: 8}, "end": dialogs.EndWait{Wait: 5}}
		if diff := cmp.Diff([]dialogs.Command{want[choice]}, reply.Commands); diff != "" {
			t.Errorf("%s (-want +got):\n%s", choice, diff)
		}
	}
	facts.Waiting[0].Offer = nil
	reply := dialogs.Turn(state, facts, dialogs.Tapped{Choice: "accept", Revision: state.Revision})
	if len(reply.Commands) > 0 {
		t.Errorf("an offer that is over led to %v", reply.Commands)
	}
}

func has(v dialogs.View, id string) bool {
	return visitor{view: v}.offers(id)
}

func TestAnOfferSaysWhatItIsInEveryLanguage(t *testing.T) {
	t.Parallel()
	facts, hold := offered(time.Minute)
	view := dialogs.Tell(dialogs.Notice{Notice: facts.Notice.Notice, Appointment: hold, Office: facts.Town.Offices[0]})
	for _, lang := range locales.Languages() {
		p := locales.For(lang)
		for _, line := range append([]locales.Line{view.Title, view.Ask}, view.Body...) {
			if _, err := p.Try(line); err != nil {
				t.Errorf("%s: %v", lang, err)
			}
		}
	}
	if !has(view, "accept") || !has(view, "decline") {
		t.Error("it cannot be answered")
	}
}

// Who is offered a time in place of one that they have is told that they keep
// that; who has none is not.
func TestAnOfferSaysWhatBecomesOfTheOldTime(t *testing.T) {
	t.Parallel()
	facts, hold := offered(time.Minute)
	for claim, want := range map[booking.AppointmentID]bool{7: true, hold.ID: false} {
		hold.Claim = claim
		n := dialogs.Notice{Notice: facts.Notice.Notice, Appointment: hold, Office: facts.Town.Offices[0]}
		for what, lines := range map[string][]locales.Line{"in the chat": dialogs.Tell(n).Body, "by mail": dialogs.OfferTerms(n)} {
			says := slices.ContainsFunc(lines, func(l locales.Line) bool { return l.Key == "offer.old" })
			if says != want {
				t.Errorf("%s, of an offer that moves %v: %v", what, want, lines)
			}
		}
	}
}

// Of several places the one that was chosen is shown and left.
func TestThePlaceThatWasChosenIsShownAndLeft(t *testing.T) {
	t.Parallel()
	facts, hold := offered(time.Minute)
	facts.Notice = nil
	facts.Waiting = []dialogs.Waiting{{Waiting: booking.Waiting{ID: 4}}, {Waiting: booking.Waiting{ID: 5}, Offer: &hold}, {Waiting: booking.Waiting{ID: 6}}}
	state := dialogs.Decode(nil, "de")
	state.Screen = "place"
	for id, offers := range map[booking.WaitID]bool{4: false, 5: true, 6: false} {
		state.Place = id
		if view := dialogs.Show(state, facts); has(view, "accept") != offers || !has(view, "end") {
			t.Errorf("place %d is shown as %+v", id, view)
		}
		reply := dialogs.Turn(state, facts, dialogs.Tapped{Choice: "end", Revision: state.Revision})
		if diff := cmp.Diff([]dialogs.Command{dialogs.EndWait{Wait: id}}, reply.Commands); diff != "" {
			t.Errorf("place %d is left by %s", id, diff)
		}
	}
	reply := dialogs.Turn(state, facts, dialogs.Result{Command: dialogs.EndWait{Wait: 6}})
	if reply.State.Place != 0 || reply.State.Screen != "waiting" {
		t.Errorf("after it is left: %+v", reply.State)
	}
}

// Who joins the list where nothing is told by itself learns that they have to look.
func TestWhoIsToldNothingLearnsItOnJoining(t *testing.T) {
	t.Parallel()
	for silent, want := range map[bool][]string{true: {"wait.joined", "wait.joined_silent"}, false: {"wait.joined"}} {
		facts, _ := offered(time.Minute)
		facts.Silent = silent
		reply := dialogs.Turn(dialogs.Decode(nil, "de"), facts, dialogs.Result{Command: dialogs.Wait{}})
		var said []string
		for _, r := range reply.Remarks {
			said = append(said, r.Key)
		}
		if !slices.Equal(said, want) || reply.State.Screen != "waiting" {
			t.Errorf("silent %v: said %v on %s", silent, said, reply.State.Screen)
		}
	}
}
