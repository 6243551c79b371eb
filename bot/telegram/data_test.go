package telegram_test

import (
	"strings"
	"testing"
	"time"
)

func TestEverybodyGetsTheirDataAsAFile(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: polling})
			erika := w.person("Erika", lang)
			walk(erika, booked.in(lang)...)
			command, name := "/daten", "meine-daten.json"
			if lang == "en" {
				command, name = "/data", "my-data.json"
			}
			erika.Say(command)
			file := erika.WaitForDocument(1)
			if file.Name != name || !strings.Contains(string(file.Data), "Erika Beispiel") {
				t.Errorf("%s: %s", file.Name, file.Data)
			}
		})
	}
}

func TestBinDaChecksInWhenItIsTime(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	walk(erika, "/binda")
	erika.WaitFor("Es steht kein Termin an")
	walk(erika, booked.de...)
	walk(erika, "/binda")
	erika.WaitFor("können Sie sich von 9:00 Uhr bis 9:20 Uhr hier anmelden")
	w.clock.advance(25 * time.Hour)
	walk(erika, "/termine", "Di 24.11., 9:15 Uhr (PCF 86V)", "Ich komme später", "10 Minuten")
	erika.WaitFor("Das Amt weiß, dass Sie 10 Minuten später kommen")
	w.want(1, `SELECT count(*) FROM appointment WHERE late = 10`)
	w.clock.advance(15 * time.Minute)
	walk(erika, "/binda")
	erika.WaitFor("Willkommen! Sie sind angemeldet")
	w.want(1, `SELECT count(*) FROM appointment WHERE state = 'checked in'`)
}
