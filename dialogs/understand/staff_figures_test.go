package understand_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

func TestMinutesAreReadFromBehind(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: 11, Day: 23}
	december := booking.Date{Year: 2026, Month: 12, Day: 1}
	for text, want := range map[string]understand.StaffCommand{
		"dauer":                             {},
		"dauer reisepass":                   {Words: "reisepass"},
		"dauer reisepass 15":                {Words: "reisepass", Minutes: "15"},
		"dauer reisepass auf 15 minuten":    {Words: "reisepass", Minutes: "15"},
		"dauer reisepass 15min ab 1.12.":    {Words: "reisepass", Minutes: "15", Day: december},
		"Dauer Personalausweis 0":           {Words: "Personalausweis", Minutes: "0"},
		"dauer pass -5":                     {Words: "pass", Minutes: "-5"},
		"dauer Perso zwölf":                 {Words: "Perso", Minutes: "12"},
		"dauer Perso auf zwölf Minuten":     {Words: "Perso", Minutes: "12"},
		"dauer Perso fünfundzwanzig":        {Words: "Perso", Minutes: "25"},
		"dauer Perso twenty-five min.":      {Words: "Perso", Minutes: "25"},
		"dauer Perso twenty five":           {Words: "Perso", Minutes: "25"},
		"dauer Perso eine halbe Stunde":     {Words: "Perso", Minutes: "30"},
		"dauer Perso half an hour":          {Words: "Perso", Minutes: "30"},
		"dauer Perso auf ½ Stunde":          {Words: "Perso", Minutes: "30"},
		"dauer Perso eine Viertelstunde":    {Words: "Perso", Minutes: "15"},
		"dauer Perso Dreiviertelstunde":     {Words: "Perso", Minutes: "45"},
		"dauer Perso anderthalb Stunden":    {Words: "Perso", Minutes: "90"},
		"dauer Perso 1,5 h":                 {Words: "Perso", Minutes: "90"},
		"dauer Perso 1.5 Stunden":           {Words: "Perso", Minutes: "90"},
		"dauer Perso 1h30":                  {Words: "Perso", Minutes: "90"},
		"dauer Perso eine Stunde 30":        {Words: "Perso", Minutes: "90"},
		"dauer Perso 1 Stunde und 5 Min":    {Words: "Perso", Minutes: "65"},
		"dauer Perso an hour ab 1.12.":      {Words: "Perso", Minutes: "60", Day: december},
		"dauer Perso minus fünf":            {Words: "Perso", Minutes: "-5"},
		"dauer Perso +5":                    {Words: "Perso", Minutes: "5"},
		"dauer Perso 12,5":                  {Words: "Perso", Minutes: "12,5"},
		"dauer Perso 12,5 Minuten":          {Words: "Perso", Minutes: "12,5 Minuten"},
		"dauer Perso 99999999999":           {Words: "Perso", Minutes: "99999999999"},
		"dauer Perso 12 bitte":              {Words: "Perso", Minutes: "12"},
		"dauer Perso 12 1.12.":              {Words: "Perso", Minutes: "12", Day: december},
		"dauer Perso 12 30":                 {Words: "Perso 12", Minutes: "30"},
		"dauer Perso eine":                  {Words: "Perso eine"},
		"dauer Perso lang":                  {Words: "Perso lang"},
		"dauer Perso 3/0":                   {Words: "Perso 3/0"},
		"dauer führerschein ab 17":          {Words: "führerschein ab 17"},
		"dauer führerschein ab 17 20":       {Words: "führerschein ab 17", Minutes: "20"},
		"duration passport to 20 from 1.12": {Words: "passport", Minutes: "20", Day: december},
	} {
		got, err := understand.ReadStaffCommand(text, "de", today, nil)
		want.Do, want.Exact, want.Given = understand.ToMinutes, text == "dauer", false
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", text, err, diff)
		}
	}
	if _, err := understand.ReadStaffCommand("dauer pass 10 ab 31.2.", "de", today, nil); !errors.Is(err, understand.ErrNoSuchDay) {
		t.Errorf("a day that is not there: %v", err)
	}
}

func TestDaysOfAReportArePast(t *testing.T) {
	t.Parallel()
	today := booking.Date{Year: 2026, Month: 11, Day: 23}
	first := booking.Date{Year: 2026, Month: 10, Day: 1}
	last := booking.Date{Year: 2026, Month: 10, Day: 31}
	on := func(month time.Month, day int) booking.Date { return booking.Date{Year: 2026, Month: month, Day: day} }
	for text, want := range map[string][2]booking.Date{
		"statistik":                        {},
		"statistik 1.10. 31.10.":           {first, last},
		"statistik von 1.10. bis 31.10.":   {first, last},
		"statistik 1.10.2026 - 31.10.2026": {first, last},
		"statistik 1.10.":                  {first, today},
		"statistics 1.12.":                 {booking.Date{Year: 2025, Month: 12, Day: 1}, today},
		"statistik heute":                  {today, today},
		"statistik 31.10. 1.10.":           {first, last},
		"statistik 1.10.-31.10.":           {first, last},
		"statistik 1.10.–31.10.":           {first, last},
		"statistik 01.10.26-31.10.26":      {first, last},
		"statistik 2026-10-01 2026-10-31":  {first, last},
		"statistik vom 1. bis 31. Oktober": {first, last},
		"statistik 1.-31.10.":              {first, last},
		"statistik 1. Oktober 31. Oktober": {first, last},
		"statistik Oktober":                {first, last},
		"statistik für Okt. 2026":          {first, last},
		"statistik im Oktober bitte":       {first, last},
		"statistics October":               {first, last},
		"statistik letzten Monat":          {first, last},
		"statistik des letzten Monats":     {first, last},
		"statistics last month":            {first, last},
		"statistik diesen Monat":           {on(11, 1), today},
		"statistik November":               {on(11, 1), today},
		"statistik Dezember":               {{Year: 2025, Month: 12, Day: 1}, {Year: 2025, Month: 12, Day: 31}},
		"statistik September bis Oktober":  {on(9, 1), last},
		"statistik Dezember bis Januar":    {{Year: 2025, Month: 12, Day: 1}, on(1, 31)},
		"statistik letzte Woche":           {on(11, 16), on(11, 22)},
		"statistik diese Woche":            {today, on(11, 29)},
		"statistik KW 44":                  {on(10, 26), on(11, 1)},
		"statistik kw44":                   {on(10, 26), on(11, 1)},
		"statistik KW 1":                   {{Year: 2025, Month: 12, Day: 29}, on(1, 4)},
		"statistik KW 51":                  {{Year: 2025, Month: 12, Day: 15}, {Year: 2025, Month: 12, Day: 21}},
		"statistik Q3":                     {on(7, 1), on(9, 30)},
		"statistik 3. Quartal 2026":        {on(7, 1), on(9, 30)},
		"statistik Q4":                     {first, today},
		"statistik 2026":                   {on(1, 1), today},
		"statistik 2025":                   {{Year: 2025, Month: 1, Day: 1}, {Year: 2025, Month: 12, Day: 31}},
		"statistik dieses Jahr":            {on(1, 1), today},
		"statistik letztes Jahr":           {{Year: 2025, Month: 1, Day: 1}, {Year: 2025, Month: 12, Day: 31}},
		"statistik 7 Tage":                 {on(11, 16), today},
		"statistik der letzten 30 Tage":    {on(10, 24), today},
		"statistics last two weeks":        {on(11, 9), today},
		"statistik letzte 3 Monate":        {on(8, 23), today},
		"statistik ab dem 1.":              {on(11, 1), today},
		"statistik 24.":                    {on(10, 24), today},
		"statistik 1.10.2024 31.10.":       {{Year: 2024, Month: 10, Day: 1}, {Year: 2024, Month: 10, Day: 31}},
		"statistik 1.12.2024 31.1.":        {{Year: 2024, Month: 12, Day: 1}, {Year: 2025, Month: 1, Day: 31}},
		"statistik 1.10.2024 bis heute":    {{Year: 2024, Month: 10, Day: 1}, today},
		"statistik seit Freitag":           {on(11, 20), today},
		"statistik Montag bis Mittwoch":    {on(11, 16), on(11, 18)},
		"statistik letzten Freitag":        {on(11, 20), today},
		"statistik gestern":                {on(11, 22), on(11, 22)},
		"statistik seit 1.10.":             {first, today},
		"statistik ab Oktober":             {first, today},
		"statistik since yesterday":        {on(11, 22), today},
		"statistik 1.10. 31.1.":            {{Year: 2025, Month: 10, Day: 1}, on(1, 31)},
		"statistik 1.10. 31.10.2025":       {{Year: 2025, Month: 10, Day: 1}, {Year: 2025, Month: 10, Day: 31}},
		"statistik 1.12.2027 31.12.2027":   {{Year: 2027, Month: 12, Day: 1}, {Year: 2027, Month: 12, Day: 31}},
	} {
		got, err := understand.ReadStaffCommand(text, "de", today, nil)
		if err != nil || got.Do != understand.ToStatistics || got.Day != want[0] || got.Until != want[1] {
			t.Errorf("%s: %v %v %v (%v)", text, got.Do, got.Day, got.Until, err)
		}
	}
	for _, text := range []string{"statistik tanzen", "statistik bis 31.10.", "statistik ab", "statistik KW 99", "statistik Q5", "statistik letzte", "statistik 1.10. 2.10. 3.10."} {
		if got, err := understand.ReadStaffCommand(text, "de", today, nil); !errors.Is(err, understand.ErrNoSpan) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}
