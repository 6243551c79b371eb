package booking

// Mailing is what decides whether one more mail may go to an address today.
type Mailing struct {
	Kind     NoticeKind
	Stranger bool // nobody knows whether the address is that of who makes it go out
	Told     bool // a mail about the same appointment went there before

	Caused    int  // mails to the address by the same person
	Strangers int  // mails to it by strangers, all together
	Opened    int  // new addresses that the office has written to within the hour
	Open      bool // this one is among them, or somebody has answered from it
}

// MayMail tells whether a mail may go out. What an appointment needs that is
// known to its holder always goes: closures, cancellations, reminders. ErrLimit
// says that the person has caused as many mails as the office sends, ErrTooOften
// that it has to wait: for strangers have caused as many, or the office writes
// to too many new addresses. What others cause never counts against somebody
// whose address it is.
func (p Policy) MayMail(m Mailing) error {
	switch {
	case m.Kind == ClosedNotice, m.Kind == ReminderNotice, m.Kind == RestoredNotice, m.Kind == MissedNotice, m.Kind == UnmissedNotice, m.Kind == PickupNotice,
		m.Kind == CancelledNotice && (m.Told || !m.Stranger):
		return nil
	case p.MailsPerDay > 0 && m.Caused >= p.MailsPerDay:
		return ErrLimit
	case !m.Stranger:
		return nil
	case p.MailsPerDay > 0 && m.Strangers >= p.MailsPerDay:
		return ErrTooOften
	case p.NewAddresses > 0 && !m.Open && m.Opened >= p.NewAddresses:
		return ErrTooOften
	}
	return nil
}
