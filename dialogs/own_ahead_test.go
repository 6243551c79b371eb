package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// Only an appointment that is ahead, and that the town still serves, can move or wait for
// an earlier time; a booking under way is asked about first.
func TestOnlyWhatIsAheadCanMove(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now := base.facts.Now
	of := func(state booking.State, in time.Duration, concern booking.ConcernID) booking.Appointment {
		return booking.Appointment{ID: 7, Office: "werne", State: state, Span: booking.Span{Start: now.Add(in), End: now.Add(in + time.Hour)}, Items: []booking.Item{{Concern: concern}}}
	}
	for name, tt := range map[string]struct {
		a      booking.Appointment
		begun  bool
		screen Screen
		remark []string
		moves  bool
	}{
		"ahead":              {of(booking.Confirmed, time.Second, "passport"), false, noScreen, nil, true},
		"it begins now":      {of(booking.Confirmed, 0, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"begun":              {of(booking.Confirmed, -time.Hour, "passport"), true, appointmentsScreen, []string{"refused.gone"}, false},
		"cancelled":          {of(booking.Cancelled, time.Hour, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"there":              {of(booking.CheckedIn, time.Hour, "passport"), false, appointmentsScreen, []string{"refused.gone"}, false},
		"given up":           {of(booking.Confirmed, time.Hour, "odd"), false, appointmentScreen, nil, false},
		"amidst a booking":   {of(booking.Confirmed, time.Hour, "passport"), true, resumeScreen, nil, false},
		"given up, amidst":   {of(booking.Confirmed, time.Hour, "odd"), true, appointmentScreen, nil, false},
		"of somebody else's": {booking.Appointment{ID: 8}, false, appointmentsScreen, []string{"refused.gone"}, false},
	} {
		for _, choice := range []string{moveChoice, waitChoice} {
			talk := at(citizenFlow{}, bookedScreen, "")
			talk.Chosen, talk.facts.Appointments = 7, []booking.Appointment{tt.a}
			if tt.begun {
				talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "id-card"}}, Name: "Erika"}
			}
			want := talk.Draft
			if tt.moves {
				want = Draft{Moving: 7, Office: "werne", Wait: WaitDraft{On: choice == waitChoice}}
			}
			talk.change(choice)
			if talk.Screen != tt.screen || !slices.Equal(remarksOf(talk), tt.remark) || !reflect.DeepEqual(talk.Draft, want) || (talk.Instead == choice) != (tt.screen == resumeScreen) {
				t.Errorf("%s, %s: at %q, %v, %+v", name, choice, talk.Screen, remarksOf(talk), talk.Draft)
			}
		}
	}
}

// An answer to a notice that leads somewhere brings the talk back from the staff; one that
// is only noted does not.
func TestAnAnswerToANoticeBringsBackOnlyWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		choice   string
		commands []string
		handed   bool
	}{
		"coming": {comingChoice, []string{"affirm"}, true},
		"late":   {lateChoice, []string{"take back"}, false},
		"move":   {moveChoice, []string{"take back"}, false},
		"cancel": {cancelChoice, []string{"take back"}, false},
		"again":  {againChoice, []string{"take back"}, false},
		"odd":    {"odd", nil, true},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		now := talk.facts.Now
		a := booking.Appointment{
			ID: 7, Office: "werne", State: booking.Confirmed, Span: booking.Span{Start: now.Add(time.Hour), End: now.Add(2 * time.Hour)}, Items: []booking.Item{{Concern: "passport"}},
		}
		talk.Handed, talk.facts.Appointments = true, []booking.Appointment{a}
		talk.facts.Notice = &ReceivedNotice{booking.Notice{ID: 3, Kind: booking.ReminderNotice}, a}
		if passed := talk.passedOn(Responded{Notice: 3, Choice: tt.choice}); !passed || talk.Handed != tt.handed || !slices.Equal(commandsOf(talk), tt.commands) {
			t.Errorf("%s: passed on %v, handed %v, %v", name, passed, talk.Handed, commandsOf(talk))
		}
	}
}

// Changes are told of an appointment that is ahead; where no time is given, as in a file,
// of any that stands.
func TestChangesAreToldOfWhatIsAhead(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now := base.facts.Now
	for name, tt := range map[string]struct {
		state  booking.State
		in     time.Duration
		office booking.OfficeID
		now    time.Time
		want   []string
	}{
		"ahead":         {booking.Confirmed, time.Second, "werne", now, []string{"changed.title", "changed.dropped"}},
		"it begins now": {booking.Confirmed, 0, "werne", now, nil},
		"begun":         {booking.Confirmed, -time.Minute, "werne", now, nil},
		"begun, a file": {booking.Confirmed, -time.Minute, "werne", time.Time{}, []string{"changed.title", "changed.dropped"}},
		"there":         {booking.CheckedIn, time.Hour, "werne", now, nil},
		"cancelled":     {booking.Cancelled, time.Hour, "werne", time.Time{}, nil},
		"of no office":  {booking.Confirmed, time.Hour, "odd", now, nil},
	} {
		f := base.facts
		f.Now = tt.now
		o := f.Town.Offices[0]
		start := now.Add(tt.in)
		got := keysOf(f.changeLines(booking.Appointment{
			Office: tt.office, State: tt.state, Desk: o.Desks[0].ID, Span: booking.Span{Start: start, End: start.Add(10 * time.Minute)},
			Items: []booking.Item{{Concern: "odd", Name: booking.Text{"de": "Odd"}, Quantity: 1}},
		}))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// A place on the waiting list is named by the appointment that waits, or else by what is
// waited for, as far as the town still knows it.
func TestAPlaceIsNamedByWhatIsWaitedFor(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		place booking.Waiting
		want  string
	}{
		"an appointment":      {booking.Waiting{Appointment: 7, Wishes: []booking.Wish{{Concern: "odd"}}}, "wait.choice"},
		"a concern":           {booking.Waiting{Wishes: []booking.Wish{{Concern: "passport"}}}, "wait.choice_first"},
		"given up":            {booking.Waiting{Wishes: []booking.Wish{{Concern: "odd"}}}, "wait.choice_unserved"},
		"an appointment gone": {booking.Waiting{Appointment: 8}, "wait.choice_gone"},
		"nothing":             {booking.Waiting{}, "wait.choice_gone"},
	} {
		talk := at(citizenFlow{}, waitingScreen, "")
		talk.facts.Appointments = []booking.Appointment{{ID: 7, Office: "werne"}}
		tt.place.ID = 5
		talk.facts.Waiting, talk.Place = []Waiting{{Waiting: tt.place}}, 5
		list, shown := waitingStep{}.show(talk), placeStep{}.show(talk)
		if got := list.Groups[0].Choices[0]; got.Label.Key != tt.want || got.ID != placePrefix+"5" || shown.Title.Key != tt.want {
			t.Errorf("%s: %v, then %s, want %s", name, got, shown.Title.Key, tt.want)
		}
	}
}

// When somebody can say that they are there is told by their appointment, to its end.
func TestWhenSomebodyCanArriveIsTold(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	of := func(state booking.State, begun time.Duration) booking.Appointment {
		return booking.Appointment{ID: 7, Office: o.ID, Desk: o.Desks[0].ID, State: state, Span: booking.Span{Start: now.Add(-begun), End: now.Add(time.Hour)}}
	}
	until := o.Policy.Arrive.After
	late := of(booking.Confirmed, until+time.Second)
	late.Late = time.Second
	for name, tt := range map[string]struct {
		a    booking.Appointment
		want string
	}{
		"ahead":           {of(booking.Confirmed, -24*time.Hour), "here.when"},
		"at the end":      {of(booking.Confirmed, until), "here.when"},
		"over":            {of(booking.Confirmed, until+time.Second), "here.late"},
		"over, but later": {late, "here.when"},
		"called":          {of(booking.Called, 0), "ticket.called"},
		"there":           {of(booking.CheckedIn, 0), "here.done"},
		"of no office":    {booking.Appointment{Office: "odd"}, "here.none"},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		if talk.arriveWhen(tt.a); !slices.Equal(remarksOf(talk), []string{tt.want}) {
			t.Errorf("%s: %v, want %s", name, remarksOf(talk), tt.want)
		}
	}
}
