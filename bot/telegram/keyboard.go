package telegram

import (
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"

	"terminbote/bot"
	"terminbote/locales"
)

// Telegram's limits of a keyboard.
const (
	// mostButtons is how many buttons a message has.
	mostButtons = 100
	// longestMarkup is how many bytes its buttons have; the server refuses a
	// little more than that.
	longestMarkup = 9000
	// buttonsAPart is how many buttons of a list too long for one message are
	// shown at once.
	buttonsAPart = 30
	// longestData is how many bytes a button carries.
	longestData = 64
	// base is that of the revisions on buttons, where room is scarce.
	base = 36
	// narrow is the longest label that stands beside others.
	narrow = 20
)

// keyboard is buttons as Telegram takes them.
type keyboard struct {
	Rows [][]button `json:"inline_keyboard"`
}

type button struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
}

// newKeyboard is a page's buttons. Each carries the revision of the state that
// offers it, so that an older one can be told. Where they are too many for one
// message, a part of the longest list is shown and all others stay: the ways out
// among them.
func newKeyboard(p bot.Page) keyboard {
	labels := labelsOf(p.Groups)
	all := rows(p, labels, 0, 0, -1)
	if all.fits() {
		return all
	}
	long := longest(p.Groups)
	parts := (len(p.Groups[long].Buttons) + buttonsAPart - 1) / buttonsAPart
	part := min(p.Part, parts-1)
	from := part * buttonsAPart
	k := rows(p, labels, from, from+buttonsAPart, long)
	k.Rows = append(k.Rows, turning(p, part, parts))
	return k
}

// rows lays a page's buttons out; of the group named only those from one place
// up to another.
func rows(p bot.Page, labels [][]string, from, to, of int) keyboard {
	k := keyboard{Rows: [][]button{}}
	for i, g := range p.Groups {
		first, last := 0, len(g.Buttons)
		if i == of {
			first, last = from, min(to, last)
		}
		columns := columnsOf(g)
		var row []button
		for j := first; j < last; j++ {
			row = append(row, button{Text: labels[i][j], Data: data(p, g.Buttons[j].ID)})
			if len(row) == columns {
				k.Rows, row = append(k.Rows, row), nil
			}
		}
		if len(row) > 0 {
			k.Rows = append(k.Rows, row)
		}
	}
	return k
}

// fits tells whether Telegram takes so many buttons, and so long ones.
func (k keyboard) fits() bool {
	count := 0
	for _, row := range k.Rows {
		count += len(row)
	}
	markup, err := json.Marshal(k)
	return err == nil && count <= mostButtons && len(markup) <= longestMarkup
}

// longest is the group with the most buttons.
func longest(groups []bot.Group) int {
	most := 0
	for i, g := range groups {
		if len(g.Buttons) > len(groups[most].Buttons) {
			most = i
		}
	}
	return most
}

// toPart begins the choice that leads to another part of a long list.
const toPart = "part "

// turning is the buttons that lead to the parts before and after the one shown.
func turning(p bot.Page, part, parts int) []button {
	printer := locales.For(locales.Match(p.Lang))
	var row []button
	turn := func(label locales.Line, to int) {
		row = append(row, button{Text: printer.Say(label), Data: data(p, toPart+strconv.Itoa(to+1))})
	}
	if part > 0 {
		turn(locales.Say("telegram.part_before", "Part", strconv.Itoa(part), "Parts", strconv.Itoa(parts)), part-1)
	}
	if part < parts-1 {
		turn(locales.Say("telegram.part_after", "Part", strconv.Itoa(part+2), "Parts", strconv.Itoa(parts)), part+1)
	}
	return row
}

// columnsOf is how many buttons of a group stand side by side: as many as it
// wants, but long labels take a row each.
func columnsOf(g bot.Group) int {
	columns := max(1, min(g.Columns, 8))
	for _, b := range g.Buttons {
		if columns > 3 && utf8.RuneCountInString(b.Label) > 5 {
			columns = 3
		}
		if utf8.RuneCountInString(b.Label) > narrow {
			return 1
		}
	}
	return columns
}

// underNotice marks what buttons under a notice carry: its ID and the choice.
const underNotice = "!"

// data is what a button carries: the revision that offers it, or the notice it
// stands under, and the choice.
func data(p bot.Page, choice string) string {
	d := strconv.FormatInt(int64(p.Revision), base) + ":" + choice
	if p.Notice != 0 {
		d = underNotice + strconv.FormatInt(int64(p.Notice), base) + ":" + choice
	}
	return d[:min(len(d), longestData)]
}

// labelsOf is the words of all buttons, shortened where they are too long, and
// no two of them the same.
func labelsOf(groups []bot.Group) [][]string {
	all := make([][]string, len(groups))
	for i, g := range groups {
		for _, b := range g.Buttons {
			all[i] = append(all[i], label(b, atTheEnd))
		}
	}
	seen := map[string]int{}
	for _, text := range slices.Concat(all...) {
		seen[text]++
	}
	given := map[string]int{}
	for i, g := range groups {
		for j, b := range g.Buttons {
			if seen[all[i][j]] > 1 {
				all[i][j] = label(b, inTheMiddle)
			}
			given[all[i][j]]++
			if n := given[all[i][j]]; n > 1 {
				all[i][j] += " (" + strconv.Itoa(n) + ")"
			}
		}
	}
	return all
}
