package understand

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func spellClocks(clocks []booking.Clock) string {
	s := ""
	for _, c := range clocks {
		s += " " + c.String()
	}
	return s
}

func TestTimesAreUnderstood(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, lang, want string }{
		{"9", "de", " 09:00"},
		{"9 Uhr", "de", " 09:00"},
		{"9uhr", "de", " 09:00"},
		{"um 9", "de", " 09:00"},
		{"so gegen 9 Uhr", "de", " 09:00"},
		{"9.30", "de", " 09:30"},
		{"9:30 Uhr", "de", " 09:30"},
		{"9.30 Uhr", "de", " 09:30"},
		{"9,30 Uhr", "de", " 09:30"},
		{"9 Uhr 30", "de", " 09:30"},
		{"9h30", "de", " 09:30"},
		{"0930", "de", " 09:30"},
		{"930", "de", " 09:30"},
		{"09:30", "de", " 09:30"},
		{"٩:٣٠", "de", " 09:30"},
		{"9:30 bitte", "de", " 09:30"},
		{"neun", "de", " 09:00"},
		{"neun Uhr dreißig", "de", " 09:30"},
		{"neun Uhr fünfundvierzig", "de", " 09:45"},
		{"halb zehn", "de", " 09:30"},
		{"halb 10", "de", " 09:30"},
		{"um halb zehn Uhr", "de", " 09:30"},
		{"halb drei", "de", " 14:30 02:30"},
		{"halb eins", "de", " 12:30 00:30"},
		{"halb drei nachmittags", "de", " 14:30"},
		{"viertel nach neun", "de", " 09:15"},
		{"viertel vor zehn", "de", " 09:45"},
		{"viertel zehn", "de", " 09:15"},
		{"dreiviertel zehn", "de", " 09:45"},
		{"drei viertel zehn", "de", " 09:45"},
		{"zehn vor neun", "de", " 08:50"},
		{"5 Minuten vor 12", "de", " 11:55"},
		{"fünf nach halb neun", "de", " 08:35"},
		{"fünf vor halb neun", "de", " 08:25"},
		{"viertel vor Mitternacht", "de", " 23:45"},
		{"zehn nach mittag", "de", " 12:10"},
		{"mittags", "de", " 12:00"},
		{"12 Uhr mittags", "de", " 12:00"},
		{"12", "de", " 12:00"},
		{"Mitternacht", "de", " 00:00"},
		{"3 Uhr", "de", " 15:00 03:00"},
		{"3 Uhr nachmittags", "de", " 15:00"},
		{"nachmittags um 3", "de", " 15:00"},
		{"8 Uhr abends", "de", " 20:00"},
		{"9 Uhr morgens", "de", " 09:00"},
		{"6 Uhr früh", "de", " 06:00"},
		{"14 Uhr", "de", " 14:00"},
		{"14h", "de", " 14:00"},
		{"1430", "de", " 14:30"},
		{"24 Uhr", "de", " 24:00"},
		{"24:00", "de", " 24:00"},
		{"2359", "de", " 23:59"},
		{"0000", "de", " 00:00"},
		{"9 Uhr 05", "de", " 09:05"},
		{"9:59", "de", " 09:59"},
		{"neun Uhr fünf", "de", " 09:05"},
		{"12:59 pm", "en", " 12:59"},
		{"12:59 am", "en", " 00:59"},
		{"59 vor 10", "de", " 09:01"},
		{"half past nine", "en", " 09:30"},
		{"half past two", "en", " 14:30 02:30"},
		{"half nine", "en", " 09:30"},
		{"quarter to ten", "en", " 09:45"},
		{"a quarter past ten", "en", " 10:15"},
		{"ten to nine", "en", " 08:50"},
		{"9am", "en", " 09:00"},
		{"9 a.m.", "en", " 09:00"},
		{"2 pm", "en", " 14:00"},
		{"2:30 pm", "en", " 14:30"},
		{"12 am", "en", " 00:00"},
		{"12 pm", "en", " 12:00"},
		{"nine thirty", "en", " 09:30"},
		{"nine forty five", "en", " 09:45"},
		{"9 o'clock", "en", " 09:00"},
		{"3 in the afternoon", "en", " 15:00"},
		{"at nine in the morning", "en", " 09:00"},
		{"noon", "en", " 12:00"},
		{"2 pm", "de", " 14:00"},
		{"halb zehn", "en", " 09:30"},
	} {
		clocks, ok := Time(tt.text, tt.lang)
		if diff := cmp.Diff(tt.want, spellClocks(clocks)); diff != "" || !ok {
			t.Errorf("Time(%q, %s) ok=%v (-want +got):\n%s", tt.text, tt.lang, ok, diff)
		}
	}
}

func TestWhatIsNoTimeIsRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "24", "25", "25 Uhr", "9:60", "9.3", "24:30", "9 Uhr 5", "9 Uhr 60", "9 Uhr 123", "24:01", "2400", "2360", "99", "9:5", "60 vor 9", "24 pm", "-3", "9 und 10", "nach 14 Uhr", "eine", "vormittags", "Dienstag",
		"halb", "viertel vor", "12345", "99999999999999999999", "9:30:00", "asdf", "👍", "neun Personen", "14 pm",
	} {
		if clocks, ok := Time(text, "de"); ok {
			t.Errorf("Time(%q): want nothing, got%s", text, spellClocks(clocks))
		}
	}
}

func TestPartsOfTheDayAreUnderstood(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Part{
		"vormittags": Morning, "am Vormittag": Morning, "früh": Morning, "morgens": Morning, "am Morgen bitte": Morning,
		"in the morning": Morning, "morning": Morning, "nachmittags": Afternoon, "am Nachmittag": Afternoon,
		"nachmitags": Afternoon, "afternoon": Afternoon, "in the afternoon please": Afternoon, "abends": Afternoon,
		"Dienstag": AnyPart, "9 Uhr": AnyPart, "": AnyPart, "vormittags nachmittags": AnyPart,
	} {
		got, ok := PartOfDay(text, "de")
		if diff := cmp.Diff(want, got); diff != "" || ok != (want != AnyPart) {
			t.Errorf("PartOfDay(%q) ok=%v (-want +got):\n%s", text, ok, diff)
		}
	}
}

// What is said of a length has its units: a mere number behind minutes could be
// anything, and behind an hour is minutes.
func TestALengthIsSaidWithItsUnits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"12": "12", "10 Minuten": "10", "1 h 30": "90", "eine Stunde 15": "75", "1 Stunde und 5 Minuten": "65", "5 Minuten 1 Stunde": "65",
		"10 Minuten 5": "", "10 min 5": "", "1 h 30 5": "", "5 10 Minuten": "", "ten minutes five": "",
	} {
		got, ok := ReadMinutes(text, "de")
		if ok != (want != "") || got != want {
			t.Errorf("%q takes %q, %v, want %q", text, got, ok, want)
		}
	}
}
