package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// role reads a name and, last, a role.
func (r *commandReader) role(e StaffCommand) (StaffCommand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	last := len(r.words) - 1
	role, nobody, ok := roleNamed(r.words[last])
	if !ok || last == 0 {
		return e, ErrNoRole
	}
	e.Role, e.Nobody, r.words = role, nobody, r.words[:last]
	e.Words, e.Mention = strings.CutPrefix(r.phrase(), "@")
	return e, nil
}

func roleNamed(word string) (role booking.Role, nobody, ok bool) {
	folded := Fold(word)
	for _, x := range spoken {
		for role, words := range x.roles {
			if slices.Contains(list(words), folded) {
				return role, false, true
			}
		}
		if slices.Contains(list(x.nobody), folded) {
			return booking.Stranger, true, true
		}
	}
	return "", false, false
}
