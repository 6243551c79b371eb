package understand

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestDaysAndHoursBelongTogether reads messages that say other hours for other days. The others
// say the same hours for all their days, and have no pairs. Today is Monday, the 23rd.
func TestDaysAndHoursBelongTogether(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{{ID: "id", Names: []string{"Personalausweis", "ID card"}, Synonyms: []string{"Perso"}}}})
	for text, want := range map[string]string{
		"donnerstag ab 16 oder freitag vormittag":                        "26. 16:00-24:00 | 27. 08:00-12:00",
		"Monday before 10 or Wednesday after 3":                          "23. 00:00-10:00 | 25. 15:01-24:00",
		"di 9 bis 11 oder do nachmittag":                                 "24. 09:00-11:00 | 26. 12:00-18:00",
		"di 9-11 do 14-16":                                               "24. 09:00-11:00 | 26. 14:00-16:00",
		"mo 9-11, mi 14-16, fr ab 12":                                    "23. 09:00-11:00 | 25. 14:00-16:00 | 27. 12:00-24:00",
		"dienstags ab 16 uhr, freitags nur vormittags":                   "tue 16:00-24:00 | fri 08:00-12:00",
		"morgen nachmittag oder übermorgen früh":                         "24. 12:00-18:00 | 25. 07:00-10:00",
		"am 27.11. um 10 oder am 30.11. um 14 Uhr":                       "27. 10:00 | 30. 14:00",
		"Perso am Donnerstag ab 16 Uhr, am Freitag kann ich nur früh":    "26. 16:00-24:00 | 27. 07:00-10:00",
		"Tuesday 9am, Thursday 2pm or Friday all day":                    "24. 09:00 | 26. 14:00 | 27.",
		"Dienstag vormittag oder Mittwoch":                               "24. 08:00-12:00 | 25.",
		"Montag oder Dienstag vormittag oder Mittwoch nachmittag":        "23. 24. 08:00-12:00 | 25. 12:00-18:00",
		"Mo-Mi vormittags, Do und Fr ab 13 Uhr":                          "23.-25. 08:00-12:00 | 26. 27. 13:00-24:00",
		"werktags nach 16 uhr, samstags vormittags":                      "mon tue wed thu fri 16:01-24:00 | sat 08:00-12:00",
		"den letzten Termin am Dienstag oder Mittwoch früh":              "24. last | 25. 07:00-10:00",
		"Dienstag gegen 10 oder Mittwoch gegen 14 Uhr":                   "24. about 10:00 | 25. about 14:00",
		"Monday morning or any day after 4":                              "23. 08:00-12:00 | 16:01-24:00",
		"ab 16 Uhr am Donnerstag oder Freitag vormittags":                "26. 16:00-24:00 | 27. 08:00-12:00",
		"tomorrow at 10 or at 2 on Wednesday":                            "24. 10:00 | 25. 14:00",
		"nächste Woche Dienstag vormittag oder Donnerstag nachmittag":    "1. 08:00-12:00 | 3. 12:00-18:00",
		"Dienstag vormittag oder Donnerstag nachmittag nächste Woche":    "1. 08:00-12:00 | 3. 12:00-18:00",
		"nächste Woche, dienstag früh oder donnerstag ab 14 uhr":         "1. 07:00-10:00 | 3. 14:00-24:00",
		"diese woche ab 16 uhr oder nächste woche vormittags":            "23.-29. 16:00-24:00 | 30.-6. 08:00-12:00",
		"ab dem 30.11. dienstags vormittags oder mittwochs nachmittags":  "30.-. tue 08:00-12:00 | 30.-. wed 12:00-18:00",
		"Dienstag vormittag oder Mittwoch nachmittag, aber nicht vor 9":  "24. 09:00-12:00 | 25. 12:00-18:00",
		"Mittwoch um 10, ach nee Donnerstag um 9 oder Freitag um 14 Uhr": "26. 09:00 | 27. 14:00",

		"montags gar nicht, dienstags ab 14, mittwochs bis 12": "-mon tue 14:00-24:00 | -mon wed 00:00-12:00",

		"Dienstag vormittag oder Mittwoch, Donnerstag nachmittag": "24. 08:00-12:00 | 25. 26. 12:00-18:00",

		// Hours that stand alone hold on every other day.
		"vormittags, donnerstags auch nachmittags":          "08:00-12:00 | thu 12:00-18:00",
		"nachmittags, donnerstags ab 16":                    "-thu 12:00-18:00 | thu 16:00-24:00",
		"nachmittags, außer donnerstags, da nur vormittags": "-thu 12:00-18:00 | thu 08:00-12:00",
		"donnerstags ab 16 uhr, sonst vormittags":           "thu 16:00-24:00 | -thu 08:00-12:00",
		"Thursday after 4, otherwise mornings":              "26. 16:01-24:00 | -thu 08:00-12:00",
		"vormittags oder donnerstag ab 16":                  "08:00-12:00 | 26. 16:00-24:00",

		"any day after 3, Fridays from 1":               "-fri 15:01-24:00 | fri 13:00-24:00",
		"jeden tag ab 16 uhr, freitags schon ab 13 uhr": "-fri 16:00-24:00 | fri 13:00-24:00",
		"vormittags, außer freitags, da erst ab 10":     "-fri 08:00-12:00 | fri 10:00-24:00",

		// Some of the days listed have other hours.
		"dienstag oder donnerstag, aber donnerstag erst ab 15 uhr":       "24. | 26. 15:00-24:00",
		"dienstag und donnerstag, donnerstag aber erst ab 15 uhr":        "24. | 26. 15:00-24:00",
		"dienstags und donnerstags ab 14, donnerstags erst ab 16":        "tue 14:00-24:00 | thu 16:00-24:00",
		"Dienstag, Mittwoch und Donnerstag ab 15, Donnerstag nur bis 17": "24. 25. 15:00-24:00 | 26. 15:00-17:00",
		"Tuesday or Wednesday before 10, Friday any time":                "24. 25. 00:00-10:00 | 27.",

		// The same hours on all days, or several on one.
		"bis 13 Uhr Schule, und ich brauche es bis Freitag": "",
		"Dienstag oder Mittwoch vormittag":                  "",
		"vormittags am Dienstag oder Mittwoch":              "",
		"um 10, Dienstag oder Mittwoch":                     "",
		"Dienstag um 9 oder 10":                             "",
		"am dienstag vormittag oder ab 16 uhr":              "",
		"Dienstag früh oder Dienstag ab 16":                 "",
		"Dienstag vormittag oder Mittwoch vormittag":        "",
		"Di ab 16 oder Do ab 16":                            "",
		"Dienstag vormittag um 10":                          "",
		"Dienstag vormittag, am 24. um 10":                  "",
		"nächste Woche nachmittags, Donnerstag ab 16":       "",
		"Mittwoch um 10, ach nee Donnerstag":                "",
		"Freitag ab 10 geht, Montag gar nicht":              "",
		"Dienstag 9 Uhr geht nicht, aber Mittwoch 10 Uhr":   "",
	} {
		read := r.Read(text, Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60, Expect: ExpectWhen})
		var pairs []string
		for _, w := range read.Either {
			pairs = append(pairs, writtenWhen(w))
		}
		if got := strings.Join(pairs, " | "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// writtenWhen is days and hours as the tests of them write both.
func writtenWhen(w When) string {
	var all []string
	for _, s := range w.Days.Spans {
		switch {
		case s.From == s.To:
			all = append(all, fmt.Sprintf("%d.", s.From.Day))
		case s.To.IsZero():
			all = append(all, fmt.Sprintf("%d.-.", s.From.Day))
		default:
			all = append(all, fmt.Sprintf("%d.-%d.", s.From.Day, s.To.Day))
		}
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		name := strings.ToLower(day.String()[:3])
		if w.Days.Weekdays.Has(day) {
			all = append(all, name)
		}
		if w.Days.Not.Has(day) {
			all = append(all, "-"+name)
		}
	}
	for _, h := range w.Hours.Spans {
		all = append(all, fmt.Sprintf("%v-%v", h.From, h.To))
	}
	for _, c := range w.Hours.Times {
		all = append(all, c.String())
	}
	if w.Hours.About != 0 {
		all = append(all, "about "+w.Hours.About.String())
	}
	if w.Hours.Latest {
		all = append(all, "last")
	}
	return strings.Join(all, " ")
}
