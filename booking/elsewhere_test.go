package booking_test

import (
	"testing"

	"terminbote/booking"
)

// What another office of the town does is not elsewhere.
func TestATownSendsOnOnlyWithWhatNoneOfItsOfficesDoes(t *testing.T) {
	t.Parallel()
	town := booking.Town{Offices: []*booking.Office{
		{ID: "north", Elsewhere: []booking.Elsewhere{{ID: "licence"}, {ID: "tax"}}},
		{ID: "south", Concerns: []booking.Concern{{ID: "licence"}}, Elsewhere: []booking.Elsewhere{{ID: "tax"}}},
	}}
	if got := town.Elsewhere(); len(got) != 1 || got[0].ID != "tax" {
		t.Errorf("want tax alone, got %+v", got)
	}
	if _, ok := town.SentOn("licence"); ok {
		t.Error("sends people away with what the south office does")
	}
}

func TestOfficesAnswerOneQuestionEachForItself(t *testing.T) {
	t.Parallel()
	north := booking.Answer{ID: "parking", Asked: map[string][]string{"de": {"Parkplatz"}}, Text: booking.Text{"de": "vorn"}}
	south := booking.Answer{ID: "parking", Asked: map[string][]string{"de": {"Tiefgarage"}}, Text: booking.Text{"de": "unten"}}
	town := booking.Town{Offices: []*booking.Office{{Answers: []booking.Answer{north}}, {Answers: []booking.Answer{south}}}}
	all := town.Answers()
	if len(all) != 1 || len(all[0].Asked["de"]) != 2 {
		t.Errorf("want one question in two words, got %+v", all)
	}
	for i, want := range []string{"vorn", "unten"} {
		if got, ok := town.Offices[i].Answer("parking"); !ok || got.Text["de"] != want {
			t.Errorf("office %d: want %q, got %+v", i, want, got)
		}
	}
	if len(north.Asked["de"]) != 1 {
		t.Error("asking the town changed an office")
	}
}
