package command

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
)

// openNow is an office that is open now, whatever the machine's clock shows: the
// sample, in a zone where it is between ten and eleven, and open on each day. It
// closes at four, the counter for finished documents at nine.
func openNow(t *testing.T, changes map[string]string) string {
	t.Helper()
	content, err := os.ReadFile("../office/werne.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	replace := func(form, by string) {
		if !regexp.MustCompile(form).MatchString(text) {
			t.Fatalf("the sample has no %q", form)
		}
		text = regexp.MustCompile(form).ReplaceAllString(text, by)
	}
	replace(`time_zone: Europe/Berlin`, "time_zone: "+zoneAt(10))
	replace(`(?s)\nclosures:.*?\n\n`, "\n")
	replace(`(?s)\nshifts:.*?\n\n`, "\nshifts:\n  - days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n    hours: [08:00-16:00]\n\n")
	replace(`(?s)skills: \[pick-up\]\n    hours:.*?\n\n`, "skills: [pick-up]\n    hours:\n"+eachDay("08:00-09:00")+"\n")
	for form, by := range changes {
		replace(form, by)
	}
	path := filepath.Join(t.TempDir(), "open.yaml")
	if err := os.WriteFile(path, []byte(text+extraToday(t, path, text)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// extraToday opens the office on a public holiday, too.
func extraToday(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	town, err := loadTown(path)
	if err != nil {
		t.Fatal(err)
	}
	o := town.Offices[0]
	today := o.Today(clocktest.Now())
	if len(o.Calendar.Shifts(today)) > 0 {
		return ""
	}
	return fmt.Sprintf("\nextra_hours:\n  - day: %v\n    hours: [08:00-16:00]\n", today)
}

// zoneAt is a zone in which that hour has begun.
func zoneAt(hour int) string {
	ahead := (hour-clocktest.Now().UTC().Hour()+36)%24 - 12
	if ahead == 0 {
		return "Etc/GMT"
	}
	return fmt.Sprintf("Etc/GMT%+d", -ahead) // its signs are the other way round
}

func eachDay(hours string) (lines string) {
	for _, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		lines += "      " + day + ": [" + hours + "]\n"
	}
	return lines
}

func TestTheAttackedOfficeIsOpenNow(t *testing.T) {
	t.Parallel()
	town, err := loadTown(openNow(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	o, now := town.Offices[0], clocktest.Now()
	clock := booking.ClockOf(now, o.Calendar.Zone)
	last, open := o.LastTicket([]booking.Skill{"citizen"}, now)
	if clock < 10*60 || clock > 11*60 || !open || last.Before(now.Add(4*time.Hour)) {
		t.Errorf("it is %v there, and the last ticket is given at %v (%v)", clock, last, open)
	}
}
