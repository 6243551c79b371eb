package dialogs

import (
	"strconv"
	"strings"
)

func chosenNumber(id string) (int, bool) {
	digits, ok := strings.CutPrefix(id, numberPrefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// chooseNumber takes a tapped number to answer; false where it is none.
func (t *talk) chooseNumber(id string, answer func(*talk, int)) bool {
	n, ok := chosenNumber(id)
	if ok {
		answer(t, n)
	}
	return ok
}

// hearNumber takes a typed number to answer.
func (t *talk) hearNumber(said reading, answer func(*talk, int)) {
	n, ok := said.number()
	if !ok {
		t.miss("remark.number")
		return
	}
	answer(t, n)
}
