package booking_test

import (
	"strconv"
	"testing"
	"time"

	"terminbote/booking"
)

// town is an office of ten desks with a thousand appointments in 21 days,
// some of them long, so that on busy days desks have to be exchanged.
func town() (*booking.Office, [][]booking.Busy) {
	o := sampleOffice()
	o.Desks = nil
	for i := range 10 {
		desk := booking.Desk{ID: booking.DeskID(strconv.Itoa(i)), Skills: []booking.Skill{"papers"}}
		if i%2 == 0 {
			desk.Skills = append(desk.Skills, "cars")
		}
		o.Desks = append(o.Desks, desk)
	}
	for day := range o.Calendar.Week {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}, {From: 14 * 60, To: 17 * 60}}
	}
	days := make([][]booking.Busy, 21)
	for i := range 1000 {
		day := i % len(days)
		days[day] = append(days[day], occupation(i, len(days[day]), tuesday.Add(day)))
	}
	return o, days
}

// occupation is the nth appointment of a day: the desks one after the other,
// each filled from eight o'clock on with visits of different lengths.
func occupation(id, nth int, date booking.Date) booking.Busy {
	desk, turn := nth%10, nth/10
	start := at(date, "8:00").Add(time.Duration(turn*50) * time.Minute)
	return booking.Busy{
		ID: booking.AppointmentID(id + 1), Claim: booking.AppointmentID(id + 1), Desk: booking.DeskID(strconv.Itoa(desk)),
		Span:   booking.Span{Start: start, End: start.Add(time.Duration(30+5*(desk%5)) * time.Minute)},
		Skills: []booking.Skill{"papers"},
	}
}

// visits are a usual one and one that hardly fits anywhere.
var visits = map[string]booking.Request{
	"20min": {Length: 20 * time.Minute, Skills: []booking.Skill{"papers"}},
	"2h":    {Length: 2 * time.Hour, Skills: []booking.Skill{"papers", "cars"}},
}

func BenchmarkStartsOfADay(b *testing.B) {
	o, days := town()
	now := at(tuesday, "7:00")
	for name, r := range visits {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if len(o.Day(tuesday, days[0]).Starts(r, now)) == 0 {
					b.Fatal("nothing is free")
				}
			}
		})
	}
}

func Benchmark21Days(b *testing.B) {
	o, days := town()
	now := at(tuesday, "7:00")
	for name, r := range visits {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				free := 0
				for i, booked := range days {
					free += len(o.Day(tuesday.Add(i), booked).Starts(r, now))
				}
				if free == 0 {
					b.Fatal("nothing is free")
				}
			}
		})
	}
}
