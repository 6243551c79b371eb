package ledger

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

const (
	// furthest is how many years ahead a day may lie. Beyond that a digit is wrong.
	furthest = 2
	// longestVisit is how many minutes were ever agreed on.
	longestVisit = 12 * 60
)

// row reads one line and gathers what is wrong in it.
type row struct {
	book   *Book
	record record
	faults []fault
	isPast bool
}

func (r *row) read() booking.Entry {
	e := booking.Entry{Lang: "de", Number: r.number()}
	office := r.office()
	if office == nil {
		e.Contact = r.contact(r.name())
		return e
	}
	e.Office = office.ID
	name, concerns := r.matter(office)
	e.Contact = r.contact(name)
	e.Start = r.start(office)
	e.Persons = r.count(columnPersons, office.Policy.MaxPersons)
	e.Length = r.length(office, e.Start)
	e.Wishes = r.wishes(office, concerns)
	return e
}

// saysNothing is what people put into a cell for which they have nothing.
var saysNothing = []string{"-", "--", "---", "–", "—", "/", "k. a.", "k.a.", "keine angabe", "n/a", "keine", "kein", "none"}

// compare refuses what an earlier line says already.
func (r *row) compare(e booking.Entry) {
	b := r.book
	if e.Number != "" {
		if line, ok := b.numbers[e.Number]; ok {
			r.fault(columnNumber, "%v is the number in line %d already", e.Number, line)
		}
		b.numbers[e.Number] = r.record.line
		return
	}
	t := twin{e.Office, e.Start.Unix(), e.Contact}
	if line, ok := b.twins[t]; ok {
		r.fault(columnName, "the appointment of line %d once more; two at once need a number each, or different addresses", line)
	}
	b.twins[t] = r.record.line
}

func (r *row) fault(c column, says string, args ...any) {
	r.faults = append(r.faults, r.book.fault(r.record.line, c, fmt.Sprintf(says, args...)))
}

// cell is what the line says in a column. Where there may be nothing, a dash and
// words for it say so.
func (r *row) cell(c column) string {
	cell := r.book.heading.cell(r.record, c)
	if (c == columnMail || c == columnPhone || c == columnNumber) && slices.Contains(saysNothing, understand.Fold(cell)) {
		return ""
	}
	return cell
}

func (r *row) number() booking.Number {
	cell := r.cell(columnNumber)
	if cell == "" {
		return ""
	}
	number, ok := booking.ParseNumber(cell)
	if !ok {
		r.fault(columnNumber, "six letters and digits such as K7M 4QX were expected (no vowels, no 0 and 1), not %s; leave it empty for a new one", excerpt(cell))
	}
	return number
}

// office is the one that the line names, or the only one; nil where there is
// none of that name.
func (r *row) office() *booking.Office {
	offices, cell := r.book.town.Offices, r.cell(columnOffice)
	if cell == "" && len(offices) == 1 {
		return offices[0]
	}
	var ids []string
	for _, o := range offices {
		if isOffice(o, understand.Fold(cell)) {
			return o
		}
		ids = append(ids, string(o.ID))
	}
	r.fault(columnOffice, "%s was expected, not %s", strings.Join(ids, " or "), excerpt(cell))
	return nil
}

func isOffice(o *booking.Office, folded string) bool {
	if understand.Fold(string(o.ID)) == folded {
		return true
	}
	for _, name := range o.Name {
		if understand.Fold(name) == folded {
			return true
		}
	}
	return false
}

func (r *row) wishes(office *booking.Office, cell string) []booking.Wish {
	if cell == "" {
		_, _, span := timeSpan(r.cell(columnTime))
		if !span && r.cell(columnMinutes) == "" && r.cell(columnEnd) == "" && r.cell(columnEndDate) == "" {
			r.fault(columnConcerns, "concerns were expected, or minutes")
		}
		return nil
	}
	wishes, err := r.book.namesAt(office).wishes(cell)
	if err != nil {
		r.fault(columnConcerns, "%v", err)
	}
	return wishes
}

// phonePattern is a telephone number as people write it.
var phonePattern = regexp.MustCompile(`^\+?[0-9 ()/.–-]{3,40}$`)

func (r *row) contact(called string) booking.Contact {
	name, err := understand.Name(called)
	if err != nil {
		r.fault(r.nameColumn(), "a name such as Erika Mustermann was expected, not %s: %s", excerpt(called), inWords(err))
	}
	address := ""
	if cell := r.cell(columnMail); cell != "" {
		if address, err = understand.Email(cell); err != nil {
			r.fault(columnMail, "a mail address was expected, not %s: %v", excerpt(cell), err)
		}
	}
	phone := r.cell(columnPhone)
	if phone != "" && !phonePattern.MatchString(phone) {
		r.fault(columnPhone, "a telephone number was expected, not %s", excerpt(phone))
	}
	return booking.Contact{Name: name, Mail: address, Phone: phone}
}

// inWords shows the character that a name cannot have, where it can be shown.
func inWords(err error) string {
	var character understand.CharacterError
	if errors.As(err, &character) && character.Visible() {
		return fmt.Sprintf("“%c” is no part of a name", character.Character)
	}
	return err.Error()
}
