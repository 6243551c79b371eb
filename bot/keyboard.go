package bot

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"terminbote/locales"
)

const (
	// keysAPart is how many keys of a list too long for one message are shown
	// at once.
	keysAPart = 30
	// narrow is the longest label that stands beside others.
	narrow = 20
)

// Key is a button as a network without forms takes it: its words, and what a
// press on it brings back ([ReadKey]).
type Key struct {
	Label, Data string
}

// Keyboard is the rows of keys under a message.
type Keyboard [][]Key

// NewKeyboard is a page's buttons. Each key carries the revision of the state
// that offers it, so that an older one can be told. Where they are too many for
// one message, which fits tells, a part of the longest list is shown and all
// others stay: the ways out among them.
func NewKeyboard(p Page, fits func(Keyboard) bool) Keyboard {
	labels := labelsOf(p.Groups)
	all := rows(p, labels, 0, 0, -1)
	if fits(all) {
		return all
	}
	long := longest(p.Groups)
	parts := (len(p.Groups[long].Buttons) + keysAPart - 1) / keysAPart
	part := min(p.Part, parts-1)
	from := part * keysAPart
	return append(rows(p, labels, from, from+keysAPart, long), turning(p, part, parts))
}

// Count is how many keys there are.
func (k Keyboard) Count() (n int) {
	for _, row := range k {
		n += len(row)
	}
	return n
}

// rows lays a page's buttons out; of the group named only those from one place
// up to another.
func rows(p Page, labels [][]string, from, to, of int) Keyboard {
	k := Keyboard{}
	for i, g := range p.Groups {
		first, last := 0, len(g.Buttons)
		if i == of {
			first, last = from, min(to, last)
		}
		var keys []Key
		for j := first; j < last; j++ {
			keys = append(keys, Key{Label: labels[i][j], Data: keyData(p, g.Buttons[j].ID)})
		}
		k = slices.AppendSeq(k, slices.Chunk(keys, columnsOf(g)))
	}
	return k
}

// longest is the group with the most buttons.
func longest(groups []Group) int {
	most := 0
	for i, g := range groups {
		if len(g.Buttons) > len(groups[most].Buttons) {
			most = i
		}
	}
	return most
}

// turning is the buttons that lead to the parts before and after the one shown.
func turning(p Page, part, parts int) []Key {
	printer := locales.For(locales.Match(p.Lang))
	var row []Key
	turn := func(label locales.Line, to int) {
		row = append(row, Key{Label: printer.Say(label), Data: keyData(p, toPart+strconv.Itoa(to+1))})
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
func columnsOf(g Group) int {
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
