package dialogs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// district is a town with many offices that all do the same, one of them more.
func district(tb testing.TB, names ...string) booking.Town {
	tb.Helper()
	var town booking.Town
	for i, name := range names {
		o := *smallOffice(tb).Offices[0]
		o.ID = booking.OfficeID(fmt.Sprintf("office-%d", i+1))
		o.Name = booking.Text{"de": "Bürgerbüro " + name, "en": "Office of " + name}
		o.Address.Town, o.Address.PostCode = name, fmt.Sprintf("5%04d", i)
		town.Offices = append(town.Offices, &o)
	}
	return town
}

func manyPlaces(n int) []string {
	all := []string{"Münster", "Bad Münstereifel", "Werne"}
	for i := len(all); i < n; i++ {
		all = append(all, fmt.Sprintf("Dorf%c%c", 'a'+i/26%26, 'a'+i%26))
	}
	return all
}

// atPlaces is a visitor who is asked where.
func atPlaces(tb testing.TB, n int) visitor {
	tb.Helper()
	v := arrive(tb, district(tb, manyPlaces(n)...)).turn(tb, dialogs.Started{Payload: "concern_id-card"})
	for v.step != "office" {
		v = v.tap(tb, "n:1")
	}
	return v
}

func TestOfManyPlacesOnlyThoseShownAreLookedUp(t *testing.T) {
	t.Parallel()
	v := atPlaces(t, 120)
	seen := map[string]bool{}
	for pages := 1; ; pages++ {
		all, numbered := v.choices()
		if len(numbered) > 8 || len(all) > 14 {
			t.Fatalf("page %d has %d places and %d choices", pages, len(numbered), len(all))
		}
		if !v.offers("back") || !v.offers("home") {
			t.Fatalf("page %d has no way out", pages)
		}
		if looked := len(v.need.Offices); looked != len(numbered) {
			t.Errorf("page %d shows %d places and looks up %d", pages, len(numbered), looked)
		}
		for _, c := range numbered {
			seen[c.ID] = true
		}
		next := slices.IndexFunc(all, func(c dialogs.Choice) bool { return c.Label.Key == "office.more" })
		if next < 0 {
			break
		}
		v = v.tap(t, all[next].ID)
	}
	if len(seen) != 120 {
		t.Errorf("%d places were shown, want all 120", len(seen))
	}
	if v = v.tap(t, "back"); v.step == "office" {
		t.Error("back stays")
	}
}

func TestAPlaceIsChosenByTypingItsName(t *testing.T) {
	t.Parallel()
	v := atPlaces(t, 60)
	for said, want := range map[string]booking.OfficeID{
		"Münster": "office-1", "in Münster": "office-1", "muenster": "office-1", "50000": "office-1",
		"Bad Münstereifel": "office-2", "Münstereifel": "office-2", "50001": "office-2",
		"in Werne bitte": "office-3", "WERNE": "office-3", "Bürgerbüro Werne": "office-3", "wern": "office-3",
		"Dorfbz": "office-52",
	} {
		if got := v.say(t, said); got.state.Draft.Office != want {
			t.Errorf("%q chose %q, want %q (%v)", said, got.state.Draft.Office, want, got.remarks)
		}
	}
	for _, said := range []string{"Köln", "Bürgerbüro"} {
		if got := v.say(t, said); got.state.Draft.Office != "" || len(got.remarks) == 0 {
			t.Errorf("%q chose %q and was answered %v", said, got.state.Draft.Office, got.remarks)
		}
	}
}

func TestAWordThatNamesSeveralPlacesListsThose(t *testing.T) {
	t.Parallel()
	v := atPlaces(t, 60).say(t, "dorfb")
	_, numbered := v.choices()
	if v.step != "office" || len(numbered) == 0 || len(v.state.Draft.Offices) < 9 || len(v.state.Draft.Offices) > 26 {
		t.Fatalf("at %s with %d places of %d", v.step, len(numbered), len(v.state.Draft.Offices))
	}
	for _, c := range numbered {
		if o, _ := v.memory.Town().Office(booking.OfficeID(strings.TrimPrefix(c.ID, "office:"))); !strings.HasPrefix(o.Address.Town, "Dorfb") {
			t.Errorf("%s is listed", o.Address.Town)
		}
	}
	if v = v.tap(t, "offices"); len(v.state.Draft.Offices) != 0 {
		t.Error("not all are listed again")
	}
}

func TestAPlaceIsTakenWithWhatIsWantedThere(t *testing.T) {
	t.Parallel()
	v := arrive(t, district(t, manyPlaces(60)...))
	for said, want := range map[string]booking.OfficeID{
		"Personalausweis in Werne": "office-3", "Personalausweis in Münster": "office-1", "Personalausweis": "", "Personalausweis Dorf": "",
	} {
		if got := v.say(t, said); got.state.Draft.Office != want || len(got.state.Draft.Wishes) != 1 {
			t.Errorf("%q: %d wishes at %q, want one at %q", said, len(got.state.Draft.Wishes), got.state.Draft.Office, want)
		}
	}
}

func TestALinkLeadsToAnOffice(t *testing.T) {
	t.Parallel()
	v := arrive(t, district(t, manyPlaces(30)...))
	for _, tt := range []struct {
		payload string
		office  booking.OfficeID
		wishes  int
		remark  string
	}{
		{dialogs.PlaceLink("office-3", ""), "office-3", 0, ""},
		{dialogs.PlaceLink("office-3", "concern_id-card"), "office-3", 1, ""},
		{dialogs.PlaceLink("office-3", "concern_divorce"), "office-3", 0, "start.gone"},
		{dialogs.PlaceLink("office-99", "concern_id-card"), "", 1, "start.office_gone"},
		{dialogs.PlaceLink("office-99", ""), "", 0, "start.office_gone"},
		{"office_", "", 0, "start.office_gone"},
	} {
		got := v.turn(t, dialogs.Started{Payload: tt.payload})
		if got.state.Draft.Office != tt.office || len(got.state.Draft.Wishes) != tt.wishes || tt.remark != "" && !got.remarked(tt.remark) {
			t.Errorf("%s: %d wishes at %q, %v", tt.payload, len(got.state.Draft.Wishes), got.state.Draft.Office, got.remarks)
		}
		if tt.remark == "" && (got.remarked("start.gone") || got.remarked("start.office_gone")) {
			t.Errorf("%s is said to be gone", tt.payload)
		}
	}
	busy := v.say(t, "Perso").turn(t, dialogs.Started{Payload: dialogs.PlaceLink("office-99", "")})
	if !busy.remarked("start.office_gone") || len(busy.state.Draft.Wishes) != 1 {
		t.Errorf("in the middle: %v", busy.remarks)
	}
}

// The office of a link may not do what is wanted then.
func TestAnOfficeIsLeftForWhatItDoesNotDo(t *testing.T) {
	t.Parallel()
	town := district(t, "Münster", "Werne", "Selm")
	poor := town.Offices[0]
	poor.Concerns = slices.DeleteFunc(slices.Clone(poor.Concerns), func(c booking.Concern) bool { return c.ID == "id-card" })
	v := arrive(t, town).turn(t, dialogs.Started{Payload: dialogs.PlaceLink(poor.ID, "")}).say(t, "Personalausweis")
	if v.state.Draft.Office != "" || !v.remarked("office.elsewhere") || len(v.state.Draft.Wishes) != 1 {
		t.Errorf("%d wishes at %q, %v", len(v.state.Draft.Wishes), v.state.Draft.Office, v.remarks)
	}
}

// Two offices of one name are told apart by where they are, and that comes first: of
// a long name, buttons leave out the end.
func TestTwoOfficesOfOneNameAreToldApart(t *testing.T) {
	t.Parallel()
	town := district(t, "Selm", "Selm", "Werne")
	town.Offices[0].Address.Street, town.Offices[1].Address.Street = "Markt 1", "Am Bahnhof 7"
	v := arrive(t, town).turn(t, dialogs.Started{Payload: "concern_id-card"})
	for v.step != "office" {
		v = v.tap(t, "n:1")
	}
	seen := ""
	for _, numbered := range v.view.Groups[0].Choices {
		seen += locales.For("de").Say(numbered.Label) + "\n"
	}
	for _, want := range []string{"Markt 1, Selm: Bürgerbüro Selm, frei", "Am Bahnhof 7, Selm: Bürgerbüro Selm, frei", "\nBürgerbüro Werne, frei"} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is missing in:\n%s", want, seen)
		}
	}
	if v = v.say(t, "Selm"); v.state.Draft.Office != "" || len(v.state.Draft.Offices) != 2 {
		t.Errorf("their name chose %q of %v", v.state.Draft.Office, v.state.Draft.Offices)
	}
}
