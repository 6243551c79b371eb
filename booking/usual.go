package booking

import "time"

// Usual is the policy of most offices about what follows a booking.
func Usual() Policy {
	p := Policy{
		Reminder:    usualReminder,
		Appeal:      100,
		Grace:       15 * time.Minute,
		Retention:   30 * 24 * time.Hour,
		MailsPerDay: 20,

		NewAddresses: 60,
		HoldsPerHour: 12,
		Newcomers:    Newcomers{Least: 60, Most: 600, Share: 20, Hold: 5 * time.Minute},
	}
	p.Arrive.Before, p.Arrive.After = 15*time.Minute, 5*time.Minute
	p.Release.Least, p.Release.Most = 5*time.Minute, 15*time.Minute
	p.Offer.Chat, p.Offer.Mail = usualChatOffer, usualMailOffer
	p.Offer.Hours = Hours{8 * 60, 20 * 60}
	p.Late.From, p.Late.Change = 15*time.Minute, 10*time.Minute
	p.DayPost.At = 7 * 60
	p.WalkIns = WalkIns{Rule: DueFirst, Due: 5 * time.Minute, Close: 30 * time.Minute}
	p.Calls = Calls{Times: 1}
	return p
}
