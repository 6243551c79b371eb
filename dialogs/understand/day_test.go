package understand

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// today is a Monday in all tests.
var today = booking.Date{Year: 2026, Month: 11, Day: 23}

type dayAnswer struct {
	Day string
	Err error
}

func answered(d booking.Date, err error) dayAnswer {
	if d.IsZero() {
		return dayAnswer{"", err}
	}
	return dayAnswer{d.String(), err}
}

func sameError(a, b error) bool { return errors.Is(a, b) || errors.Is(b, a) }

func TestDaysAreUnderstood(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, lang, want string }{
		{"24.11.", "de", "2026-11-24"},
		{"24.11", "de", "2026-11-24"},
		{"24. 11.", "de", "2026-11-24"},
		{"24.11.2026", "de", "2026-11-24"},
		{"24.11.26", "de", "2026-11-24"},
		{"24. November", "de", "2026-11-24"},
		{"24. Nov", "de", "2026-11-24"},
		{"24.Nov.", "de", "2026-11-24"},
		{"24 novemer 2026", "de", "2026-11-24"},
		{"am 3. März 2027", "de", "2027-03-03"},
		{"vierundzwanzigster November", "de", "2026-11-24"},
		{"2026-11-24", "de", "2026-11-24"},
		{"2026/11/24", "en", "2026-11-24"},
		{"24/11", "de", "2026-11-24"},
		{"24/11/2026", "en", "2026-11-24"},
		{"11/24", "en", "2026-11-24"},
		{"24-11-2026", "de", "2026-11-24"},
		{"٢٤.١١.", "de", "2026-11-24"},
		{"２４．１１．", "de", "2026-11-24"},
		{"Dienstag, 24.11.", "de", "2026-11-24"},
		{"Di 24.11.2026", "de", "2026-11-24"},
		{"24.11. (Dienstag)", "de", "2026-11-24"},
		{"Tuesday, the 24th of November 2026", "en", "2026-11-24"},
		{"morgen, Dienstag", "de", "2026-11-24"},
		{"24.", "de", "2026-11-24"},
		{"am 24.", "de", "2026-11-24"},
		{"am 24", "de", "2026-11-24"},
		{"on the 24", "en", "2026-11-24"},
		{"in der nächsten Woche am Dienstag", "de", "2026-12-01"},
		{"den 24ten", "de", "2026-11-24"},
		{"the 24th", "en", "2026-11-24"},
		{"twenty-fourth", "en", "2026-11-24"},
		{"22.", "de", "2026-12-22"},
		{"31.", "de", "2026-12-31"},
		{"5.1.", "de", "2027-01-05"},
		{"24.8.", "de", "2027-08-24"},
		{"heute", "de", "2026-11-23"},
		{"Heute bitte!", "de", "2026-11-23"},
		{"morgen", "de", "2026-11-24"},
		{"übermorgen", "de", "2026-11-25"},
		{"uebermorgen", "de", "2026-11-25"},
		{"ÜBERMORGEN 😀", "de", "2026-11-25"},
		{"Montag", "de", "2026-11-23"},
		{"Dienstag", "de", "2026-11-24"},
		{"dientag", "de", "2026-11-24"},
		{"Donerstag", "de", "2026-11-26"},
		{"geht es am Freitag?", "de", "2026-11-27"},
		{"Ich hätte gern einen Termin am Mittwoch", "de", "2026-11-25"},
		{"diesen Freitag", "de", "2026-11-27"},
		{"nächsten Dienstag", "de", "2026-11-24"},
		{"nächsten Montag", "de", "2026-11-30"},
		{"kommenden Freitag", "de", "2026-11-27"},
		{"übernächsten Freitag", "de", "2026-12-04"},
		{"nächste Woche Mittwoch", "de", "2026-12-02"},
		{"Mittwoch nächster Woche", "de", "2026-12-02"},
		{"übernächste Woche Montag", "de", "2026-12-07"},
		{"diese Woche Sonntag", "de", "2026-11-29"},
		{"nächste Woche", "de", "2026-11-30"},
		{"in 3 Tagen", "de", "2026-11-26"},
		{"in drei Tagen", "de", "2026-11-26"},
		{"in einer Woche", "de", "2026-11-30"},
		{"in zwei Wochen", "de", "2026-12-07"},
		{"in vierzehn Tagen", "de", "2026-12-07"},
		{"heute in einer Woche", "de", "2026-11-30"},
		{"Dienstag in zwei Wochen", "de", "2026-12-08"},
		{"in einem Monat", "de", "2026-12-23"},
		{"in drei Monaten", "de", "2027-02-23"},
		{"today", "en", "2026-11-23"},
		{"tomorrow", "en", "2026-11-24"},
		{"the day after tomorrow", "en", "2026-11-25"},
		{"Tuesday", "en", "2026-11-24"},
		{"next Tuesday", "en", "2026-11-24"},
		{"this friday please", "en", "2026-11-27"},
		{"Wednesday next week", "en", "2026-12-02"},
		{"Nov 24", "en", "2026-11-24"},
		{"November 24th", "en", "2026-11-24"},
		{"November 24, 2026", "en", "2026-11-24"},
		{"24 November", "en", "2026-11-24"},
		{"the twenty-fourth of November", "en", "2026-11-24"},
		{"in two weeks", "en", "2026-12-07"},
		{"in a week", "en", "2026-11-30"},
		{"in a fortnight", "en", "2026-12-07"},
		{"three days from now", "en", "2026-11-26"},
		{"tomorrow", "de", "2026-11-24"},
		{"nächsten Dienstag", "en", "2026-11-24"},
		{"Dienstag", "tr", "2026-11-24"},
		{"Dienstag", "de-x-simple", "2026-11-24"},
	} {
		got := answered(Day(tt.text, tt.lang, today))
		if diff := cmp.Diff(dayAnswer{tt.want, nil}, got, cmp.Comparer(sameError)); diff != "" {
			t.Errorf("Day(%q, %s) (-want +got):\n%s", tt.text, tt.lang, diff)
		}
	}
}

func TestDaysThatCannotBeMeantAreNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text, want string
		err        error
	}{
		{"gestern", "2026-11-22", ErrPast},
		{"yesterday", "2026-11-22", ErrPast},
		{"22.11.", "2026-11-22", ErrPast},
		{"1.9.", "2026-09-01", ErrPast},
		{"25.8.", "2026-08-25", ErrPast}, // ninety days ago; what lies further back is next year's
		{"24.11.2025", "2025-11-24", ErrPast},
		{"letzten Dienstag", "2026-11-17", ErrPast},
		{"last Monday", "2026-11-16", ErrPast},
		{"31.2.", "", ErrNoSuchDay},
		{"31. Februar", "", ErrNoSuchDay},
		{"29.2.", "", ErrNoSuchDay},
		{"29.2.2027", "", ErrNoSuchDay},
		{"32.11.", "", ErrNoSuchDay},
		{"24.13.", "", ErrNoSuchDay},
		{"letzte Woche Freitag", "", ErrNotADay},
		{"Freitag letzte Woche", "", ErrNotADay},
		{"2026-11.24", "", ErrNotADay},
		{"in", "", ErrNotADay},
		{"0.11.", "", ErrNoSuchDay},
		{"99.", "", ErrNoSuchDay},
		{"2026-02-30", "", ErrNoSuchDay},
		{"February 30th", "", ErrNoSuchDay},
		{"Mittwoch, 24.11.", "2026-11-24", ErrWrongWeekday},
		{"24", "", ErrNotADay},
		{"8-9", "", ErrNotADay},
		{"9.30", "", ErrNotADay},
		{"9.30 Uhr", "", ErrNotADay},
		{"November 2026", "", ErrNotADay},
		{"nicht am Dienstag", "", ErrNotADay},
		{"Dienstag oder Mittwoch", "", ErrNotADay},
		{"morgen heute", "", ErrNotADay},
		{"in 99999999999999999999 Tagen", "", ErrNotADay},
		{"in -3 Tagen", "", ErrNotADay},
		{"Personalausweis", "", ErrNotADay},
		{"monday1", "", ErrNotADay},
		{"+24.11.", "", ErrNotADay},
		{"", "", ErrNotADay},
		{"🎉", "", ErrNotADay},
	} {
		got := answered(Day(tt.text, "de", today))
		if diff := cmp.Diff(dayAnswer{tt.want, tt.err}, got, cmp.Comparer(sameError)); diff != "" {
			t.Errorf("Day(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestAMonthAheadStaysInItsMonth(t *testing.T) {
	t.Parallel()
	end := booking.Date{Year: 2027, Month: 1, Day: 31}
	want := dayAnswer{"2027-02-28", nil}
	if diff := cmp.Diff(want, answered(Day("in einem Monat", "de", end)), cmp.Comparer(sameError)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnOldYearsDayIsPastInTheNew(t *testing.T) {
	t.Parallel()
	newYear := booking.Date{Year: 2027, Month: 1, Day: 1}
	want := dayAnswer{"2026-12-31", ErrPast}
	got := answered(Day("31.12.", "de", newYear))
	if diff := cmp.Diff(want, got, cmp.Comparer(sameError)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
