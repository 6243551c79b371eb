package understand

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// What a language file says must be written the way texts are compared, or it
// would never be found.
func TestLanguageDataIsFolded(t *testing.T) {
	t.Parallel()
	for _, x := range spoken {
		for phrase := range x.means {
			want := Fold(phrase)
			if diff := cmp.Diff(want, phrase); diff != "" {
				t.Errorf("%s (-want +got):\n%s", x.code, diff)
			}
			if words := strings.Count(phrase, " ") + 1; words > maxPhrase {
				t.Errorf("%s: %q has more than %d words", x.code, phrase, maxPhrase)
			}
		}
		for phrase := range x.commands {
			if diff := cmp.Diff(Fold(phrase), phrase); diff != "" {
				t.Errorf("%s (-want +got):\n%s", x.code, diff)
			}
		}
	}
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	t.Parallel()
	for _, x := range spoken {
		for _, c := range []Intent{
			Next, Back, Yes, No, Cancel, Start, Help, Appointments, Book, Move, CallOff, More, Language, Home,
		} {
			if x.language.commands[c] == "" {
				t.Errorf("%s: no words for the command %q", x.code, c)
			}
		}
		for n := 1; n <= 12; n++ {
			if x.numbers[n] == "" || x.ordinals[n] == "" {
				t.Errorf("%s: no words for the number %d", x.code, n)
			}
		}
		for _, other := range spoken {
			if x.names[other.code] == "" {
				t.Errorf("%s: no name for the language %s", x.code, other.code)
			}
		}
	}
}

// One word must not stand for two commands, or which one is meant would hang
// on chance.
func TestNoCommandWordMeansTwoThings(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		seen := map[string]Intent{}
		for c, words := range l.commands {
			for _, w := range list(words) {
				if before, ok := seen[w]; ok {
					t.Errorf("%s: %q is both %q and %q", l.code, w, before, c)
				}
				seen[w] = c
			}
		}
	}
}

// Every day of a year can be typed in each way a date is written.
func TestEveryDayCanBeWritten(t *testing.T) {
	t.Parallel()
	for n := range 366 {
		d := today.Add(n)
		month, day := int(d.Month), d.Day
		for _, tt := range []struct {
			lang string
			text string
		}{
			{"de", d.String()},
			{"de", germanDate(d)},
			{"de", strconv.Itoa(day) + "." + strconv.Itoa(month) + "." + strconv.Itoa(d.Year)},
			{"de", strconv.Itoa(day) + ". " + list(german.months[month-1])[0] + " " + strconv.Itoa(d.Year)},
			{"de", list(german.weekdays[d.Weekday()])[0] + ", den " + strconv.Itoa(day) + ". " + list(german.months[month-1])[0]},
			{"en", list(english.months[month-1])[0] + " " + strconv.Itoa(day) + ", " + strconv.Itoa(d.Year)},
			{"en", "in " + strconv.Itoa(n) + " days"},
		} {
			if n > 270 && !strings.Contains(tt.text, strconv.Itoa(d.Year)) && tt.lang == "de" {
				continue // a day so shortly before today, said without its year, is past
			}
			got := answered(Day(tt.text, tt.lang, today))
			if diff := cmp.Diff(dayAnswer{d.String(), nil}, got, cmp.Comparer(sameError)); diff != "" {
				t.Errorf("Day(%q) (-want +got):\n%s", tt.text, diff)
			}
		}
	}
}

// Every minute of the day can be typed in figures, and comes first where it
// lies in office hours.
func TestEveryTimeCanBeWritten(t *testing.T) {
	t.Parallel()
	for want := booking.Clock(0); want < booking.Midnight; want++ {
		for _, text := range []string{want.String(), strings.Replace(want.String(), ":", "", 1), want.String() + " Uhr"} {
			got, ok := Time(text, "de")
			if !ok || got[0] != want && want >= officeOpens && want < officeCloses {
				t.Errorf("Time(%q): want %v first, got %v", text, want, got)
			}
		}
	}
}

func germanDate(d booking.Date) string {
	return strconv.Itoa(d.Day) + "." + strconv.Itoa(int(d.Month)) + "."
}
