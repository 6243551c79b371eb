package locales

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func berlin(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// said is v as de and en write it.
func said(t *testing.T, v any) [2]string {
	t.Helper()
	var out [2]string
	for i, lang := range []string{"de", "en"} {
		s := speech{Printer: For(lang)}
		out[i] = s.value(v)
		if len(s.faults) > 0 {
			t.Errorf("%s: %T: %v", lang, v, s.faults)
		}
	}
	return out
}

func TestMomentsAreWrittenAsPeopleReadThem(t *testing.T) {
	t.Parallel()
	zone := berlin(t)
	tuesday := time.Date(2026, 11, 24, 9, 30, 0, 0, zone)
	spring := time.Date(2026, 3, 29, 1, 59, 0, 0, zone).Add(time.Minute) // the clock goes from 2:00 to 3:00
	autumn := time.Date(2026, 10, 25, 1, 30, 0, 0, zone).Add(time.Hour)  // 2:30 comes twice
	cases := []struct {
		v      any
		de, en string
	}{
		{Date(tuesday), "Dienstag, 24. November", "Tuesday, 24 November"},
		{ShortDate(tuesday), "Di 24.11.", "Tue 24 Nov"},
		{LongDate(tuesday), "Dienstag, 24. November 2026", "Tuesday, 24 November 2026"},
		{Month(tuesday), "November 2026", "November 2026"},
		{Clock(tuesday), "9:30 Uhr", "9:30"},
		{BareClock(tuesday), "9:30", "9:30"},
		{Clock(time.Date(2026, 11, 24, 0, 5, 0, 0, zone)), "0:05 Uhr", "0:05"},
		{Clock(time.Date(2026, 11, 24, 13, 0, 0, 0, zone)), "13:00 Uhr", "13:00"},
		{Clock(tuesday.UTC()), "8:30 Uhr", "8:30"},
		{Clock(spring), "3:00 Uhr", "3:00"},
		{Date(spring), "Sonntag, 29. März", "Sunday, 29 March"},
		{Clock(autumn), "2:30 Uhr", "2:30"},
		{Clock(autumn.Add(time.Hour)), "2:30 Uhr", "2:30"},
		{Clock(autumn.Add(2 * time.Hour)), "3:30 Uhr", "3:30"},
		{Date(autumn.Add(21*time.Hour + 30*time.Minute)), "Sonntag, 25. Oktober", "Sunday, 25 October"},
		{ShortDate(autumn), "So 25.10.", "Sun 25 Oct"},
	}
	for _, c := range cases {
		if want, got := [2]string{c.de, c.en}, said(t, c.v); want != got {
			t.Errorf("%T: want %q, got %q", c.v, want, got)
		}
	}
}

func TestEveryDayAndMonthHasItsName(t *testing.T) {
	t.Parallel()
	days := [7][2]string{
		{"Mo 2.11.", "Mon 2 Nov"},
		{"Di 3.11.", "Tue 3 Nov"},
		{"Mi 4.11.", "Wed 4 Nov"},
		{"Do 5.11.", "Thu 5 Nov"},
		{"Fr 6.11.", "Fri 6 Nov"},
		{"Sa 7.11.", "Sat 7 Nov"},
		{"So 8.11.", "Sun 8 Nov"},
	}
	for i, want := range days {
		if got := said(t, ShortDate(time.Date(2026, 11, 2+i, 12, 0, 0, 0, time.UTC))); want != got {
			t.Errorf("want %q, got %q", want, got)
		}
	}
	firsts := [12][2]string{
		{"Donnerstag, 1. Januar", "Thursday, 1 January"},
		{"Sonntag, 1. Februar", "Sunday, 1 February"},
		{"Sonntag, 1. März", "Sunday, 1 March"},
		{"Mittwoch, 1. April", "Wednesday, 1 April"},
		{"Freitag, 1. Mai", "Friday, 1 May"},
		{"Montag, 1. Juni", "Monday, 1 June"},
		{"Mittwoch, 1. Juli", "Wednesday, 1 July"},
		{"Samstag, 1. August", "Saturday, 1 August"},
		{"Dienstag, 1. September", "Tuesday, 1 September"},
		{"Donnerstag, 1. Oktober", "Thursday, 1 October"},
		{"Sonntag, 1. November", "Sunday, 1 November"},
		{"Dienstag, 1. Dezember", "Tuesday, 1 December"},
	}
	for i, want := range firsts {
		if got := said(t, Date(time.Date(2026, time.Month(i+1), 1, 12, 0, 0, 0, time.UTC))); want != got {
			t.Errorf("want %q, got %q", want, got)
		}
	}
}

func TestAmountsAreWrittenAsPeopleReadThem(t *testing.T) {
	t.Parallel()
	cases := []struct {
		v      any
		de, en string
	}{
		{Money(4600), "46,00\u00a0€", "€46.00"},
		{Money(5), "0,05\u00a0€", "€0.05"},
		{Money(0), "0,00\u00a0€", "€0.00"},
		{Money(123456), "1.234,56\u00a0€", "€1,234.56"},
		{Money(2890), "28,90\u00a0€", "€28.90"},
		{MoneyRange{2760, 4600}, "27,60–46,00\u00a0€", "€27.60–46.00"},
		{MoneyRange{4600, 4600}, "46,00\u00a0€", "€46.00"},
		{Minutes(0), "0 Minuten", "0 minutes"},
		{Minutes(1), "1 Minute", "1 minute"},
		{Minutes(25), "25 Minuten", "25 minutes"},
		{Minutes(60), "1 Stunde", "1 hour"},
		{Minutes(61), "1 Stunde 1 Minute", "1 hour 1 minute"},
		{Minutes(75), "1 Stunde 15 Minuten", "1 hour 15 minutes"},
		{Minutes(120), "2 Stunden", "2 hours"},
		{Count(7), "7", "7"},
		{Count(1250), "1.250", "1,250"},
		{1250, "1.250", "1,250"},
	}
	for _, c := range cases {
		if want, got := [2]string{c.de, c.en}, said(t, c.v); want != got {
			t.Errorf("%T(%v): want %q, got %q", c.v, c.v, want, got)
		}
	}
}

func TestNoCentIsLostInWriting(t *testing.T) {
	t.Parallel()
	for cents := range 100_00 {
		want := "€" + string(rune('0'+cents/1000)) + string(rune('0'+cents/100%10)) + "." +
			string(rune('0'+cents/10%10)) + string(rune('0'+cents%10))
		if cents < 1000 {
			want = "€" + want[len("€0"):]
		}
		if got := said(t, Money(cents))[1]; want != got {
			t.Fatalf("%d cents: want %s, got %s", cents, want, got)
		}
	}
}

func TestListsAndTexts(t *testing.T) {
	t.Parallel()
	pass := Text{"de": "Reisepass", "en": "passport"}
	cases := []struct {
		name   string
		v      any
		de, en string
	}{
		{"text", pass, "Reisepass", "passport"},
		{"text in German only", Text{"de": "Führungszeugnis"}, "Führungszeugnis", "Führungszeugnis"},
		{"text in other languages only", Text{"tr": "pasaport", "fr": "passeport"}, "passeport", "passeport"},
		{"no text", Text{}, "", ""},
		{"empty list", List{}, "", ""},
		{"one item", List{pass}, "Reisepass", "passport"},
		{"two items", List{pass, "A"}, "Reisepass und A", "passport and A"},
		{"three items", List{"A", pass, "C"}, "A, Reisepass und C", "A, passport and C"},
		{"four items", List{"A", "B", "C", "D"}, "A, B, C und D", "A, B, C and D"},
		{"lines and values", List{Say("format.language"), Minutes(1), Plain("x")}, "Deutsch, 1 Minute und x", "English, 1 minute and x"},
		{"nothing in between", List{"A", Line{}, "", "B"}, "A und B", "A and B"},
		{"a series of one", Series{"A"}, "A", "A"},
		{"a series", Series{"A", "B", pass}, "A, B, Reisepass", "A, B, passport"},
		{"all signs that turn a line around", "a\u202ab\u202bc\u202cd\u202de\u202ef\u2066g\u2067h\u2068i\u2069j", "abcdefghij", "abcdefghij"},
		{"signs beside those", "a\u2029b\u202fc\u2065d\u206ae", "a\u2029b\u202fc\u2065d\u206ae", "a\u2029b\u202fc\u2065d\u206ae"},
		{"right to left", "ليلى", "\u2068ليلى\u2069", "\u2068ليلى\u2069"},
		{"Hebrew and Latin", Plain("Dana דנה"), "\u2068Dana דנה\u2069", "\u2068Dana דנה\u2069"},
		{"left to right", Plain("Łukasz Çelik"), "Łukasz Çelik", "Łukasz Çelik"},
		{"a name that would turn the line around", "evil\u202etxt", "eviltxt", "eviltxt"},
		{"a name that would break out", "ليلى\u2069x", "\u2068ليلىx\u2069", "\u2068ليلىx\u2069"},
	}
	for _, c := range cases {
		if want, got := [2]string{c.de, c.en}, said(t, c.v); want != got {
			t.Errorf("%s: want %q, got %q", c.name, want, got)
		}
	}
}

// However long something takes, its hours and minutes are said as they are, and none that
// there are not.
func TestEveryLengthIsSaidAsItIs(t *testing.T) {
	t.Parallel()
	for m := 1; m <= 12*60; m++ {
		hours, minutes := fmt.Sprint(m/60, " Stunde"), fmt.Sprint(m%60, " Minute")
		want := minutes
		switch {
		case m%60 == 0:
			want = hours
		case m > 60:
			want = hours + " " + minutes
		}
		got := said(t, Minutes(m))[0]
		if plain := strings.NewReplacer("Stunden", "Stunde", "Minuten", "Minute").Replace(got); plain != want {
			t.Errorf("%d minutes: %q, want %q", m, got, want)
		}
	}
}
