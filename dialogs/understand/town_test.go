package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// coast is another town: it licenses beach stands, keeps dogs' tax itself, and
// leaves licences and vehicles to the district.
func coast() understand.Directory {
	concern := func(id booking.ConcernID, names ...string) understand.ConcernEntry {
		return understand.ConcernEntry{ID: id, Names: names[:1], Synonyms: names[1:]}
	}
	return understand.Directory{
		Concerns: []understand.ConcernEntry{
			concern("ausweis", "Personalausweis", "ID card"),
			concern("ausweis-weg", "Verlust eines Personalausweises anzeigen"),
			concern("pass", "Reisepass", "passport"),
			concern("hund", "Hund anmelden", "Hundesteuer", "register a dog"),
			concern("hund-weg", "Hund abmelden", "deregister a dog"),
			concern("strandkorb", "Strandkorbgenehmigung", "Strandkorb aufstellen", "beach chair permit"),
			concern("kurkarte", "Kurkarte", "Kurabgabe", "Gästekarte"),
			concern("wohnung", "Wohnsitz anmelden", "ummelden", "register residence"),
			concern("bescheinigung", "Meldebescheinigung", "registration certificate"),
		},
		Elsewhere: []understand.ElsewhereEntry{
			{ID: "lappen", Names: []string{"Führerschein"}, Synonyms: []string{"Führerschein umtauschen", "Führerschein beantragen"}},
			{ID: "auto", Names: []string{"Auto anmelden"}, Synonyms: []string{"Auto abmelden", "Auto ummelden"}},
		},
		Places: []string{"Sankt Peter"},
	}
}

// TestAnotherTownIsUnderstood holds the reader to what one town's file says
// and no other's: what is somebody else's task in Werne is done here, and the
// other way round.
func TestAnotherTownIsUnderstood(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(coast())
	for text, want := range map[string]string{
		"ich will meinen Hund anmelden":                  "hund",
		"mein Hund ist gestorben, ich muss ihn abmelden": "hund-weg",
		"perso verlängern":                               "ausweis",
		"mein ausweis wurde geklaut":                     "ausweis-weg",
		"brauche eine genehmigung für den strandkorb":    "strandkorb",
		"Strandkorbgenemigung":                           "strandkorb",
		"kur karte":                                      "kurkarte",
		"I need a new passport":                          "pass",
		"umgezogen nach Sankt Peter, muss mich ummelden": "wohnung",
		"Meldebestätigung":                               "bescheinigung",
	} {
		got := concernsOf(reader.Read(text, understand.Context{Lang: "de", Today: monday}))
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q: want %q, got %q", text, want, got)
		}
	}
}

func TestAnotherTownSendsPeopleOn(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(coast())
	for text, want := range map[string]string{
		"auto anmelden": "lappen|auto", "führerschein umtauschen": "lappen", "Auto abmelden": "auto",
	} {
		for _, f := range reader.Read(text, understand.Context{Lang: "de", Today: monday}).Found {
			v, ok := f.Value.(understand.ElsewhereValue)
			if !ok || f.Sure < 0.5 || text != "auto anmelden" && v.ID != want {
				t.Errorf("%q: want elsewhere %q, got %+v", text, want, f)
			}
		}
	}
}

// TestOppositesNeverStandInForEachOther takes nothing where a town does only
// the opposite, or the same with another thing.
func TestOppositesNeverStandInForEachOther(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(understand.Directory{Concerns: []understand.ConcernEntry{
		{ID: "off", Names: []string{"Auto abmelden"}},
		{ID: "lost", Names: []string{"Personalausweis verloren"}},
		{ID: "trade", Names: []string{"Gewerbe anmelden"}},
		{ID: "home", Names: []string{"Wohnung anmelden"}, Synonyms: []string{"anmelden"}},
	}})
	for _, text := range []string{
		"auto anmelden", "auto ummelden", "ausweis wiedergefunden", "gewerbe abmelden", "hund anmelden", "wohnung abmelden",
		"register my car", "found my id card", "close my business", "kind in der schule anmelden",
	} {
		for _, f := range reader.Read(text, understand.Context{Lang: "de", Today: monday}).Found {
			if v, ok := f.Value.(understand.ConcernValue); ok && f.Sure >= 0.5 && len(v.Rivals) == 0 {
				t.Errorf("%q: took %+v", text, f)
			}
		}
	}
}

// TestWhatCouldBeMeantAsWellIsNamed asks rather than guesses.
func TestWhatCouldBeMeantAsWellIsNamed(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for _, text := range []string{"abholen", "verloren", "Parkausweis", "beglaubigen lassen"} {
		read := reader.Read(text, understand.Context{Lang: "de", Today: monday})
		if len(read.Found) != 1 {
			t.Errorf("%q: want one finding, got %+v", text, read.Found)
			continue
		}
		v, ok := read.Found[0].Value.(understand.ConcernValue)
		if !ok || len(v.Rivals) == 0 && read.Found[0].Sure >= 0.5 || len(v.Rivals) > 2 {
			t.Errorf("%q: want a question between two or three, got %+v", text, read.Found[0])
		}
	}
}

var monday = booking.Date{Year: 2026, Month: 11, Day: 23}

// concernsOf is the concerns that a reading takes.
func concernsOf(r understand.Reading) []string {
	var ids []string
	for _, f := range r.Found {
		if v, ok := f.Value.(understand.ConcernValue); ok && f.Sure >= 0.5 && len(v.Rivals) == 0 {
			ids = append(ids, string(v.ID))
		}
	}
	return ids
}
