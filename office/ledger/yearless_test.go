package ledger

import (
	"testing"
	"time"

	"terminbote/booking"
)

func TestADayWithoutItsYearIsTheNearest(t *testing.T) {
	t.Parallel()
	d := dates{today: booking.Date{Year: 2026, Month: time.November, Day: 23}}
	for said, want := range map[string]string{
		"24.11.": "2026-11-24", "Di 24.11.": "2026-11-24", "Dienstag, 24.11.": "2026-11-24", "24. November": "2026-11-24", "Di, 24. Nov.": "2026-11-24",
		"4.1.": "2027-01-04", "Mo 4.1.": "2027-01-04", "4. Januar": "2027-01-04", "20.11.": "2026-11-20", "Fr 20.11.": "2026-11-20", "1.5.": "2027-05-01",
		"1.7.": "2026-07-01",
	} {
		if m, err := readMoment(said, d); err != nil || !m.hasDay || m.hasTime || m.day.String() != want {
			t.Errorf("%q: %v %v, want %s", said, m.day, err, want)
		}
	}
	for _, said := range []string{"24.11. 9:30", "Di 24.11., 9:30", "24. November um 9:30 Uhr", "Di, 24.11. um 9.30 Uhr"} {
		if m, err := readMoment(said, d); err != nil || m.day.String() != "2026-11-24" || m.clock != 9*60+30 || !m.hasTime {
			t.Errorf("%q: %v %v %v", said, m.day, m.clock, err)
		}
	}
	for said, want := range map[string]string{
		"Mo 24.11.": "the year is left out, and 2026-11-24 is a Tuesday; write the year",
		"31.2.":     string(errNoDay), "29.2.": string(errNoDay), "24.13.": string(errNoDay), "Xy 24.11.": string(errNoDay), "24. Brumaire": string(errNoDay),
	} {
		if m, err := readMoment(said, d); err == nil || err.Error() != want {
			t.Errorf("%q: %v %v, want %s", said, m.day, err, want)
		}
	}
}
