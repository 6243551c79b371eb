package main

import (
	"strings"
	"testing"
)

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

func TestEveryFaultyLineIsNamed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		cell     int
		is, want string
	}{
		{atName, "Erika", ""},
		{atDate, "", `Datum: a day like 2026-11-24 or 24.11.2026 was expected, not ""`},
		{atDate, "24.11", `Datum: a day like 2026-11-24 or 24.11.2026 was expected, not "24.11"`},
		{atDate, "31.2.2027", `Datum: a day like 2026-11-24 or 24.11.2026 was expected, not "31.2.2027"`},
		{atDate, "2026-11-22", "Datum: 2026-11-22 is past; --skip-past leaves such lines out"},
		{atDate, "2062-11-24", "Datum: a day within 2 years was expected, not 2062-11-24"},
		{atDate, "2026-12-24", "Datum: the office is closed on Thursday, 2026-12-24: Christmas Eve"},
		{atDate, "2026-12-25", "Datum: the office is closed on Friday, 2026-12-25: Christmas Day"},
		{atDate, "2026-11-28", "Datum: there are no appointments on Saturday, 2026-11-28"},
		{atTime, "halb zehn", `Uhrzeit: a time like 9:30 was expected, not "halb zehn"`},
		{atTime, "9:60", `Uhrzeit: a time like 9:30 was expected, not "9:60"`},
		{atTime, "24:00", `Uhrzeit: a time like 9:30 was expected, not "24:00"`},
		{atTime, "9:32", "Uhrzeit: appointments begin every 5 minutes, not at 09:32"},
		{atTime, "20:00", "Uhrzeit: no desk that serves this is open at 20:00 on 2026-11-24"},
		{atName, "", `Name: a name such as Erika Mustermann was expected, not "": no name was given`},
		{atName, "Groß, Erika", "“,” is no part of a name"},
		{atName, strings.Repeat("x", 500), "…\": the name is too long"},
		{atName, "Eri\x1b[31mka", `not "Eri\x1b[31mka": the name holds the character U+001B`},
		{atMail, "erika@", `E-Mail: a mail address was expected, not "erika@": the mail address has no complete domain`},
		{atMail, "\"a@example.org\nb\"", `not "a@example.org\nb": the mail address holds a line break`},
		{atPhone, "call me", `Telefon: a telephone number was expected, not "call me"`},
		{atPersons, "0", `Personen: a number from 1 to 10 was expected, not "0"`},
		{atMinutes, "-5", `Dauer: a number from 1 to 720 was expected, not "-5"`},
		{atConcerns, "", "Anliegen: concerns were expected, or minutes"},
		{atConcerns, "Persso", `Anliegen: there is no concern "Persso" at werne; did you mean id-card`},
		{atConcerns, "99x id-card", "Anliegen: 1 to 2 cases of id-card were expected, not 99"},
		{atConcerns, "id-card + id-card:2", "Anliegen: more cases than one appointment may have"},
		{atConcerns, "passport-temporary", "Anliegen: passport-temporary goes by telephone only"},
		{atConcerns, "id-card | |", "Anliegen: a concern was expected before and after every | and +"},
		{atConcerns, "Personalausweis, Reisepass oder eID-Karte abholen + passport", "Anliegen: these cannot share one appointment"},
		{atConcerns, "id-card:2 | passport:2 | id-card-lost:5", "Anliegen: together they take longer than a visit may: 120 minutes"},
		{atMinutes, ";x", "8 values were expected, not 9"},
		{atName, `Eri"ka`, `a quotation mark out of place: a value with one in it is written "so ""to say"""`},
	}
	for _, tt := range tests {
		t.Run(tt.is, func(t *testing.T) {
			t.Parallel()
			i := newImports(t)
			cells := []string{"2026-11-24", "9:30", "Erika", "", "", "", "id-card", ""}
			cells[tt.cell] = tt.is
			// It stands in line 6, since a value before it has a line break.
			_, errs, err := i.take("Datum;Uhrzeit;Name;E-Mail;Telefon;Personen;Anliegen;Dauer\n" +
				"2026-11-26;9:30;Jörg;;;;id-card;\n\n2026-11-26;10:00;\"Jörg\";;;;\"id-card\n\";\n" + strings.Join(cells, ";") + "\n")
			if tt.want == "" {
				if err != nil {
					t.Error(errs)
				}
				return
			}
			mustContain(t, errs, "old.csv:6: ", tt.want, "nothing was entered: 1 of 3 lines are wrong\n")
			i.holds()
		})
	}
}

func TestALineThatLacksValuesIsNamed(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	_, errs, _ := i.take("date,time,name,minutes\n2026-11-24,9:30\n")
	mustContain(t, errs, "old.csv:2: 4 values were expected, not 2; is a separator missing, or a quotation mark?")
}
