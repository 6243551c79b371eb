package command

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/booking/clocktest"
)

// A thousand new accounts wait for any time: each that is offered one keeps it from
// all others, declines, and waits for the next. They must not empty the calendar
// together, and nobody gets more than three offers in a row.
func TestAttackByWaiting(t *testing.T) {
	t.Parallel()
	c := newCrowd(t, times(1000, 40), times(4, 2))
	for round := range c.known {
		before, free := c.before, c.free
		c.known[round].waits()
		c.isOffered(c.known[round]) // who waits last is offered a time after all of the crowd
		seen, left, kept := len(c.seen()), c.capacity(), c.kept()
		c.decline()
		t.Logf("round %d: %d of %d accounts keep a time; times a newcomer sees: %d of %d (%.3f), minutes free: %d of %d (%.3f)",
			round+1, kept, len(c.eves), seen, before, float64(seen)/float64(before), left, free, float64(left)/float64(free))
		if float64(seen) < 0.8*float64(before) || float64(left) < 0.8*float64(free) {
			t.Error("want 0.8 of them at least")
		}
		if kept > c.share {
			t.Errorf("%d accounts keep a time, want %d at most", kept, c.share)
		}
	}
	most := 0
	for _, eve := range c.eves {
		most = max(most, eve.offers())
	}
	t.Logf("offers to one account in a row: %d", most)
	if most == 0 || most > 3 {
		t.Error("want some, and 3 at most")
	}
	if usual := c.usualDay(times(30, 3)); len(usual) > 0 {
		t.Errorf("usual citizens refused: %d\n%s", len(usual), usual[0])
	}
}

// crowd is new accounts that wait, and some who have booked before.
type crowd struct {
	*besieged
	eves, known  []account
	before, free int
	share        int // how many times all days have for newcomers who wait
}

func newCrowd(t *testing.T, many, known int) *crowd {
	t.Helper()
	changes := map[string]string{}
	if times(1, 0) == 0 { // few accounts reach the share of a few days
		changes = map[string]string{"newcomers_share: 20": "newcomers_share: 1", "horizon_days: 21": "horizon_days: 6"}
	}
	c := &crowd{besieged: besiegeOffice(t, openNow(t, changes)), eves: make([]account, many)}
	seen := c.seen()
	for i := range known {
		one := account{c.api.NewUser("Ada", "de"), "", "Ada Beispiel"}
		one.asksTime(spread(seen, i, known))
		if !one.holds() || !one.books() {
			t.Fatalf("she cannot book: %s", one.Screen().Text)
		}
		c.known = append(c.known, one)
	}
	c.booksEarlier()
	c.before, c.free, c.share = len(c.seen()), c.capacity(), c.newcomersShare()
	all(many, func(n int) {
		c.eves[n] = account{c.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
		if !c.eves[n].waits() {
			t.Errorf("she cannot wait: %s", c.eves[n].Screen().Text)
		}
	})
	return c
}

// booksEarlier has everything be booked so long ago that the people are known.
func (c *crowd) booksEarlier() {
	c.t.Helper()
	ctx := c.t.Context()
	conn, err := pgx.Connect(ctx, c.database)
	if err != nil {
		c.t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, `UPDATE appointment SET created_at = created_at - $1::interval`, 2*booking.KnownAfter); err != nil {
		c.t.Fatal(err)
	}
}

// newcomersShare is how many visits of a quarter of an hour newcomers may be offered
// on all days together: half of their share.
func (c *crowd) newcomersShare() (visits int) {
	o := c.town.Offices[0]
	today := o.Today(clocktest.Now())
	for day := today; !day.After(o.LastDay(clocktest.Now())); day = day.Add(1) {
		whole := o.Day(day, nil)
		of := whole.PublicTime() * time.Duration(max(1, o.Policy.Newcomers.Share/2)) / 100
		visits += max(3, int(of/(15*time.Minute)))
	}
	return visits
}

// isOffered waits until an account is offered a time, which is looked for every
// twenty seconds.
func (c *crowd) isOffered(a account) {
	c.t.Helper()
	for end := clocktest.Now().Add(4 * patience); !a.shows("Es ist etwas frei geworden"); time.Sleep(100 * time.Millisecond) {
		if clocktest.Now().After(end) {
			c.t.Fatalf("offered nothing: %s", a.Screen().Text)
		}
	}
}

// decline has all of the crowd decline what they are offered.
func (c *crowd) decline() {
	all(len(c.eves), func(n int) { c.eves[n].tap("Nein, danke") })
}

// offers is how many times an account was offered a time.
func (a account) offers() (many int) {
	for _, m := range a.Messages() {
		if strings.Contains(m.Text, "Es ist etwas frei geworden") {
			many++
		}
	}
	return many
}

// waits takes a place on the waiting list for an ID card at any time.
func (a account) waits() bool { return a.waitsFor("concern_id-card") }

func (a account) waitsFor(link string) bool {
	a.Start(link)
	a.Rest()
	for _, answer := range []string{"Tag aussuchen", "Bescheid, wenn", "an jedem Tag", "egal wann", "4 Wochen"} {
		if !a.tap(answer) {
			return false
		}
	}
	if !a.tap(a.name) {
		a.Say(a.name)
	}
	switch {
	case a.mail == "":
		a.tap("Ohne E-Mail")
	case a.shows("Ihre E-Mail-Adresse"):
		a.Say(a.mail)
	}
	return a.tap("Ja, eintragen") && a.ends("Sie stehen auf der Warteliste")
}

// One account takes place after place, erases itself and begins again; many do so
// under one mail address.
func TestAttackByPlaces(t *testing.T) {
	t.Parallel()
	b := besiegeOffice(t, openNow(t, nil))
	eve := account{b.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
	concerns := []string{"id-card", "passport", "id-card-temporary", "passport-temporary", "cert-registration", "cert-residence", "conduct"}
	atOnce, all := 0, 0
	for range times(6, 3) {
		at := 0
		for _, concern := range concerns {
			if eve.waitsFor("concern_" + concern) {
				at++
			}
		}
		atOnce, all = max(atOnce, at), all+at
		eve.Say("/loeschen")
		eve.tap("Ja")
	}
	under := 0
	for i := range times(30, 8) {
		other := account{b.api.NewUser("Eve", "de"), "eve@example.org", fmt.Sprint("Eve ", string(rune('A'+i%26)), "beispiel")}
		if other.waits() {
			under++
		}
	}
	t.Logf("places of one account at once: %d, in a day: %d; under one mail address: %d", atOnce, all, under)
	if atOnce != 5 || all != 10 || under != 5 {
		t.Error("want 5, 10 and 5")
	}
}
