package ledger

import (
	"regexp"
	"strings"

	"terminbote/booking"
)

// name is whose appointment it is, from one column or from two. Beside a column
// of given names, the one called name has the family names: Name;Vorname.
func (r *row) name() string {
	name, given := r.cell(columnName), r.cell(columnGiven)
	switch {
	case name != "" && (given == "" || strings.Contains(name, given)):
		return name
	case name != "":
		return given + " " + name
	case r.book.heading.has(columnFamily):
		return strings.TrimSpace(given + " " + r.cell(columnFamily))
	}
	return r.cell(columnSubject)
}

// nameColumn is the column that says the name.
func (r *row) nameColumn() column {
	for _, c := range []column{columnName, columnFamily, columnSubject} {
		if r.book.heading.has(c) {
			return c
		}
	}
	return columnName
}

// matter is whose appointment it is and what it is for. Calendars have one
// subject for both.
func (r *row) matter(office *booking.Office) (name, concerns string) {
	name, concerns = r.name(), r.cell(columnConcerns)
	if concerns != "" || r.nameColumn() != columnSubject {
		return name, concerns
	}
	return r.book.namesAt(office).split(name)
}

// between is what stands between name and concern in a subject.
var between = regexp.MustCompile(`\s+[-–—/|]\s+|[:,;(]\s*`)

// split takes apart a subject such as "Erika Mustermann - Reisepass": what an
// office's concern is called is one, and the rest is the name.
func (n *concernNames) split(subject string) (name, concerns string) {
	var names, found []string
	for _, part := range between.Split(strings.TrimSuffix(subject, ")"), -1) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if _, err := n.wish(part); err == nil {
			found = append(found, part)
			continue
		}
		names = append(names, part)
	}
	if len(found) == 0 {
		return n.atAnEnd(subject)
	}
	with := " "
	if strings.Contains(subject, strings.Join(names, ", ")) {
		with = ", " // the family name first
	}
	return strings.Join(names, with), strings.Join(found, " | ")
}

// atAnEnd takes a subject apart that nothing divides: "Reisepass Erika Mustermann".
// The most words at its beginning or its end that are a concern are that.
func (n *concernNames) atAnEnd(subject string) (name, concerns string) {
	words := strings.Fields(subject)
	for size := len(words) - 1; size > 0; size-- {
		for _, cut := range []int{size, len(words) - size} {
			first, last := strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
			if cut != size {
				first, last = last, first
			}
			if _, err := n.wish(first); err == nil {
				return last, first
			}
		}
	}
	return subject, ""
}
