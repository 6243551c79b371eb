package command

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

func TestThousandsOfLinesShowHowFarTheyAre(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("thousands of lines take seconds")
	}
	i := newImports(t)
	var b strings.Builder
	b.WriteString("Datum;Uhrzeit;Name;Anliegen\n")
	calendar := office.Sample().Offices[0].Calendar
	day, lines := time.Date(2026, time.November, 24, 0, 0, 0, 0, time.UTC), 0
	for ; lines < 2000; day = day.AddDate(0, 0, 1) {
		if _, off := calendar.DayOff(booking.DateOf(day, time.UTC)); off || day.Weekday() < time.Tuesday || day.Weekday() > time.Thursday || day.YearDay() > 355 {
			continue
		}
		for slot := 0; slot < 64 && lines < 2000; slot++ {
			at := 8*60 + slot/3*20
			fmt.Fprintf(&b, "%s;%d.%02d;%s;Perso\n", day.Format(time.DateOnly), at/60, at%60, []string{"Zoë", "Jörg", "Ayşe"}[slot%3])
			lines++
		}
	}
	if _, errs, err := i.take(b.String(), "--dry-run"); err != nil || errs != "read: 2000 of 2000\nchecked: 1000 of 2000\nchecked: 2000 of 2000\n" {
		t.Errorf("where nothing is entered it says %q, %v", errs, err)
	}
	out, errs, err := i.take(b.String())
	if err != nil {
		t.Fatal(errs)
	}
	want := "read: 2000 of 2000\n"
	for n := 1000; n <= 2000; n += 1000 {
		want += fmt.Sprintf("entered: %d of 2000\n", n)
	}
	if errs != want || out != "2000 appointments entered\n" {
		t.Errorf("said %q and %q", out, errs)
	}
	if n := len(i.stored()); n != 2000 {
		t.Errorf("%d appointments", n)
	}
}

func TestOnATerminalOneLineChanges(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	p := progress{out: &b, live: true, total: 1200}
	p.show("entered", 500)
	p.show("entered", 1000)
	p.end()
	p.end()
	p.show("entered", 1200)
	small := progress{out: &b, live: true, total: 12}
	small.show("entered", 12)
	if want := "\rentered: 500 of 1200\rentered: 1000 of 1200\n\rentered: 1200 of 1200\n"; b.String() != want {
		t.Errorf("got %q, want %q", &b, want)
	}
}
