package storage

import (
	"strings"
	"unicode"

	"terminbote/booking"
	"terminbote/dialogs"
)

// queueFind queues the search for appointments by number, mail address, or the
// beginning of any word of a name: upcoming ones first, by time, then past
// ones, the latest first.
func (t *tx) queueFind(all *[]dialogs.Entry, text string) {
	number, _ := booking.ParseNumber(text)
	mail := ""
	if strings.Contains(text, "@") {
		mail = booking.MailKey(text)
	}
	t.queueReadEntries(all, `
		WITH hit AS (
			SELECT id, starts, ends FROM appointment WHERE number = $1 AND office = ANY ($6)
			UNION SELECT id, starts, ends FROM appointment WHERE mail_key = $2 AND mail_key <> '' AND state <> 'held' AND office = ANY ($6)
			UNION SELECT id, starts, ends FROM unnest($6::text[]) AS own JOIN appointment
				ON name_words(office, name) @@ `+atOffice("own", asWords("$3"))+` AND state <> 'held' AND name <> '-'),
		found AS MATERIALIZED (SELECT id FROM hit`+nearestFirst+` LIMIT $5)
		SELECT `+entryColumns+` FROM `+entryTables+` WHERE id IN (SELECT id FROM found)`+nearestFirst,
		string(number), mail, beginnings(text), t.now, dialogs.MostFound, t.offices)
}

// nearestFirst orders upcoming appointments by time, then past ones, the latest
// first.
const nearestFirst = ` ORDER BY ends <= $4, CASE WHEN ends > $4 THEN starts END, starts DESC, id`

// asWords is the search for words as the index knows them: umlauts may be written
// out or left out.
func asWords(search string) string { return `to_tsquery('simple', plain_name(` + search + `))` }

// atOffice is a search for words at one office. In the index, each word of a name
// stands behind its office, so that what other towns have costs nothing; and one
// search an office is quicker than a search for all of them. A search for nothing
// is null, and finds nothing.
func atOffice(office, search string) string {
	return `replace(' ' || nullif((` + search + `)::text, ''), ' ''', ' ''' || ` + office + ` || ' ')::tsquery`
}

// beginnings is a text search for all words of a text, and each may be the
// beginning of one: "er mu" finds Erika Muster.
func beginnings(text string) string {
	words := wordsOf(text)
	if strings.Contains(text, "@") || len(words) == 0 {
		return ""
	}
	return strings.Join(words, ":* & ") + ":*"
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
