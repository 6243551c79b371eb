package storage_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// newRushWorld has an office that is used to few newcomers.
func newRushWorld(t *testing.T) *world {
	t.Helper()
	town := sample(8)
	town.Offices[0].Policy.Newcomers = booking.Newcomers{Least: 4, Most: 20, Share: 20, Hold: 5 * time.Minute}
	return newWorld(t, town)
}

// comes holds and gives back a time for each of many unknown people.
func (w *world) comes(many int, called string) {
	w.Helper()
	for i := range many {
		held := w.do(fmt.Sprint(called, i), hold(at(9, 0)))
		if held.Refused == nil {
			w.must(fmt.Sprint(called, i), dialogs.Release{Hold: held.Appointment.ID})
		}
	}
}

func (w *world) learn() {
	w.Helper()
	if err := w.LearnRush(w.Context(), w.now); err != nil {
		w.Fatal(err)
	}
}

// load is how an office fares, as its admin sees it.
func (w *world) load() dialogs.Rush {
	w.Helper()
	load, err := w.Load(w.Context(), w.now)
	if err != nil || len(load.Rushes) != 1 {
		w.Fatal(load.Rushes, err)
	}
	return load.Rushes[0]
}

// An office learns from its usual hours, and not from those in which somebody
// hoards.
func TestTheBrakeLearnsWhatIsUsual(t *testing.T) {
	t.Parallel()
	w := newRushWorld(t)
	w.now = morning.Truncate(time.Hour)
	w.comes(4, "usual")
	w.learn()
	if got := w.load(); got.Braked || got.Newcomers != 4 {
		t.Errorf("in a usual hour: %+v", got)
	}
	w.untold(false)
	w.now = w.now.Add(time.Hour + time.Minute)
	w.learn()
	if got := w.load(); got.Usual != 4 {
		t.Errorf("after a usual hour: %+v", got)
	}
	w.comes(8, "busy") // twice the usual
	w.refuse("one more", hold(at(10, 0)), booking.ErrUnproven)
	w.learn()
	if got := w.load(); !got.Braked {
		t.Errorf("in a rush: %+v", got)
	}
	w.untold(true)
	if since := w.plan().Staff.Braked; !since.Equal(w.now) {
		t.Errorf("staff see it since %v, want %v", since, w.now)
	}
	w.now = w.now.Add(time.Hour + time.Minute)
	w.learn()
	if got := w.load(); got.Braked || got.Usual != 4 {
		t.Errorf("after the rush: %+v", got)
	}
	w.untold(true)
	if !w.plan().Staff.Braked.IsZero() {
		t.Error("staff still see it")
	}
	w.must("one more", hold(at(10, 0)))
}

// Hours that nobody has counted, since the program was down, are counted later, from the
// full hour on to the next; and those in which the brake was on teach nothing.
func TestHoursThatNobodyCountedAreMadeUpFor(t *testing.T) {
	t.Parallel()
	w := newRushWorld(t)
	hour := morning.Truncate(time.Hour)
	w.now = hour.Add(20 * time.Minute)
	came := func(at time.Time, many int) {
		w.exec(`INSERT INTO deed (sender, what, office, at) SELECT 'b', what, office, $1 FROM generate_series(1, $2),
			(VALUES ('came', 'hall'), ('held', 'hall'), ('came', 'annex')) AS v (what, office)`, at, many)
	}
	came(hour, 50)
	came(hour.Add(-just), 1)
	came(hour.Add(-time.Hour), 1)
	came(hour.Add(-time.Hour-just), 3)
	came(hour.Add(-11*time.Hour-just), 7)
	came(hour.Add(-12*time.Hour-just), 99)
	w.exec(`INSERT INTO brake (office, usual, since) VALUES ('hall', 0, $1)`, hour.Add(-2*time.Hour))
	w.learn()
	var got []string
	for _, row := range w.left(`SELECT lpad((extract(epoch FROM $1 - hour) / 3600)::int::text, 2) || ': ' || newcomers || CASE WHEN braked THEN ' braked' ELSE '' END
		FROM rush WHERE office = 'hall'`, hour) {
		if !strings.HasSuffix(row, ": 0") {
			got = append(got, row)
		}
	}
	if diff := cmp.Diff([]string{" 1: 2 braked", " 2: 3 braked", "12: 7"}, got); diff != "" {
		t.Errorf("hours ago, and how many came:\n%s", diff)
	}
	if n := w.count(`SELECT count(*) FROM rush WHERE office = 'hall'`); n != 12 {
		t.Errorf("%d hours are counted, want 12", n)
	}
	if n := w.count(`SELECT usual FROM brake WHERE office = 'hall'`); n != 7 {
		t.Errorf("usual are %d, want those of the busiest hour without the brake", n)
	}
}

// untold holds that there is, or is not, something to tell staff, and tells it.
func (w *world) untold(want bool) {
	w.Helper()
	for _, want := range []bool{want, false} {
		if _, untold, err := w.BrakeUntold(w.Context(), "hall"); err != nil || untold != want {
			w.Errorf("something to tell: %v %v, want %v", untold, err, want)
		}
		if err := w.BrakeTold(w.Context(), "hall", w.now); err != nil {
			w.Fatal(err)
		}
	}
}

// plan is today as staff see it.
func (w *world) plan() dialogs.Facts {
	w.Helper()
	facts, err := w.Plan(w.Context(), "hall", monday, w.now)
	if err != nil {
		w.Fatal(err)
	}
	return facts
}

// Without a mail server nobody can prove anything: times are kept for a shorter
// while, and never more of a day than its share.
func TestWithoutMailNewcomersKeepAShareOfADay(t *testing.T) {
	t.Parallel()
	w := newRushWorld(t)
	store, err := storage.Open(t.Context(), w.pool.Config().ConnString(), booking.Town{Offices: []*booking.Office{w.office}}, w.present, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	w.Store = store
	kept := 0
	for i := range 60 { // 8 desks serve for 32 hours, a fifth of that is 384 minutes, or 25 times
		held := w.do(fmt.Sprint("hoarder ", i), hold(at(8+i/20, 15*(i%4))))
		if held.Refused == nil {
			kept++
			continue
		}
		if i < 20 {
			t.Fatalf("hoarder %d: %v", i, held.Refused)
		}
	}
	if kept != 25 {
		t.Errorf("newcomers keep %d times of a day, want 25", kept)
	}
	w.now = w.now.Add(5 * time.Minute) // as long as they are kept
	w.must("one more", hold(at(8, 0)))
}

// mails is what comes of mailing about an appointment.
func (w *world) mails(a booking.Appointment, notice int, kind booking.NoticeKind) error {
	w.Helper()
	_, err := w.Post(w.Context(), dialogs.Posting{
		To: a.Contact.Mail, Appointment: a.ID, Office: a.Office, Notice: booking.NoticeID(notice), Kind: kind,
	}, w.now)
	return err
}

// under books under somebody's mail address.
func (w *world) under(name, mail string, start time.Time) booking.Appointment {
	w.Helper()
	order := book(w.must(name, hold(start)), name)
	order.Contact.Mail = mail
	return w.must(name, order)
}

// What strangers cause under an address takes nothing from its owner, whether
// she has been here before or not.
func TestStrangersUseUpNoMailsOfHers(t *testing.T) {
	t.Parallel()
	w := newBudgetWorld(t)
	const hers = "ada@example.org"
	mine := w.under("ada", hers, at(8, 0))
	if err := w.mails(mine, 1, booking.BookedNotice); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(24 * time.Hour)
	day := monday.Add(2)
	for i := range 9 {
		a := w.under(fmt.Sprint("eve", i), hers, day.At(booking.Clock(8*60+15*i), berlin))
		_ = w.mails(a, 100+2*i, booking.BookedNotice)
		w.must(fmt.Sprint("eve", i), dialogs.Cancel{Appointment: a.ID})
		_ = w.mails(a, 101+2*i, booking.CancelledNotice)
	}
	stranger := w.under("mallory", hers, day.At(11*60, berlin))
	if err := w.mails(stranger, 200, booking.BookedNotice); !errors.Is(err, booking.ErrTooOften) {
		t.Errorf("one more of a stranger's: %v, want it to wait", err)
	}
	for i, kind := range []booking.NoticeKind{
		booking.BookedNotice, booking.MovedNotice, booking.CancelledNotice, booking.ReminderNotice, booking.ClosedNotice, booking.OfferNotice,
	} {
		if err := w.mails(mine, 300+i, kind); err != nil {
			t.Errorf("her own, %s: %v", kind, err)
		}
	}
	if err := w.mails(stranger, 400, booking.ClosedNotice); err != nil {
		t.Errorf("a closure: %v", err)
	}
	w.now = w.now.Add(24 * time.Hour)
	if err := w.mails(stranger, 200, booking.BookedNotice); err != nil {
		t.Errorf("a day later: %v", err)
	}
}

// A mail that has to be tried again and again counts as one.
func TestTriesOfAMailCountOnce(t *testing.T) {
	t.Parallel()
	w := newBudgetWorld(t)
	a := w.under("eve", "ada@example.org", at(8, 0))
	for notice := 1; notice <= 6; notice++ {
		for range 3 {
			if err := w.mails(a, notice, booking.BookedNotice); err != nil {
				t.Errorf("mail %d: %v", notice, err)
			}
		}
	}
	if err := w.mails(a, 7, booking.BookedNotice); !errors.Is(err, booking.ErrLimit) && !errors.Is(err, booking.ErrTooOften) {
		t.Errorf("one more than are allowed: %v", err)
	}
}

// newBudgetWorld sends few mails to an address.
func newBudgetWorld(t *testing.T) *world {
	t.Helper()
	town := sample(8)
	p := &town.Offices[0].Policy
	p.MailsPerDay, p.NewAddresses, p.PerMail = 6, 3, 20
	return newWorld(t, town)
}

// An office writes to few addresses an hour that nobody has answered from; the
// others wait, and those who have answered do not.
func TestNewAddressesWait(t *testing.T) {
	t.Parallel()
	w := newBudgetWorld(t)
	var last booking.Appointment
	for i := range 4 {
		last = w.under(fmt.Sprint("new", i), fmt.Sprintf("new%d@example.org", i), at(8, 15*i))
		if err := w.mails(last, i+1, booking.BookedNotice); (err != nil) != (i == 3) {
			t.Errorf("address %d: %v", i, err)
		}
	}
	if err := w.mails(last, 4, booking.BookedNotice); !errors.Is(err, booking.ErrTooOften) {
		t.Errorf("the fourth address: %v, want it to wait", err)
	}
	err := w.Converse(t.Context(), chat("new3"), w.now, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, dialogs.AskProof{Office: "hall", Mail: "new3@example.org", Lang: "de"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(time.Hour)
	if err := w.mails(last, 4, booking.BookedNotice); err != nil {
		t.Errorf("an hour later: %v", err)
	}
}

// Who says once that a mail is not for them is not written to for strangers any
// more, unless the office books for them.
func TestNotForMeHoldsForAll(t *testing.T) {
	t.Parallel()
	w := newBudgetWorld(t)
	const hers = "Ada+x@example.org"
	a := w.under("eve", hers, at(8, 0))
	token, err := w.Post(t.Context(), dialogs.Posting{To: hers, Appointment: a.ID, Office: "hall", Notice: 1, Kind: booking.BookedNotice}, w.now)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Disown(t.Context(), token, w.now); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"eve", "mallory"} {
		again := book(w.must(name, hold(at(9, 15*i))), name)
		again.Contact.Mail = "ada@example.org"
		w.refuse(name, again, booking.ErrAddresses)
	}
	w.refuse("mallory", dialogs.AskProof{Office: "hall", Mail: "ada@example.org"}, booking.ErrAddresses)
	clerk := storage.Actor{Staff: "frau-beispiel"}
	held, err := w.Hold(t.Context(), clerk, w.now, hold(at(10, 0)))
	if err != nil {
		t.Fatal(err)
	}
	order := book(held, "Ada")
	order.Contact.Mail = "ada@example.org"
	if _, err := w.Book(t.Context(), clerk, w.now, order); err != nil {
		t.Fatal(err)
	}
	again := book(w.must("ada", hold(at(11, 0))), "ada")
	w.must("ada", again)
}

// Many newcomers wait for any time. What they are offered is kept from
// others, so it counts for their share of each day. Who has booked before, or has
// proved an address, is offered a time all the same.
func TestNewcomersWhoWaitKeepAShareOfEachDay(t *testing.T) {
	t.Parallel()
	town := waitingTown(2)
	town.Offices[0].Policy.Newcomers = booking.Newcomers{Least: 600, Most: 600, Share: 1, Hold: 5 * time.Minute}
	town.Offices[0].Policy.Horizon = 1 // two days, with three times each for newcomers
	w := newWaitingWorld(t, town)
	w.booked("known", at(9, 0))
	w.now = w.now.Add(24 * time.Hour)
	for i := range 9 {
		w.must(fmt.Sprint("eve", i), wish(fmt.Sprint("eve", i)))
	}
	w.must("proven", wish("proven"))
	w.must("known", wish("known"))
	if _, err := w.pool.Exec(t.Context(), `
		UPDATE person SET proved = 'x' WHERE id = (SELECT person FROM wait WHERE name = 'proven')`); err != nil {
		t.Fatal(err)
	}
	for range 2 { // and not more of them later
		w.match()
		if got := w.offersToNewcomers(9); len(got) == 0 || slices.Max(got) > 3 {
			t.Errorf("newcomers are offered so many times of each day: %v, want 3 at most", got)
		}
	}
	w.offer("proven")
	w.offer("known")
	if held := w.do("one more", hold(w.offer("eve0").Span.Start)); held.Refused == nil {
		t.Error("a newcomer keeps one more time of that day by themselves")
	}
}

// Who waits to move what they have keeps no more from others than before, so they are
// none of the newcomers, however short a time ago they booked it.
func TestWhoMovesWhatTheyHaveIsNoNewcomer(t *testing.T) {
	t.Parallel()
	town := waitingTown(2)
	town.Offices[0].Policy.Newcomers = booking.Newcomers{Least: 600, Most: 600, Share: 1, Hold: 5 * time.Minute}
	town.Offices[0].Policy.Horizon = 1
	w := newWaitingWorld(t, town)
	late := w.booked("mover", monday.Add(1).At(11*60+30, berlin))
	for i := range 9 {
		w.must(fmt.Sprint("eve", i), wish(fmt.Sprint("eve", i)))
	}
	w.must("mover", improve(late))
	for range 2 {
		w.match()
	}
	w.offer("mover")
	if got := w.offersToNewcomers(9); len(got) == 0 || slices.Max(got) > 3 {
		t.Errorf("newcomers are offered so many times of each day: %v, want 3 at most", got)
	}
}

// offersToNewcomers is how many times so many are offered, on each day with any.
func (w *world) offersToNewcomers(many int) []int {
	w.Helper()
	days := map[booking.Date]int{}
	for i := range many {
		for _, place := range w.places(fmt.Sprint("eve", i)) {
			if place.Offer != nil {
				days[booking.DateOf(place.Offer.Span.Start, berlin)]++
			}
		}
	}
	return slices.Collect(maps.Values(days))
}

// A brake that is on is put off once nobody comes any more, also where nothing was
// usual.
func TestTheBrakeEndsWhereNobodyComes(t *testing.T) {
	t.Parallel()
	w := newRushWorld(t)
	w.exec(`INSERT INTO brake (office, usual, since) VALUES ('hall', 0, $1)`, w.now.AddDate(0, 0, -2))
	w.learn()
	if n := w.count(`SELECT count(*) FROM brake WHERE office = 'hall' AND since IS NULL`); n != 1 {
		t.Error("it is on still")
	}
	w.untold(true)
}

// Who has proved an address books under it though its owner wants no mails of what others
// book, and that is no welcome to the others.
func TestAProofIsNoWelcomeForOthers(t *testing.T) {
	t.Parallel()
	c := newCounting(t)
	const box = `sha256('eve@example.org')`
	c.exec(`DELETE FROM deed WHERE sender NOT IN ('b', 'y')`)
	c.insert("mailbox", row{"mailbox": box, "refused": instant(c.now), "seen": instant(c.now)}, 1, 1)
	c.refuse("eve", wish("eve"), booking.ErrAddresses)
	c.insert("deed", row{"sender": c.eve, "what": `'proved'`, "at": instant(c.now), "mailbox": box}, 1, 1)
	c.must("eve", wish("eve"))
	c.under("eve", "eve@example.org", at(10, 0))
	c.refuse("mallory", dialogs.AskProof{Office: "hall", Mail: "eve@example.org"}, booking.ErrAddresses)
	other := wish("mallory")
	other.Contact.Mail = "Eve+x@example.org"
	c.refuse("mallory", other, booking.ErrAddresses)
	c.must("mallory", wish("mallory"))
}

// Where nobody can book any more, nothing is usual and no brake is put on.
func TestAnOfficeThatIsNoMoreLearnsNothing(t *testing.T) {
	t.Parallel()
	w := newRushWorld(t)
	w.comes(2, "usual")
	w.booked("ada", at(10, 0))
	elsewhere := *w.office
	elsewhere.ID = "elsewhere"
	w.now = w.now.Add(time.Hour)
	w.none(w.reopen(booking.Town{Offices: []*booking.Office{&elsewhere}}).LearnRush(t.Context(), w.now))
	for office, want := range map[string]bool{"hall": false, "elsewhere": true} {
		if got := w.count(`SELECT count(*) FROM rush WHERE office = $1`, office) > 0; got != want {
			t.Errorf("%s learns: %v", office, got)
		}
	}
}
