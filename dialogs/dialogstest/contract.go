package dialogstest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Keeper keeps conversations and appointments: the memory of this package, or
// the storage of the program.
type Keeper struct {
	dialogs.Conversations
	dialogs.Staff

	// Code is the code that was mailed last for an appointment; without a number,
	// the one that was mailed last to prove an address.
	Code func(booking.Number) string
}

// Contract holds a keeper to what all of them promise. open makes one for a town
// that mails codes, remembers nothing and has one lead.
func Contract(t *testing.T, open func(t *testing.T, town booking.Town, now func() time.Time, lead dialogs.Colleague) Keeper) {
	t.Helper()
	for name, promise := range map[string]func(*contract){
		"a command is given only by those it is for": (*contract).mayGive,
		"a command about nothing is refused":         (*contract).aboutNothing,
		"a time is held":                             (*contract).holding,
		"holding without booking has an end":         (*contract).holdsHaveAnEnd,
		"a hold is booked":                           (*contract).bookingHolds,
		"what is ordered last is booked":             (*contract).bookingWhatIsOrdered,
		"a hold that ran out":                        (*contract).ranOut,
		"limits of person and mail address":          (*contract).limits,
		"name and address as they were last":         (*contract).lastContact,
		"an appointment is moved":                    (*contract).moving,
		"what an appointment is for is changed":      (*contract).changing,
		"a change into what nobody may book":         (*contract).refusingChanges,
		"an appointment is cancelled":                (*contract).cancelling,
		"a code is asked for":                        (*contract).codes,
		"codes are limited":                          (*contract).codeLimits,
		"guessing has an end in all chats together":  (*contract).guessingHasAnEnd,
		"a day's deeds are limited":                  (*contract).dayLimits,
		"many newcomers prove an address first":      (*contract).newcomers,
		"newcomers keep a share of a day":            (*contract).newcomersShare,
		"a chat names few mail addresses a day":      (*contract).addresses,
		"a mail address has few places on the list":  (*contract).placesUnderMail,
		"a clerk reads a code out":                   (*contract).codeReadOut,
		"the waiting list":                           (*contract).waitingList,
		"everything is erased":                       (*contract).erasing,
		"the day of an appointment":                  (*contract).arriving,
		"a call":                                     (*contract).calling,
		"a mark that was a mistake":                  (*contract).unmarking,
		"a second no-show that was a mistake":        (*contract).unmarkingAgain,
		"somebody is called by name":                 (*contract).callingOne,
		"a ticket":                                   (*contract).ticketing,
		"somebody at the office":                     (*contract).attending,
		"a closure":                                  (*contract).closing,
		"extra hours":                                (*contract).openingUp,
		"a cancellation is undone":                   (*contract).restoring,
		"roles":                                      (*contract).roles,
		"what fails leaves nothing":                  (*contract).faults,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := &contract{T: t, town: contractTown(), now: contractDay.At(7*60, zone)}
			c.Keeper = open(t, c.town, func() time.Time { return c.now }, colleague("lea", booking.Lead))
			promise(c)
		})
	}
}

// contract is one promise on trial.
type contract struct {
	*testing.T
	Keeper

	town booking.Town
	now  time.Time
}

var zone = func() *time.Location {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return berlin
}()

// contractDay is a Monday.
var contractDay = booking.Date{Year: 2026, Month: time.November, Day: 23}

// clock is a time on that day.
func clock(hour, minute int) time.Time { return contractDay.At(booking.Clock(60*hour+minute), zone) }

// contractTown has one office with two desks, open 8 to 12 from Monday to
// Friday. What is given back is free at once.
func contractTown() booking.Town {
	office := &booking.Office{
		ID: "hall",
		Concerns: []booking.Concern{
			{ID: "pass", Name: booking.Text{"de": "Reisepass"}, First: 30 * time.Minute, Further: 10 * time.Minute, MaxQuantity: 4, Skill: "papers"},
		},
		Calendar: booking.Calendar{Zone: zone},
		Policy:   booking.Usual(),
		Desks: []booking.Desk{
			{ID: "1", Skills: []booking.Skill{"papers"}},
			{ID: "2", Skills: []booking.Skill{"papers"}},
		},
	}
	p := &office.Policy
	p.Horizon, p.Grid, p.Longest, p.Hold = 21, 5*time.Minute, 2*time.Hour, 15*time.Minute
	p.PerPerson, p.PerMail, p.MaxPersons, p.MailRequired, p.HoldsPerHour = 2, 3, 5, true, 4
	p.Release.Least, p.Release.Most = 0, 0
	p.Newcomers.Share = 0
	p.ArrivalsRecorded, p.WalkIns.Tickets = true, true
	p.Calls = booking.Calls{Times: 2, Walk: time.Minute}
	for day := time.Monday; day <= time.Friday; day++ {
		office.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 12 * 60}}
	}
	return booking.Town{Offices: []*booking.Office{office}}
}

// colleague is somebody of the staff. Who has no role is a stranger.
func colleague(name string, role booking.Role) dialogs.Colleague {
	return dialogs.Colleague{Chat: dialogs.Chat{Channel: "desk", Address: name}, Name: name, Role: role}
}

// do carries out a command of a citizen in a turn of its own.
func (c *contract) do(name string, command dialogs.Command) dialogs.Result {
	c.Helper()
	return c.turn(command, func(turn func(context.Context, dialogs.Records) error) error {
		return c.Converse(c.Context(), dialogs.Chat{Channel: "test", Address: name}, c.now, turn)
	})
}

// order carries out a command of somebody who sits at the desk.
func (c *contract) order(name string, command dialogs.Command) dialogs.Result {
	c.Helper()
	return c.turn(command, func(turn func(context.Context, dialogs.Records) error) error {
		return c.Serve(c.Context(), colleague(name, "").Chat, name, c.now, turn)
	})
}

func (c *contract) turn(
	command dialogs.Command, run func(func(context.Context, dialogs.Records) error) error,
) (result dialogs.Result) {
	c.Helper()
	err := run(func(ctx context.Context, r dialogs.Records) (err error) {
		result, err = r.Do(ctx, command)
		return err
	})
	if err != nil {
		c.Fatalf("%s: a fault: %v", dialogs.CommandName(command), err)
	}
	return result
}

// must is a result that is no refusal.
func (c *contract) must(r dialogs.Result) booking.Appointment {
	c.Helper()
	if r.Refused != nil {
		c.Fatalf("%s was refused: %v", dialogs.CommandName(r.Command), r.Refused)
	}
	return r.Appointment
}

// want holds a result against what it should be; nil: not refused.
func (c *contract) want(r dialogs.Result, refusal error) {
	c.Helper()
	if !errors.Is(r.Refused, refusal) || refusal == nil && r.Refused != nil {
		c.Errorf("%s: answered with %v, want %v", dialogs.CommandName(r.Command), r.Refused, refusal)
	}
}

// facts looks something up for a citizen.
func (c *contract) facts(name string, need dialogs.Need) (facts dialogs.Facts) {
	c.Helper()
	err := c.Converse(c.Context(), dialogs.Chat{Channel: "test", Address: name}, c.now, func(ctx context.Context, r dialogs.Records) (err error) {
		facts, err = r.Facts(ctx, need)
		return err
	})
	if err != nil {
		c.Fatal(err)
	}
	return facts
}

func (c *contract) ahead(name string) []booking.Appointment {
	c.Helper()
	return c.facts(name, dialogs.Need{Appointments: true}).Appointments
}

// wanted is a visit of half an hour.
func wanted(start time.Time) dialogs.Order {
	return dialogs.Order{Office: "hall", Start: start, Wishes: []booking.Wish{{Concern: "pass", Quantity: 1}}, Persons: 1}
}

func hold(start time.Time) dialogs.Hold { return dialogs.Hold{Order: wanted(start)} }

// confirm books what is held, under the mail address of that name.
func confirm(held booking.Appointment, name string) dialogs.Book {
	return dialogs.Book{
		Order: wanted(held.Span.Start), Hold: held.ID, Lang: "de",
		Contact: booking.Contact{Name: name, Mail: name + "@example.org"},
	}
}

// booked holds and books a time for a citizen.
func (c *contract) booked(name string, start time.Time) booking.Appointment {
	c.Helper()
	return c.must(c.do(name, confirm(c.must(c.do(name, hold(start))), name)))
}

// appoint has the lead give somebody a role.
func (c *contract) appoint(name string, role booking.Role) {
	c.Helper()
	c.must(c.order("lea", dialogs.SetRole{Chat: colleague(name, "").Chat, Name: name, Role: role}))
}

// who are those who may talk.
func (c *contract) who() map[string]dialogs.Colleague {
	c.appoint("vera", booking.Viewer)
	c.appoint("carl", booking.Clerk)
	all := map[string]dialogs.Colleague{"": {}}
	for _, x := range []dialogs.Colleague{
		colleague("nobody", ""), colleague("vera", booking.Viewer), colleague("carl", booking.Clerk), colleague("lea", booking.Lead),
	} {
		all[x.Name] = x
	}
	return all
}

// by gives a command as somebody of the staff, or as a new citizen.
func (c *contract) by(who dialogs.Colleague, command dialogs.Command) dialogs.Result {
	c.Helper()
	if who.Name == "" {
		return c.do(fmt.Sprint("citizen ", dialogs.CommandName(command)), command)
	}
	return c.order(who.Name, command)
}

func (c *contract) mayGive() {
	for _, who := range c.who() {
		for _, command := range dialogs.Commands() {
			got := c.by(who, command).Refused
			if want := who.May(command); errors.Is(got, booking.ErrNotAllowed) != (want != nil) {
				c.Errorf("%s by %q, a %q: answered with %v, want %v", dialogs.CommandName(command), who.Name, who.Role, got, want)
			}
		}
	}
}

// aboutNothing has every command given without saying about what.
func (c *contract) aboutNothing() {
	answers := map[string]error{ // what is not here is unknown
		"release": nil, "export": nil, "erase": nil,
		"attach": booking.ErrLimit, "accept": booking.ErrExpired, "decline": booking.ErrExpired,
	}
	staff := c.who()
	for _, command := range dialogs.Commands() {
		want, ok := answers[dialogs.CommandName(command)]
		if !ok {
			want = booking.ErrUnknown
		}
		for _, who := range []dialogs.Colleague{staff[""], staff["lea"]} {
			if who.May(command) == nil {
				c.want(c.by(who, command), want)
			}
		}
	}
}

func (c *contract) faults() {
	fault := errors.New("a fault of the dialog's")
	err := c.Converse(c.Context(), dialogs.Chat{Channel: "test", Address: "ada"}, c.now, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, hold(clock(8, 0)))
		return errors.Join(err, r.Remember(ctx, []byte(`{"revision":7}`)), fault)
	})
	if !errors.Is(err, fault) {
		c.Errorf("the turn returned %v, want its own fault", err)
	}
	err = c.Converse(c.Context(), dialogs.Chat{Channel: "test", Address: "ada"}, c.now, func(ctx context.Context, r dialogs.Records) error {
		state, err := r.Recall(ctx)
		if len(state) > 0 {
			c.Errorf("remembered: %s", state)
		}
		return err
	})
	if err != nil {
		c.Error(err)
	}
	for _, name := range []string{"bob", "cyd"} { // both desks are free
		c.want(c.do(name, hold(clock(8, 0))), nil)
	}
}
