package ledger

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/office"
)

func TestEveryDialectOfATableIsRead(t *testing.T) {
	t.Parallel()
	const day = "24.11.2026"
	tests := map[string]string{
		"bars":                             "Datum|Uhrzeit|Name|Anliegen|Dauer\n24.11.2026|9:30|Erika Groß|Perso|30\n",
		"bars in a cell, more than others": "Datum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;30\n25.11.2026;9:30;Jo;Perso | Reisepass | Meldebescheinigung | Führungszeugnis | Fischereischein | Ummelden;30\n",
		"commas in the title":              "Termine vom 1.12., 2.12., 3.12., 4.12., 5.12. und 6.12.\nDatum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;30\n",
		"sep= a tab":                       "sep=\t\nDatum\tUhrzeit\tName\tAnliegen\tDauer\n24.11.2026\t9:30\tErika Groß\tPerso\t30\n",
		"given name beside the name":       "Datum;Uhrzeit;Name;Vorname;Anliegen;Dauer\n24.11.2026;9:30;Groß;Erika;Perso;30\n",
		"given name in both":               "Datum;Uhrzeit;Name;Vorname;Anliegen;Dauer\n24.11.2026;9:30;Groß, Erika;Erika;Perso;30\n",
		"both names in one":                "Terminbeginn;Terminende;\"Name, Vorname\";Telefon (mobil);Anmerkungen;Leistung\n24.11.2026 9:30;24.11.2026 10:00;Groß, Erika;-;x;Perso\n",
		"from - to":                        "Tag;von - bis;Name;Telefon;E-Mail;Anliegen\n24.11.2026;9:30 - 10:00;Erika Groß;keine;k.A.;Perso\n",
		"nothing said":                     "Datum;Uhrzeit;Name;Telefon;E-Mail;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;--;n/a;Perso;30\n",
	}
	for said, want := range map[string]string{
		"2026/11/24": day, "2026.11.24": day, "20261124": day, "24-11-2026": day, "24-11-26": day, "Di, 24-11-2026": day,
	} {
		tests[want+" as "+said] = "Datum;Uhrzeit;Name;Anliegen;Dauer\n" + said + ";9:30;Erika Groß;Perso;30\n"
	}
	for _, said := range []string{"2026-11-24T09:30:00+01:00", "2026-11-24T08:30:00Z", "2026-11-24 09:30:00.000", "2026-11-24 09:30:00+01", "2026-11-24T08:30:00.000Z", "2026-11-24T09:30:00,5"} {
		tests["one cell: "+said] = "Termin;Name;Anliegen;Dauer\n" + said + ";Erika Groß;Perso;30\n"
	}
	for _, said := range []string{"0,0208333333333333", "0,50 h", "0.5 Std.", "00:30:00"} {
		tests["length: "+said] = "Datum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;9:30;Erika Groß;Perso;" + said + "\n"
	}
	for _, said := range []string{"0930", "9,30", "9.30", "09:30:00", "9 Uhr 30"} {
		tests["time: "+said] = "Datum;Uhrzeit;Name;Anliegen;Dauer\n24.11.2026;" + said + ";Erika Groß;Perso;30\n"
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, _, _ := strings.Cut(summary(mustRead(t, content, Options{})), "\n")
			if diff := cmp.Diff(erika, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// event is a calendar with one appointment, whose start and end are
// said by the lines, and which has a time zone of its own.
func event(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n" +
		"BEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" +
		"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Groß\\, Erika - Perso\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func TestMomentsOfCalendars(t *testing.T) {
	t.Parallel()
	for name, lines := range map[string][]string{
		"a length":            {"DTSTART:20261124T083000Z", "DURATION:PT30M"},
		"a long-winded one":   {"DTSTART;TZID=Europe/Berlin:20261124T093000", "DURATION:P0DT0H30M0S"},
		"no zone":             {"DTSTART:20261124T093000", "DURATION:PT30M"},
		"Windows' Berlin":     {"DTSTART;TZID=W. Europe Standard Time:20261124T093000", "DTEND;TZID=W. Europe Standard Time:20261124T100000"},
		"Windows' London":     {"DTSTART;TZID=GMT Standard Time:20261124T083000", "DTEND;TZID=GMT Standard Time:20261124T090000"},
		"a zone with a path":  {"DTSTART;TZID=/softwarestudio.org/Tzfile/Europe/London:20261124T083000", "DTEND;TZID=/softwarestudio.org/Tzfile/Europe/London:20261124T090000"},
		"a zone of one's own": {"DTSTART;TZID=Customized Time Zone:20261124T093000", "DTEND;TZID=Customized Time Zone:20261124T100000"},
	} {
		if diff := cmp.Diff(erika, summary(mustRead(t, event(lines...), Options{}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, lines := range map[string][]string{
		"20261124T093000 Nowhere":       {"DTSTART;TZID=Nowhere:20261124T093000", "DURATION:PT30M"},
		"20270328T023000 Europe/Berlin": {"DTSTART;TZID=Europe/Berlin:20270328T023000", "DURATION:PT30M"},
		"20271031T023000 Europe/Berlin": {"DTSTART;TZID=Europe/Berlin:20271031T023000", "DURATION:PT30M"},
		"it repeats (20261201T083000Z)": {"DTSTART:20261124T083000Z", "DURATION:PT30M", "RDATE:20261201T083000Z"},
		"a month":                       {"DTSTART:20261124T083000Z", "DURATION:a month"},
	} {
		if _, wrong := read(t, event(lines...)); !strings.Contains(wrong, name) {
			t.Errorf("%s is taken: %q", name, wrong)
		}
	}
}

// excelsOwn is a spreadsheet with the XML that Excel writes, which puts small
// numbers down with an exponent.
func excelsOwn(t *testing.T, properties, row string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` + properties + `<sheets><sheet name="Termine" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">` + texts("Datum", "Uhrzeit", "Name", "Anliegen", "Dauer") + `</row><row r="2">` + row + `</row></sheetData></worksheet>`,
	} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// texts is cells that hold words.
func texts(words ...string) string {
	var all strings.Builder
	for _, word := range words {
		all.WriteString(`<c t="inlineStr"><is><t>` + word + `</t></is></c>`)
	}
	return all.String()
}

func TestSpreadsheetsAsExcelWritesThem(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"an exponent": excelsOwn(t, "", `<c><v>46350</v></c><c><v>0.39583333333333331</v></c>`+texts("Erika Groß", "Perso")+`<c><v>2.0833333333333332E-2</v></c>`),
		"since 1904":  excelsOwn(t, `<workbookPr date1904="1"/>`, `<c><v>44888</v></c><c><v>0.39583333333333331</v></c>`+texts("Erika Groß", "Perso")+`<c><v>30</v></c>`),
		"both in one": excelsOwn(t, `<workbookPr date1904="1"/>`, `<c><v>44888.395833333336</v></c><c><v>0.39583333333333331</v></c>`+texts("Erika Groß", "Perso")+`<c><v>30</v></c>`),
	} {
		if diff := cmp.Diff(erika, summary(mustRead(t, content, Options{}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for raw, want := range map[string]string{"0.5": "12:00", "0.25": "06:00", "0.75": "18:00", "0.625": "15:00"} {
		noon := excelsOwn(t, "", `<c><v>46350</v></c><c><v>`+raw+`</v></c>`+texts("Erika Groß", "Perso")+`<c><v>30</v></c>`)
		if got := summary(mustRead(t, noon, Options{})); !strings.Contains(got, want) {
			t.Errorf("%s of a day is %s, want %s", raw, got, want)
		}
	}
	ten := excelsOwn(t, "", `<c><v>46350</v></c><c><v>0.39583333333333331</v></c>`+texts("Erika Groß", "Perso")+`<c><v>6.9444444444444441E-3</v></c>`)
	if got := mustRead(t, ten, Options{}).Entries[0].Length; got != 10*time.Minute {
		t.Errorf("ten minutes are %v", got)
	}
	if _, err := Read(strings.NewReader("PK\x03\x04"), office.Sample(), monday(), Options{}); err == nil {
		t.Error("a torn spreadsheet is read")
	}
}
