package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/booking/clocktest"
)

func TestTheCheckNamesWhatANewFileWouldHit(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	_, errs, err := i.take("number,date,time,concerns,name\nK7M4QX,2026-11-24,9:30,id-card,Erika Groß\nP3XY79,2026-11-25,9:30,id-card,Jörg Żak\n")
	if err != nil {
		t.Fatal(errs)
	}
	data, err := os.ReadFile(filepath.Join("..", "office", "werne.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	closed := strings.Replace(string(data), "\nclosures:\n", "\nclosures:\n  - day: 2026-11-24\n    reason: {de: Umzug, en: We move}\n", 1)
	for name, tt := range map[string]struct {
		file string
		want []string
	}{
		"the same file": {string(data), []string{"nicht mehr bedient würden: 0"}},
		"a closed day":  {closed, []string{"werne: Termin K7M 4QX, 2026-11-24 09:30: geschlossen (Umzug)", "nicht mehr bedient würden: 1"}},
		"an English file": {
			strings.Replace(closed, "languages: [de, en]", "languages: [en, de]", 1),
			[]string{"werne: appointment K7M 4QX, 2026-11-24 09:30: closed (We move)", "1 booked appointments"},
		},
		"another office": {
			strings.Replace(string(data), "\nid: werne\n", "\nid: another\n", 1),
			[]string{"werne: Termin K7M 4QX, 2026-11-24 09:30: diese Stelle gibt es in den Dateien nicht", "nicht mehr bedient würden: 2"},
		},
	} {
		path := filepath.Join(t.TempDir(), "office.yaml")
		if err := os.WriteFile(path, []byte(tt.file), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		args := []string{path, "--database", i.url, "--now", "2026-11-23T08:00"}
		err := runOfficeCheck(t.Context(), console{strings.NewReader(""), &out, &errs, clocktest.Now}, args)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, want := range tt.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: said\n%s\nwant %s", name, out.String(), want)
			}
		}
	}
	i.holds("2026-11-24 09:30 15 1 Erika Groß// 1 id-card", "2026-11-25 09:30 15 1 Jörg Żak// 1 id-card")
}
