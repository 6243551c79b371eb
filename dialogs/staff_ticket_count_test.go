package dialogs

import (
	"reflect"
	"slices"
	"testing"

	"terminbote/booking"
)

// How many cases a ticket is for is kept while it is asked which concern is meant.
func TestACountForATicketIsKeptUntilItIsKnownForWhat(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"reisepass": 3, "2 reisepass": 2, "1 reisepass": 1} {
		talk := at(staffFlow{}, staffTicketScreen, booking.Clerk)
		talk.facts.Directory = RememberingDirectory(talk.facts.Town)
		talk.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport", "id-card"}}
		staffTicketStep{}.hear(talk, talk.read(text))
		if len(talk.commands) != 1 || talk.commands[0].(GiveTicket).Wishes[0] != (booking.Wish{Concern: "passport", Quantity: want}) {
			t.Errorf("%q: %+v, %v", text, talk.commands, remarksOf(talk))
		}
	}
	talk := at(staffFlow{}, staffTicketScreen, booking.Clerk)
	talk.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport"}}
	if (staffTicketStep{}).choose(talk, ticketForPrefix+"id-card") || len(talk.commands) > 0 {
		t.Error("a ticket is given for what was not offered")
	}
	if ok := (staffTicketStep{}).choose(talk, ticketForPrefix+"passport"); !ok || talk.commands[0].(GiveTicket).Wishes[0].Quantity != 3 {
		t.Errorf("chosen: %+v", talk.commands)
	}
	odd := at(staffFlow{}, staffTicketScreen, booking.Clerk)
	odd.Work.Ticket = TicketDraft{Count: 3, Among: []booking.ConcernID{"passport"}}
	odd.facts.Directory = RememberingDirectory(odd.facts.Town)
	if odd.ticketFor("reisepass", -1); len(odd.commands) > 0 || !reflect.DeepEqual(odd.Work.Ticket, TicketDraft{}) || !slices.Equal(remarksOf(odd), []string{"staff.ticket_count"}) {
		t.Errorf("no count: %+v, %v", odd.Work.Ticket, remarksOf(odd))
	}
}

// Who rests is named by what is called out, however it is typed.
func TestWhoRestsIsNamedByWhatIsCalledOut(t *testing.T) {
	t.Parallel()
	booked := booking.Appointment{Number: "K7M4PQ"}
	ticket := booking.Appointment{Number: "TCK222", Ticket: 3}
	name := booking.TicketName(3)
	for typed, want := range map[string][2]bool{ // the appointment, the ticket
		"K7M4PQ": {true, false}, "k7m 4pq": {true, false}, "TCK222": {false, true}, "tck 222": {false, true},
		name: {false, true}, "w3": {false, true}, "W33": {false, false}, "W": {false, false}, "": {false, false},
	} {
		if got := [2]bool{isCalledOut(booked, typed), isCalledOut(ticket, typed)}; got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
}
