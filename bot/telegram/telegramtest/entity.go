package telegramtest

import (
	"strings"
	"unicode"
)

// checkEntities holds entities that came beside a text against it.
func checkEntities(text string, entities []Entity) *refusal {
	length := utf16Length(text)
	for _, e := range entities {
		if e.Length <= 0 || e.Offset < 0 || e.Offset+e.Length > length {
			return blame("strict: entity %s reaches beyond the text", e.Type)
		}
	}
	return nil
}

// trim takes the space around a text away, as Telegram does, and moves the
// entities along.
func trim(text string, entities []Entity) (string, []Entity) {
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	shift := utf16Length(text[:len(text)-len(left)])
	trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
	length := utf16Length(trimmed)
	var kept []Entity
	for _, e := range entities {
		end := min(e.Offset+e.Length-shift, length)
		e.Offset = max(0, e.Offset-shift)
		if e.Length = end - e.Offset; e.Length > 0 {
			kept = append(kept, e)
		}
	}
	return trimmed, kept
}

// utf16Length counts as Telegram counts offsets.
func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
