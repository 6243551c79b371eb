package understand

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What can be wrong with a name that somebody typed, besides a CharacterError.
var (
	ErrNameEmpty    = errors.New("no name was given")
	ErrNameTooShort = errors.New("the name is too short")
	ErrNameTooLong  = errors.New("the name is too long")
	ErrNameNoLetter = errors.New("the name has no letter")
	ErrNameLink     = errors.New("the name holds a web address")
	ErrNameSentence = errors.New("the name is a sentence or an advertisement")
)

// CharacterError names the first character that names do not have.
type CharacterError struct{ Character rune }

// Error names the character by its number, since it may be invisible.
func (e CharacterError) Error() string {
	return fmt.Sprintf("the name holds the character %U", e.Character)
}

// Visible tells whether the character can be shown to the person.
func (e CharacterError) Visible() bool {
	return unicode.IsGraphic(e.Character) && !isInvisible(e.Character)
}

const (
	minName  = 2
	maxName  = 100
	maxMarks = 4 // on one letter; more is scribbling over the lines around
)

// Name reads a person's name as people write it, in any script: letters and
// their marks, spaces, hyphens, dots, apostrophes and ampersands. It comes back
// composed (NFC), with single spaces and none around it, the given name first.
func Name(text string) (string, error) {
	if len(text) > 20*maxName {
		return "", ErrNameTooLong
	}
	name, err := spelled(turned(plainName(norm.NFC.String(strings.TrimFunc(text, unicode.IsSpace)))))
	if err == nil {
		err = checkName(name)
	}
	if err != nil {
		return "", err
	}
	return name, nil
}

// plainName spells what keyboards and other programs put into names as people
// mean it: acute accents and backticks for an apostrophe, long dashes for a
// hyphen, and nothing for soft hyphens, direction marks and signs of companies.
func plainName(s string) string {
	return nameSigns.Replace(s)
}

var nameSigns = strings.NewReplacer(
	"´", "'", "`", "'", "‘", "'", "–", "-", "—", "-", "−", "-",
	"\u00ad", "", "\u200b", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufeff", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "",
	"®", "", "™", "", "©", "",
)

// turned puts a family name before a comma behind the given one: Müller, Anna.
func turned(s string) string {
	family, given, ok := strings.Cut(s, ",")
	family, given = strings.TrimSpace(family), strings.TrimSpace(given)
	if !ok || family == "" {
		return s
	}
	return strings.TrimSpace(given + " " + family)
}

// spelled spells spaces and hyphens in one way and refuses what is no
// part of a name.
func spelled(s string) (string, error) {
	var b strings.Builder
	marks := 0
	runes := []rune(s)
	for i, r := range runes {
		marks = countMarks(marks, r)
		switch {
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case r == '\u2010' || r == '\u2011':
			b.WriteByte('-')
		case marks > maxMarks || !belongsInName(runes, i):
			return "", CharacterError{r}
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " "), nil
}

func countMarks(before int, r rune) int {
	if unicode.IsMark(r) {
		return before + 1
	}
	return 0
}

func belongsInName(runes []rune, i int) bool {
	r := runes[i]
	if strings.ContainsRune("-.'’ʼ·・&", r) {
		return true
	}
	if r == '\u200c' || r == '\u200d' { // Persian and Indian names join and part letters with these
		return i > 0 && i+1 < len(runes) && isWordPart(runes[i-1]) && unicode.IsLetter(runes[i+1])
	}
	return isWordPart(r) && !isInvisible(r)
}

func isWordPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func checkName(name string) error {
	letters, ideographs := 0, 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.In(r, unicode.Han, unicode.Hangul) {
			ideographs++
		}
	}
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		return ErrNameEmpty
	case n > maxName:
		return ErrNameTooLong
	case letters == 0:
		return ErrNameNoLetter
	case n < minName && ideographs == 0:
		return ErrNameTooShort
	case isLink(name), isAnnounced(name):
		return ErrNameLink
	case isSentence(name):
		return ErrNameSentence
	}
	return nil
}
