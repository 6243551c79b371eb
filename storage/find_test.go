package storage_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/dialogs"
)

// ofTwoHalls is a town with two offices, one of whose ids begins with the
// other's, in a database with other towns. Each person is booked at an office,
// one after the other.
func ofTwoHalls(t *testing.T, booked [][2]string) *world {
	t.Helper()
	town := namedTown("a", "hall")
	second := *town.Offices[0]
	second.ID = "hall-2"
	town.Offices = append(town.Offices, &second)
	w := newWorld(t, town)
	w.exec(`INSERT INTO office_town (office, town) VALUES ('hal', 'b'), ('hall-3', 'b'), ('hall-22', 'c')`)
	for i, b := range booked {
		starts := at(8, 0).Add(time.Duration(i) * time.Hour)
		w.exec(`
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
			VALUES ($1, $1, $2, $3, 'desk 1', $4, $5, 'confirmed', '[]', 1, '{papers}', 'public', $6, $7, $7)`,
			i+1, fmt.Sprint("N", i+1), b[0], starts, starts.Add(time.Hour/2), b[1], w.now)
	}
	w.Store = w.inTown(town)
	w.exec(`INSERT INTO staff (channel, address, name, role, by, at) VALUES ('test/a', 'anna', 'anna', 'clerk', 'test', $1)`, w.now)
	return w
}

// ids is which of those who were booked an entry is about, by place.
func ids(all []dialogs.Entry) (found []int) {
	for _, e := range all {
		found = append(found, int(e.ID)-1)
	}
	return found
}

func TestNamesAreFoundAtEveryOfficeOfTheTownAndNowhereElse(t *testing.T) {
	t.Parallel()
	w := ofTwoHalls(t, [][2]string{
		0: {"hall", "Jürgen Müller"},
		1: {"hall-2", "Änne Mueller (geb. Weiß)"},
		2: {"hall-3", "Jürgen Müller"},
		3: {"hal", "L Müller"},
		4: {"hall-22", "Jürgen Weiß-Müller"},
		5: {"hall-2", "hall 2 muller"},
		6: {"hall", "Jorgen O'Neil"},
		7: {"hall-22", "Kowalski"},
	})
	for _, tt := range []struct {
		text        string
		found, like []int
	}{
		{"müller", []int{0, 1, 5}, nil},
		{"m", []int{0, 1, 5}, nil},
		{"jürgen müller", []int{0}, nil},
		{"änne jürgen", nil, nil}, // both are known, at different offices
		{"weiss", []int{1}, nil},
		{"geb", []int{1}, nil},
		{"hall", []int{5}, nil}, // a name, and no office
		{"hall-2", []int{5}, nil},
		{"l", nil, nil},
		{"neil", []int{6}, nil},
		{"miller", nil, []int{0, 1, 5}},
		{"jurgen mulller", nil, []int{0}},
		{"Joergen Miller", nil, []int{0}}, // spelled wrong at one office, and right at another
		{"kowalsky", nil, nil},
		{"kowalski", nil, nil},
	} {
		facts := w.sees("anna", dialogs.StaffNeed{Find: tt.text})
		if got := ids(facts.Found); !slices.Equal(got, tt.found) {
			t.Errorf("%q finds %v, want %v", tt.text, got, tt.found)
		}
		if got := ids(facts.Similar); !slices.Equal(got, tt.like) {
			t.Errorf("%q is like %v, want %v", tt.text, got, tt.like)
		}
	}
}

// A slip is forgiven in a name of up to four words; more of them are none.
func TestASlipIsForgivenInFourWords(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.booked("Anna Berta Clara Dorothea Emilia", wednesday)
	for text, want := range map[string]int{
		"Anna Dorotea": 1, "Anna Berta Dorotea": 1, "Anna Berta Clara Dorotea": 1, "Anna Berta Clara Dorotea Emilia": 0,
	} {
		if got := w.sees("anna", dialogs.StaffNeed{Find: text}).Similar; len(got) != want {
			t.Errorf("%q is like %d, want %d", text, len(got), want)
		}
	}
}

// Who is erased is not found any more, and stands in no index of names.
func TestWhoIsErasedIsFoundNoMore(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.booked("Erika", at(9, 0))
	if found := w.sees("anna", dialogs.StaffNeed{Find: "erika"}).Found; len(found) != 1 {
		t.Fatalf("before it is erased: %v", found)
	}
	w.do("Erika", dialogs.Erase{})
	facts := w.sees("anna", dialogs.StaffNeed{Find: "erika"})
	if len(facts.Found)+len(facts.Similar) > 0 {
		t.Errorf("erased, and found: %+v", facts)
	}
	if found := w.sees("anna", dialogs.StaffNeed{Find: "-"}).Found; len(found) > 0 {
		t.Errorf("what stays of the erased is a name: %v", found)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE name_words(office, name) @@ '''hall erika'''::tsquery`); n > 0 {
		t.Errorf("%d rows have the name", n)
	}
}
