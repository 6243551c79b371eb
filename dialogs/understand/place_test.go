package understand_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/dialogs/understand"
)

func TestAPlaceIsFoundByItsWholeNameBeforeAPartOfOne(t *testing.T) {
	t.Parallel()
	places := []understand.Place{
		{Names: []string{"Bürgerbüro Münster", "Münster", "48143"}},
		{Names: []string{"Bürgerbüro Bad Münstereifel", "Bad Münstereifel", "53902"}},
		{Names: []string{"Bürgerbüro Werne", "Werne", "59368", "Stockum"}},
		{Names: []string{"Bürgerbüro Werne Nord", "Werne", "59368"}},
		{Names: []string{"Bürgerbüro Bad Berleburg", "Bad Berleburg", "57319"}},
	}
	for _, tt := range []struct {
		text  string
		want  []int
		whole bool
	}{
		{"Münster", []int{0}, true},
		{"muenster", []int{0}, true},
		{"in Münster bitte", []int{0}, true},
		{"Münstereifel", []int{1}, true},
		{"Bad Münstereifel", []int{1}, true},
		{"münstere", []int{1}, false},
		{"bad", []int{1, 4}, true},
		{"in Werne", []int{2, 3}, true},
		{"Werne Nord", []int{3}, true},
		{"Bürgerbüro Werne", []int{2}, true},
		{"59368", []int{2, 3}, true},
		{"48143 Münster", []int{0}, true},
		{"Stockum", []int{2}, true},
		{"berle", []int{4}, false},
		{"Bürgerbüro", nil, false},
		{"be", nil, false},
		{"Köln", nil, false},
		{"", nil, false},
	} {
		at, whole := understand.NewPlaces(places).Named(tt.text)
		if diff := cmp.Diff(tt.want, at); diff != "" || whole != tt.whole {
			t.Errorf("%q: whole words %v, places (-want +got):\n%s", tt.text, whole, diff)
		}
	}
}

// One alone has no word that tells it apart, and is found all the same.
func TestAPlaceAloneIsFoundByItsName(t *testing.T) {
	t.Parallel()
	at, whole := understand.NewPlaces([]understand.Place{{Names: []string{"Werne"}}}).Named("in Werne")
	if diff := cmp.Diff([]int{0}, at); diff != "" || !whole {
		t.Error(diff)
	}
}

// A number belongs to the word before it: in a question there are others.
func TestAnOfficeWithANumberIsNamedByItsWordAndItsNumber(t *testing.T) {
	t.Parallel()
	var places []understand.Place
	for _, n := range []string{"1", "2", "9", "12"} {
		places = append(places, understand.Place{Names: []string{"Kundenzentrum " + n, "Köln", "50667", "centre-" + n}})
	}
	for text, want := range map[string][]int{
		"Kundenzentrum 2":                     {1},
		"kundenzentrum 12 bitte":              {3},
		"Personalausweis im Kundenzentrum 9":  {2},
		"morgen um 9 im Kundenzentrum 1":      {0},
		"centre-12":                           {3},
		"morgen um 9":                         nil,
		"Habt ihr am 12. offen?":              nil,
		"für 2 Personen":                      nil,
		"50667 Köln":                          nil, // all of them
		"Kundenzentrum":                       nil,
		"um 9 Uhr für 2 Personen am 1. März?": nil,
	} {
		at, _ := understand.NewPlaces(places).Named(text)
		if diff := cmp.Diff(want, at); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
