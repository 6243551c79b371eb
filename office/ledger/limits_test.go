package ledger

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// reported is what is said of a file, one line below the other, after how long its
// appointments take.
func reported(t *testing.T, content string, o Options) string {
	t.Helper()
	b, err := Read(strings.NewReader(content), office.Sample(), monday(), o)
	if err != nil {
		return err.Error()
	}
	var said bytes.Buffer
	for _, e := range b.Entries {
		fmt.Fprintln(&said, e.Length)
	}
	b.Report(&said, "f")
	return said.String()
}

// An appointment takes a minute at least and half a day at most, however its length
// is said.
func TestALengthHasItsBounds(t *testing.T) {
	t.Parallel()
	const line = "24.11.2026;%s;Erika Groß;Perso;%s;%s\n"
	for _, test := range []struct {
		time, minutes, end string
		want               string
	}{
		{"8:00", "1", "", "1m0s\n"},
		{"8:00", "720", "", "12h0m0s\n"},
		{"8:00", "12 Std.", "", "12h0m0s\n"},
		{"8:00", "0", "", "at most 720 minutes"},
		{"8:00", "721", "", "at most 720 minutes"},
		{"8:00", "12 Std. 1 min", "", "at most 720 minutes"},
		{"8:00", "", "8:01", "1m0s\n"},
		{"8:00", "", "20:00", "12h0m0s\n"},
		{"8:00", "", "8:00", "at most 720 minutes later"},
		{"8:00", "", "7:59", "at most 720 minutes later"},
		{"8:00", "", "20:01", "at most 720 minutes later"},
		{"8:00-8:01", "", "", "1m0s\n"},
		{"8:00-20:00", "", "", "12h0m0s\n"},
		{"8:00-8:00", "", "", "at most 720 minutes later"},
		{"8:00-7:59", "", "", "at most 720 minutes later"},
		{"8:00-20:01", "", "", "at most 720 minutes later"},
		{"8:00-24:30", "", "", "at most 720 minutes later"},
		{"8-9", "", "", "1h0m0s\n"},
		{"8:00-9:00", "", "8:30", "30m0s\n"}, // the column of the end says more
		{"8:00-9:00", "20", "", "20m0s\n"},
	} {
		got := reported(t, "Datum;Uhrzeit;Name;Anliegen;Dauer;Ende\n"+fmt.Sprintf(line, test.time, test.minutes, test.end), Options{})
		if !strings.Contains(got, test.want) || strings.HasSuffix(test.want, "\n") && got != test.want {
			t.Errorf("%v: %s", test, got)
		}
	}
}

// Numbers that people write out are read, each by itself.
func TestNumbersInWordsAreRead(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"eine one an": 60, "zwei two": 2 * 60, "drei three": 3 * 60, "vier four": 4 * 60, "fünf fuenf five": 5 * 60, "zehn ten": 10 * 60,
	} {
		for word := range strings.FieldsSeq(words) {
			if got := readMinutes(inFigures(word + " Stunden")); got != want {
				t.Errorf("%s Stunden: %d minutes, want %d", word, got, want)
			}
		}
	}
	for words, want := range map[string]int{
		"fünf five": 5, "zehn ten Zehn": 10, "fünfzehn fifteen": 15, "zwanzig twenty": 20, "dreißig dreissig thirty": 30, "vierzig forty": 40,
		"fünfundvierzig": 45, "sechzig sixty": 60,
	} {
		for word := range strings.FieldsSeq(words) {
			if got := readMinutes(inFigures(word + " Minuten")); got != want {
				t.Errorf("%s Minuten: %d minutes, want %d", word, got, want)
			}
		}
	}
}

// Each share of an hour is read as it is written, and what stands about it is left
// out.
func TestSharesOfAnHourAreRead(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"1½ h|1 ½ h|1 1/2 h|anderthalb Stunden|eineinhalb Stunden|einundeinhalb Stunden|one and a half hours":                                                                   90,
		"2½ h|2 1/2 h|zweieinhalb Stunden|two and a half hours":                                                                                                                 150,
		"½ h|1/2 h|eine halbe Stunde|halbe Stunde|half an hour|half hour|ca. halbe Stunde|circa ½ h|rund 1/2 h|ungefähr ½ h|about half an hour|approx. ½ h|around half an hour": 30,
		"¼ h|1/4 h|eine Viertelstunde|Viertelstunde|viertel Stunde|a quarter of an hour|quarter of an hour":                                                                     15,
		"¾ h|3/4 h|eine Dreiviertelstunde|eine dreiviertel Stunde|Dreiviertelstunde|dreiviertel Stunde|three quarters of an hour":                                               45,
		"eine Stunde und zehn Minuten|one hour and ten minutes|1 Stunde, 10 Minuten|1 Std. 10 m|1h10|1:10|1:10 h|1:10:00|70 '|70 m|70 min.|70 minutes":                          70,
		"0,0208333|0.0208333|00:30|0:30|0,5 h|0.5 Std.|30":                                                                                                                      30,
		"0,5|0.5|0,50|1,5|x|30 30|1/3 h": 0,
	} {
		for said := range strings.SplitSeq(words, "|") {
			got := readMinutes(said)
			if got == 0 {
				got = readMinutes(inFigures(said))
			}
			if got != want {
				t.Errorf("%s: %d minutes, want %d", said, got, want)
			}
		}
	}
}

// The heading is looked for among the first ten lines, and no further.
func TestAHeadingStandsWithinTheFirstLines(t *testing.T) {
	t.Parallel()
	for above, well := range map[int]bool{0: true, 8: true, 9: true, 10: false} {
		titles := strings.Repeat("Termine;des;Amtes;;\n", above)
		got := reported(t, titles+"Datum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;30\n", Options{})
		if (got == "30m0s\n") != well {
			t.Errorf("below %d lines: %s", above, got)
		}
		titles = strings.Repeat("K7M4QX;BBB222\n", above)
		n, err := ReadNumbers(strings.NewReader(titles + "Nr;Terminnummer\nCCC333;DDD444\n"))
		last := booking.Number("")
		if len(n.Numbers) > 0 {
			last = n.Numbers[len(n.Numbers)-1]
		}
		if err != nil || (last == "DDD444" && len(n.Numbers) == 1) != well {
			t.Errorf("numbers below %d lines: %v, %v", above, n.Numbers, err)
		}
	}
}

// A line that names other columns than that of the numbers is none of their heading.
func TestOnlyTheirOwnHeadingLeadsToNumbers(t *testing.T) {
	t.Parallel()
	n, err := ReadNumbers(strings.NewReader("Name;etwas\nErika;K7M4QX\nJörg;BBB222\n"))
	if err != nil || fmt.Sprint(n.Numbers) != "[K7M 4QX BBB 222]" || len(n.Wrong) != 1 {
		t.Errorf("%v, %v, %v", n.Numbers, n.Wrong, err)
	}
}

// Where no column says when it ends, something else has to say how long it takes: a
// time in a column of another meaning does not.
func TestWhatSaysHowLongItTakesIsAsked(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"Uhrzeit;Datum;Name\n9:30-10:00;24.11.2026;Erika Groß\n":    "30m0s\n",
		"Uhrzeit;Datum;Name\n9:30;24.11.2026;Erika Groß\n":          "is missing",
		"Telefon;Datum;Name\n9:30-10:00;24.11.2026 9:30;Erika Groß": "is missing",
		"Uhrzeit;Datum\n9:30-10:00;24.11.2026\n":                    "is missing",
		"Uhrzeit;Name\n9:30-10:00;Erika Groß\n":                     "",
	} {
		if got := reported(t, content, Options{}); !strings.Contains(got, want) || strings.HasSuffix(want, "\n") && got != want {
			t.Errorf("%q: %s", content, got)
		}
	}
}

// Numbers of a spreadsheet are days by the one calendar or the other only where they
// can be a day of an appointment.
func TestDaysOfASpreadsheetFollowItsCalendar(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		cell  string
		shift int
		want  string
	}{
		{"46350.5", 0, "46350.5"},
		{"44888.5", from1904, "46350.5"},
		{"44888", from1904, "46350"},
		{"38537", from1904, "38537"}, // 39999, a day earlier than the first
		{"38538", from1904, "40000"},
		{"58538", from1904, "60000"},
		{"58539", from1904, "58539"},
		{"Erika", from1904, "Erika"},
		{"", from1904, ""},
		{"44888x", from1904, "44888x"},
		{"44888", 0, "44888"},
		{"6.9444444444444441E-3", 0, "0.006944444444444444"},
		{"4.4888E4", 0, "44888"},
		{"4.4888E4", from1904, "44888"},
		{"44E4", 0, "44E4"},
		{"4E", 0, "4E"},
	} {
		if got := plainNumber(test.cell, test.shift); got != test.want {
			t.Errorf("%q, %d days later: %q, want %q", test.cell, test.shift, got, test.want)
		}
	}
}

// The days that a file may lie ahead are told in full years, and what is past is
// refused or left out, as asked.
func TestWhatIsPastIsLeftOutOnlyIfAsked(t *testing.T) {
	t.Parallel()
	content := "Datum;Uhrzeit;Name;Anliegen;Dauer\n" +
		"20.11.2026;9:30;Erika Groß;Perso;30\n" + // past
		"20.11.2026;9:30;Erika Groß;was;30\n" + // past and wrong
		"24.11.2026;9:30;Erika Groß;was;30\n" + // ahead and wrong
		"24.11.2026;9:30;Erika Groß;Perso;30\n"
	for skip, want := range map[bool][3]int{false: {0, 1, 3}, true: {2, 1, 1}} {
		b, err := Read(strings.NewReader(content), office.Sample(), monday(), Options{SkipPast: skip})
		if err != nil {
			t.Fatal(err)
		}
		lines := map[int]bool{}
		for _, f := range b.faults {
			lines[f.line] = true
		}
		if got := [3]int{b.Past, len(b.Entries), len(lines)}; got != want {
			t.Errorf("past left out %v: %v, want %v: %v", skip, got, want, b.faults)
		}
	}
}

// Where a concern is called by a name with a plus sign, that is the name; elsewhere
// the sign joins two.
func TestAPlusSignJoinsUnlessItIsPartOfAName(t *testing.T) {
	t.Parallel()
	n := newConcernNames(&booking.Office{Concerns: []booking.Concern{
		{ID: "pass", Name: booking.Text{"de": "Pass"}, MaxQuantity: 4},
		{ID: "card", Name: booking.Text{"de": "Ausweis"}, MaxQuantity: 4},
		{ID: "both", Name: booking.Text{"de": "Pass + Ausweis"}, MaxQuantity: 4},
		{ID: "phone", Name: booking.Text{"de": "Anruf"}, MaxQuantity: 4, PhoneOnly: true},
	}})
	for cell, want := range map[string]string{
		"Pass + Ausweis":          "both 1",
		"Ausweis + Pass":          "card 1, pass 1",
		"2x Pass + Ausweis:3":     "pass 2, card 3",
		"Pass":                    "pass 1",
		"Pass | Ausweis":          "pass 1, card 1",
		"4 x Pass":                "pass 4",
		"1×Pass":                  "pass 1",
		"5x Pass":                 "1 to 4 cases of pass were expected, not 5",
		"0x Pass":                 "1 to 4 cases of pass were expected, not 0",
		"Pass: 4":                 "pass 4",
		"Pass + ":                 "a concern was expected before and after every | and +",
		"Pass + Hund":             "there is no concern",
		"Hund":                    "there is no concern",
		"Anruf":                   "goes by telephone only",
		"Pass + Anruf":            "goes by telephone only",
		"pass+card + both:2|card": "pass 1, card 1, both 2, card 1",
	} {
		wishes, err := n.wishes(cell)
		var all []string
		for _, w := range wishes {
			all = append(all, fmt.Sprintf("%s %d", w.Concern, w.Quantity))
		}
		got := strings.Join(all, ", ")
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.Contains(got, want)) {
			t.Errorf("%q: %s, want %s", cell, got, want)
		}
	}
}

// A dash and words for it say that there is nothing where there may be nothing, and
// stand for themselves elsewhere.
func TestADashSaysNothingWhereNothingMayBe(t *testing.T) {
	t.Parallel()
	const heading = "Datum;Uhrzeit;Name;E-Mail;Telefon;Nummer;Anliegen;Dauer\n"
	for _, nothing := range []string{"", "-", "--", "---", "–", "—", "/", "k. a.", "k.A.", "Keine Angabe", "n/a", "keine", "kein", "none"} {
		b, err := Read(strings.NewReader(heading+"24.11.2026;9:30;Erika Groß;"+nothing+";"+nothing+";"+nothing+";Perso;30\n"), office.Sample(), monday(), Options{})
		if err != nil || len(b.Entries) != 1 || b.Entries[0].Contact != (booking.Contact{Name: "Erika Groß"}) || b.Entries[0].Number != "" {
			t.Errorf("%q: %v, %v", nothing, err, b.faults)
		}
		if nothing == "" {
			continue
		}
		for _, line := range []string{"24.11.2026;9:30;Erika Groß;;;;" + nothing + ";30\n", "24.11.2026;9:30;Erika Groß;;;;Perso;" + nothing + "\n"} {
			if got := reported(t, heading+line, Options{}); !strings.Contains(got, "expected") && !strings.Contains(got, "there is no concern") {
				t.Errorf("%q is nothing in %q: %s", nothing, line, got)
			}
		}
	}
}

// many is a source of so many lines, of which all are wrong or none.
type many struct {
	left  int
	wrong bool
}

func (m *many) next() (record, error) {
	if m.left == 0 {
		return record{}, io.EOF
	}
	m.left--
	if m.wrong {
		return record{}, fault{line: 1, says: "wrong"}
	}
	return record{line: 1}, nil
}

// A file is given up that is too long, or wrong in more lines than anybody mends.
func TestAFileHasItsBounds(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		source many
		want   string
	}{
		{many{left: mostFaults, wrong: true}, ""},
		{many{left: mostFaults + 1, wrong: true}, "is this the right file?"},
		{many{left: mostRecords}, ""},
		{many{left: mostRecords + 1}, "more than 100000 appointments"},
	} {
		left := test.source.left
		records, faults, err := all(&test.source)
		if test.want == "" && (err != nil || len(records)+len(faults) != left) || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%d lines, all wrong %v: %v", left, test.source.wrong, err)
		}
	}
	for before, well := range map[int]bool{mostFaults - 1: true, mostFaults: false} {
		b := &Book{faults: make([]fault, before), heading: heading{width: 5}}
		if err := b.takeAll([]record{{line: 1, cells: []string{"x"}}}); (err == nil) != well || len(b.faults) != before+1 {
			t.Errorf("one more after %d: %v", before, err)
		}
	}
}
