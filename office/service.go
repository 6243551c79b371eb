package office

import (
	"time"

	"terminbote/booking"
)

type service struct {
	Reminder         number     `key:"reminder_hour,optional" min:"6" max:"21" doc:"At which hour of the day before people are reminded."`
	Appeal           number     `key:"reminder_appeal,optional" min:"0" max:"100" doc:"Percent of reminders that say what it costs others if nobody comes; with 50 the statistics compare both halves."`
	Arrive           *arrive    `key:"arrive_minutes,optional" doc:"When one can say that one is there."`
	Grace            number     `key:"grace_minutes,optional" min:"5" max:"240" doc:"Minutes after its start until an appointment that nobody came to is missed."`
	Rating           flag       `key:"ask_rating,optional" doc:"Whether people are asked after their visit how it was, anonymously."`
	ArrivalsRecorded flag       `key:"arrivals_recorded,optional" doc:"Whether staff record who comes. Only then is it found out by itself who did not."`
	Retention        number     `key:"retention_days,optional" min:"1" max:"3650" doc:"Days after an appointment until name, address and chat are erased."`
	Release          *release   `key:"release_minutes,optional" doc:"How long a time given back rests before the public sees it; how long exactly is left to chance."`
	Offer            *offer     `key:"offer_minutes,optional" doc:"How long a freed time is kept for one person of the waiting list."`
	OfferHours       hours      `key:"offer_hours,optional" doc:"The hours in which the waiting list is offered freed times."`
	Late             *late      `key:"late_minutes,optional" doc:"When people are told that the office is later than agreed."`
	DayPostHour      number     `key:"day_post_hour,optional" min:"0" max:"12" doc:"At which hour the plan of the day is posted for staff."`
	DayPostNames     flag       `key:"day_post_names,optional" doc:"Whether names stand in that post, which the whole channel sees; otherwise clerks ask for those they need."`
	MailsPerDay      number     `key:"mails_per_day,optional" min:"1" max:"1000" doc:"How many mails one address gets in a day."`
	NewAddresses     number     `key:"new_addresses_per_hour,optional" min:"5" max:"100000" doc:"How many mail addresses that nobody has answered from yet are written to in an hour; further mails wait."`
	Newcomers        *newcomers `key:"newcomers_per_hour,optional" doc:"How many people never seen before want a time in an hour until the office asks them for a code from a mail first."`
	NewcomersShare   number     `key:"newcomers_share,optional" min:"1" max:"100" doc:"Percent of a day that people never seen before can have kept without such a code."`
	HoldsPerHour     number     `key:"holds_per_hour,optional" min:"3" max:"1000" doc:"How many times one person can have kept in an hour without booking."`
	WalkIns          *walkIns   `key:"walk_ins,optional" doc:"How people without an appointment are served beside those with one. Left out: no tickets are given."`
	Calls            *calls     `key:"calls,optional" doc:"How people are called to a desk."`
}

type newcomers struct {
	Least number `key:"least" min:"1" max:"100000" doc:"So many are never too many."`
	Most  number `key:"most" min:"1" max:"100000" doc:"More are always too many, whatever was usual before."`
}

type arrive struct {
	Before number `key:"before" min:"0" max:"120" doc:"Minutes before the appointment."`
	After  number `key:"after" min:"0" max:"120" doc:"Minutes after its start."`
}

type release struct {
	Least number `key:"least" min:"0" max:"1440" doc:"At least so many minutes."`
	Most  number `key:"most" min:"0" max:"1440" doc:"At most so many minutes."`
}

type offer struct {
	Chat number `key:"chat" min:"1" max:"240" doc:"Minutes for who is reached by chat."`
	Mail number `key:"mail" min:"5" max:"1440" doc:"Minutes for who is reached by mail only."`
}

type late struct {
	From   number `key:"from" min:"0" max:"120" doc:"Minutes of delay from which on people are told; 0: never."`
	Change number `key:"change" min:"5" max:"120" doc:"Minutes by which the delay must change until they are told again."`
}

// addTo lays down what the section says; what it leaves out stays.
func (s *service) addTo(p *booking.Policy) {
	if s == nil {
		return
	}
	if s.Reminder.set {
		p.Reminder = booking.Clock(s.Reminder.v) * 60
	}
	if s.DayPostHour.set {
		p.DayPost.At = booking.Clock(s.DayPostHour.v) * 60
	}
	if s.DayPostNames.set {
		p.DayPost.Names = s.DayPostNames.v
	}
	if s.ArrivalsRecorded.set {
		p.ArrivalsRecorded = s.ArrivalsRecorded.v
	}
	if s.Rating.set {
		p.Rating = s.Rating.v
	}
	if s.OfferHours.set {
		p.Offer.Hours = s.OfferHours.v
	}
	s.Appeal.count(&p.Appeal)
	s.Grace.lay(&p.Grace, time.Minute)
	s.Retention.lay(&p.Retention, 24*time.Hour)
	s.MailsPerDay.count(&p.MailsPerDay)
	s.HoldsPerHour.count(&p.HoldsPerHour)
	s.NewcomersShare.count(&p.Newcomers.Share)
	s.NewAddresses.count(&p.NewAddresses)
	if n := s.Newcomers; n != nil {
		n.Least.count(&p.Newcomers.Least)
		n.Most.count(&p.Newcomers.Most)
	}
	s.addSpans(p)
	s.WalkIns.addTo(&p.WalkIns)
	s.Calls.addTo(&p.Calls)
}

func (s *service) addSpans(p *booking.Policy) {
	if a := s.Arrive; a != nil {
		a.Before.lay(&p.Arrive.Before, time.Minute)
		a.After.lay(&p.Arrive.After, time.Minute)
	}
	if r := s.Release; r != nil {
		r.Least.lay(&p.Release.Least, time.Minute)
		r.Most.lay(&p.Release.Most, time.Minute)
	}
	if o := s.Offer; o != nil {
		o.Chat.lay(&p.Offer.Chat, time.Minute)
		o.Mail.lay(&p.Offer.Mail, time.Minute)
	}
	if l := s.Late; l != nil {
		l.From.lay(&p.Late.From, time.Minute)
		l.Change.lay(&p.Late.Change, time.Minute)
	}
}

// lay lays a length down where one was given.
func (x number) lay(to *time.Duration, unit time.Duration) {
	if x.set {
		*to = time.Duration(x.v) * unit
	}
}

// count lays a number down where one was given.
func (x number) count(to *int) {
	if x.set {
		*to = x.v
	}
}

func (c *checker) checkService() {
	if c.Service == nil {
		return
	}
	if n := c.Service.Newcomers; n != nil && n.Least.set && n.Most.set && n.Most.v < n.Least.v {
		c.add(n.Most.position, "%d an hour are less than the least, %d; expected as many or more", n.Most.v, n.Least.v)
	}
	c.checkWalkIns()
	r := c.Service.Release
	if r != nil && r.Least.set && r.Most.set && r.Most.v < r.Least.v {
		c.add(r.Most.position, "%d minutes are less than the least, %d; expected as many or more", r.Most.v, r.Least.v)
	}
}
