package demo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Begin is when the demonstration begins: this forenoon, or that of the next
// day on which the office is open.
func Begin(o *booking.Office, now time.Time) time.Time {
	const early, late, usual = 9 * 60, 11*60 + 30, 9*60 + 40
	today := o.Today(now)
	for day := today; ; day = day.Add(1) {
		hours := o.Day(day, nil)
		served := hours.Served()
		if len(served) == 0 || served[0].Start.After(day.At(early, o.Calendar.Zone)) {
			continue
		}
		clock := booking.ClockOf(now, o.Calendar.Zone)
		switch {
		case day != today:
			return day.At(usual, o.Calendar.Zone)
		case clock < early:
			return day.At(usual, o.Calendar.Zone)
		case clock < late:
			return now
		}
	}
}

// Seed fills an empty office with a week that could be: most of today is
// booked, less of later days, some have come and gone, one did not come, and
// some wait for an earlier time. It is the same week each time.
func Seed(ctx context.Context, store Store, clerk dialogs.Colleague, o *booking.Office, now time.Time) error {
	s := &seeder{
		store: store, clerk: clerk, office: o, now: now,
		random: rand.New(rand.NewPCG(59368, 2026)), //nolint:gosec // a sample is to be the same each time
	}
	today := o.Today(now)
	for n, share := range []float64{.55, .45, .35, .3, .2, .15, .1, .1} {
		if err := s.fill(ctx, today.Add(n), share); err != nil {
			return fmt.Errorf("fill the office's week: %w", err)
		}
	}
	if err := s.morning(ctx); err != nil {
		return fmt.Errorf("let people come: %w", err)
	}
	return nil
}

// Store is what the week is written to.
type Store interface {
	dialogs.Conversations
	dialogs.Staff
	Facts(ctx context.Context, person booking.PersonID, now time.Time, need dialogs.Need) (dialogs.Facts, error)
}

type seeder struct {
	store  Store
	clerk  dialogs.Colleague
	office *booking.Office
	now    time.Time
	random *rand.Rand
	people int
	early  []booking.Appointment // of today, before now
	late   time.Duration         // how long people wait for their call
}

var (
	firstNames = []string{"Anna", "Mehmet", "Ingrid", "Paul", "Olena", "Jürgen", "Fatma", "Lukas", "Sophie", "Karl-Heinz", "Aylin", "Peter", "Maria", "Jonas", "Hanna", "Ahmet", "Greta", "Tim", "Elif", "Wolfgang"}
	lastNames  = []string{"Schulte", "Yılmaz", "Becker", "Kowalski", "Shevchenko", "Hoffmann", "Demir", "Wagner", "Lüdemann", "Brandt", "Özkan", "Krause", "Nowak", "Sommer", "Vogt", "Petersen"}
)

// common is what people come for most.
var common = []booking.ConcernID{"id-card", "passport", "register-single", "register-single", "cert-registration", "pickup-document", "conduct", "id-address"}

// fill books about a share of a day's free times, from a week before on.
func (s *seeder) fill(ctx context.Context, day booking.Date, share float64) error {
	before := day.At(8*60, s.office.Calendar.Zone).AddDate(0, 0, -6)
	if before.After(s.now) {
		before = s.now.Add(-2 * time.Hour)
	}
	_, visit, err := s.visit()
	if err != nil {
		return err
	}
	facts, err := s.store.Facts(ctx, 0, before, dialogs.Need{Offices: []booking.OfficeID{s.office.ID}, From: day, To: day})
	if err != nil {
		return err
	}
	hours := s.office.Day(day, facts.Booked[0].Busy)
	for _, start := range hours.Starts(visit.Request(booking.Public), before) {
		if start.Minute()%15 != 0 {
			continue
		}
		for range 3 { // as many desks serve most
			if s.random.Float64() > share {
				continue
			}
			wish, _, err := s.visit()
			if err != nil {
				return err
			}
			if err := s.book(ctx, wish, start, before); err != nil {
				return err
			}
		}
	}
	return nil
}

// visit is what somebody comes for.
func (s *seeder) visit() (booking.Wish, booking.Visit, error) {
	id := common[s.random.IntN(len(common))]
	if _, ok := s.office.Concern(id); !ok {
		id = s.office.Concerns[0].ID
	}
	wish := booking.Wish{Concern: id, Quantity: 1}
	visit, err := s.office.Visit([]booking.Wish{wish}, 1)
	return wish, visit, err
}

// book books a time for somebody, unless it is taken.
func (s *seeder) book(ctx context.Context, wish booking.Wish, start, before time.Time) error {
	s.people++
	first, last := firstNames[s.random.IntN(len(firstNames))], lastNames[s.random.IntN(len(lastNames))]
	chat := dialogs.Chat{Channel: "demo", Address: strconv.Itoa(s.people)}
	order := dialogs.Order{Office: s.office.ID, Start: start, Wishes: []booking.Wish{wish}, Persons: 1}
	return s.store.Converse(ctx, chat, before, func(ctx context.Context, r dialogs.Records) error {
		held, err := r.Do(ctx, dialogs.Hold{Order: order})
		if err != nil || held.Refused != nil {
			return err
		}
		booked, err := r.Do(ctx, dialogs.Book{
			Order: order, Hold: held.Appointment.ID, Lang: "de", Contact: booking.Contact{Name: first + " " + last},
		})
		if err != nil || booked.Refused != nil {
			return err
		}
		if start.Before(s.now) {
			s.early = append(s.early, booked.Appointment)
		}
		return s.wait(ctx, r, booked.Appointment)
	})
}

// wait puts some of those who come late in the week on the waiting list.
func (s *seeder) wait(ctx context.Context, r dialogs.Records, a booking.Appointment) error {
	if a.Span.Start.Before(s.now.AddDate(0, 0, 3)) || s.random.IntN(6) > 0 {
		return nil
	}
	terms := booking.Terms{
		Weekdays: booking.AnyWeekday, Hours: booking.Hours{To: booking.Midnight}, Until: s.office.Today(a.Span.Start),
	}
	_, err := r.Do(ctx, dialogs.Wait{Office: a.Office, Appointment: a.ID, Lang: "de", Terms: terms})
	return err
}

// morning lets those come who had a time before now: they were called and are
// done, but for one who did not come and the last ones, who are at the desks.
func (s *seeder) morning(ctx context.Context) error {
	slices.SortFunc(s.early, func(a, b booking.Appointment) int { return a.Span.Start.Compare(b.Span.Start) })
	for i, a := range s.early {
		missed := i == 1
		if err := s.attend(ctx, a, missed); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeder) attend(ctx context.Context, a booking.Appointment, missed bool) error {
	at, end := a.Span.Start.Add(s.late+time.Minute), a.Span.End.Add(s.late)
	if missed {
		return s.clerkDoes(ctx, dialogs.Miss{Appointment: a.ID}, a.Span.Start.Add(20*time.Minute))
	}
	if err := s.clerkDoes(ctx, dialogs.Arrive{Appointment: a.ID}, a.Span.Start.Add(-4*time.Minute)); err != nil {
		return err
	}
	if !at.Before(s.now) || a.Desk == "" {
		return nil
	}
	if err := s.clerkDoes(ctx, dialogs.Next{Office: a.Office, Desk: a.Desk}, at); err != nil || end.After(s.now) {
		return err
	}
	return s.clerkDoes(ctx, dialogs.Finish{Appointment: a.ID}, end)
}

// clerkDoes carries out a clerk's command at a moment. What the office refuses
// is left as it is: somebody else was called meanwhile.
func (s *seeder) clerkDoes(ctx context.Context, c dialogs.Command, at time.Time) error {
	return s.store.Serve(ctx, s.clerk.Chat, s.clerk.Name, at, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, c)
		return err
	})
}

var errEmpty = errors.New("no office")

// Prepare is the office as the demonstration needs it: staff record who comes,
// so that it is found out by itself who did not.
func Prepare(town booking.Town) (booking.Town, error) {
	if len(town.Offices) == 0 {
		return town, errEmpty
	}
	for _, o := range town.Offices {
		o.Policy.ArrivalsRecorded = true
	}
	return town, nil
}
