package office

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func sample(t *testing.T) *booking.Office {
	t.Helper()
	o, err := Parse("werne.yaml", werne)
	if err != nil {
		t.Fatalf("the sample office has faults:\n%v", err)
	}
	return o
}

func TestTheSampleHoldsTheWholeCatalogue(t *testing.T) {
	t.Parallel()
	o := sample(t)
	want := map[booking.CategoryID]int{
		"identity": 11, "residence": 7, "certificates": 11, "traffic": 6, "town-life": 5, "pick-up": 2,
	}
	got := map[booking.CategoryID]int{}
	for _, c := range o.Concerns {
		got[c.Category]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(o.Categories) != 6 || len(o.Concerns) != 42 {
		t.Errorf("want 6 categories and 42 concerns, got %d and %d", len(o.Categories), len(o.Concerns))
	}
}

func TestTheSampleSpeaksBothLanguages(t *testing.T) {
	t.Parallel()
	for _, c := range sample(t).Concerns {
		for _, lang := range []string{"de", "en"} {
			if c.Name[lang] == "" || c.Explanation[lang] == "" || len(c.Synonyms[lang]) < 3 {
				t.Errorf("%s in %s: name %q, explanation %q, synonyms %q", c.ID, lang, c.Name[lang], c.Explanation[lang], c.Synonyms[lang])
			}
			for _, d := range c.Documents {
				if d.Name[lang] == "" {
					t.Errorf("%s: document %s has no name in %s", c.ID, d.ID, lang)
				}
			}
		}
	}
}

func TestTheSampleKeepsItsRules(t *testing.T) {
	t.Parallel()
	want := booking.Usual()
	want.Horizon, want.LeadTime, want.Grid, want.Longest, want.Hold = 21, time.Hour, 5*time.Minute, 2*time.Hour, 15*time.Minute
	want.PerPerson, want.PerMail, want.MaxPersons = 3, 3, 10
	want.WalkIns.Tickets = true
	if diff := cmp.Diff(want, sample(t).Policy); diff != "" {
		t.Error(diff)
	}
}

// TestTheSampleSendsPeopleOn holds that whatever is done elsewhere says who does it,
// and that the town answers what it is asked, in both languages.
func TestTheSampleSendsPeopleOn(t *testing.T) {
	t.Parallel()
	o := sample(t)
	if len(o.Elsewhere) < 100 || len(o.Answers) < 20 {
		t.Errorf("want at least 100 things done elsewhere and 20 answers, got %d and %d", len(o.Elsewhere), len(o.Answers))
	}
	for _, lang := range []string{"de", "en"} {
		for _, e := range o.Elsewhere {
			if e.Name[lang] == "" || e.Authority.Name[lang] == "" || len(e.Synonyms[lang]) == 0 {
				t.Errorf("%s in %s: %+v", e.ID, lang, e)
			}
		}
		for _, a := range o.Answers {
			if a.Text[lang] == "" || len(a.Asked[lang]) < 2 {
				t.Errorf("%s in %s: %+v", a.ID, lang, a)
			}
		}
	}
}

func TestPickUpStandsAlone(t *testing.T) {
	t.Parallel()
	o := sample(t)
	for _, c := range o.Concerns {
		for _, other := range o.Concerns {
			if o.Combinations.Combines(c.ID, other.ID) != o.Combinations.Combines(other.ID, c.ID) {
				t.Errorf("%s and %s combine in one direction only", c.ID, other.ID)
			}
			if c.Skill == "pick-up" && other.ID != c.ID && o.Combinations.Combines(c.ID, other.ID) {
				t.Errorf("%s combines with %s", c.ID, other.ID)
			}
		}
		if c.Category == "pick-up" && c.Question == nil {
			t.Errorf("%s asks nothing first", c.ID)
		}
	}
}

// Whatever can be booked finds a time in an ordinary week, alone and in every
// pair the matrix allows, unless it is longer than the longest visit.
func TestTheSampleCanServeWhatItOffers(t *testing.T) {
	t.Parallel()
	o := sample(t)
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, o.Calendar.Zone)
	for i, c := range o.Concerns {
		for _, other := range o.Concerns[i:] {
			wishes := []booking.Wish{{Concern: c.ID, Quantity: 1}}
			if other.ID != c.ID {
				wishes = append(wishes, booking.Wish{Concern: other.ID, Quantity: 1})
			}
			if c.PhoneOnly || other.PhoneOnly || !o.Combinations.Combines(c.ID, other.ID) {
				continue
			}
			visit, err := o.Visit(wishes, 1)
			if err != nil {
				t.Errorf("%v: %v", wishes, err)
				continue
			}
			thursday := booking.Date{Year: 2026, Month: 11, Day: 26}
			if len(o.Day(thursday, nil).Starts(visit.Request(booking.Public), now)) == 0 {
				t.Errorf("%v: no time on a Thursday", wishes)
			}
		}
	}
}

func TestTheSampleCostsWhatItSays(t *testing.T) {
	t.Parallel()
	visit, err := sample(t).Visit([]booking.Wish{{Concern: "id-card", Quantity: 2}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	cost := visit.Cost(booking.Date{Year: 2026, Month: 11, Day: 24})
	if cost.Low != 5520 || cost.High != 9200 || len(cost.Extras) != 1 || cost.Extras[0].Amount != 600 {
		t.Errorf("want 55.20 to 92.00 and a photo for 6.00, got %+v", cost)
	}
}

func TestTuesdaysWereWalkInOnly(t *testing.T) {
	t.Parallel()
	calendar := sample(t).Calendar
	for day, want := range map[string]bool{
		"2021-06-29": false, "2021-07-06": true, "2024-03-05": true, "2024-03-06": false,
		"2025-06-24": true, "2025-07-01": false, "2026-11-24": false,
	} {
		d, err := booking.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		if got := calendar.WalkInOnly(d); got != want {
			t.Errorf("%s: want %v, got %v", day, want, got)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("werne.yaml", werne); err != nil {
			b.Fatal(err)
		}
	}
}
