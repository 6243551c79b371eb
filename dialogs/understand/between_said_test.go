package understand_test

import (
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Which of a few concerns is meant, said in one's own words.
func TestWhichOfAFewIsTold(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for asked, answers := range map[string]map[string]string{
		"vehicle-off,vehicle-address": {
			"abmelden natürlich":                   "vehicle-off",
			"weg damit":                            "vehicle-off",
			"ich hab es verkauft":                  "vehicle-off",
			"nee ich bin umgezogen, deswegen":      "vehicle-address",
			"die adresse":                          "vehicle-address",
			"nicht abmelden, nur die adresse":      "vehicle-address",
			"nicht abmelden":                       "vehicle-address",
			"beides":                               "vehicle-off,vehicle-address",
			"ich brauche beides":                   "vehicle-off,vehicle-address",
			"beides, und noch einen perso":         "vehicle-off,vehicle-address,id-card",
			"führungszeugnis":                      "conduct",
			"einen personalausweis hätte ich gern": "id-card",
			"was kostet das":                       "",
			"keine ahnung":                         "",
			"blablub":                              "",
		},
		"id-card-lost,lost-property,passport-lost": {
			"der perso":           "id-card-lost",
			"perso und pass":      "id-card-lost,passport-lost",
			"reisepass natürlich": "passport-lost",
			"meine tasche":        "lost-property",
		},
		"id-card,id-card-lost": {
			"abgelaufen":                 "id-card",
			"nicht verloren, abgelaufen": "id-card",
			"nein der wurde geklaut":     "id-card-lost",
			"der alte ist weg":           "id-card-lost",
		},
		"conduct,conduct-extended": {
			"das normale":             "conduct",
			"das erweiterte":          "conduct-extended",
			"für den kindergarten":    "conduct-extended",
			"ich arbeite mit kindern": "conduct-extended",
		},
		"register-single,register-family": {
			"die ganze familie": "register-family",
			"wir alle":          "register-family",
			"alle zusammen":     "register-family",
		},
	} {
		in := understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Listed: 1}
		for id := range strings.SplitSeq(asked, ",") {
			in.Between, in.Listed = append(in.Between, booking.ConcernID(id)), in.Listed+1
		}
		for said, want := range answers {
			var got []string
			for _, v := range understand.Values[understand.ConcernValue](reader.Read(said, in)) {
				if !v.Negated && len(v.Rivals) == 0 {
					got = append(got, string(v.ID))
				}
			}
			if want := strings.FieldsFunc(want, func(r rune) bool { return r == ',' }); !slices.Equal(got, want) {
				t.Errorf("%q at %s: %v, want %v", said, asked, got, want)
			}
		}
	}
}
