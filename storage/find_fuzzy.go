package storage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"terminbote/dialogs"
)

// Shorter names are similar to too many others for a slip to be forgiven.
// Longer texts, or those of more words, are not names.
const (
	shortestSlip  = 4
	longestSlip   = 20
	mostSlipWords = 4
)

// queueFindFuzzy queues the search for names that sound or look like the one
// that was typed. It finds nothing if that name itself exists.
//
// There may be hundreds of spellings, but few of them are names. Each is looked
// up in the index by itself, which takes microseconds, so that only names are
// searched for in the end; one search for all spellings would have to rank
// everybody who is found.
func (t *tx) queueFindFuzzy(all *[]dialogs.Entry, text string) {
	typed := wordsOf(strings.ToLower(text))
	slices.Sort(typed)
	typed = slices.Compact(typed)
	texts, words := misspelled(typed)
	if len(texts) == len(typed) || len(typed) > mostSlipWords || strings.Contains(text, "@") {
		return // no name
	}
	t.queueReadEntries(all, `
		WITH spelling AS MATERIALIZED (
			SELECT word, `+asWords("text")+` AS search FROM unnest($1::text[], $2::text[]) AS s (text, word)
			WHERE NOT EXISTS (
				SELECT FROM unnest($7::text[]) AS own JOIN appointment
				ON name_words(office, name) @@ `+atOffice("own", asWords("$3"))+` AND state <> 'held' AND name <> '-')),
		known AS (
			SELECT own, word, string_agg(search::text, ' | ') AS texts
			FROM (SELECT own, word, `+atOffice("own", "search")+` AS search FROM unnest($7::text[]) AS own, spelling) AS asked
			WHERE EXISTS (
				SELECT FROM appointment
				WHERE name_words(office, name) @@ asked.search AND state <> 'held' AND name <> '-')
			GROUP BY own, word),
		wanted AS MATERIALIZED (
			SELECT string_agg('(' || texts || ')', ' & ')::tsquery AS names FROM known GROUP BY own HAVING count(*) = $6),
		found AS MATERIALIZED (
			SELECT id FROM wanted JOIN appointment
			ON name_words(office, name) @@ names AND state <> 'held' AND name <> '-'`+nearestFirst+` LIMIT $5)
		SELECT `+entryColumns+` FROM `+entryTables+` WHERE id IN (SELECT id FROM found)`+nearestFirst,
		texts, words, beginnings(text), t.now, dialogs.MostFound, len(typed), t.offices)
}

// misspelled lists all spellings of the typed words, each with the word it
// belongs to; that word itself comes last.
func misspelled(typed []string) (texts, words []string) {
	for _, word := range typed {
		all := append(spellings(word), word+":*")
		texts, words = append(texts, all...), append(words, slices.Repeat([]string{word}, len(all))...)
	}
	return texts, words
}

// soundAlike are spellings of one sound that differ by more than a letter: on
// the telephone, Maier is Meyer.
var soundAlike = [][]string{{"ei", "ey", "ai", "ay"}, {"ph", "f"}, {"chs", "ks", "x"}}

// spellings lists what a word becomes by one slip: a letter too many, one
// missing, a wrong one, two neighbours swapped, or one sound spelled
// differently.
func spellings(word string) []string {
	if n := utf8.RuneCountInString(word); n < shortestSlip || n > longestSlip || !isWord(word) {
		return nil
	}
	var all []string
	for i := range word + "." {
		all = append(all, slipsAt(word[:i], word[i:])...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// slipsAt lists the slips between two parts of a word, or in the first letters
// of the second.
func slipsAt(before, after string) []string {
	var all []string
	for letter := 'a'; letter <= 'z'; letter++ {
		all = append(all, before+string(letter)+after)
	}
	_, size := utf8.DecodeRuneInString(after)
	first, rest := after[:size], after[size:]
	if first == "" {
		return all
	}
	for letter := 'a'; letter <= 'z'; letter++ {
		all = append(all, before+string(letter)+rest)
	}
	_, size = utf8.DecodeRuneInString(rest)
	all = append(all, before+rest, before+rest[:size]+first+rest[size:])
	for _, sound := range soundAlike {
		for _, spelled := range sound {
			if behind, ok := strings.CutPrefix(after, spelled); ok {
				for _, other := range sound {
					all = append(all, before+other+behind)
				}
			}
		}
	}
	return all
}

func isWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}
