package ledger

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

// monday is 23 November 2026 at eight in Werne.
func monday() time.Time {
	return time.Date(2026, time.November, 23, 8, 0, 0, 0, office.Sample().Offices[0].Calendar.Zone)
}

// read reads a file of appointments in Werne and returns what is wrong in it.
func read(t *testing.T, content string) (*Book, string) {
	t.Helper()
	b, err := Read(strings.NewReader(content), office.Sample(), monday(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wrong bytes.Buffer
	b.Report(&wrong, "old.csv")
	return b, wrong.String()
}

// The columns of the lines in TestEveryFaultyLineIsNamed.
const (
	atDate = iota
	atTime
	atName
	atMail
	atPhone
	atPersons
	atConcerns
	atMinutes
)

// goodCells is a line in which nothing is wrong.
func goodCells() []string { return []string{"2026-11-24", "9:30", "Erika", "", "", "", "id-card", ""} }

func TestEveryFaultyLineIsNamed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		cell     int
		is, want string
	}{
		{atDate, "", `Datum: the day is missing; it has to stand in every line`},
		{atDate, "24.11", `Datum: a day like 2026-11-24 or 24.11.2026 was expected, not "24.11"`},
		{atDate, "31.2.2027", `Datum: a day like 2026-11-24 or 24.11.2026 was expected, not "31.2.2027"`},
		{atDate, "2026-11-22", "Datum: 2026-11-22 is past; --skip-past leaves such lines out"},
		{atDate, "2062-11-24", "Datum: a day within 2 years was expected, not 2062-11-24"},
		{atTime, "halb zehn", `Uhrzeit: a time like 9:30 was expected, not "halb zehn"`},
		{atTime, "9:60", `Uhrzeit: a time like 9:30 was expected, not "9:60"`},
		{atTime, "24:00", `Uhrzeit: a time like 9:30 was expected, not "24:00"`},
		{atTime, "9:32", "Uhrzeit: appointments begin every 5 minutes, not at 09:32"},
		{atName, "", `Name: a name such as Erika Mustermann was expected, not "": no name was given`},
		{atName, "Erika 4", "“4” is no part of a name"},
		{atName, strings.Repeat("x", 500), "…\": the name is too long"},
		{atName, "Eri\x1b[31mka", `not "Eri\x1b[31mka": the name holds the character U+001B`},
		{atMail, "erika@", `E-Mail: a mail address was expected, not "erika@": the mail address has no complete domain`},
		{atMail, "\"a@example.org\nb\"", `not "a@example.org\nb": the mail address holds a line break`},
		{atPhone, "call me", `Telefon: a telephone number was expected, not "call me"`},
		{atPersons, "0", `Personen: a number from 1 to 10 was expected, not "0"`},
		{atMinutes, "-5", `Dauer: a length such as 30, 0:30 or 1 Std. 30 Min. was expected, at most 720 minutes, not "-5"`},
		{atConcerns, "", "Anliegen: concerns were expected, or minutes"},
		{atConcerns, "Persso", `Anliegen: there is no concern "Persso" at werne; did you mean id-card`},
		{atConcerns, "99x id-card", "Anliegen: 1 to 2 cases of id-card were expected, not 99"},
		{atConcerns, "passport-temporary", "Anliegen: passport-temporary goes by telephone only"},
		{atConcerns, "id-card | |", "Anliegen: a concern was expected before and after every | and +"},
		{atMinutes, ";x", "8 values were expected, not 9"},
		{atName, `Eri"ka`, `a quotation mark out of place: a value with one in it is written "so ""to say"""`},
	}
	for _, tt := range tests {
		t.Run(tt.is, func(t *testing.T) {
			t.Parallel()
			cells := goodCells()
			cells[tt.cell] = tt.is
			// It stands in line 6, since a value before it has a line break.
			b, wrong := read(t, "Datum;Uhrzeit;Name;E-Mail;Telefon;Personen;Anliegen;Dauer\n"+
				"2026-11-26;9:30;Jörg;;;;id-card;\n\n2026-11-26;10:00;\"Jörg\";;;;\"id-card\n\";\n"+strings.Join(cells, ";")+"\n")
			if !strings.HasPrefix(wrong, "old.csv:6: ") || !strings.Contains(wrong, tt.want) || strings.Count(wrong, "\n") != 1 {
				t.Errorf("want line 6 and %q, got:\n%s", tt.want, wrong)
			}
			if len(b.Entries) != 2 || b.Lines != 3 || !b.Faulty() {
				t.Errorf("%d of %d lines were read", len(b.Entries), b.Lines)
			}
		})
	}
}

func TestALineThatLacksValuesIsNamed(t *testing.T) {
	t.Parallel()
	_, wrong := read(t, "date,time,name,minutes\n2026-11-24,9:30\n")
	if want := "old.csv:2: 4 values were expected, not 2; is a separator missing, or a quotation mark?\n"; wrong != want {
		t.Errorf("got %q, want %q", wrong, want)
	}
}

func TestARefusalNamesTheColumnThatIsToBlame(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		why  error
		want string
	}{
		"taken":      {booking.ErrTaken, "time: every desk is taken at 09:30 on 2026-11-24; nobody is squeezed in"},
		"closed":     {booking.ErrClosed, "time: no desk that serves this is open at 09:30 on 2026-11-24 for as long as it takes"},
		"number":     {booking.ErrNumberGiven, "number: K7M 4QX is given already, to another appointment"},
		"entered":    {booking.ErrEntered, "number: K7M 4QX is there already: this very appointment"},
		"apart":      {booking.ErrApart, "Anliegen: these cannot share one appointment; make it two"},
		"long":       {booking.ErrTooLong, "Anliegen: together they take longer than a visit may: 120 minutes"},
		"many":       {booking.ErrTooMany, "Anliegen: more cases than one appointment may have"},
		"unforeseen": {errors.New("the moon is full"), "the moon is full"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := read(t, "number,date,time,name,Anliegen\nK7M4QX,2026-11-24,9:30,Erika,id-card\n")
			b.Refuse(0, tt.why)
			var wrong bytes.Buffer
			if lines := b.Report(&wrong, "old.csv"); lines != 1 || wrong.String() != "old.csv:2: "+tt.want+"\n" {
				t.Errorf("%d lines:\n%swant %q", lines, &wrong, tt.want)
			}
		})
	}
}
