package ledger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"terminbote/office"
)

func TestAFileThatIsNoneIsRefused(t *testing.T) {
	t.Parallel()
	const head = "date,time,name,minutes\n"
	tests := map[string]struct{ content, want string }{
		"empty":             {"", "the file is empty"},
		"only a mark":       {"\ufeff\n\n", "the file is empty"},
		"header only":       {head, "names its columns, but has no appointments"},
		"unknown columns":   {"datun;uhrzeit;name;minutes;wings\n", `there is no column "datun"; did you mean date (datum)?`},
		"all that are":      {"date;time;name;minutes;wings\n", `there is no column "wings"; there are date (datum), time (uhrzeit), name`},
		"missing columns":   {"name,mail\n", "line 1: the column date (datum) is missing\nline 1: the column minutes (minuten) or end (ende) or concerns (anliegen) is missing"},
		"a column twice":    {"date,time,name,minutes,Dauer\n", `"minutes" and "Dauer" are the same column`},
		"a long line":       {head + strings.Repeat("x", longestLine+1) + "\n", "line 2 is longer than 64 KB"},
		"a long record":     {head + "2026-11-24,9:30,\"" + strings.Repeat(strings.Repeat("x", 1000)+"\n", 66) + "\",15\n", "old.csv:2: longer than 64 KB"},
		"an open quotation": {head + "2026-11-24,9:30,\"Erika,15\n2026-11-24,9:30,Jörg,15\n", "old.csv:2: a value in quotation marks that begins here goes on to line 3"},
		"a spreadsheet":     {"PK\x03\x04\x00", "the spreadsheet cannot be read"},
		"an old one":        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a spreadsheet of an old Excel, or one with a password"},
		"a bad calendar":    {"BEGIN:VCALENDAR\nnothing\n", "the calendar cannot be read"},
		"a calendar alone":  {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "has no appointments"},
		"zeros":             {head + "\x00", "this is not a text file"},
		"two encodings":     {head + "2026-11-24,9:30,Jörg Groß,15\n2026-11-24,9:45,J\xf6rg,15\n", "line 3 is not in UTF-8, though the file is"},
		"another encoding":  {head + "2026-11-24,9:30,J\x81rgen,15\n", "line 2 is neither in UTF-8 nor in Windows-1252"},
		"too large":         {strings.Repeat("\n", largestFile+1), "the file is larger than 32 MB"},
		"too many":          {head + strings.Repeat("2026-11-24,9:30,Jo,15\n", mostRecords+1), "more than 100000 appointments"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, err := Read(strings.NewReader(tt.content), office.Sample(), monday(), Options{})
			var said bytes.Buffer
			if err != nil {
				fmt.Fprintln(&said, err)
			} else {
				b.Report(&said, "old.csv")
			}
			if !strings.Contains(said.String(), tt.want) {
				t.Errorf("want %q, got:\n%s", tt.want, &said)
			}
		})
	}
}

// Where a file is in UTF-8 but for some places, the first of them is named. It is taken for
// one in UTF-8 if it says so, or has more characters of several bytes than others.
func TestTheFirstPlaceInAnotherEncodingIsNamed(t *testing.T) {
	t.Parallel()
	const utf8Line, otherLine = "line %d is not in UTF-8, though the file is", "line %d is neither in UTF-8 nor in Windows-1252"
	for name, tt := range map[string]struct {
		content string
		fault   string // empty: it is read as text
		line    int
		text    string
	}{
		"one place":                 {"ä\nö\nJ\xf6rg\nü", utf8Line, 3, ""},
		"two places":                {"ä\nö\nJ\xf6rg\nM\xf6rs\nü", utf8Line, 3, ""},
		"two places of a line":      {"ä\nöü\nJ\xf6rg M\xf6rs", utf8Line, 3, ""},
		"at the very beginning":     {"\xf6rtlich\näöü\nM\xf6rs", utf8Line, 1, ""},
		"it says that it is":        {"\ufeffa\nJ\xf6rg\nb\nM\xf6rs\n", utf8Line, 2, ""},
		"one more than others":      {"ä\nö\nJ\xf6rg", utf8Line, 3, ""},
		"as many as others":         {"ä\nJ\xf6rg", "", 0, "Ã¤\nJörg"},
		"fewer than others":         {"ä\nJ\xf6rg\nM\xf6rs", "", 0, "Ã¤\nJörg\nMörs"},
		"a sign for what is no one": {"\ufffd\n\ufffd\nJ\xf6rg", utf8Line, 3, ""},
		"all of it":                 {"ä\nö", "", 0, "ä\nö"},
		"none of it":                {"J\xf6rg\nM\xf6rs", "", 0, "Jörg\nMörs"},
		"neither, twice":            {"a\nJ\x81rg\nM\x8drs", otherLine, 2, ""},
	} {
		got, err := decode([]byte(tt.content))
		switch {
		case tt.fault == "" && (err != nil || got != tt.text):
			t.Errorf("%s: %q, %v", name, got, err)
		case tt.fault != "" && (err == nil || !strings.HasPrefix(err.Error(), fmt.Sprintf(tt.fault, tt.line))):
			t.Errorf("%s: %v, want line %d", name, err, tt.line)
		}
	}
}
