package understand

import (
	"slices"
	"strings"
	"testing"
)

// TestAParticularsPlaceTellsWhatItIsFor finds clues by the side on which a word stands, and by
// whether it stands in the same clause.
func TestAParticularsPlaceTellsWhatItIsFor(t *testing.T) {
	t.Parallel()
	clues := func(text string) map[uint64]float32 {
		words, from, to := marked(text)
		all := map[uint64]float32{}
		for _, c := range surroundingsIn(common(), words).evidence(particular{particularDays, "", from, to}) {
			all[c.hash] = c.weight
		}
		return all
	}
	told := clues("mein Flug geht am [Freitag], bitte vorher")
	for name, c := range map[string]struct {
		hash uint64
		want float32
	}{
		"before, in the clause":  {hashOf(clueOfClause, particularDays, "<", stem("flug")), ofClause},
		"behind, in another":     {hashOf(clueOfOther, particularDays, ">", stem("vorher")), ofOther},
		"next to it":             {hashOf(clueOfBeside, particularDays, "<", "1", stem("am")), ofNeighbour},
		"the words themselves":   {hashOf(clueOfSelf, particularDays, stem("freitag")), ofNeighbour},
		"not on the other side":  {hashOf(clueOfClause, particularDays, ">", stem("flug")), 0},
		"not in another clause":  {hashOf(clueOfOther, particularDays, "<", stem("flug")), 0},
		"a short message":        {hashOf(clueOfLength, particularDays, "short"), ofLength},
		"for all kinds alike":    {hashOf(clueOfClause, stem("flug")), ofClause},
		"not for another kind":   {hashOf(clueOfClause, particularHours, "<", stem("flug")), 0},
		"not among its own":      {hashOf(clueOfClause, particularDays, "<", stem("freitag")), 0},
		"what stands before two": {hashOf(clueOfBeside, particularDays, "<", stem("geht"), stem("am")), ofNeighbour},
	} {
		if got := told[c.hash]; got != c.want {
			t.Errorf("%s: it counts %v, want %v", name, got, c.want)
		}
	}
	if edge := clues("[Freitag] bitte"); edge[hashOf(clueOfBeside, particularDays, "<", "1", "^")] == 0 {
		t.Error("nothing tells that it stands first")
	}
	if clues("[am 3.]")[hashOf(clueOfLength, particularDays, "all")] == 0 {
		t.Error("nothing tells that it is all that is said")
	}
}

// TestWhatIsOnlyToldIsNotTaken reads messages in which the same words are meant, or only told.
func TestWhatIsOnlyToldIsNotTaken(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "passport", Names: []string{"Reisepass", "passport"}}, {ID: "register", Names: []string{"Wohnung ummelden", "register"}, Synonyms: []string{"ummelden", "Anmeldung"}},
	}})
	in := Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60}
	for text, want := range map[string]string{
		"Reisepass bitte am Freitag":                                             "days",
		"am Freitag geht mein Flug, ich brauche einen Reisepass":                 "",
		"mein Flug geht am Freitag, kann ich am Mittwoch wegen Reisepass kommen": "days",
		"wir sind am 1.12. eingezogen und möchten uns ummelden":                  "",
		"ich möchte mich ummelden, am 1.12. nachmittags":                         "days hours",
		"ich muss mich ummelden, der Einzug war am 1. Dezember":                  "",
		"ummelden morgen um sieben":                                              "days hours",
		"my passport was stolen on Saturday, I need a new passport":              "",
		"my passport was stolen, can I come on Friday":                           "days",
		"den Termin am Freitag muss ich absagen":                                 "days intent", // the day of an appointment
		"Freitag":                                                                "days",        // nothing is told beside it
		"ich brauche einen Reisepass, ich arbeite bis 16 Uhr":                    "hours",       // what is left of the day
	} {
		var got []string
		for _, f := range r.Read(text, in).Found {
			switch f.Value.(type) {
			case DaysValue:
				got = append(got, particularDays)
			case HoursValue:
				got = append(got, particularHours)
			case IntentValue:
				got = append(got, particularIntent)
			}
		}
		if slices.Sort(got); strings.Join(got, " ") != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// TestWordsThatAreToldAreNotLeftOver: nobody expects an answer to the day of a flight.
func TestWordsThatAreToldAreNotLeftOver(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{{ID: "passport", Names: []string{"Reisepass"}}}})
	read := r.Read("am Freitag geht mein Flug, ich brauche einen Reisepass", Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60})
	if slices.Contains(read.Rest, "Freitag") {
		t.Errorf("left over: %q", read.Rest)
	}
}

// TestTheGreatestNumberCounts takes the greatest number that is said where entries differ in it.
func TestTheGreatestNumberCounts(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "few", Names: []string{"Kopien beglaubigen (bis 5 Dokumente)"}, Synonyms: []string{"Kopie beglaubigen"}},
		{ID: "some", Names: []string{"Kopien beglaubigen (6 bis 20 Dokumente)"}},
		{ID: "many", Names: []string{"Kopien beglaubigen (mehr als 20 Dokumente)"}},
	}})
	for text, want := range map[string]string{
		"Kopie beglaubigen":                               "few",
		"zwanzig Kopien beglaubigen":                      "some",
		"mehr als zwanzig Kopien beglaubigen":             "many",
		"drei Kopien beglaubigen, zusammen sind es 12":    "some",
		"Kopien beglaubigen, dreifach, zusammen 36 Stück": "many",
		"Kopien von 2 Zeugnissen beglaubigen":             "few",
		"Kopien nach § 33 beglaubigen":                    "few", // no number of copies
	} {
		read := r.Read(text, Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60})
		if v, is := read.Found[0].Value.(ConcernValue); !is || string(v.ID) != want {
			t.Errorf("%q: %v, want %s", text, read.Found, want)
		}
	}
}
