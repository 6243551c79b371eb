package office

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// holidaysIn lists a year's holidays of a state by day.
func holidaysIn(state string, year int, lang string) map[string]string {
	holiday := holidays(state)
	all := map[string]string{}
	for d := (booking.Date{Year: year, Month: 1, Day: 1}); d.Year == year; d = d.Add(1) {
		if name, off := holiday(d); off {
			all[d.String()] = name[lang]
		}
	}
	return all
}

func TestHolidaysOfNorthRhineWestphalia(t *testing.T) {
	t.Parallel()
	german := map[string]string{
		"2026-01-01": "Neujahr", "2026-04-03": "Karfreitag", "2026-04-06": "Ostermontag", "2026-05-01": "Tag der Arbeit",
		"2026-05-14": "Christi Himmelfahrt", "2026-05-25": "Pfingstmontag", "2026-06-04": "Fronleichnam",
		"2026-10-03": "Tag der Deutschen Einheit", "2026-11-01": "Allerheiligen",
		"2026-12-25": "1. Weihnachtstag", "2026-12-26": "2. Weihnachtstag",
	}
	if diff := cmp.Diff(german, holidaysIn("NW", 2026, "de")); diff != "" {
		t.Error(diff)
	}
	english := map[string]string{
		"2027-01-01": "New Year's Day", "2027-03-26": "Good Friday", "2027-03-29": "Easter Monday", "2027-05-01": "Labour Day",
		"2027-05-06": "Ascension Day", "2027-05-17": "Whit Monday", "2027-05-27": "Corpus Christi",
		"2027-10-03": "Day of German Unity", "2027-11-01": "All Saints' Day",
		"2027-12-25": "Christmas Day", "2027-12-26": "Second Day of Christmas",
	}
	if diff := cmp.Diff(english, holidaysIn("NW", 2027, "en")); diff != "" {
		t.Error(diff)
	}
}

func TestEveryStatesHolidaysHaveNames(t *testing.T) {
	t.Parallel()
	for state := range holidaysByState {
		all := holidaysIn(state, 2027, "en")
		if len(all) < 9 {
			t.Errorf("%s: want at least the nine national holidays, got %d", state, len(all))
		}
		for day, name := range all {
			if name == "" {
				t.Errorf("%s: %s has no English name", state, day)
			}
		}
	}
}

func TestWomensDayInMecklenburgSince2023(t *testing.T) {
	t.Parallel()
	for year, want := range map[int]bool{2022: false, 2023: true, 2027: true} {
		_, got := holidays("MV")(booking.Date{Year: year, Month: 3, Day: 8})
		if got != want {
			t.Errorf("%d: want %v, got %v", year, want, got)
		}
	}
}
