package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// remarksOf is the sentences that were said.
func remarksOf(talk *talk) []string { return keysOf(talk.remarks) }

// ticketOf is a ticket of the sample office in a state.
func ticketOf(o *booking.Office, state booking.State, now time.Time) booking.Appointment {
	return booking.Appointment{
		ID: 7, Number: "K7M4PQ", Ticket: 3, Office: o.ID, State: state, Arrived: now, Persons: 1, Desk: o.Desks[0].ID, Skills: o.Desks[0].Skills[:1],
		Span: booking.Span{Start: now, End: now.Add(10 * time.Minute)}, Items: []booking.Item{{Concern: "passport", Quantity: 1}},
	}
}

// Where a ticket stands follows from its state.
func TestWhereATicketStandsIsSaid(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, ticketScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	parked := ticketOf(o, booking.CheckedIn, now)
	parked.Visit.Parked = now
	elsewhere := ticketOf(o, booking.CheckedIn, now)
	elsewhere.Office = "odd"
	for name, tt := range map[string]struct {
		a    booking.Appointment
		want []string
	}{
		"waiting": {ticketOf(o, booking.CheckedIn, now), []string{"ticket.place", "ticket.soon"}},
		"called":  {ticketOf(o, booking.Called, now), []string{"ticket.called"}},
		"done":    {ticketOf(o, booking.Finished, now), []string{"ticket.gone"}},
		"resting": {parked, []string{"ticket.parked"}},
		"not served": {func() booking.Appointment {
			a := ticketOf(o, booking.CheckedIn, now)
			a.Skills = []booking.Skill{"odd"}
			return a
		}(), []string{"ticket.late"}},
		"of no office": {elsewhere, nil},
	} {
		f := base.facts
		f.Line = []booking.Appointment{tt.a}
		if got := keysOf(TicketLines(f, tt.a)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	for reached, want := range map[bool]string{true: "ticket.told", false: "ticket.look"} {
		talk := at(citizenFlow{}, ticketScreen, "")
		talk.facts.Appointments, talk.facts.Line, talk.facts.Reached, talk.Chosen = []booking.Appointment{ticketOf(o, booking.CheckedIn, now)}, nil, reached, 7
		if got := keysOf(ticketStep{}.show(talk).Body); got[len(got)-1] != want {
			t.Errorf("reached %v: %v", reached, got)
		}
		talk.facts.Appointments[0].State = booking.Called
		if got := keysOf(ticketStep{}.show(talk).Body); slices.Contains(got, want) {
			t.Errorf("who is called reads %v", got)
		}
	}
}

// What came of linking and leaving a ticket is said.
func TestWhatCameOfATicketIsSaid(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	for name, tt := range map[string]struct {
		result func(*talk, Result)
		err    error
		remark []string
		screen Screen
	}{
		"linked":           {(*talk).ticketLinked, nil, nil, ticketScreen},
		"linked elsewhere": {(*talk).ticketLinked, booking.ErrLinked, []string{"ticket.linked_elsewhere"}, leaveTicketScreen},
		"too often":        {(*talk).ticketLinked, booking.ErrLimit, []string{"attach.too_often"}, leaveTicketScreen},
		"unknown":          {(*talk).ticketLinked, booking.ErrUnknown, []string{"ticket.unknown"}, leaveTicketScreen},
		"left":             {(*talk).ticketReturned, nil, []string{"ticket.left"}, noScreen},
		"not left":         {(*talk).ticketReturned, booking.ErrOver, []string{"ticket.gone"}, ticketScreen},
		"moved late":       {(*talk).delayed, booking.ErrOver, []string{"late.over"}, appointmentsScreen},
		"late":             {(*talk).delayed, nil, []string{"late.done"}, appointmentScreen},
		"not there":        {(*talk).arrived, booking.ErrOver, []string{"here.over"}, leaveTicketScreen},
		"there":            {(*talk).arrived, nil, []string{"here.done"}, appointmentScreen},
		"affirmed":         {(*talk).affirmed, nil, []string{"notice.thanks"}, appointmentScreen},
		"not affirmed":     {(*talk).affirmed, booking.ErrOver, []string{"notice.over"}, leaveTicketScreen},
		"rated twice":      {func(talk *talk, d Result) { talk.rated(Rate{}, d) }, booking.ErrOver, []string{"rating.over"}, leaveTicketScreen},
		"rated":            {func(talk *talk, d Result) { talk.rated(Rate{Stars: 3}, d) }, nil, nil, ratingScreen},
		"a line":           {(*talk).commented, nil, []string{"rating.noted"}, noScreen},
		"a line too late":  {(*talk).commented, booking.ErrOver, []string{"rating.over"}, noScreen},
		"waits no more":    {(*talk).ended, nil, []string{"wait.ended"}, waitingScreen},
		"did not wait":     {(*talk).ended, booking.ErrUnknown, []string{"wait.gone"}, waitingScreen},
		"declined":         {(*talk).declined, nil, []string{"offer.declined"}, leaveTicketScreen},
		"declined late":    {(*talk).declined, booking.ErrExpired, []string{"offer.over"}, leaveTicketScreen},
		"accepted":         {(*talk).accepted, nil, []string{"offer.accepted"}, appointmentScreen},
		"accepted late":    {(*talk).accepted, booking.ErrExpired, []string{"offer.over"}, leaveTicketScreen},
		"one too many":     {(*talk).accepted, booking.ErrLimit, []string{"refused.limit"}, appointmentsScreen},
		"cancelled":        {(*talk).cancelled, nil, []string{"cancel.done"}, appointmentsScreen},
		"cancelled often":  {(*talk).cancelled, booking.ErrDayLimit, []string{"refused.day_limit"}, appointmentsScreen},
		"cancelled late":   {(*talk).cancelled, booking.ErrOver, []string{"refused.gone"}, appointmentsScreen},
		"data":             {(*talk).exported, nil, []string{"data.done"}, leaveTicketScreen},
		"data too often":   {(*talk).exported, booking.ErrTooOften, []string{"refused.too_often"}, leaveTicketScreen},
		"erased":           {(*talk).erased, nil, []string{"erase.done"}, noScreen},
		"not erased":       {(*talk).erased, booking.ErrTooOften, []string{"refused.too_often"}, leaveTicketScreen},
	} {
		talk := at(citizenFlow{}, leaveTicketScreen, "")
		a := ticketOf(o, booking.CheckedIn, talk.facts.Now)
		tt.result(talk, Result{Refused: tt.err, Appointment: a})
		if !slices.Equal(remarksOf(talk), tt.remark) || talk.Screen != tt.screen {
			t.Errorf("%s: %v at %q, want %v at %q", name, remarksOf(talk), talk.Screen, tt.remark, tt.screen)
		}
	}
	talk := at(citizenFlow{}, noScreen, "")
	talk.Revision, talk.Condoled, talk.Draft, talk.Handed = 9, true, answered(), true
	talk.erased(Result{})
	if got, want := talk.State, (State{Version: version, Revision: 9, Lang: "de"}); !slices.Equal(remarksOf(talk), []string{"erase.done"}) || got.Draft.Name != "" || got.Condoled || got.Handed || got.Revision != want.Revision || got.Lang != want.Lang {
		t.Errorf("erased: %+v", got)
	}
}

// A screen at the door shows who is called, the last first, and who waits; who rests or is
// gone is not on it.
func TestTheBoardShowsWhoIsCalledAndWhoWaits(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	now := november(23).At(600, time.UTC)
	of := func(ticket int, state booking.State, called int, parked bool) booking.Appointment {
		a := booking.Appointment{Ticket: ticket, State: state, Desk: o.Desks[1].ID, CalledAt: now.Add(time.Duration(called) * time.Minute)}
		if parked {
			a.Visit.Parked = now
		}
		return a
	}
	got := Board(o, []booking.Appointment{
		of(1, booking.CheckedIn, 0, false), of(2, booking.Called, 1, false), of(3, booking.Confirmed, 0, false), of(4, booking.Called, 2, false), of(5, booking.CheckedIn, 0, true),
		of(6, booking.CheckedIn, 0, false), of(7, booking.Finished, 0, false), of(8, booking.Missed, 0, false),
	})
	var numbers []string
	for i, c := range got {
		numbers = append(numbers, c.Number)
		if (c.Desk == nil) != (i > 1) || i < 2 && c.Desk["de"] != o.Desks[1].Name["de"] {
			t.Errorf("%s stands at %v", c.Number, c.Desk)
		}
	}
	if want := []string{booking.TicketName(4), booking.TicketName(2), booking.TicketName(1), booking.TicketName(6)}; !slices.Equal(numbers, want) {
		t.Errorf("on the board: %v, want %v", numbers, want)
	}
}

// What was booked once is booked again, without what the office has given up; a booking
// under way is asked about first.
func TestWhatWasBookedOnceIsBookedAgain(t *testing.T) {
	t.Parallel()
	a := booking.Appointment{Office: "werne", Items: []booking.Item{{Concern: "odd"}, {Concern: "passport"}, {Concern: "passport"}}}
	talk := at(citizenFlow{}, appointmentsScreen, "")
	talk.again(a)
	if d := talk.Draft; len(d.Wishes) != 1 || d.Wishes[0].Concern != "passport" || !d.Picked || d.Category != "identity" || talk.Screen != noScreen {
		t.Errorf("again: %+v at %q", d, talk.Screen)
	}
	busy := at(citizenFlow{}, appointmentsScreen, "")
	busy.Draft.Wishes = []booking.Wish{{Concern: "id-card"}}
	if busy.again(a); busy.Screen != resumeScreen || busy.Draft.Wishes[0].Concern != "id-card" {
		t.Errorf("under way: %+v at %q", busy.Draft, busy.Screen)
	}
	gone := at(citizenFlow{}, noScreen, "")
	gone.fetch(booking.Appointment{Office: "odd"})
	if !slices.Equal(remarksOf(gone), []string{"notice.over"}) {
		t.Errorf("of no office: %v", remarksOf(gone))
	}
}

// One's coming is said of the next appointment of which it was not said yet.
func TestComingIsSaidOfTheNextThatIsOpen(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	now := base.facts.Now
	of := func(id booking.AppointmentID, in time.Duration, coming bool) booking.Appointment {
		return booking.Appointment{ID: id, State: booking.Confirmed, Coming: coming, Span: booking.Span{Start: now.Add(in)}}
	}
	for name, tt := range map[string]struct {
		all  []booking.Appointment
		want booking.AppointmentID
	}{
		"none": {nil, 0}, "over": {[]booking.Appointment{of(1, 0, false)}, 0}, "one": {[]booking.Appointment{of(1, 1, false)}, 1}, "said already": {[]booking.Appointment{of(1, 1, true)}, 1},
		"the next": {[]booking.Appointment{of(1, 1, false), of(2, 2, false)}, 1}, "the next open": {[]booking.Appointment{of(1, 1, true), of(2, 2, false)}, 2},
		"all said": {[]booking.Appointment{of(1, 1, true), of(2, 2, true)}, 1},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Appointments = tt.all
		talk.coming()
		var got booking.AppointmentID
		if len(talk.commands) == 1 {
			got = talk.commands[0].(Affirm).Appointment
		}
		if got != tt.want || tt.want == 0 && talk.Screen != appointmentsScreen {
			t.Errorf("%s: %d, want %d, at %q", name, got, tt.want, talk.Screen)
		}
	}
}
