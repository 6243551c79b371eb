package report_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"image/png"
	"os"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/report"
	"terminbote/office"
	"terminbote/statistics"
)

var keep = flag.String("keep", "", "a folder to keep charts in, to look at them")

// figures is what an office counts in some days.
func figures(days int) statistics.Report {
	from := booking.Date{Year: 2026, Month: 10, Day: 26}
	r := statistics.Report{Office: "werne", From: from, To: from.Add(days - 1)}
	for i := range days {
		if day := from.Add(i); day.Weekday() > 0 && day.Weekday() < 6 {
			*r.Day(day) = statistics.Day{
				Day: day, Visits: statistics.Visits{Booked: 40 + i%7, Finished: 33 + i%3, Missed: i % 3, Cancelled: 3}, Open: 2000, Free: 150,
			}
		}
	}
	for i, key := range []statistics.Key{"id-card", "passport", "registration*2", "id-card+passport", "certificate"} {
		*r.Concern(key) = statistics.Concern{Key: key, Visits: statistics.Visits{Booked: 100 - 10*i, Finished: 80 - 10*i}, Took: statistics.Took{
			Key: key, Planned: statistics.Spread{15: 60}, Real: statistics.Spread{12 + 3*i: 50, 30: 10}, Desks: 2 - i/4,
		}}
	}
	r.Channels = []statistics.Channel{{Name: "telegram", Booked: 300}, {Name: "staff", Booked: 100}}
	r.Ratings = statistics.Ratings{Stars: [5]int{1, 0, 2, 3, 9}, Lines: []statistics.RatingLine{{Stars: 1, Line: "Frau Groß war unfreundlich"}}}
	r.Waited = statistics.Spread{2: 10, 9: 3}
	return r
}

func TestAChartIsAPicture(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	for _, lang := range []string{"de", "en"} {
		for name, days := range map[string]int{"week": 5, "month": 28, "year": 365, "years": 900} {
			picture, err := report.Chart(lang, o, figures(days))
			if err != nil {
				t.Fatal(err)
			}
			image, err := png.Decode(bytes.NewReader(picture))
			if err != nil || image.Bounds().Dx() < 800 || image.Bounds().Dy() < 400 {
				t.Errorf("%s of a %s: %v", lang, name, err)
			}
			if *keep == "" {
				continue
			}
			if err := os.WriteFile(*keep+"/"+lang+"-"+name+".png", picture, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestNothingCountedIsDrawnToo(t *testing.T) {
	t.Parallel()
	r := statistics.Report{From: booking.Date{Year: 2026, Month: 10, Day: 26}, To: booking.Date{Year: 2026, Month: 10, Day: 26}}
	r.Day(r.From).Visits.Booked = 1
	if _, err := report.Chart("de", office.Sample().Offices[0], r); err != nil {
		t.Error(err)
	}
}

// read is a table as a spreadsheet reads it.
func read(t *testing.T, table []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(table), "\ufeff")
	if !marked {
		t.Error("spreadsheets do not know that it is UTF-8")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestATableHasAllFigures(t *testing.T) {
	t.Parallel()
	table, err := report.Table("de", office.Sample().Offices[0], figures(5))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, row := range read(t, table) {
		rows[strings.Join(row[:3], "/")] = row[3]
	}
	for figure, want := range map[string]string{
		"Besuche/alle/Gebucht":                         "210",
		"Gebucht über/Telegram/Gebucht":                "300",
		"Tag/2026-10-26/Schalterzeit":                  "2000",
		"Schalter/alle/frei geblieben":                 "750",
		"Anliegen/Reisepass beantragen/Geplant":        "15",
		"Zufriedenheit/5 von 5/Antworten":              "9",
		"Zufriedenheit/2 von 5/Antworten":              "0",
		"Warten von Anmeldung bis Aufruf/alle/Besuche": "13",
	} {
		if rows[figure] != want {
			t.Errorf("%s: %q, want %q", figure, rows[figure], want)
		}
	}
	if _, told := rows["Anliegen/certificate/Geplant"]; told {
		t.Error("figures from one desk are told")
	}
	if strings.Contains(string(table), "Frau Groß") {
		t.Error("what people wrote stands in a table")
	}
}

// A name in an office file is no formula.
func TestNoCellIsAFormula(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"=1+1", "+49", "-2", "@SUM(A1)", " =cmd|' /C calc'!A0", "\t=1", "\r=1", "|x", "%x"} {
		if cell := report.Cell(text); !strings.HasPrefix(cell, "'") {
			t.Errorf("%q is written %q", text, cell)
		}
	}
	for _, text := range []string{"Reisepass", "2 × Ausweis", "", "Größe", "a=b"} {
		if cell := report.Cell(text); cell != text {
			t.Errorf("%q is written %q", text, cell)
		}
	}
}
