package terminal

import (
	"errors"
	"slices"
	"testing"

	"terminbote/bot"
	"terminbote/locales"
)

// What people can read stays on the page, and is kept nowhere. Another file is kept, and it
// is said where; or that it was lost, or, where none are kept, how that is done.
func TestFilesAreKeptOrShown(t *testing.T) {
	t.Parallel()
	data, entry := bot.File{Name: "meine-daten.json", Type: "application/json"}, bot.File{Name: "termin.ics", Type: "text/calendar; charset=utf-8"}
	line := func(key, file string) string {
		return locales.For("de").Say(locales.Say(key, "File", locales.Plain(file)))
	}
	full := errors.New("no space is left")
	for name, tt := range map[string]struct {
		keep    bool
		fails   error
		files   []bot.File
		shown   []string
		kept    []string
		remarks []string
	}{
		"nothing":               {true, nil, nil, nil, nil, []string{"before"}},
		"data":                  {true, nil, []bot.File{data}, []string{data.Name}, nil, []string{"before"}},
		"data, none are kept":   {false, nil, []bot.File{data}, []string{data.Name}, nil, []string{"before"}},
		"a file":                {true, nil, []bot.File{entry}, nil, []string{entry.Name}, []string{"before", line("terminal.file_kept", "/kept/termin.ics")}},
		"a file, none are kept": {false, nil, []bot.File{entry}, nil, nil, []string{"before", line("terminal.file", entry.Name)}},
		"a file that is lost":   {true, full, []bot.File{entry}, nil, []string{entry.Name}, []string{"before", line("terminal.file_lost", entry.Name)}},
		"both":                  {true, nil, []bot.File{entry, data}, []string{data.Name}, []string{entry.Name}, []string{"before", line("terminal.file_kept", "/kept/termin.ics")}},
		"both, none are kept":   {false, nil, []bot.File{data, entry}, []string{data.Name}, nil, []string{"before", line("terminal.file", entry.Name)}},
		"both, one is lost":     {true, full, []bot.File{entry, data}, []string{data.Name}, []string{entry.Name}, []string{"before", line("terminal.file_lost", entry.Name)}},
	} {
		var kept, shown []string
		var faults []error
		term := &Terminal{Log: func(err error) { faults = append(faults, err) }}
		if tt.keep {
			term.Keep = func(f bot.File) (string, error) {
				kept = append(kept, f.Name)
				return "/kept/" + f.Name, tt.fails
			}
		}
		page := bot.Page{Lang: "de", Remarks: []string{"before"}, Files: tt.files}
		term.keepFiles(&page)
		for _, f := range page.Files {
			shown = append(shown, f.Name)
		}
		if !slices.Equal(shown, tt.shown) || !slices.Equal(kept, tt.kept) || !slices.Equal(page.Remarks, tt.remarks) || (len(faults) == 1) != (tt.fails != nil) {
			t.Errorf("%s: shown %q, kept %q, said %q, faults %v", name, shown, kept, page.Remarks, faults)
		}
	}
}
