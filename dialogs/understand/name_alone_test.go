package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// Where there is a name already, another one is right only where somebody says so, and who is named in passing is
// somebody else.
func TestWhoIsNamedInPassingIsNoNewName(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]string{
		"Name ist Petra Müller":       "Petra Müller",
		"auf Tim Berger bitte":        "Tim Berger",
		"nein, Jens Vogt":             "Jens Vogt",
		"für Jens Vogt":               "Jens Vogt",
		"nee, Jonas Maier mit ai":     "Jonas Maier",
		"change the name to Anna Vog": "Anna Vog",
		"no, Jens Vogt":               "Jens Vogt",
		"Jens Vogt ohne Mail":         "Jens Vogt",
		"Jens Vogt without email":     "Jens Vogt",

		"Sagen Sie bitte Herrn Meier Bescheid":                           "",
		"weiter, aber zwei Ausweise bitte, einen für mich einen für Tim": "",
		"ja und grüßen Sie Frau Schulz":                                  "",
		"der zweite Termin ist für Herrn Kaya":                           "",
		"Frau Nowak hat mir das so gesagt":                               "",
		"ja, ich komme mit Peter Schmidt zusammen":                       "",
		"please tell Mr. Smith":                                          "",
		"two passports please, one for me one for Tim":                   "",
		"yes, and say hi to Anna Brown":                                  "",
		"Mrs Brown told me so":                                           "",
		"I come with Peter Smith":                                        "",
		"my lawyer is John Miller":                                       "",
	} {
		got := ""
		for _, v := range understand.Values[understand.NameValue](reader.Read(said, atReview())) {
			got = v.Name
		}
		if got != want {
			t.Errorf("%q names %q, want %q", said, got, want)
		}
	}
}
