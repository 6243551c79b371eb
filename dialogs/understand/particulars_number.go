package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// numberFirst reads a number with more behind it: "verschiebe K7M 4QX freitag", and
// what is to be done with it: "Termin K7M 4QX absagen, er ist krank". Only what is
// asked about once more, or shown, may have words behind it that nobody reads.
func (r *commandReader) numberFirst(e *StaffCommand) bool {
	if !slices.Contains([]Action{ToShow, ToCancel, ToMove, ToMiss}, e.Do) {
		return false
	}
	for n := min(2, len(r.words)-1); n > 0; n-- {
		number, ok := booking.ParseNumber(Fold(strings.TrimRight(strings.Join(r.words[:n], " "), ",;:.")))
		if !ok {
			continue
		}
		behind := *r
		behind.words = r.plainly(n)
		if action, said := behind.action(); e.Do == ToShow && (action == ToCancel || action == ToMove) {
			e.Do, behind.words = action, behind.words[said:]
		}
		e.Number, e.Words = number, behind.phrase()
		return true
	}
	return false
}

// named reads whose appointment is to be cancelled or moved where a name stands in
// place of its number: "verschiebe Becker auf Freitag".
func (r *commandReader) named(e StaffCommand, said string) StaffCommand {
	if e.Do != ToCancel && e.Do != ToMove {
		return e
	}
	for _, f := range townless().Read(said, Context{Lang: r.lang, Brief: true}).Found {
		if somebody, ok := f.Value.(NameValue); ok {
			e.Words = Sought(somebody.Name)
			return e
		}
	}
	return e
}
