package understand_test

import (
	"slices"
	"testing"

	"terminbote/dialogs/understand"
)

// Where a name is asked for, a day behind a usual given name is the family name. A day
// by itself, or after something else, is none.
func TestPeopleCanBeCalledLikeDays(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for text, want := range map[string]string{
		"kai montag": "Kai Montag", "Jürgen Mai": "Jürgen Mai", "frau anna-lena morgen": "Anna-Lena Morgen",
		"herr dr. hans-peter von der heide": "Dr. Hans-Peter von der Heide", "peter von der heide": "Peter von der Heide",
		"montag": "", "von montag": "", "lieber morgen": "",
	} {
		read := reader.Read(text, understand.Context{Lang: "de", Today: monday, Expect: understand.ExpectName})
		i := slices.IndexFunc(read.Found, func(f understand.Finding) bool { _, is := f.Value.(understand.NameValue); return is })
		if found := i >= 0; found != (want != "") || found && (len(read.Found) > 1 || read.Found[i].Value != understand.NameValue{Name: want}) {
			t.Errorf("%q reads %s, want %q", text, readingText(read), want)
		}
	}
}

// The earliest is a place in a list of times, and a wish for a time elsewhere.
func TestTheEarliestIsNoConcern(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for expect, chosen := range map[understand.Expect]bool{understand.ExpectWhen: true, understand.ExpectWish: false, understand.ExpectMore: false} {
		read := reader.Read("der früheste", understand.Context{Lang: "de", Today: monday, Expect: expect, Listed: 6})
		if is := slices.ContainsFunc(read.Found, func(f understand.Finding) bool { return f.Value == understand.ChoiceValue{Place: 1} }); is != chosen {
			t.Errorf("where %q is expected: %s", expect, readingText(read))
		}
	}
}

// Somebody that a visit is to is of the office, and not the one who books.
func TestWhoAVisitIsToIsNotItsName(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for text, name := range map[string]bool{
		"ich hätte gern einen termin bei frau meier": false, "zu Herrn Schulz bitte": false, "an appointment with Mrs Miller": false,
		"mein name ist frau meier": true, "einen termin für frau meier": true,
	} {
		read := reader.Read(text, understand.Context{Lang: "de", Today: monday})
		if is := slices.ContainsFunc(read.Found, func(f understand.Finding) bool { _, is := f.Value.(understand.NameValue); return is }); is != name {
			t.Errorf("%q reads %s", text, readingText(read))
		}
	}
}
