package telegramtest

import (
	"html"
	"slices"
	"strings"
)

// entityOf are the tags Telegram knows and what they mean.
var entityOf = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
	"span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
	"tg-emoji": "custom_emoji",
}

// htmlParser takes Telegram's small HTML apart; every error is one that
// Telegram makes of the same text.
type htmlParser struct {
	source   string
	at       int
	out      strings.Builder
	units    int // of UTF-16 written
	open     []openTag
	entities []Entity
}

type openTag struct {
	name   string
	entity Entity
}

func parseHTML(source string) (string, []Entity, *refusal) {
	p := &htmlParser{source: source}
	for p.at < len(source) {
		if err := p.step(); err != nil {
			return "", nil, err
		}
	}
	if len(p.open) > 0 {
		return "", nil, entityError("Can't find end tag corresponding to start tag \"%s\"", p.open[len(p.open)-1].name)
	}
	slices.SortStableFunc(p.entities, func(a, b Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	return p.out.String(), p.entities, nil
}

func entityError(format string, args ...any) *refusal {
	return blame("can't parse entities: "+format, args...)
}

func (p *htmlParser) step() *refusal {
	rest := p.source[p.at:]
	switch {
	case strings.HasPrefix(rest, "</"):
		return p.endTag()
	case rest[0] == '<':
		return p.startTag()
	case rest[0] == '&':
		return p.reference()
	}
	end := strings.IndexAny(rest, "<&")
	if end < 0 {
		end = len(rest)
	}
	p.emit(rest[:end])
	p.at += end
	return nil
}

func (p *htmlParser) emit(text string) {
	p.out.WriteString(text)
	p.units += utf16Length(text)
}

// reference writes what &amp; and its like stand for. Telegram knows four
// names and numbers; anything else stays as it is.
func (p *htmlParser) reference() *refusal {
	rest := p.source[p.at:]
	end := strings.IndexByte(rest[:min(len(rest), 12)], ';')
	if end > 0 && (rest[1] == '#' || slices.Contains([]string{"&lt;", "&gt;", "&amp;", "&quot;"}, rest[:end+1])) {
		p.emit(html.UnescapeString(rest[:end+1]))
		p.at += end + 1
		return nil
	}
	p.emit("&")
	p.at++
	return nil
}

func (p *htmlParser) startTag() *refusal {
	begin := p.at
	rest := p.source[begin+1:]
	nameEnd := strings.IndexAny(rest, "> \t\r\n")
	if nameEnd < 0 {
		return entityError("Unclosed start tag at byte offset %d", begin)
	}
	name := strings.ToLower(rest[:nameEnd])
	meaning, known := entityOf[name]
	if !known {
		return entityError("Unsupported start tag \"%s\" at byte offset %d", name, begin)
	}
	end := strings.IndexByte(rest, '>')
	if end < 0 {
		return entityError("Unclosed start tag \"%s\" at byte offset %d", name, begin)
	}
	entity := Entity{Type: meaning, Offset: p.units}
	switch attribute := attributeValue(rest[nameEnd:end]); {
	case name == "span" && attribute != "tg-spoiler":
		return entityError("Tag \"span\" must have class \"tg-spoiler\" at byte offset %d", begin)
	case name == "a":
		entity.URL = attribute
	case name == "code":
		entity.Language = strings.TrimPrefix(attribute, "language-")
	}
	p.open = append(p.open, openTag{name, entity})
	p.at += end + 2
	return nil
}

// attributeValue is the value of the one attribute that a tag has use for.
func attributeValue(attributes string) string {
	_, v, _ := strings.Cut(strings.TrimSpace(attributes), "=")
	return html.UnescapeString(strings.Trim(v, `"'`))
}

func (p *htmlParser) endTag() *refusal {
	begin := p.at
	if len(p.open) == 0 {
		return entityError("Unexpected end tag at byte offset %d", begin)
	}
	end := strings.IndexByte(p.source[begin:], '>')
	if end < 0 {
		return entityError("Unclosed end tag at byte offset %d", begin)
	}
	name := strings.ToLower(strings.TrimSpace(p.source[begin+2 : begin+end]))
	last := p.open[len(p.open)-1]
	if name != "" && name != last.name {
		return entityError("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", begin, last.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	p.at += end + 1
	p.close(last.entity)
	return nil
}

// close keeps an entity, unless Telegram would drop it: it is empty, or a link
// that leads nowhere. Code that fills a pre is its language and no more.
func (p *htmlParser) close(e Entity) {
	e.Length = p.units - e.Offset
	if last := len(p.entities) - 1; e.Type == "pre" && last >= 0 && p.entities[last].Type == "code" &&
		p.entities[last].Offset == e.Offset && p.entities[last].Length == e.Length {
		e.Language = p.entities[last].Language
		p.entities = p.entities[:last]
	}
	if e.Length > 0 && (e.Type != "text_link" || e.URL != "") {
		p.entities = append(p.entities, e)
	}
}
