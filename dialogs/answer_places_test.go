package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// lengthOf is how many letters a page and what is said before it have.
func (v visitor) lengthOf() (n int) {
	p := locales.For("de")
	for _, line := range append(v.remarks, v.view.Body...) {
		n += len(p.Say(line))
	}
	return n
}

// What differs from place to place is not told of a hundred of them.
func TestOfManyPlacesOneIsAskedWhich(t *testing.T) {
	t.Parallel()
	town := district(t, manyPlaces(100)...)
	for _, o := range town.Offices {
		o.Website = "https://www.example.org/" + o.Address.Town
		o.Answers = []booking.Answer{{ID: "parking", Text: booking.Text{"de": "Parken Sie in " + o.Address.Town}}, {ID: "access", Text: booking.Text{"de": "Ohne Stufen."}}}
	}
	v := arrive(t, town)
	for _, said := range questions {
		got := v.say(t, said)
		if n := got.lengthOf(); n > 4000 {
			t.Errorf("%q is answered by %d letters", said, n)
		}
	}
	for _, said := range []string{"Wann habt ihr geöffnet?", "Wo ist das?", "Wie ist eure Telefonnummer?", "Wo kann ich parken?", "Ich möchte mit einem Menschen sprechen"} {
		if got := v.say(t, said); !got.remarked("answer.which_place") {
			t.Errorf("%q is answered by %v", said, got.remarks)
		}
	}
	if got := v.say(t, "Ist das barrierefrei?"); len(got.remarks) != 1 || got.remarked("answer.of") {
		t.Errorf("what all say is said by %v", got.remarks)
	}
	if about := v.tap(t, "about"); about.lengthOf() > 4000 {
		t.Errorf("the page of the offices has %d letters", about.lengthOf())
	}
}

// A question may name the place that it is about, as the answer asks for.
func TestAQuestionNamesThePlaceItIsAbout(t *testing.T) {
	t.Parallel()
	town := district(t, manyPlaces(100)...)
	for i, o := range town.Offices {
		o.Phone = "02389 71" + strings.Repeat("0", i%3) + string(rune('1'+i%9))
	}
	v, werne := arrive(t, town), town.Offices[2]
	p := locales.For("de")
	for _, said := range []string{"Wann hat Werne geöffnet?", "Öffnungszeiten in Werne", "Wo ist das in Werne?", "Telefonnummer Bürgerbüro Werne", "Öffnungszeiten Bürgerbüro Werne"} {
		got := v.say(t, said)
		if got.remarked("answer.which_place") || len(got.remarks) == 0 || len(got.remarks) > 12 {
			t.Errorf("%q is answered by %d lines: %v", said, len(got.remarks), got.remarks)
		}
		text := ""
		for _, line := range got.remarks {
			text += p.Say(line) + "\n"
		}
		if strings.Contains(said, "Telefon") && !strings.Contains(text, werne.Phone) || strings.Contains(said, "Wo ") && !strings.Contains(text, "50002 Werne") {
			t.Errorf("%q is answered by\n%s", said, text)
		}
		if strings.Contains(text, "Dorf") || strings.Contains(text, "Münster") {
			t.Errorf("%q tells of other places:\n%s", said, text)
		}
	}
	chosen := v.turn(t, dialogs.Started{Payload: dialogs.PlaceLink(werne.ID, "")})
	if got := chosen.say(t, "Wo ist das?"); got.remarked("answer.which_place") {
		t.Errorf("where one is chosen, it is asked which: %v", got.remarks)
	}
}
