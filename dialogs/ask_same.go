package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// Anybody who has booked before is offered name and mail as they gave them last. A
// clerk books for somebody else each time.

// contactNeed wants to know what the person gave last.
func (t *talk) contactNeed() Need { return Need{Contact: t.flow.audience() == booking.Public} }

// sameGroup offers name and mail as they were; nothing where they are unknown.
func sameGroup(c booking.Contact) []Group {
	if c.Name == "" {
		return nil
	}
	label := locales.Say("name.same_name", "Name", plain(c.Name))
	if c.Mail != "" {
		label = locales.Say("name.same", "Name", plain(c.Name), "Mail", understand.WrittenEmail(c.Mail))
	}
	return []Group{{Columns: 1, Choices: []Choice{{ID: sameChoice, Label: label}}}}
}

// sameAsLast takes name and mail as they were last; false where they are
// unknown. What was said of the mail this time stays.
func (t *talk) sameAsLast() bool {
	c := t.facts.Contact
	if c.Name == "" {
		return false
	}
	t.Draft.Name = c.Name
	if t.Draft.Mail == "" && !t.Draft.NoMail && c.Mail != "" {
		t.keepMail(c.Mail)
	}
	if t.Draft.Phone == "" {
		t.Draft.Phone = c.Phone
	}
	return true
}
