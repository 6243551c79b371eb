package telegram

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"terminbote/bot"
)

// Telegram's limits.
const (
	// longestText is how many UTF-16 units a message has, after its markup is
	// read (https://core.telegram.org/bots/api#sendmessage).
	longestText = 4096
	// longestData is how many bytes a button carries.
	longestData = 64
	// mostButtons is how many buttons a message has.
	mostButtons = 100
	// longestLabel is how many characters of a button's label are shown on a
	// small screen; the server takes more.
	longestLabel = 60
	// base is that of the revisions on buttons, where room is scarce.
	base = 36
	// narrow is the longest label that stands beside others.
	narrow = 20
)

// messageText is a page as a message: its title in bold.
func messageText(p bot.Page) string {
	title := html.EscapeString(p.Title)
	if title != "" {
		title = "<b>" + title + "</b>"
	}
	var parts []string
	for _, part := range []string{
		html.EscapeString(join(p.Remarks)), title, html.EscapeString(join(p.Body)), html.EscapeString(p.Ask),
	} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "\n\n")
}

func join(lines []string) string { return strings.TrimSpace(strings.Join(lines, "\n")) }

// split cuts a text into messages of Telegram's length, between its lines, or
// within a line that is too long on its own.
func split(text string) []string {
	if units(text) <= longestText {
		return []string{text}
	}
	var parts []string
	part := ""
	for _, line := range strings.SplitAfter(text, "\n") {
		if units(part+line) > longestText && part != "" {
			parts, part = append(parts, part), ""
		}
		for units(line) > longestText {
			cut := cutAt(line, longestText)
			parts, line = append(parts, line[:cut]), line[cut:]
		}
		part += line
	}
	return append(parts, part)
}

// units is a text's length as Telegram counts, its markup included: that is
// never too little.
func units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// cutAt is the index in s of a character at most so many units from its
// beginning, and not within an entity such as &amp;.
func cutAt(s string, most int) int {
	n, entity := 0, -1
	for i, r := range s {
		n += utf16.RuneLen(r)
		switch {
		case n > most && entity > 0:
			return entity
		case n > most:
			return i
		case r == '&':
			entity = i
		case r == ';':
			entity = -1
		}
	}
	return len(s)
}

// keyboard is a page's buttons. Each carries the revision of the state that
// offers it, so that an older one can be told.
func keyboard(p bot.Page) *models.InlineKeyboardMarkup {
	rows := [][]models.InlineKeyboardButton{}
	count := 0
	for _, g := range p.Groups {
		columns := columnsOf(g)
		var row []models.InlineKeyboardButton
		for _, b := range g.Buttons {
			if count == mostButtons {
				break
			}
			count++
			row = append(row, models.InlineKeyboardButton{Text: label(b), CallbackData: data(p, b.ID)})
			if len(row) == columns {
				rows, row = append(rows, row), nil
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return &models.InlineKeyboardMarkup{InlineKeyboard: rows}
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

// label is a button's words: shortened at a word where they are too long.
func label(b bot.Button) string {
	text := b.Label
	if utf8.RuneCountInString(text) > longestLabel {
		runes := []rune(text)[:longestLabel-1]
		short := string(runes)
		if i := strings.LastIndexByte(short, ' '); i > longestLabel/2 {
			short = short[:i]
		}
		text = strings.TrimRight(short, " ,") + "…"
	}
	if b.Marked {
		return "✓ " + text
	}
	return text
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
