package office

import "strings"

// flow reads a list in [ ] or keys with values in { }, and a value in them.
func (q *quick) flow(c *cursor, indent int) node {
	defer q.deeper()()
	n := node{kind: ofList, position: c.position()}
	closing, items, keys := byte(']'), len(q.items), len(q.keys)
	if c.line.text[c.at] == '{' {
		n.kind, closing = ofKeys, '}'
		q.braces++
		defer func() { q.braces-- }()
	}
	c.at++
	for !q.unsure {
		q.space(c, indent)
		if q.unsure {
			break
		}
		if n.kind == ofKeys {
			p := q.flowPair(c, indent)
			q.keys = append(q.keys, p)
		} else {
			item := q.flowItem(c, indent)
			q.items = append(q.items, item)
		}
		q.space(c, indent)
		if q.unsure {
			break
		}
		switch c.line.text[c.at] {
		case closing:
			c.at++
			n.items, n.keys = q.itemsFrom(items), q.keysFrom(keys)
			return n
		case ',':
			c.at++
		default:
			return q.giveUp()
		}
	}
	return node{}
}

// flowPair reads a key and its value.
func (q *quick) flowPair(c *cursor, indent int) pair {
	key, rest, ok := cutKey(c.rest())
	if !ok {
		q.giveUp()
		return pair{}
	}
	p := pair{position: c.position(), key: key}
	c.at = len(c.line.text) - len(rest)
	q.space(c, indent)
	if !q.unsure {
		p.value = q.flowValue(c, indent)
	}
	return p
}

// flowItem reads an entry of a list. Within { } the library takes any colon in it for
// one behind a key.
func (q *quick) flowItem(c *cursor, indent int) node {
	n := q.flowValue(c, indent)
	if q.braces > 0 && n.kind != ofKeys && strings.Contains(n.text, ":") {
		return q.giveUp()
	}
	return n
}

func (q *quick) flowValue(c *cursor, indent int) node {
	switch c.line.text[c.at] {
	case '{', '[':
		return q.flow(c, indent)
	case '"', '\'':
		return q.quoted(c)
	}
	text := c.rest()
	if i := strings.IndexAny(text, ",[]{}"); i >= 0 {
		text = text[:i]
	}
	if strings.Contains(text, " #") {
		return q.giveUp()
	}
	where := c.position()
	c.at += len(text)
	return q.plain(strings.TrimRight(text, " "), where)
}

// space goes on to the next letter, in one of the lines below where this one is at its
// end.
func (q *quick) space(c *cursor, indent int) {
	for !q.unsure {
		text := strings.TrimLeft(c.rest(), " ")
		if c.at = len(c.line.text) - len(text); text != "" {
			return
		}
		if q.at == len(q.lines) || q.lines[q.at].text != "" && q.lines[q.at].indent <= indent || strings.HasPrefix(q.lines[q.at].text, "#") {
			q.giveUp()
			return
		}
		c.line, c.at = &q.lines[q.at], 0
		q.at++
	}
}
