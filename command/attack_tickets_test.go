package command

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
)

// counter gives tickets, as clerks do to people at the counter.
type counter struct {
	*besieged
	store *storage.Store
	clerk dialogs.Chat
}

func newCounter(t *testing.T) *counter {
	t.Helper()
	c := &counter{besieged: besiegeOffice(t, openNow(t, nil)), clerk: dialogs.Chat{Channel: "counter", Address: "1"}}
	store, err := storage.Open(t.Context(), c.database, c.town, clocktest.Now,
		storage.Options{Leads: []dialogs.Colleague{{Chat: c.clerk, Name: "Clara"}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	c.store = store
	return c
}

// gives is a ticket for a concern, or why there is none.
func (c *counter) gives(concern booking.ConcernID) (given dialogs.Result) {
	c.t.Helper()
	command := dialogs.GiveTicket{
		Office: c.town.Offices[0].ID, Wishes: []booking.Wish{{Concern: concern, Quantity: 1}}, Persons: 1,
	}
	err := c.store.Serve(c.t.Context(), c.clerk, "Clara", clocktest.Now(), func(ctx context.Context, r dialogs.Records) (err error) {
		given, err = r.Do(ctx, command)
		return err
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return given
}

// waiting is how many wait at the office.
func (c *counter) waiting() int {
	c.t.Helper()
	facts, err := c.store.Facts(c.t.Context(), 0, clocktest.Now(), dialogs.Need{Line: c.town.Offices[0].ID})
	if err != nil {
		c.t.Fatal(err)
	}
	return len(facts.Line)
}

// People try to get tickets that nobody gave them, and the counter gives as many as
// it can: no ticket is for after closing time.
func TestAttackByTickets(t *testing.T) {
	t.Parallel()
	c := newCounter(t)
	eve := account{c.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
	for _, wish := range []string{"Wartemarke ziehen", "/marke", "/termin marke Personalausweis", "Ticket bitte", "/da"} {
		eve.Say(wish)
		eve.Rest()
	}
	eve.Forge(eve.Screen(), "1:ticket")
	eve.Rest()
	if n := c.waiting(); n != 0 {
		t.Errorf("%d wait without being given a ticket", n)
	}
	if given := c.gives("pickup-document"); !errors.Is(given.Refused, booking.ErrClosed) {
		t.Errorf("a ticket for a counter that has closed: %v", given.Refused)
	}
	many := 0
	for ; many < 500; many++ {
		given := c.gives("passport")
		if given.Refused == nil {
			continue
		}
		if !errors.Is(given.Refused, booking.ErrFull) {
			t.Errorf("no more tickets: %v", given.Refused)
		}
		break
	}
	o := c.town.Offices[0]
	today := o.Day(o.Today(clocktest.Now()), nil)
	length := o.Concerns[0].First
	t.Logf("tickets until the office is full: %d, of %v that desks serve in all", many, today.PublicTime())
	if most := int(today.PublicTime() / length); many == 0 || many > most {
		t.Errorf("%d tickets are given, want some, and %d at most", many, most)
	}
}

// Many scan the same code, guess numbers in chats and on pages, and come by links
// that are somebody else's. The ticket is of who was first, and stays theirs.
func TestAttackOnTickets(t *testing.T) {
	t.Parallel()
	c := newCounter(t)
	number := c.gives("passport").Appointment.Number
	ada := account{c.api.NewUser("Ada", "de"), "", "Ada Beispiel"}
	ada.Start(dialogs.TicketLink(number))
	ada.WaitFor("Ihre Wartemarke W1")
	var linked, told atomic.Int64
	all(times(200, 12), func(int) {
		eve := account{c.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
		eve.Start(dialogs.TicketLink(number))
		eve.Rest()
		if eve.shows("Ihre Wartemarke") || eve.tap("Nicht mehr warten") {
			linked.Add(1)
		}
		eve.Start(dialogs.HereLink)
		eve.Rest()
		if !eve.shows("Es steht kein Termin an") {
			told.Add(1)
		}
	})
	guesses := c.guessesInChats()
	found, asked := c.guessesOnPages()
	t.Logf("others who have the ticket: %d, who are registered at the door: %d; guesses of a chat: %d; pages asked for: %d, found: %d",
		linked.Load(), told.Load(), guesses, asked, found)
	if linked.Load()+told.Load() > 0 || guesses == 0 || guesses > 5 || found > 0 {
		t.Error("want 0, 0, 5 at most, and none found")
	}
	ada.Say("Wie lange noch?")
	ada.Rest()
	if !ada.shows("Sie sind an 1. Stelle") || c.waiting() != 1 {
		t.Errorf("her place is not what it was: %s", ada.Screen().Text)
	}
}

// guessesInChats is how many numbers a chat can try before it is told to wait, also
// by being erased in between.
func (c *counter) guessesInChats() (most int) {
	eve := account{c.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
	for range times(5, 2) {
		for i := range 12 {
			eve.Start(dialogs.TicketLink(guess(i)))
			eve.Rest()
			if eve.shows("Das waren zu viele Versuche") {
				break
			}
			most++
		}
		eve.Say("/loeschen")
		eve.tap("Ja")
	}
	return most
}

// guess is a number that no ticket is likely to have.
func guess(i int) booking.Number {
	return booking.NewNumber([8]byte{7: byte(i), 6: 1})
}

// guessesOnPages asks for the pages of tickets that nobody has, for links in mails
// and for those to rate a visit. What is not refused says nothing either.
func (c *counter) guessesOnPages() (found, asked int) {
	for i := range times(2000, 60) {
		for _, path := range []string{
			dialogs.TicketPath + string(guess(i)), "/termin/" + strings.Repeat("A", 31) + string(rune('A'+i%26)),
		} {
			status, body := c.get(path)
			asked++
			if status != http.StatusNotFound && status != http.StatusTooManyRequests || strings.Contains(body, fmt.Sprint("W", 1)) {
				found++
			}
		}
	}
	return found, asked
}
