package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// isForNext tells whether what is typed in the middle of a booking is the line of another caller: it
// names another person than the one it is for, and says what they come for, when, or how to call them.
// Merged into the booking it would be booked for the wrong one.
func (t *talk) isForNext(said reading) bool {
	caller := t.callersName()
	if t.Work.Task != bookingTask || t.Screen != noScreen || caller == "" {
		return false
	}
	asked := expected(t.step(), View{})
	if told, ok := t.toldOf(said); ok && told.Do == understand.ToMove && t.isOther(told.Name, caller, said) {
		return true
	}
	read := t.readBriefly(said.text)
	if asked == understand.ExpectName || len(values[understand.CorrectionValue](read)) > 0 || !t.tellsBooking(read, asked) {
		return false
	}
	phones := values[understand.PhoneValue](read)
	if len(phones) > 0 && phones[0].Phone == t.Draft.Phone {
		return false
	}
	near := len(phones) == 0 || t.Draft.Phone == "" // a name that is nearly the same is the same, put right
	return slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.NameValue)
		return is && v.Wrong == "" && f.Sure < surelyCalled && t.isOther(v.Name, caller, said) && !(near && isNearName(v.Name, caller))
	})
}

// surelyCalled is from where on a message says what somebody is called: "der Name ist Yilmaz". That
// puts right the name that was taken.
const surelyCalled = 0.8

// callersName is who the booking under way is for; empty: it is not known yet.
func (t *talk) callersName() string {
	if a, ok := t.appointment(t.Draft.Moving); ok && t.Draft.Moving != 0 {
		return a.Contact.Name
	}
	return t.Draft.Name
}

// isOther tells whether a name is that of another person than the caller, and not of a child or
// somebody else who comes along and is called by the first name only.
func (t *talk) isOther(name, caller string, said reading) bool {
	return name != "" && !sharesName(name, caller) && (said.namesTitled() || !isGivenName(name))
}

// tellsBooking tells whether a message says besides a name what makes a booking, and what is not asked.
func (t *talk) tellsBooking(read understand.Reading, asked understand.Expect) bool {
	wanted := slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && !v.Negated && f.Sure >= understand.Doubt
	})
	phone := len(values[understand.PhoneValue](read)) > 0 && asked != understand.ExpectPhone
	when := len(values[understand.DaysValue](read)) > 0 && len(values[understand.HoursValue](read)) > 0
	return wanted || phone || when
}

// interruptFor asks what goes on, the booking under way or a line for another caller. The line is kept
// whatever is answered.
func (t *talk) interruptFor(line string) {
	t.interrupt(linePrefix + line)
	t.keepLine(line)
}

// keepLine keeps a line for another caller until it is begun with.
func (t *talk) keepLine(line string) {
	if t.Work.OpenLines.On != t.today() {
		t.Work.OpenLines = OpenLines{On: t.today()}
	}
	t.dropLine(line)
	t.Work.OpenLines.On = t.today()
	t.Work.OpenLines.Lines = append(t.Work.OpenLines.Lines, line)
}

// dropLine forgets a line for another caller: it is begun with.
func (t *talk) dropLine(line string) {
	u := &t.Work.OpenLines
	u.Lines = slices.DeleteFunc(slices.Clone(u.Lines), func(l string) bool { return l == line })
	if len(u.Lines) == 0 {
		*u = OpenLines{}
	}
}

// openLine is the line for another caller that has waited longest.
func (t *talk) openLine() (string, bool) {
	u := t.Work.OpenLines
	if len(u.Lines) == 0 || u.On != t.today() {
		return "", false
	}
	return u.Lines[0], true
}

// sayOpenLine says that a line for another caller is still open, and how to go on with it.
func (t *talk) sayOpenLine() {
	if line, waits := t.openLine(); waits {
		t.remark("staff.line_waits", "Line", quote(line))
	}
}

// bookNext begins a booking, with the line that waits for it if there is one.
func (t *talk) bookNext() {
	t.bookFor(booking.Date{})
	if line, waits := t.openLine(); waits && t.beginsCall() {
		t.remark("staff.line_begun", "Line", quote(line))
		t.beginLine(line)
	}
}

// bookLine begins a booking with a line.
func (t *talk) bookLine(line string) {
	if !t.may(booking.Clerk) {
		return
	}
	first, second, two := t.twoCallers(line)
	t.bookFor(booking.Date{})
	t.takeLine(first)
	if two {
		t.keepLine(second)
		t.remark("staff.line_kept", "Line", quote(second))
	}
}

// twoCallers parts a line that says of two people what they come for: one booking is for one of them, and the other
// would be lost in it.
func (t *talk) twoCallers(line string) (first, second string, two bool) {
	for _, parts := range t.read(line).halves() {
		one, other := t.readBriefly(parts[0]), t.readBriefly(parts[1])
		names, others := values[understand.NameValue](one), values[understand.NameValue](other)
		if len(names) == 0 || len(others) == 0 || len(values[understand.ConcernValue](one)) == 0 || len(values[understand.ConcernValue](other)) == 0 {
			continue
		}
		if !sharesName(names[0].Name, others[0].Name) && t.isOther(others[0].Name, names[0].Name, t.read(parts[1])) {
			return parts[0], parts[1], true
		}
	}
	return line, "", false
}

// beginLine begins with a line that has waited: a booking, or another time for somebody.
func (t *talk) beginLine(line string) {
	t.reset()
	t.dropLine(line)
	if told, ok := t.toldOf(t.read(line)); ok && told.Do == understand.ToMove && told.Name != "" {
		t.askTold(told, 1)
		return
	}
	t.bookFor(booking.Date{})
	t.takeLine(line)
}

// openLineNeed adds what a line needs that waits, as it may be begun with now.
func (t *talk) openLineNeed(need Need) Need {
	line, waits := t.openLine()
	if !waits || t.Work.Task != noTask {
		return need
	}
	return need.and(t.forStaff(t.wider(Need{}, line)))
}

// toldOf is what a message tells of somebody's appointment.
func (t *talk) toldOf(said reading) (understand.Told, bool) {
	return said.told(t.today(), booking.ClockOf(t.facts.Now, t.workOffice().Calendar.Zone))
}
