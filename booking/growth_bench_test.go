package booking_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"terminbote/booking"
)

// fullDays is an office of many desks, open from 8:00 to 20:30, in which visits
// of half an hour fill four fifths of each desk's days.
func fullDays(desks, days int) (*booking.Office, [][]booking.Busy) {
	o := sampleOffice()
	o.Desks = nil
	for i := range desks {
		o.Desks = append(o.Desks, booking.Desk{ID: booking.DeskID(strconv.Itoa(i)), Skills: []booking.Skill{"papers"}})
	}
	for day := range o.Calendar.Week {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 20*60 + 30}}
	}
	all := make([][]booking.Busy, days)
	id := booking.AppointmentID(0)
	for day := range all {
		opens := tuesday.Add(day).At(8*60, berlin())
		for slot := range 25 {
			start := opens.Add(time.Duration(slot) * 30 * time.Minute)
			for i, desk := range o.Desks {
				if (slot+i)%5 == 0 {
					continue
				}
				id++
				all[day] = append(all[day], booking.Busy{
					ID: id, Claim: id, Desk: desk.ID, Span: booking.Span{Start: start, End: start.Add(30 * time.Minute)}, Skills: desk.Skills,
				})
			}
		}
	}
	return booking.NewTown(o).Offices[0], all
}

// BenchmarkGrowthStarts lists the free times of 21 full days, for a visit that
// fits into the gaps and for one that needs an exchange of desks.
func BenchmarkGrowthStarts(b *testing.B) {
	for _, desks := range []int{10, 50, 200} {
		for _, length := range []time.Duration{30 * time.Minute, time.Hour} {
			b.Run(fmt.Sprintf("desks=%d/%v", desks, length), func(b *testing.B) {
				o, days := fullDays(desks, 21)
				now, r := at(tuesday, "7:00"), booking.Request{Length: length, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
				for b.Loop() {
					for i, booked := range days {
						o.Day(tuesday.Add(i), booked).Starts(r, now)
					}
				}
			})
		}
	}
}
