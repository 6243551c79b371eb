package booking_test

import (
	"sync"
	"time"

	"terminbote/booking"
)

var berlin = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return zone
})

// The days around which the samples turn: a Tuesday, and the two on which the
// clocks of Berlin change.
var (
	tuesday = booking.Date{Year: 2026, Month: time.November, Day: 24}
	spring  = booking.Date{Year: 2026, Month: time.March, Day: 29}
	autumn  = booking.Date{Year: 2026, Month: time.October, Day: 25}
)

func german(s string) booking.Text { return booking.Text{"de": s} }

// sampleOffice is a small valid office. Tests change what matters to them.
func sampleOffice() *booking.Office {
	o := &booking.Office{
		ID:       "werne",
		Concerns: sampleConcerns(),

		Desks: []booking.Desk{
			{ID: "1", Skills: []booking.Skill{"papers", "cars"}},
			{ID: "2", Skills: []booking.Skill{"papers"}},
		},
		Calendar: booking.Calendar{Zone: berlin()},
		Policy: booking.Policy{
			Horizon: 21, LeadTime: 30 * time.Minute, Grid: 5 * time.Minute, Longest: 2 * time.Hour,
			Hold: 15 * time.Minute, PerPerson: 2, PerMail: 3, MaxPersons: 6,
		},
	}
	o.Combinations.Among("passport", "id-card")
	o.Combinations.Among("passport", "registration")
	o.Combinations.Among("registration", "id-card")
	for day := range o.Calendar.Week {
		o.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}}
	}
	return o
}

func sampleConcerns() []booking.Concern {
	photo := booking.Document{ID: "photo", Name: german("Foto")}
	old := booking.Document{ID: "old", Name: german("Altes Dokument")}
	birth := booking.Document{ID: "birth", Name: german("Geburtsurkunde")}
	return []booking.Concern{
		{
			ID: "passport", Name: german("Reisepass"), Skill: "papers", MaxQuantity: 5,
			First: 20 * time.Minute, Further: 12 * time.Minute,
			Documents: []booking.Document{photo, old},
			Forms:     []booking.Form{{ID: "consent"}},
		},
		{
			ID: "id-card", Name: german("Personalausweis"), Skill: "papers", MaxQuantity: 5,
			First: 15 * time.Minute, Further: 10 * time.Minute,
			Documents: []booking.Document{old, birth, photo},
			Forms:     []booking.Form{{ID: "consent"}, {ID: "loss"}},
		},
		{
			ID: "registration", Name: german("Ummeldung"), Skill: "papers", MaxQuantity: 2,
			First: 13 * time.Minute, Further: 7 * time.Minute, PerPerson: 3 * time.Minute,
		},
		{ID: "car", Name: german("Zulassung"), Skill: "cars", MaxQuantity: 2, First: 30 * time.Minute},
		{ID: "lost-abroad", Name: german("Notfall"), Skill: "papers", MaxQuantity: 1, PhoneOnly: true},
	}
}

func at(date booking.Date, clock string) time.Time {
	c, err := booking.ParseClock(clock)
	if err != nil {
		panic(err)
	}
	return date.At(c, berlin())
}

func hours(from, to string) booking.Hours {
	var h booking.Hours
	for text, clock := range map[string]*booking.Clock{from: &h.From, to: &h.To} {
		if err := clock.UnmarshalText([]byte(text)); err != nil {
			panic(err)
		}
	}
	return h
}

func span(date booking.Date, from, to string) booking.Span {
	return booking.Span{Start: at(date, from), End: at(date, to)}
}

// clocks writes times as an office's wall clock shows them.
func clocks(times []time.Time) []string {
	var all []string
	for _, t := range times {
		all = append(all, t.In(berlin()).Format("15:04 MST"))
	}
	return all
}
