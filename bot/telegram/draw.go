package telegram

import (
	"html"
	"slices"
	"strings"
	"unicode/utf16"

	"terminbote/bot"
)

// longestText is how many UTF-16 units a message has, after its markup is read
// (https://core.telegram.org/bots/api#sendmessage).
const longestText = 4096

// drawing is a page as Telegram takes it: as many messages as it needs, and the
// buttons under the last.
type drawing struct {
	parts []string
	mode  string // of the markup; empty: none
	keys  keyboard
}

func newDrawing(p bot.Page) drawing {
	return drawing{parts: split(messageText(p)), mode: "HTML", keys: newKeyboard(p)}
}

// wordy is a page that Telegram refused: without markup, and with what could be
// tapped as words, which can be typed as well.
func wordy(p bot.Page) drawing {
	parts := []string{join(p.Remarks), p.Title, join(p.Body), p.Ask}
	for _, g := range p.Groups {
		var labels []string
		for _, b := range g.Buttons {
			labels = append(labels, "– "+b.Label)
		}
		parts = append(parts, join(labels))
	}
	return drawing{parts: split(strings.Join(nonEmpty(parts), "\n\n"))}
}

// messageText is a page as a message: its title in bold.
func messageText(p bot.Page) string {
	title := html.EscapeString(p.Title)
	if title != "" {
		title = "<b>" + title + "</b>"
	}
	return strings.Join(nonEmpty([]string{
		html.EscapeString(join(p.Remarks)), title, html.EscapeString(join(p.Body)), html.EscapeString(p.Ask),
	}), "\n\n")
}

func nonEmpty(parts []string) []string {
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
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
