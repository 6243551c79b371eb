package booking_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// An office that is given up is found by those who have an appointment there, and
// nowhere else; one that is open is not given up whatever is said of it.
func TestAFormerOfficeIsFoundByItsIDAlone(t *testing.T) {
	t.Parallel()
	offices := sampleTown().Offices
	offices[0].Phone, offices[0].Privacy = "02389 71-0", german("Datenschutz")
	for name, town := range map[string]booking.Town{"indexed": booking.NewTown(offices...), "searched": {Offices: offices}} {
		town = town.WithFormer(booking.Former{ID: "old", Name: german("Altstadt")}, booking.Former{ID: "stockum", Name: german("Stockum")})
		old, ok := town.Office("old")
		if !ok || !old.GivenUp || old.Former.In("de") != "Altstadt" || old.Phone != "02389 71-0" || len(old.Desks)+len(old.Concerns) > 0 {
			t.Errorf("%s: the former office is %+v, %v", name, old, ok)
		}
		if o, ok := town.Office("stockum"); !ok || o.GivenUp {
			t.Errorf("%s: an open office counts as given up", name)
		}
		if _, ok := town.Office("atlantis"); ok {
			t.Errorf("%s: an office that never was is found", name)
		}
		if ids := idsOf(town.Known()); !slices.Equal(ids, []booking.OfficeID{"werne", "stockum", "old"}) {
			t.Errorf("%s: known are %v", name, ids)
		}
		if ids := idsOf(town.Serving(nil)); !slices.Equal(ids, []booking.OfficeID{"werne", "stockum"}) {
			t.Errorf("%s: offered are %v", name, ids)
		}
		if ids := idsOf(town.WithFormer().Known()); len(ids) != 2 {
			t.Errorf("%s: former offices stay though none is: %v", name, ids)
		}
		if with := town.With(town.Offices); len(with.Known()) != 3 || with.ID != town.ID {
			t.Errorf("%s: another version of the town knows %v", name, idsOf(with.Known()))
		}
	}
	if empty := (booking.Town{}).WithFormer(booking.Former{ID: "old"}); len(empty.Known()) != 0 {
		t.Error("a town without offices speaks for former ones")
	}
}

func idsOf(offices []*booking.Office) (ids []booking.OfficeID) {
	for _, o := range offices {
		ids = append(ids, o.ID)
	}
	return ids
}

// What is asked of the town is found in whichever office has it, and the first
// one counts.
func TestTheFirstOfficeThatHasItCounts(t *testing.T) {
	t.Parallel()
	offices := sampleTown().Offices
	offices[1].Concerns[0].Name = german("Reisepass in Stockum")
	for name, town := range map[string]booking.Town{"indexed": booking.NewTown(offices...), "searched": {Offices: offices}} {
		for id, want := range map[booking.ConcernID]booking.OfficeID{"passport": "werne", "pick-up": "stockum", "divorce": ""} {
			c, o, ok := town.Ever(id)
			if ok != (want != "") || ok && (o.ID != want || c.ID != id) {
				t.Errorf("%s: %s is found: %v, at %v", name, id, ok, o)
			}
			if c, ok := town.Concern(id); ok != (want != "") || ok && id == "passport" && c.Name.In("de") != "Reisepass" {
				t.Errorf("%s: %s is found: %v, %v", name, id, ok, c.Name)
			}
		}
		if got := town.Category("rest"); got.ID != "rest" {
			t.Errorf("%s: the category of the second office is %+v", name, got)
		}
		if got := town.Category("none"); got.ID != "" {
			t.Errorf("%s: a category that is not there is %+v", name, got)
		}
	}
}

// What other authorities do is named once, each with its own, and what an office
// of the town does is not elsewhere.
func TestOtherAuthoritiesAreNamedOnce(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	registry, tax := booking.Authority{ID: "registry"}, booking.Authority{ID: "tax"}
	town.Offices[0].Elsewhere = []booking.Elsewhere{{ID: "wedding", Authority: registry}, {ID: "pick-up", Authority: registry}, {ID: "birth", Authority: registry}}
	town.Offices[1].Elsewhere = []booking.Elsewhere{{ID: "wedding", Authority: tax}, {ID: "tax-id", Authority: tax}}
	for name, town := range map[string]booking.Town{"indexed": booking.NewTown(town.Offices...), "searched": town} {
		var ids []string
		for _, e := range town.Elsewhere() {
			ids = append(ids, e.ID)
		}
		if diff := cmp.Diff([]string{"wedding", "birth", "tax-id"}, ids); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if got := town.Authorities(); len(got) != 2 || got[0].ID != "registry" || got[1].ID != "tax" {
			t.Errorf("%s: the authorities are %v", name, got)
		}
		if e, ok := town.SentOn("wedding"); !ok || e.Authority.ID != "registry" {
			t.Errorf("%s: who weds is sent on to %+v, %v", name, e, ok)
		}
		if _, ok := town.SentOn("pick-up"); ok {
			t.Errorf("%s: what an office does is elsewhere", name)
		}
	}
}

// Two offices that answer one question are asked it once, by the words of both.
func TestAQuestionIsAskedByTheWordsOfAllOffices(t *testing.T) {
	t.Parallel()
	town := sampleTown()
	asked := func(words ...string) map[string][]string { return map[string][]string{"de": words} }
	town.Offices[0].Answers = []booking.Answer{{ID: "parking", Asked: asked("Parkplatz", "parken"), Text: german("Hinter dem Haus.")}}
	town.Offices[1].Answers = []booking.Answer{{ID: "parking", Asked: asked("parken", "Auto"), Text: german("Am Markt.")}, {ID: "lift", Asked: asked("Aufzug")}}
	want := []booking.Answer{{ID: "parking", Asked: asked("Parkplatz", "parken", "Auto"), Text: german("Hinter dem Haus.")}, {ID: "lift", Asked: asked("Aufzug")}}
	if diff := cmp.Diff(want, town.Answers()); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[string]string{"parking": "Am Markt.", "lift": "", "dogs": ""} {
		if a, ok := town.Offices[1].Answer(id); ok != (id != "dogs") || a.Text.In("de") != want {
			t.Errorf("%s is answered with %+v, %v", id, a, ok)
		}
	}
}

// Each of some concerns with each of others is not those among themselves.
func TestWhatGoesTogether(t *testing.T) {
	t.Parallel()
	var c booking.Combinations
	c.Among("a", "b", "c")
	c.Each([]booking.ConcernID{"x", "y"}, []booking.ConcernID{"b", "z"})
	c.Each([]booking.ConcernID{"p"}, []booking.ConcernID{"q"})
	together := map[string]bool{"a b": true, "a c": true, "b c": true, "x b": true, "x z": true, "y b": true, "y z": true, "p q": true}
	all := []booking.ConcernID{"a", "b", "c", "x", "y", "z", "p", "q", "alone"}
	for _, one := range all {
		for _, other := range all {
			want := one == other || together[string(one+" "+other)] || together[string(other+" "+one)]
			if got := c.Combines(one, other); got != want {
				t.Errorf("%s with %s: %v, want %v", one, other, got, want)
			}
		}
	}
}

// Who speaks for an office that is given up says all that it says of itself, and
// nothing of when and what it serves.
func TestAFormerOfficeSpeaksWithTheVoiceOfTheFirst(t *testing.T) {
	t.Parallel()
	o := sampleTown().Offices[0]
	o.Name, o.Lang, o.Phone, o.Website, o.Privacy = german("Rathaus"), "de", "02389 71-0", "https://example.org", german("Datenschutz")
	o.Address.Street, o.Site = "Konrad-Adenauer-Platz 1", booking.Site{FrameHosts: []string{"https://example.org"}}
	town := booking.NewTown(o).WithFormer(booking.Former{ID: "old", Name: german("Altstadt")})
	town.ID = "werne"
	want := &booking.Office{
		ID: "old", GivenUp: true, Former: german("Altstadt"), Name: o.Name, Lang: o.Lang, Address: o.Address, Phone: o.Phone, Website: o.Website,
		Privacy: o.Privacy, Site: o.Site, Policy: o.Policy, Calendar: booking.Calendar{Zone: berlin()},
	}
	got, _ := town.Office("old")
	if !reflect.DeepEqual(want, got) {
		t.Errorf("it says %+v, want %+v", got, want)
	}
	if town.With(town.Offices).ID != "werne" {
		t.Error("another version of the town is another town")
	}
}
