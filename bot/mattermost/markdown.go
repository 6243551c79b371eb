package mattermost

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"terminbote/bot"
	"terminbote/locales"
)

const (
	// longestText is how many characters a message has
	// (https://docs.mattermost.com: posts).
	longestText = 16383
	// longestLabel is how many characters of a button's or an option's label
	// are shown.
	longestLabel = 75
)

// text is what a page says, in Markdown.
func text(p bot.Page) string {
	title := escape(p.Title)
	if title != "" {
		title = "**" + title + "**"
	}
	above := paragraphs(lines(p.Remarks), title, lines(p.Body))
	ask := escape(p.Ask)
	room := longestText - utf8.RuneCountInString(above) - utf8.RuneCountInString(ask) - 2*len("\n\n")
	return shorten(paragraphs(above, table(p, room), ask), longestText)
}

func paragraphs(parts ...string) string {
	var all []string
	for _, part := range parts {
		if part != "" {
			all = append(all, part)
		}
	}
	return strings.Join(all, "\n\n")
}

func lines(all []string) string {
	escaped := make([]string, len(all))
	for i, line := range all {
		escaped[i] = escape(line)
	}
	return strings.TrimSpace(strings.Join(escaped, "\n"))
}

// table is a page's table, as many of its rows as there is room for.
func table(p bot.Page, room int) string {
	if len(p.Table.Rows) == 0 {
		return ""
	}
	drawn := row(p.Table.Head) + strings.Repeat("|---", len(p.Table.Head)) + "|\n"
	room -= utf8.RuneCountInString(drawn) + longestLabel // for the line that says how many are missing
	for i, cells := range p.Table.Rows {
		next := row(cells)
		if room -= utf8.RuneCountInString(next); room < 0 {
			return drawn + "\n" + say(p.Lang, locales.Say("mattermost.more", "Count", len(p.Table.Rows)-i))
		}
		drawn += next
	}
	return strings.TrimSuffix(drawn, "\n")
}

func row(cells []string) string {
	drawn := "|"
	for _, cell := range cells {
		drawn += " " + strings.ReplaceAll(escape(cell), "\n", " ") + " |"
	}
	return drawn + "\n"
}

// special is what Markdown reads as markup wherever it stands.
const special = "\\`*_{}[]>#|~"

// joiner keeps an @ from calling anybody and an address from being a link:
// invisible, and no part of a name.
const joiner = "\u2060"

// entity is a character by its number or name: of "&#64;all" Mattermost reads a
// call for everybody.
var entity = regexp.MustCompile(`&(#|[0-9A-Za-z]+;)`)

// escape has Mattermost show a text as it is, no matter who wrote it: no markup, no
// row of a table, and nobody is called by it. A bare address stays a link, as our
// own sentences have some.
func escape(s string) string {
	var b strings.Builder
	last := '\n'
	s = entity.ReplaceAllString(s, "&"+joiner+"$1")
	for i, r := range s {
		if strings.ContainsRune(special, r) || last == '\n' && strings.ContainsRune("-+", r) || endsListNumber(s, i) {
			b.WriteByte('\\')
		}
		if r == '<' { // which not every app reads a backslash before
			b.WriteString("&lt;")
		} else {
			b.WriteRune(r)
		}
		if r == '@' && !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			b.WriteString(joiner)
		}
		last = r
	}
	return b.String()
}

// prefix is what makes an address without a scheme a link.
var prefix = regexp.MustCompile(`(?i)(www\d{0,3})\.`)

// foreign has Mattermost show what a stranger wrote as it is, and fetch nothing
// for it.
func foreign(s string) string { return escape(unlinked(s)) }

// unlinked keeps addresses from being links: Mattermost looks at the first one in a
// message without buttons, and shows all readers the picture that it finds. A word
// between colons would be an emoji.
func unlinked(s string) string {
	s = prefix.ReplaceAllString(s, "${1}"+joiner+".")
	all := []rune(s)
	var b strings.Builder
	for i, r := range all {
		b.WriteRune(r)
		if r != ':' || i+1 == len(all) || unicode.IsSpace(all[i+1]) {
			continue
		}
		if i == 0 || !unicode.IsDigit(all[i-1]) || !unicode.IsDigit(all[i+1]) { // not 10:30
			b.WriteString(joiner)
		}
	}
	return b.String()
}

// endsListNumber tells whether the dot or bracket at i would make the line an
// item of a list: "23. November".
func endsListNumber(s string, i int) bool {
	if s[i] != '.' && s[i] != ')' {
		return false
	}
	before := s[strings.LastIndexByte(s[:i], '\n')+1 : i]
	return before != "" && strings.Trim(before, " 0123456789") == ""
}

// label is a button's or an option's words, on one line.
func label(b bot.Button) string {
	words := strings.Join(strings.Fields(b.Label), " ")
	if b.Marked {
		words = "✓ " + words
	}
	return shorten(words, longestLabel)
}

// shorten cuts a text that is too long.
func shorten(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

func say(lang string, l locales.Line) string { return locales.For(locales.Match(lang)).Say(l) }
