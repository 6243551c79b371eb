package booking_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

func wishes(pairs ...any) []booking.Wish {
	var all []booking.Wish
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, booking.Wish{Concern: booking.ConcernID(pairs[i].(string)), Quantity: pairs[i+1].(int)})
	}
	return all
}

func TestHowLongAVisitTakes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		wishes  []booking.Wish
		persons int
		grid    time.Duration
		want    time.Duration
	}{
		{"one case", wishes("passport", 1), 1, 5 * time.Minute, 20 * time.Minute},
		{"further cases, rounded up", wishes("passport", 2), 1, 5 * time.Minute, 35 * time.Minute},
		{"persons add nothing where the concern does not say so", wishes("passport", 1), 6, 5 * time.Minute, 20 * time.Minute},
		{"persons add minutes where it does", wishes("registration", 1), 3, time.Minute, 19 * time.Minute},
		{"the sum is rounded, not the parts", wishes("registration", 1, "passport", 2), 1, 5 * time.Minute, 45 * time.Minute},
		{"a concern named twice is one with two cases", wishes("registration", 1, "registration", 1), 2, time.Minute, 23 * time.Minute},
		{"exactly on the grid", wishes("id-card", 1), 1, 15 * time.Minute, 15 * time.Minute},
		{"a coarse grid", wishes("id-card", 2), 1, 20 * time.Minute, 40 * time.Minute},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := sampleOffice()
			o.Policy.Grid = tt.grid
			v, err := o.Visit(tt.wishes, tt.persons)
			if err != nil || v.Length() != tt.want {
				t.Errorf("want %v, got %v, %v", tt.want, v.Length(), err)
			}
		})
	}
}

func TestWhatCannotBeOneVisit(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		wishes  []booking.Wish
		persons int
		want    error
	}{
		{"a good one", wishes("passport", 1, "id-card", 1), 1, nil},
		{"the greatest quantity", wishes("passport", 5), 1, nil},
		{"as many persons as allowed", wishes("passport", 1), 6, nil},
		{"one case too many", wishes("passport", 6), 1, booking.ErrTooMany},
		{"one case too many in two wishes", wishes("passport", 3, "passport", 3), 1, booking.ErrTooMany},
		{"no case", wishes("passport", 0), 1, booking.ErrTooMany},
		{"a negative quantity", wishes("passport", -1), 1, booking.ErrTooMany},
		{"ninety-nine", wishes("passport", 99), 1, booking.ErrTooMany},
		{"nobody", wishes("passport", 1), 0, booking.ErrTooMany},
		{"a crowd", wishes("passport", 1), 7, booking.ErrTooMany},
		{"unknown", wishes("divorce", 1), 1, booking.ErrUnknown},
		{"unknown beside known", wishes("passport", 1, "divorce", 1), 1, booking.ErrUnknown},
		{"by telephone", wishes("lost-abroad", 1), 1, booking.ErrPhoneOnly},
		{"apart", wishes("passport", 1, "car", 1), 1, booking.ErrApart},
		{"apart the other way round", wishes("car", 1, "passport", 1), 1, booking.ErrApart},
		{"apart from the second", wishes("passport", 1, "id-card", 1, "car", 1), 1, booking.ErrApart},
		{"too long", wishes("passport", 5, "id-card", 5), 1, booking.ErrTooLong},
		{"too long by persons", wishes("passport", 5, "id-card", 2, "registration", 1), 6, booking.ErrTooLong},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if _, err := sampleOffice().Visit(tt.wishes, tt.persons); !errors.Is(err, tt.want) {
				t.Errorf("want %v, got %v", tt.want, err)
			}
		})
	}
}

func TestTheLongestVisitIsAllowed(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	for longest, want := range map[time.Duration]error{20 * time.Minute: nil, 19 * time.Minute: booking.ErrTooLong} {
		o.Policy.Longest = longest
		if _, err := o.Visit(wishes("passport", 1), 1); !errors.Is(err, want) {
			t.Errorf("longest %v: want %v, got %v", longest, want, err)
		}
	}
}

func TestAVisitIsAsLongAsItsCasesOneAfterTheOther(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := sampleOffice()
		o.Policy.Grid = time.Duration(rapid.SampledFrom([]int{5, 10, 15, 20, 30}).Draw(t, "grid")) * time.Minute
		o.Policy.Longest = 24 * time.Hour
		persons := rapid.IntRange(1, 6).Draw(t, "persons")
		var asked []booking.Wish
		minutes := 0
		for _, id := range []booking.ConcernID{"passport", "id-card", "registration"} {
			c, _ := o.Concern(id)
			quantity := rapid.IntRange(0, c.MaxQuantity).Draw(t, string(id))
			if quantity == 0 {
				continue
			}
			asked = append(asked, booking.Wish{Concern: id, Quantity: quantity})
			minutes += int(c.First.Minutes()) + (persons-1)*int(c.PerPerson.Minutes())
			for range quantity - 1 {
				minutes += int(c.Further.Minutes())
			}
		}
		for minutes%int(o.Policy.Grid.Minutes()) != 0 {
			minutes++
		}
		v, err := o.Visit(asked, persons)
		if len(asked) == 0 {
			if !errors.Is(err, booking.ErrUnknown) {
				t.Fatalf("a visit for nothing: want %v, got %v", booking.ErrUnknown, err)
			}
			return
		}
		if want := time.Duration(minutes) * time.Minute; err != nil || v.Length() != want {
			t.Fatalf("want %v, got %v, %v", want, v.Length(), err)
		}
	})
}

func TestEachThingToBringIsNamedOnce(t *testing.T) {
	t.Parallel()
	v, err := sampleOffice().Visit(wishes("passport", 2, "id-card", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	var documents []booking.DocumentID
	for _, d := range v.Documents() {
		documents = append(documents, d.ID)
	}
	if diff := cmp.Diff([]booking.DocumentID{"photo", "old", "birth"}, documents); diff != "" {
		t.Error(diff)
	}
	var forms []booking.FormID
	for _, f := range v.Forms() {
		forms = append(forms, f.ID)
	}
	if diff := cmp.Diff([]booking.FormID{"consent", "loss"}, forms); diff != "" {
		t.Error(diff)
	}
}

func TestAVisitAsksForEachSkillOnce(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Combinations.Among("passport", "car")
	o.Combinations.Among("id-card", "car")
	v, err := o.Visit(wishes("passport", 1, "id-card", 1, "car", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	want := booking.Request{Length: 65 * time.Minute, Skills: []booking.Skill{"papers", "cars"}, Audience: booking.Staff}
	if diff := cmp.Diff(want, v.Request(booking.Staff)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsBookedKeepsNamesAndMinutes(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	v, err := o.Visit(wishes("passport", 2, "id-card", 1), 1)
	if err != nil {
		t.Fatal(err)
	}
	items := v.Items()
	o.Concerns[0].First, o.Concerns[0].Name = time.Hour, german("Pass")
	want := []booking.Item{
		{Concern: "passport", Name: german("Reisepass"), Quantity: 2, Minutes: 32},
		{Concern: "id-card", Name: german("Personalausweis"), Quantity: 1, Minutes: 15},
	}
	if diff := cmp.Diff(want, items); diff != "" {
		t.Error(diff)
	}
}

func TestCombiningWorksBothWays(t *testing.T) {
	t.Parallel()
	var m booking.Combinations
	m.Among("b", "a")
	tests := []struct {
		a, b booking.ConcernID
		want bool
	}{{"a", "b", true}, {"b", "a", true}, {"c", "c", true}, {"a", "c", false}}
	for _, tt := range tests {
		if got := m.Combines(tt.a, tt.b); got != tt.want {
			t.Errorf("%s with %s: want %t, got %t", tt.a, tt.b, tt.want, got)
		}
	}
}

func TestStaffArrangeWhatGoesByTelephoneOnly(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	if _, err := o.VisitFor(booking.Staff, wishes("lost-abroad", 1), 1); err != nil {
		t.Errorf("staff: %v", err)
	}
	if _, err := o.VisitFor(booking.Public, wishes("lost-abroad", 1), 1); !errors.Is(err, booking.ErrPhoneOnly) {
		t.Errorf("public: %v, want %v", err, booking.ErrPhoneOnly)
	}
}
