package office_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// smallWith is the small office file with some of its lines replaced.
func smallWith(t *testing.T, pairs ...string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the small office has no %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

func TestTheNewYearIsEnteredInNovember(t *testing.T) {
	t.Parallel()
	o, err := office.Parse("small.yaml", []byte(smallWith(t,
		"minutes: {first: 15}\n", "minutes: {first: 15, periods: [{from: 2027-01-01, until: 2027-03-31, first: 25, further: 20}]}\n",
		"  - id: photo\n", "  - id: photo\n    until: 2026-12-31\n",
		"  - id: move\n", "  - id: move\n    until: 2026-12-31\n",
		"fees: [{valid_from: 2020-01-01, rates: [{amount: 70.00}]}]", "fees: [{valid_from: 2020-01-01, rates: [{amount: 70.00}]}, {valid_from: 2027-01-01, rates: [{amount: 75.00}]}]",
	)))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		day       booking.Date
		minutes   int // of two passports
		documents int
		cents     booking.Cents
		moves     bool
	}{
		{booking.Date{Year: 2026, Month: time.December, Day: 31}, 30, 2, 7000, true},
		{booking.Date{Year: 2027, Month: time.January, Day: 1}, 45, 1, 7500, false},
		{booking.Date{Year: 2027, Month: time.April, Day: 1}, 30, 1, 7500, false},
	}
	for _, tt := range tests {
		c, ok := o.ConcernOn("passport", tt.day)
		fee, _ := c.FeeOn(tt.day)
		if !ok || int(c.Takes(2).Minutes()) != tt.minutes || len(c.Documents) != tt.documents || fee.Rates[0].Amount != tt.cents {
			t.Errorf("%v: %v, %d documents, %+v", tt.day, c.Takes(2), len(c.Documents), fee)
		}
		if _, ok := o.ConcernOn("move", tt.day); ok != tt.moves {
			t.Errorf("%v: moving is done: %v", tt.day, ok)
		}
	}
}

func TestPeriodsOfAnotherYearAreWarnedOf(t *testing.T) {
	t.Parallel()
	text := smallWith(t,
		"languages: [de, en]", "languages: [en, de]",
		"  - id: photo\n", "  - id: photo\n    until: 2025-12-31\n",
		"  - id: move\n", "  - id: move\n    from: 2062-01-01\n",
		"rates: [{amount: 70.00}]", "until: 2026-12-31, rates: [{amount: 70.00}]",
	)
	path := t.TempDir() + "/small.yaml"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := office.Check(&out, path, time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"2025-12-31 is long past; is the year right? If so, the entry can go",
		"2062-01-01 is far ahead; is the year right?",
		"after 2026-12-31 no fee is shown; expected the one after it",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("not warned: %s\n%s", want, out.String())
		}
	}
}

// A fee that ends before its concern leaves days without one; one that lasts as long
// does not.
func TestDaysWithoutAFeeAreWarnedOf(t *testing.T) {
	t.Parallel()
	for until, want := range map[string]bool{"": true, "2026-12-31": false, "2026-12-30": false, "2027-01-01": true} {
		concern := "  - id: passport\n"
		if until != "" {
			concern += "    until: " + until + "\n"
		}
		text := smallWith(t, "  - id: passport\n", concern, "rates: [{amount: 70.00}]", "until: 2026-12-31, rates: [{amount: 70.00}]")
		path := t.TempDir() + "/small.yaml"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := office.Check(&out, path, time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "keine Gebühr gezeigt"); got != want {
			t.Errorf("of a concern until %q it warns: %v\n%s", until, got, out.String())
		}
	}
}
