package booking_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// What a ticket can expect at a busy office: ten desks, thirty people in line, sixty
// appointments ahead.
func BenchmarkOutlook(b *testing.B) {
	o := walkInOffice()
	for len(o.Desks) < 10 {
		desk := o.Desks[0]
		desk.ID = booking.DeskID(rune('a' + len(o.Desks)))
		o.Desks = append(o.Desks, desk)
	}
	now := at(tuesday, "8:30")
	var today []booking.Appointment
	for i := range 90 {
		a := ticket(booking.AppointmentID(i+1), i+1, "8:00")
		if i >= 30 {
			a.Ticket, a.State, a.Arrived = 0, booking.Confirmed, time.Time{}
			a.Span.Start = now.Add(time.Duration(i-30) * 2 * time.Minute)
			a.Span.End = a.Span.Start.Add(15 * time.Minute)
		}
		today = append(today, a)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := o.Outlook(today[29], today, now); !ok {
			b.Fatal("nobody is served")
		}
	}
}
