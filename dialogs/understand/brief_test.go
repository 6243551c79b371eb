package understand_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// A clerk's line has the name where the caller said it, and speaks of the caller as
// of somebody else.
func TestAClerksLineSaysWhoCallsAndWhoComes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, name, persons string }{
		{"Schmidt perso morgen nachmittag 0171 2345678", "Schmidt", ""},
		{"perso morgen nachmittag Schmidt 0171 2345678", "Schmidt", ""},
		{"Grünlich reisepass donnerstag", "Grünlich", ""},
		{"Frau Karin Özdemir, reisepass für sie und die zwei kinder, donnerstag früh", "Karin Özdemir", "3"},
		{"Mrs Ann Khan, passports for her and the two kids", "Ann Khan", "3"},
		// what nothing explains is a name only where nothing else is rather one
		{"fürungszeugnis heute noch Becker 015712345678", "Becker", ""},
		{"perso + meldebesch. übermorgen Hr. Nowak tel 0160 998877", "Nowak", ""},
		{"meldebesch. Nowotny mi 10 uhr 0160 998877", "Nowotny", ""},
		{"fischereischein verl. 1.12. Fischer", "Fischer", ""},
		{"Anmeldung 30.11. Fam. Yilmaz", "Yilmaz", ""},
		{"perso freitag, Name Sander, Tel. 0152 3334445", "Sander", ""},
		// small words before a family name belong to it
		{"reisepass do abend van den Berg 02389/71234", "van den Berg", ""},
		{"perso morgen von der Heide", "von der Heide", ""},
		{"perso mi 9 uhr von Bülow 0171 2345678", "von Bülow", ""},
		{"perso abholen von Bülow 0171 2345678", "Bülow", ""},
		{"perso di Grünlich 0171 2345678", "Grünlich", ""},
		{"passport friday van Dyke 0160 1112233", "van Dyke", ""},
		{"Mr. de Souza passport friday", "de Souza", ""},
		{"perso mi 9 uhr Fr. Schmidt 0171 2345678", "Schmidt", ""},
	} {
		said := briefly(t, test.line)
		if said["name"] != test.name || said["persons"] != test.persons {
			t.Errorf("%q: want %q and %q people: %v", test.line, test.name, test.persons, said)
		}
	}
}

// Days and parts of them are cut short in a clerk's line.
func TestAClerksLineCutsWeekdaysShort(t *testing.T) {
	t.Parallel()
	const forenoon, afternoon = "08:00-12:00", "12:00-18:00"
	for _, test := range []struct{ line, days, hours string }{
		{"reisepass mi vorm. Frau Kowalski", "11-25", forenoon},
		{"perso mi vorm Krause", "11-25", forenoon},
		{"perso mo oder di nm. van den Berg", "11-23 11-24", afternoon},
		{"perso morgen vorm Krause 0171 2345678", "11-24", forenoon},
		{"noch di vorm Urlaub perso Klaus", "11-24", ""},
		{"perso fr Schmidt 0171 2345678", "11-27", ""},
		{"perso di Grünlich", "11-24", ""},
		{"Nolte perso do", "11-26", ""},
		{"perso mi 9 uhr Fr. Schmidt", "11-25", "09:00"},
		{"kinderreisepass di nach 15 uhr Frau Hoffmann", "11-24", "15:01-24:00"},
		{"beglaubigung mi 10-12 Lisa Brandt", "11-25", "10:00-12:00"},
		{"beglaubigung 25.11. 10-12 Lisa Brandt", "11-25", "10:00-12:00"},
		{"kfz abmelden mo 30. vormittags Jansen", "11-30", forenoon},
		{"kfz abmelden di 1.12. 9 Uhr Jansen", "12-01", "09:00"},
		{"register Mon or Tue a.m. van Dyke", "11-23 11-24", forenoon},
		{"passport wed am Brown", "11-25", forenoon},
		{"passport thu pm Miller 0171 1231231", "11-26", afternoon},
		{"passport Mon 30th 2-4 pm Miller", "11-30", "14:00-16:00"},
	} {
		said := briefly(t, test.line)
		if said["days"] != test.days || said["hours"] != test.hours {
			t.Errorf("%q: want %q at %q: %v", test.line, test.days, test.hours, said)
		}
	}
}

// What is told of the caller beside a concern changes nothing of it.
func TestAClerksLineTellsOfTheCallerBesideTheConcern(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, concerns, lacks string }{
		{"perso morgen um halb 11 König kein handy", "id-card", "phone"},
		{"perso morgen kein Telefon Krause", "id-card", "phone"},
		{"perso Krause, hat keine mail", "id-card", "mail"},
		{"perso ohne mail kein handy Krause", "id-card", "mail phone"},
		{"id card thurs 10am Mrs Green-Taylor no phone", "id-card", "phone"},
		{"termin perso für oma, kommt mit rollstuhl, mi 9 uhr Wagner", "id-card", ""},
		{"reisepass für opa, sitzt im rollstuhl, Wagner", "passport", ""},
		{"2 perso 1 pass morgen 14.30 Schmitz beide kommen zusammen", "2 id-card 1 passport", ""},
		{"perso Krause mi, hat ihn verloren", "id-card-lost", ""},
		{"1x reisepass + 2x perso fr Krause", "1 passport 2 id-card", ""},
		{"passport x2 + 1 id card fri White", "2 passport 1 id-card", ""},
		{"kinderreisepass 2 kinder di Hoffmann", "2 passport", ""},
		{"perso + meldebesch. fr Krause", "id-card cert-registration", ""},
	} {
		said := briefly(t, test.line)
		if said["concerns"] != test.concerns || said["lacks"] != test.lacks {
			t.Errorf("%q: want %q without %q: %v", test.line, test.concerns, test.lacks, said)
		}
	}
}

// briefly is what a clerk's line says, in words.
func briefly(t *testing.T, line string) map[string]string {
	t.Helper()
	reader := understand.NewReader(directory(sample()))
	read := reader.Read(line, understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Now: 8 * 60, Expect: understand.ExpectWish, Brief: true})
	said := map[string]string{}
	add := func(key, value string) { said[key] = strings.TrimSpace(said[key] + " " + value) }
	for _, f := range read.Found {
		switch v := f.Value.(type) {
		case understand.NameValue:
			add("name", v.Name)
		case understand.PersonsValue:
			add("persons", fmt.Sprint(v.Count))
		case understand.LackValue:
			add("lacks", string(v.Of))
		case understand.ConcernValue:
			add("concerns", countedConcern(v))
		case understand.DaysValue:
			for _, s := range v.Spans {
				add("days", s.From.String()[len("2026-"):])
			}
		case understand.HoursValue:
			for _, s := range v.Window.Spans {
				add("hours", s.From.String()+"-"+s.To.String())
			}
			for _, c := range v.Window.Times {
				add("hours", c.String())
			}
		}
	}
	return said
}

// countedConcern is a concern with what tells it from one that is simply wanted.
func countedConcern(v understand.ConcernValue) string {
	words := []string{string(v.ID)}
	if v.Quantity > 0 {
		words = slices.Insert(words, 0, fmt.Sprint(v.Quantity))
	}
	if v.Negated {
		words = slices.Insert(words, 0, "no")
	}
	for _, r := range v.Rivals {
		words = append(words, "or", string(r))
	}
	return strings.Join(words, " ")
}
