package booking_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func TestAPersonAndAMailAddressHaveTheirLimits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		ofPerson, underMail int
		want                error
	}{
		{0, 0, nil},
		{1, 2, nil},
		{2, 0, booking.ErrLimit},
		{0, 3, booking.ErrMailLimit},
		{3, 4, booking.ErrLimit},
	}
	for _, tt := range tests {
		if err := sampleOffice().Policy.Admits(tt.ofPerson, tt.underMail); !errors.Is(err, tt.want) {
			t.Errorf("%d and %d: want %v, got %v", tt.ofPerson, tt.underMail, tt.want, err)
		}
	}
}

func TestMinutesChangeFromTheirDayOn(t *testing.T) {
	t.Parallel()
	changes := []booking.MinutesChange{
		{Concern: "passport", From: tuesday.Add(7), First: 30 * time.Minute, Further: 15 * time.Minute},
		{Concern: "passport", From: tuesday, First: 25 * time.Minute, Further: 14 * time.Minute},
		{Concern: "car", From: tuesday, First: time.Hour},
	}
	tests := []struct {
		name  string
		today booking.Date
		want  time.Duration // of two passports
	}{
		{"the file's before", tuesday.Add(-1), 32 * time.Minute},
		{"on the day", tuesday, 39 * time.Minute},
		{"until the next change", tuesday.Add(6), 39 * time.Minute},
		{"the latest, in whatever order they stand", tuesday.Add(7), 45 * time.Minute},
	}
	for _, tt := range tests {
		o := sampleOffice()
		c, _ := o.With(booking.Overrides{Minutes: changes}, tt.today).Concern("passport")
		if got := c.Takes(2); got != tt.want {
			t.Errorf("%s: want %v, got %v", tt.name, tt.want, got)
		}
	}
}

func TestOverridesLeaveTheFileAlone(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Calendar.Closures = make([]booking.Closure, 0, 4) // room to write into by mistake
	_ = o.With(booking.Overrides{
		Closures: []booking.Closure{{Day: tuesday, Hours: booking.AllDay()}},
		Extra:    []booking.ExtraHours{extra("14:00", "15:00")},
		Minutes:  []booking.MinutesChange{{Concern: "passport", From: tuesday, First: time.Hour}},
	}, tuesday)
	if diff := cmp.Diff(sampleConcerns(), o.Concerns); diff != "" {
		t.Error(diff)
	}
	if n := len(o.Calendar.Closures) + len(o.Calendar.Extra); n != 0 || o.Calendar.Closures[:1][0].Day == tuesday {
		t.Errorf("the file's calendar was changed: %+v", o.Calendar)
	}
}

func TestTheLastDayOfTheHorizon(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	tests := []struct {
		name        string
		now         time.Time
		today, last booking.Date
	}{
		{"in the morning", at(tuesday, "8:00"), tuesday, tuesday.Add(21)},
		{"just before midnight", at(tuesday, "23:59"), tuesday, tuesday.Add(21)},
		{"by the office's clock, not by UTC", time.Date(2026, time.November, 23, 23, 30, 0, 0, time.UTC), tuesday, tuesday.Add(21)},
		{"over the clock change", at(autumn.Add(-1), "12:00"), autumn.Add(-1), autumn.Add(20)},
	}
	for _, tt := range tests {
		if today, last := o.Today(tt.now), o.LastDay(tt.now); today != tt.today || last != tt.last {
			t.Errorf("%s: want %v to %v, got %v to %v", tt.name, tt.today, tt.last, today, last)
		}
	}
}

// sampleTown has a second office, which shares passports with the first.
func sampleTown() booking.Town {
	second := sampleOffice()
	second.ID = "stockum"
	second.Concerns = append(second.Concerns[:1:1], booking.Concern{ID: "pick-up", Category: "papers"})
	first := sampleOffice()
	for _, o := range []*booking.Office{first, second} {
		o.Concerns[0].Category = "papers"
		o.Categories = []booking.Category{{ID: "papers"}}
	}
	second.Categories = append(second.Categories, booking.Category{ID: "rest"})
	return booking.Town{Offices: []*booking.Office{first, second}}
}

func TestATownKnowsWhoServesWhat(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	tests := []struct {
		concerns []booking.ConcernID
		want     []booking.OfficeID
	}{
		{nil, []booking.OfficeID{"werne", "stockum"}},
		{[]booking.ConcernID{"passport"}, []booking.OfficeID{"werne", "stockum"}},
		{[]booking.ConcernID{"passport", "pick-up"}, []booking.OfficeID{"stockum"}},
		{[]booking.ConcernID{"car", "pick-up"}, nil},
	}
	for _, tt := range tests {
		var got []booking.OfficeID
		for _, o := range town.Serving(tt.concerns) {
			got = append(got, o.ID)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v: %s", tt.concerns, diff)
		}
	}
}

func TestATownNamesEverythingOnce(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	var categories []booking.CategoryID
	for _, c := range town.Categories() {
		categories = append(categories, c.ID)
	}
	if diff := cmp.Diff([]booking.CategoryID{"papers", "rest"}, categories); diff != "" {
		t.Error(diff)
	}
	var concerns []booking.ConcernID
	for _, c := range town.ConcernsIn("papers") {
		concerns = append(concerns, c.ID)
	}
	if diff := cmp.Diff([]booking.ConcernID{"passport", "pick-up"}, concerns); diff != "" {
		t.Error(diff)
	}
	if c, ok := town.Concern("pick-up"); !ok || c.ID != "pick-up" {
		t.Errorf("want pick-up, got %v, %t", c.ID, ok)
	}
	if _, ok := town.Concern("divorce"); ok {
		t.Error("no office has divorces")
	}
	if o, ok := town.Office("stockum"); !ok || o.ID != "stockum" {
		t.Error("stockum is not found")
	}
	if _, ok := town.Office("atlantis"); ok {
		t.Error("atlantis is found")
	}
}

func TestATextFallsBackToAnotherLanguage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		text booking.Text
		want string
	}{
		{"the one asked for", booking.Text{"de": "Reisepass", "en": "passport"}, "passport"},
		{"German", booking.Text{"de": "Reisepass", "fr": "passeport"}, "Reisepass"},
		{"any", booking.Text{"fr": "passeport"}, "passeport"},
		{"none", nil, ""},
	}
	for _, tt := range tests {
		if got := tt.text.In("en"); got != tt.want {
			t.Errorf("%s: want %q, got %q", tt.name, tt.want, got)
		}
	}
}
