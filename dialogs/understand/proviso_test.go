package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// What is set against a yes that binds, or makes it hang on, is known from what only makes it friendlier.
func TestAYesMayHangOnSomething(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]string{
		"ja buchen, aber bitte mit express":  "aber bitte mit express",
		"ja aber nur wenn ich parken kann":   "aber nur wenn ich parken kann",
		"ja, ich brauche aber Hilfe. Danke":  "ich brauche aber Hilfe",
		"ok, vielleicht":                     "vielleicht",
		"ja, aber":                           "aber",
		"passt, sofern es keine Treppe gibt": "sofern es keine Treppe gibt",
		"yes, as long as I can pay cash":     "as long as I can pay cash",
		"ok but please at desk 2":            "but please at desk 2",
		"ja, wenn möglich":                   "",
		"ja, aber gern":                      "",
		"yes, if that's ok":                  "",
		"yes but sure, thanks":               "",
		"aber ich brauche Hilfe":             "", // there is no yes
		"ja":                                 "",
	} {
		for _, binds := range []bool{true, false} {
			in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectReview, Binds: binds}
			read := reader.Read(said, in)
			if !binds && (read.Agrees || read.Proviso != "" || len(read.BesideYes) > 0) {
				t.Errorf("%q says something beside a yes where none binds: %+v", said, read)
			}
			if binds && read.Proviso != want {
				t.Errorf("%q hangs on %q, want %q", said, read.Proviso, want)
			}
		}
	}
}

// A proviso that names nothing only leaves the yes open; one that names something, be it a word, does not.
func TestAProvisoMayOnlyLeaveAYesOpen(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]bool{
		"ja, vielleicht":            true,
		"ja, aber nur eventuell":    true,
		"ja, möglicherweise":        true,
		"ok, ganz vielleicht":       true,
		"ja, aber":                  true,
		"yes, maybe":                true,
		"ok, but perhaps":           true,
		"ja, falls":                 false,
		"ja, aber barrierefrei":     false,
		"ja, vielleicht mit Hund":   false,
		"yes, if wheelchair access": false,
		"ja, hauptsache":            false,
		"ja, barrierefrei":          false, // no proviso at all
		"ja":                        false,
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectReview, Binds: true}
		if read := reader.Read(said, in); read.Unsure != want {
			t.Errorf("%q, hanging on %q, is unsure: %v", said, read.Proviso, read.Unsure)
		}
	}
}

// Beside such a yes stands what nobody understood, clause by clause, and nothing that only says that
// somebody is glad.
func TestWhatNobodyUnderstoodStandsBesideAYes(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]string{
		"ja und schicken sie mir das per sms":              "schicken sie mir das per sms",
		"ja, meine Frau bringt Kuchen":                     "meine Frau bringt Kuchen",
		"passt, ich freu mich":                             "",
		"stimmt so, danke ihnen vielmals":                  "",
		"yes, looking forward to it":                       "",
		"yes please go ahead and book":                     "",
		"ja bitte buchen sie den termin für mich":          "",
		"yes, the moon is full":                            "the moon is full",
		"ja, verbindlich buchen, und grüßen Sie Oma Lotte": "grüßen Sie Oma Lotte",
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectReview, Binds: true}
		var got string
		for _, clause := range reader.Read(said, in).BesideYes {
			got += clause
		}
		if got != want {
			t.Errorf("beside %q stands %q, want %q", said, got, want)
		}
	}
}

// "Only" in a clause that nobody understood is what a yes hangs on too.
func TestAYesMayHangOnOnly(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]string{
		"ja nur barrierefrei":             "nur barrierefrei",
		"ja, nur im Erdgeschoss":          "nur im Erdgeschoss",
		"passt, nur bei einer Beamtin":    "nur bei einer Beamtin",
		"ja buchen, nur bitte am Fenster": "nur bitte am Fenster",
		"ok, und nur mit Fahrstuhl":       "nur mit Fahrstuhl",
		"ja, nur ohne Treppen":            "nur ohne Treppen",
		"ok ground floor only":            "ground floor only",
		"yes, only with a lift":           "only with a lift",
		"ok, wheelchair access only":      "wheelchair access only",
		"yes please, only if it is quiet": "only if it is quiet",
		"ok, only a female clerk":         "only a female clerk",
		"ja, nur der Reisepass":           "",
		"yes, only the passport":          "",
		"ja, nur vormittags":              "",
		"ja, nur ich":                     "",
	} {
		if got := reader.Read(said, atReview()).Proviso; got != want {
			t.Errorf("%q hangs on %q, want %q", said, got, want)
		}
	}
}
