package ledger

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// One day later than the twelfth says what slashes mean in all of a file; until then
// nobody knows.
func TestADayLaterThanTheTwelfthSaysWhatSlashesMean(t *testing.T) {
	t.Parallel()
	for cells, want := range map[string]slashes{
		"":                       unknownSlashes,
		"3/4/2027":               unknownSlashes,
		"12/12/2026":             unknownSlashes,
		"12/11/2026|11/12/2026":  unknownSlashes,
		"13/11/2026":             dayFirst,
		"11/13/2026":             monthFirst,
		"3/4/2027|24/11/2026":    dayFirst,
		"3/4/2027|11/24/26":      monthFirst,
		"Di, 24/11/2026":         dayFirst,
		"Tue, 11/24/2026":        monthFirst,
		"11/24/2026 9:30":        monthFirst,
		"24/11/2026, 9:30":       dayFirst,
		"24-11-2026":             dayFirst,
		"11-24-2026":             monthFirst,
		"2026-11-24|24.11.2026":  unknownSlashes,
		"x|13/11/2026|11/13/26":  dayFirst, // the first that tells
		"31/12|1/2/2027|1/31/27": monthFirst,
	} {
		if got := slashesOf(strings.Split(cells, "|")); got != want {
			t.Errorf("%q: %v, want %v", cells, got, want)
		}
	}
}

func TestATimeOfDayIsReadAsPeopleWriteIt(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"9:30": "09:30", "09:30": "09:30", "9.30": "09:30", "9.30 Uhr": "09:30", "9:30:00": "09:30", "9.30.15": "09:30", "0930": "09:30", "9,30": "09:30", "09,30": "09:30",
		"9 Uhr": "09:00", "9Uhr": "09:00", "9 h": "09:00", "9 Uhr 30": "09:30", "9h30": "09:30", "09 uhr 05": "09:05",
		"8:30 AM": "08:30", "8:30pm": "20:30", "12:00 AM": "00:00", "12:15 am": "00:15", "12:00 PM": "12:00", "12:59 p.m.": "12:59", "1 pm": "13:00", "11 a.m.": "11:00",
		"0:00": "00:00", "23:59": "23:59", "0.5": "12:00", "0,395833333": "09:30", "0.9993": "23:59", "0,0": "00:00", "0.00034": "00:00", "0.00035": "00:01",
		"": "", "9": "", "930": "", "24:00": "", "23:60": "", "24 Uhr": "", "0 am": "", "0:30 am": "", "13 pm": "", "13:30 pm": "", "0.99999": "", "9:3": "", "9:300": "", "x9:30": "", "9:30 x": "", "9 Uhr 3": "", "9,3": "", "123:00": "",
	} {
		clock, ok := readClock(cell)
		got := ""
		if ok {
			got = clock.String()
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", cell, got, want)
		}
	}
}

// said is a moment as the test below writes it.
func said(m moment) string {
	if !m.instant.IsZero() {
		return m.instant.Format(time.RFC3339)
	}
	all := m.day.String()
	if m.hasTime {
		all += " " + m.clock.String()
	}
	return all
}

func TestADayIsReadAsFilesWriteIt(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: time.November, Day: 23}
	for _, tt := range []struct {
		cell    string
		slashes slashes
		want    string // empty: no day
	}{
		{"2026-11-24", 0, "2026-11-24"},
		{"2026/11/24", 0, "2026-11-24"},
		{"2026.11.24", 0, "2026-11-24"},
		{"2026-1-2", 0, "2026-01-02"},
		{"20261124", 0, "2026-11-24"},
		{"20261324", 0, ""},
		{"19261124", 0, ""},
		{"24.11.2026", 0, "2026-11-24"},
		{"24. 11. 26", 0, "2026-11-24"},
		{"1.2.03", 0, "2003-02-01"},
		{"31.11.2026", 0, ""},
		{"24.11.226", 0, ""},
		{"24.11.", 0, "2026-11-24"},
		{"1. 2.", 0, "2027-02-01"},
		{"24. November", 0, "2026-11-24"},
		{"24. Smarch", 0, ""},
		{"24. November 2026", 0, "2026-11-24"},
		{"24 Nov 26", 0, "2026-11-24"},
		{"1. März 2027", 0, "2027-03-01"},
		{"3. Jänner 2027", 0, "2027-01-03"},
		{"24. Foo 2026", 0, ""},
		{"November 24, 2026", 0, "2026-11-24"},
		{"Oct 1 2026", 0, "2026-10-01"},
		{"Mai 1, 2027", 0, "2027-05-01"},
		{"Foo 24, 2026", 0, ""},
		{"Di, 24.11.2026", 0, "2026-11-24"},
		{"Dienstag 24. November 2026", 0, "2026-11-24"},
		{"Mi, 24.11.2026", 0, ""},
		{"Mi, 24.11.", 0, ""},
		{"Di. 24.11.", 0, "2026-11-24"},
		{"Tue, 2026-11-24", 0, "2026-11-24"},
		{"Xy, 24.11.2026", 0, ""},
		{"24/11/2026", dayFirst, "2026-11-24"},
		{"11/24/2026", dayFirst, ""},
		{"11/24/2026", monthFirst, "2026-11-24"},
		{"24/11/2026", monthFirst, ""},
		{"3/4/27", dayFirst, "2027-04-03"},
		{"3/4/27", monthFirst, "2027-03-04"},
		{"3/4/27", unknownSlashes, ""},
		{"4/4/27", unknownSlashes, "2027-04-04"},
		{"3-4-2027", dayFirst, "2027-04-03"},
		{"46350", 0, "2026-11-24"},
		{"46350.5", 0, "2026-11-24 12:00"},
		{"46350,395833333", 0, "2026-11-24 09:30"},
		{"40000", 0, "2009-07-06"},
		{"39999", 0, ""},
		{"60000", 0, "2064-04-08"},
		{"60001", 0, ""},
		{"46350.99999", 0, "2026-11-24"},
		{"2026-11-24T09:30", 0, "2026-11-24 09:30"},
		{"2026-11-24 09:30:00", 0, "2026-11-24 09:30"},
		{"2026-11-24 09:30:00.000", 0, "2026-11-24 09:30"},
		{"24.11.2026, 9.30 Uhr", 0, "2026-11-24 09:30"},
		{"24.11.2026 um 9 Uhr", 0, "2026-11-24 09:00"},
		{"24.11. 9:30", 0, "2026-11-24 09:30"},
		{"Di, 24. Nov. 9:30", 0, "2026-11-24 09:30"},
		{"24.11.2026 25:00", 0, ""},
		{"24.11.2026 9", 0, ""},
		{"31.11.2026 9:30", 0, ""},
		{"2026-11-24T09:30:00+01:00", 0, "2026-11-24T08:30:00Z"},
		{"2026-11-24T09:30:00Z", 0, "2026-11-24T09:30:00Z"},
		{"2026-11-24 09:30:00+01:00", 0, "2026-11-24T08:30:00Z"},
		{"2026-11-24T09:30+01:00", 0, "2026-11-24T08:30:00Z"},
		{"2026-11-24 09:30:00-05", 0, "2026-11-24T14:30:00Z"},
		{"", 0, ""},
		{"9:30", 0, ""},
		{"morgen", 0, ""},
	} {
		m, err := readMoment(tt.cell, dates{tt.slashes, today})
		got := ""
		if err == nil {
			got = said(m)
		}
		if got != tt.want {
			t.Errorf("%q (%v) is read as %q, want %q", tt.cell, tt.slashes, got, tt.want)
		}
	}
}

// Every weekday and month goes by its names, long and short, in both languages.
func TestEachWeekdayAndMonthGoesByItsNames(t *testing.T) {
	t.Parallel()
	monday := booking.Date{Year: 2026, Month: time.November, Day: 23}
	german := [][]string{{"Mo", "Montag"}, {"Di", "Dienstag"}, {"Mi", "Mittwoch"}, {"Do", "Donnerstag"}, {"Fr", "Freitag"}, {"Sa", "Samstag", "Sonnabend"}, {"So", "Sonntag"}}
	for i, names := range german {
		day := monday.Add(i)
		english := day.Weekday().String()
		for _, name := range append(names, english, english[:3]) {
			for _, cell := range []string{name + ", " + day.String(), name + " " + day.String(), strings.ToUpper(name) + "., " + day.String()} {
				if got, err := readDay(cell, dates{today: monday}); err != nil || got != day {
					t.Errorf("%q is read as %v, %v", cell, got, err)
				}
			}
			if got, err := readDay(name+", "+day.Add(1).String(), dates{today: monday}); err == nil {
				t.Errorf("%s is another day than %v", name, got)
			}
		}
	}
	months := [][]string{{"Januar", "Jänner"}, {"Februar"}, {"März"}, {"April"}, {"Mai"}, {"Juni"}, {"Juli"}, {"August"}, {"September"}, {"Oktober"}, {"November"}, {"Dezember"}}
	for i, names := range months {
		want := booking.Date{Year: 2027, Month: time.Month(i + 1), Day: 9}
		english := want.Month.String()
		for _, name := range append(names, english, english[:3]) {
			for _, cell := range []string{"9. " + name + " 2027", name + " 9, 2027", "9 " + strings.ToUpper(name) + " 27"} {
				if got, err := readDay(cell, dates{today: monday}); err != nil || got != want {
					t.Errorf("%q is read as %v, %v", cell, got, err)
				}
			}
		}
	}
}

// A day and a time in two cells, or in one, make one moment where they agree; where they
// do not, the one that is to blame is named.
func TestADayAndATimeAgree(t *testing.T) {
	t.Parallel()
	const columns = "Datum;Uhrzeit;Endet am;Ende;Name\n"
	for _, tt := range []struct{ day, clock, endDay, end, want string }{
		{"24.11.2026", "9:30", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026 9:30", "", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026 9:30", "9:30", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026 9:30", "9:35", "", "10:00", "Uhrzeit: another time than 09:30"},
		{"24.11.2026 9:35", "9:30", "", "10:00", "Uhrzeit: another time than 09:35"},
		{"24.11.2026 00:00", "9:30", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026 9:30", "00:00", "", "10:00", "Uhrzeit: another time than 09:30"},
		{"", "24.11.2026 9:30", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "24.11.2026 9:30", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "25.11.2026 9:30", "", "10:00", "Uhrzeit: another day than 2026-11-24"},
		{"25.11.2026", "24.11.2026 9:30", "", "10:00", "Uhrzeit: another day than 2026-11-25"},
		{"24.11.2026", "", "", "10:00", "Uhrzeit: a time like 9:30 was expected"},
		{"24.11.2026 00:00", "", "", "10:00", "Uhrzeit: a time like 9:30 was expected"},
		{"", "9:30", "", "10:00", "Datum: the day is missing"},
		{"2026-11-24T09:30:00+01:00", "", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "2026-11-24T08:30:00Z", "", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "9:30", "24.11.2026", "10:00", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "9:30", "24.11.2026 10:00", "", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "9:30", "24.11.2026 10:00", "10:05", "Ende: another time than 10:00"},
		{"24.11.2026", "9:30", "25.11.2026", "10:00", "Ende: an end after the beginning"},
		{"24.11.2026", "9:30", "", "9:30", "Ende: an end after the beginning"},
		{"24.11.2026", "9:30", "", "21:30", "2026-11-24 09:30, 12h0m0s"},
		{"24.11.2026", "9:30", "", "21:35", "Ende: an end after the beginning"},
		{"2026-11-24T23:45:00+01:00", "", "", "23:55", "2026-11-24 23:45, 10m0s"},
		{"2026-11-23T23:00:00Z", "", "", "00:30", "2026-11-24 00:00, 30m0s"},
		{"24.11.2026", "9:30 - 10:00", "", "", "2026-11-24 09:30, 30m0s"},
		{"24.11.2026", "9:30 - 10:00", "", "10:30", "2026-11-24 09:30, 1h0m0s"},
		{"24.11.2026", "9:30 - 21:30", "", "", "2026-11-24 09:30, 12h0m0s"},
		{"24.11.2026", "9:30 - 21:35", "", "", "Uhrzeit: an end after the beginning"},
		{"24.11.2026", "9:30 - 9:30", "", "", "Uhrzeit: an end after the beginning"},
		{"24.11.2026", "9 bis 10 Uhr", "", "", "2026-11-24 09:00, 1h0m0s"},
		{"28.3.2027", "2:30", "", "3:30", "Uhrzeit: there is no 02:30"},
		{"28.3.2027", "3:00", "", "3:30", "2027-03-28 03:00, 30m0s"},
		{"28.3.2027", "1:55", "", "3:05", "2027-03-28 01:55, 10m0s"},
		{"31.10.2027", "2:00", "", "3:30", "Uhrzeit: 02:00 comes twice"},
		{"31.10.2027", "2:55", "", "3:30", "Uhrzeit: 02:55 comes twice"},
		{"31.10.2027", "1:55", "", "3:00", "2027-10-31 01:55, 2h5m0s"},
		{"31.10.2027", "3:00", "", "3:30", "2027-10-31 03:00, 30m0s"},
		{"23.11.2026", "7:00", "", "7:30", "2026-11-23 07:00, 30m0s"}, // earlier today
		{"22.11.2026", "9:30", "", "10:00", "Datum: 2026-11-22 is past"},
		{"31.12.2028", "9:30", "", "10:00", "2028-12-31 09:30, 30m0s"},
		{"1.1.2029", "9:30", "", "10:00", "Datum: a day within 2 years"},
		{"24.11.2026", "9:32", "", "10:00", "Uhrzeit: appointments begin every 5 minutes"},
	} {
		line := strings.Join([]string{tt.day, tt.clock, tt.endDay, tt.end, "Erika"}, ";")
		b, wrong := read(t, columns+line+"\n")
		got := strings.TrimSuffix(summary(b), ", Erika, ") + strings.TrimPrefix(wrong, "old.csv:2: ")
		if !strings.HasPrefix(got, tt.want) || strings.Count(got, "\n") > 1 {
			t.Errorf("%s:\n%s\nwant %s", line, got, tt.want)
		}
	}
}
