package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Rush has so many people who were never here before ask for a time.
func (m *Memory) Rush(office booking.OfficeID, many int, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range many {
		chat := dialogs.Chat{Channel: "rush", Address: fmt.Sprint(i)}
		m.world.deeds = append(m.world.deeds, deed{chat: chat, what: booking.CameFirst, at: now, office: office})
	}
}

// newcomer tells whether nothing is known of the person.
func (r *records) newcomer() bool { return !r.serving() && !r.world.known(r.person, r.now) }

// known tells whether a person has booked some time ago.
func (w *world) known(person booking.PersonID, now time.Time) bool {
	for _, a := range w.appointments {
		if a.Holder == person && a.Number != "" && !w.booked[a.ID].After(now.Add(-booking.KnownAfter)) {
			return true
		}
	}
	return false
}

// unproven tells whether somebody who waits for a first appointment is a newcomer
// who has never proved a mail address.
func (w *world) unproven(place booking.Waiting, now time.Time) bool {
	proved, _ := w.done(time.Time{}, func(d deed) bool { return d.what == booking.ProvedAddress && w.persons[d.chat] == place.Person })
	return place.Appointment == 0 && proved == 0 && !w.known(place.Person, now)
}

// admitNewcomer counts a newcomer, and returns when the time kept for them runs out.
// proved tells whether they have proved a mail address.
func (r *records) admitNewcomer(o *booking.Office, a booking.Appointment, former booking.AppointmentID) (until time.Time, proved bool, err error) {
	rules := o.Policy.Newcomers
	since := r.now.Add(-booking.NewcomersWithin)
	came := func(d deed) bool { return d.what == booking.CameFirst && d.chat == r.chat }
	if before, _ := r.world.done(since, came); before == 0 {
		r.world.deeds = append(r.world.deeds, deed{chat: r.chat, what: booking.CameFirst, at: r.now, office: o.ID})
	}
	many, _ := r.world.done(since, func(d deed) bool { return d.what == booking.CameFirst && d.office == o.ID })
	brakes := rules.Brakes(many, 0)
	until = r.now.Add(rules.Lasts(o.Policy.Hold, brakes))
	proofs, _ := r.world.done(r.now.Add(-booking.DeedsCount), func(d deed) bool { return d.what == booking.ProvedAddress && d.chat == r.chat })
	day := o.Today(a.Span.Start)
	whole := o.Day(day, nil)
	room := rules.Room(r.world.takenByNewcomers(o, day, former, r.now), a.Span.Length(), whole.PublicTime())
	if proofs == 0 && (brakes || !room) {
		return until, false, booking.ErrUnproven
	}
	return until, proofs > 0, nil
}

// takenByNewcomers is what newcomers keep of a day without proof, but for one of
// the holds.
func (w *world) takenByNewcomers(o *booking.Office, day booking.Date, former booking.AppointmentID, now time.Time) (taken booking.Taken) {
	for id := range w.newcomers {
		a, ok := w.appointments[id]
		if ok && id != former && a.State == booking.Held && a.Blocks(now) && a.Office == o.ID && o.Today(a.Span.Start) == day {
			taken.Holds, taken.Length = taken.Holds+1, taken.Length+a.Span.Length()
		}
	}
	return taken
}

// askProof sends a code to an address that somebody says is theirs.
func (r *records) askProof(c dialogs.AskProof) error {
	if _, ok := r.town().Office(c.Office); !ok {
		return booking.ErrUnknown
	}
	if c.Mail == "" {
		return booking.ErrIncomplete
	}
	key := booking.MailKey(c.Mail)
	count := func(within time.Duration, which func(deed) bool) int {
		many, _ := r.world.done(r.now.Add(-within), func(d deed) bool { return d.what == booking.AskedCode && which(d) })
		return many
	}
	under := func(d deed) bool { return d.mail == key }
	asked := booking.Asked{
		OfChat:   count(booking.CodesWithin, func(d deed) bool { return d.chat == r.chat }),
		OfNumber: count(booking.CodesWithin, under), OfNumberToday: count(booking.DeedsCount, under),
	}
	if err := asked.MayAskCode(); err != nil {
		return err
	}
	if err := r.name(c.Office, c.Mail); err != nil {
		return err
	}
	r.world.deeds = append(r.world.deeds, deed{chat: r.chat, what: booking.AskedCode, at: r.now, office: c.Office, mail: key})
	digits := fmt.Sprintf("%06d", 314_159+asked.OfNumberToday)
	r.world.codes = append(r.world.codes, code{chat: r.chat, mail: key, digits: digits, asked: r.now, tries: booking.CodeTries})
	if mail := r.memory.Mail; mail != nil {
		r.mails = append(r.mails, func() { mail(c.Mail, c.Lang, "", digits) })
	}
	return nil
}

// prove records that the person reads the mails to an address.
func (r *records) prove(c dialogs.Prove) error {
	if _, ok := r.town().Office(c.Office); !ok {
		return booking.ErrUnknown
	}
	key := booking.MailKey(c.Mail)
	for i := len(r.world.codes) - 1; i >= 0; i-- {
		known := &r.world.codes[i]
		if known.chat != r.chat || known.mail != key || key == "" {
			continue
		}
		switch {
		case known.tries == 0 || !r.now.Before(known.asked.Add(booking.CodeLasts)):
			return booking.ErrLimit
		case known.digits != c.Code:
			known.tries--
			return booking.ErrCode
		}
		r.forgetCodes(func(x code) bool { return x.chat == r.chat && x.mail == key })
		r.world.deeds = append(r.world.deeds, deed{chat: r.chat, what: booking.ProvedAddress, at: r.now, office: c.Office, mail: key})
		return nil
	}
	return booking.ErrLimit
}

// name counts a mail address that is new to the chat, unless there were too
// many.
func (r *records) name(office booking.OfficeID, mail string) error {
	if mail == "" || r.serving() {
		return nil
	}
	key := booking.MailKey(mail)
	named := booking.Named{Known: r.usedBefore(key)}
	lately, today := map[string]bool{}, map[string]bool{}
	for _, d := range r.world.deeds {
		if d.what != booking.NamedAddress || d.chat != r.chat || !d.at.After(r.now.Add(-booking.DeedsCount)) {
			continue
		}
		today[d.mail] = true
		if d.at.After(r.now.Add(-time.Hour)) {
			lately[d.mail] = true
		}
	}
	named.LastHour, named.Today, named.Known = len(lately), len(today), named.Known || today[key]
	if err := named.MayName(); err != nil {
		return err
	}
	if !named.Known {
		r.world.deeds = append(r.world.deeds, deed{chat: r.chat, what: booking.NamedAddress, at: r.now, office: office, mail: key})
	}
	return nil
}

// usedBefore tells whether the person has booked under an address some time ago.
func (r *records) usedBefore(key string) bool {
	for _, a := range r.world.appointments {
		if a.Holder == r.person && booking.MailKey(a.Contact.Mail) == key && !r.world.booked[a.ID].After(r.now.Add(-booking.KnownAfter)) {
			return true
		}
	}
	return false
}
