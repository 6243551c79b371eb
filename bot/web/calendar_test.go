package web

import (
	"strings"
	"testing"

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
	if _, ok := calendar([]bot.Button{{ID: "day:2026-11-24"}, {ID: "days"}}, "de"); ok {
		t.Error("what stands for no day is drawn as one")
	}
}
