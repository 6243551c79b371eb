package office_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// withShifts is the small office file with other shifts.
func withShifts(t *testing.T, shifts string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "small.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), "\nshifts:\n")
	if !ok {
		t.Fatal("the small office has no shifts")
	}
	lines := strings.Split(rest, "\n")
	for len(lines) > 0 && (lines[0] == "" || strings.HasPrefix(lines[0], " ") || strings.HasPrefix(lines[0], "#")) {
		lines = lines[1:]
	}
	path := filepath.Join(t.TempDir(), "office.yaml")
	err = os.WriteFile(path, []byte(before+"\nshifts:\n"+shifts+strings.Join(lines, "\n")), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHoursOfTheNewYearAreEnteredInNovember(t *testing.T) {
	t.Parallel()
	town, err := office.Load(withShifts(t, `  - days: [monday, tuesday]
    hours: [08:00-12:00]
    until: 2026-12-31
  - days: [monday, tuesday]
    hours: [10:00-16:00]
    from: 2027-01-01
`))
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[booking.Date]booking.Hours{
		{Year: 2026, Month: time.December, Day: 29}: {From: 8 * 60, To: 12 * 60},
		{Year: 2027, Month: time.January, Day: 4}:   {From: 10 * 60, To: 16 * 60},
	} {
		got := town.Offices[0].Calendar.Shifts(day)
		if len(got) != 1 || got[0].From != want.From || got[0].To != want.To {
			t.Errorf("%v: %+v, want %v", day, got, want)
		}
	}
}

func TestArrangementsThatMeetAreOneFault(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ until, from, want string }{
		"they meet":      {"2027-01-01", "2027-01-01", "schon von 08:00"},
		"they do not":    {"2026-12-31", "2027-01-01", ""},
		"the wrong way":  {"2026-12-31", "2026-12-31\n    until: 2026-12-30", "liegt vor"},
		"both endlessly": {"", "2027-01-01", "schon von 08:00"},
	} {
		until := ""
		if tt.until != "" {
			until = "    until: " + tt.until + "\n"
		}
		_, err := office.Load(withShifts(t, "  - days: [monday]\n    hours: [08:00-12:00]\n"+until+
			"  - days: [monday]\n    hours: [10:00-16:00]\n    from: "+tt.from+"\n"))
		switch {
		case tt.want == "" && err != nil && strings.Contains(err.Error(), "schon von"):
			t.Errorf("%s: %v", name, err)
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}
