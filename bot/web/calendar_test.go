package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
)

// Each month that has a day offered stands there once, of its own year, with its
// days as buttons under their weekdays and nothing else.
func TestEachMonthStandsForItself(t *testing.T) {
	t.Parallel()
	var buttons []bot.Button
	for _, day := range []string{"2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01", "2027-02-28", "2028-02-29"} {
		buttons = append(buttons, bot.Button{ID: "day:" + day, Label: day})
	}
	months, ok := calendar(buttons, "de")
	want := [][]string{{"2026-11-30"}, {"2026-12-01", "2026-12-31"}, {"2027-01-01"}, {"2027-02-28"}, {"2028-02-29"}}
	if !ok || len(months) != len(want) {
		t.Fatalf("%d months, want %d", len(months), len(want))
	}
	for i, m := range months {
		cells := 0
		for _, week := range m.Weeks {
			columns := strings.Split(string(week), "<td>")[1:]
			cells += len(columns)
			for column, cell := range columns {
				_, id, offered := strings.Cut(cell, `value="day:`)
				if !offered {
					continue
				}
				day, err := booking.ParseDate(id[:10])
				if err != nil || (int(day.Weekday())+6)%7 != column {
					t.Errorf("%s stands in column %d of %s", id[:10], column, m.Name)
				}
				if len(want[i]) == 0 || want[i][0] != day.String() {
					t.Errorf("%s is offered in %s, want %v", day, m.Name, want[i])
					continue
				}
				want[i] = want[i][1:]
			}
		}
		if len(want[i]) > 0 || cells != 7*len(m.Weeks) || !strings.HasSuffix(m.Name, "202"+[]string{"6", "6", "7", "7", "8"}[i]) {
			t.Errorf("%s lacks %v", m.Name, want[i])
		}
	}
	if _, ok := calendar(append(buttons, bot.Button{ID: "others"}), "de"); ok {
		t.Error("what is no day is drawn as one")
	}
}

// Whatever a day is called, its button is text.
func TestADaysButtonIsText(t *testing.T) {
	t.Parallel()
	const evil = `<b onclick="x">&</b>`
	months, ok := calendar([]bot.Button{{ID: "day:2026-11-24", Label: evil, Note: evil}}, "de")
	if !ok || len(months) != 1 {
		t.Fatal("no month")
	}
	cells := ""
	for _, week := range months[0].Weeks {
		cells += string(week)
	}
	if strings.Contains(cells, "<b") && strings.Contains(cells, "<b onclick") || strings.Count(cells, "&lt;b onclick=&#34;x&#34;&gt;&amp;&lt;/b&gt;") != 2 {
		t.Errorf("%s", cells)
	}
	for _, id := range []string{"days", "2026-11-25", "day:", "day:2026-02-30", "Day:2026-11-25"} {
		if _, ok := calendar([]bot.Button{{ID: "day:2026-11-24"}, {ID: id}}, "de"); ok {
			t.Errorf("%q stands for no day and is drawn as one", id)
		}
	}
	if _, ok := calendar(nil, "de"); ok {
		t.Error("of nothing a month is drawn")
	}
}

// A week of a month has seven cells: days of another month are empty, days with nothing
// free are numbers, and the others buttons that say what a screen reader has to.
func TestAWeekIsSevenCells(t *testing.T) {
	t.Parallel()
	monday, december := booking.Date{Year: 2026, Month: time.November, Day: 30}, booking.Date{Year: 2026, Month: time.December, Day: 1}
	offered := map[booking.Date]*bot.Button{
		monday:        {ID: "day:2026-11-30", Label: "Mo, 30."},
		december:      {ID: "day:2026-12-01", Label: "Di, 1.", Note: "3 frei"},
		monday.Add(6): {ID: "day:2026-12-06", Label: "So, 6."},
	}
	button := func(day, spoken, number, note string) string {
		return fmt.Sprintf(`<td><button name="choice" value="day:%s"><span class="unseen">%s</span><span class="number" aria-hidden="true">%s</span>%s</button></td>`, day, spoken, number, note)
	}
	last := button("2026-12-06", "So, 6.", "6", "")
	for name, tt := range map[string]struct {
		of   booking.Date
		want string
	}{
		"December": {december, "<td></td>" + button("2026-12-01", "Di, 1., ", "1", `<span class="note">3 frei</span>`) + "<td>2</td><td>3</td><td>4</td><td>5</td>" + last},
		"November": {monday, button("2026-11-30", "Mo, 30.", "30", "") + strings.Repeat("<td></td>", 6)},
	} {
		if got, any := weekOf(monday, tt.of, offered); string(got) != tt.want || !any {
			t.Errorf("in %s: %v\n got %s\nwant %s", name, any, got, tt.want)
		}
	}
	if got, any := weekOf(monday.Add(7), december, offered); any || !strings.HasPrefix(string(got), "<td>7</td>") || strings.Count(string(got), "<td>") != 7 {
		t.Errorf("a week with nothing free: %v, %s", any, got)
	}
}

// The columns of a month are headed from Monday on, briefly for the eye and in full for
// the ear.
func TestTheColumnsOfAMonthAreNamed(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{
		"de": "Mo Montag, Di Dienstag, Mi Mittwoch, Do Donnerstag, Fr Freitag, Sa Samstag, So Sonntag",
		"en": "Mon Monday, Tue Tuesday, Wed Wednesday, Thu Thursday, Fri Friday, Sat Saturday, Sun Sunday",
	} {
		var all []string
		for _, w := range weekdays(lang) {
			all = append(all, w.Short+" "+w.Full)
		}
		if got := strings.Join(all, ", "); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
