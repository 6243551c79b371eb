package web_test

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
)

func TestLookingChangesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	before := w.rows()
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		if p := w.ask(method, token, nil); p.status != http.StatusOK {
			t.Errorf("%s: %d", method, p.status)
		}
	}
	for _, query := range []string{"?do=cancel-yes", "?do=disown-yes", "?do=move-to+0"} {
		if p := w.get(token + query); p.title() != "Ihr Termin "+a.Number.String() {
			t.Errorf("%s: %q", query, p.title())
		}
	}
	for _, do := range []string{"", "cancel", "disown", "move", "what", "day", "day x", "time x", "move-to x", "move-to"} {
		if p := w.press(token, do); p.status != http.StatusOK {
			t.Errorf("%q: %d", do, p.status)
		}
	}
	if p := w.ask(http.MethodDelete, token, nil); p.status != http.StatusMethodNotAllowed {
		t.Errorf("DELETE: %d", p.status)
	}
	if diff := cmp.Diff(before, w.rows()); diff != "" {
		t.Errorf("looking changed what is stored:\n%s", diff)
	}
	if strings.Contains(w.log.String(), token) || strings.Contains(before, token) {
		t.Error("the token is in the log or the database")
	}
}

func TestThePageSpeaksThePersonsLanguage(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string][]string{
		"de": {`lang="de"`, "Ihr Termin ", "Bitte mitbringen", "Absagen", "openstreetmap.org"},
		"en": {`lang="en"`, "Your appointment ", "Please bring", "Cancel it", "openstreetmap.org"},
	} {
		w := newTown(t)
		_, token := w.booked(lang)
		p := w.get(token, "Accept-Language", "fr")
		for _, text := range want {
			if !strings.Contains(p.body, text) {
				t.Errorf("%s: no %q in\n%s", lang, text, p.body)
			}
		}
		if strings.Contains(p.body, "⟦") || strings.Contains(p.body, "ada@") || strings.Contains(p.body, "Ada") {
			t.Errorf("%s: gaps, or a name that a forwarded link need not tell:\n%s", lang, p.body)
		}
	}
}

func TestAnAppointmentIsCancelledInTwoSteps(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	second := w.mailed(a)
	asked := w.press(token, w.get(token).button(t, "cancel", 0))
	if state := w.state(a); state != booking.Confirmed {
		t.Fatalf("after one step it is %s", state)
	}
	done := w.press(token, asked.button(t, "cancel-yes", 0))
	if done.title() != "Der Termin ist abgesagt" || w.state(a) != booking.Cancelled {
		t.Errorf("after two steps: %q, %s", done.title(), w.state(a))
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND kind = 'cancelled'`, int64(a.ID)); n != 2 {
		t.Errorf("%d notices tell of it, want chat and mail", n)
	}
	if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND actor = 'letter' AND what = 'cancelled'`, int64(a.ID)); n != 1 {
		t.Errorf("the history has it %d times", n)
	}
	unknown := w.get(strings.Repeat("A", 32))
	for _, void := range []string{token, second} {
		for _, p := range []page{w.get(void), w.press(void, "cancel-yes"), w.press(void, "disown-yes")} {
			if p.status != http.StatusNotFound || p.body != unknown.body {
				t.Errorf("a void link shows %d:\n%s", p.status, p.body)
			}
		}
	}
}

func (w *town) state(a booking.Appointment) (s booking.State) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), `SELECT state FROM appointment WHERE id = $1`, int64(a.ID)).Scan(&s); err != nil {
		w.Fatal(err)
	}
	return s
}

func TestAnAppointmentIsMoved(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	days := w.press(token, w.get(token).button(t, "move", 0))
	times := w.press(token, days.button(t, "day", 1))
	ask := w.press(token, times.button(t, "time", 3))
	yes := ask.button(t, "move-to", 0)
	if moved := w.count(`SELECT sequence FROM appointment WHERE id = $1`, int64(a.ID)); moved != 0 {
		t.Fatal("it is moved before the last step")
	}
	for range 2 { // a second press does it no second time
		done := w.press(token, yes)
		if done.title() != "Ihr Termin "+a.Number.String() || !strings.Contains(done.body, "Der Termin ist verschoben.") {
			t.Errorf("after the last step:\n%s", done.body)
		}
	}
	if n := w.count(`
		SELECT count(*) FROM appointment WHERE id = $1 AND sequence = 1 AND starts = to_timestamp($2) AND name = 'Ada Lovelace'`,
		int64(a.ID), seconds(t, yes)); n != 1 {
		t.Errorf("it is not at the time chosen")
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND kind = 'moved'`, int64(a.ID)); n != 2 {
		t.Errorf("%d notices tell of it, want chat and mail", n)
	}
	if p := w.get(token); p.status != http.StatusOK {
		t.Errorf("the link ends with the move: %d", p.status)
	}
}

func seconds(tb testing.TB, do string) int64 {
	tb.Helper()
	_, digits, _ := strings.Cut(do, " ")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func TestATimeThatIsTakenLeadsToOthers(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("en")
	night := time.Date(2026, time.November, 24, 2, 0, 0, 0, time.UTC)
	for _, at := range []time.Time{night, monday.Add(-time.Hour), monday.AddDate(1, 0, 0)} {
		p := w.press(token, "move-to "+strconv.FormatInt(at.Unix(), 10))
		if !strings.Contains(p.body, "not free any more") || len(p.buttons()) < 3 {
			t.Errorf("%v:\n%s", at, p.body)
		}
	}
	if n := w.count(`SELECT sequence FROM appointment WHERE id = $1`, int64(a.ID)); n != 0 {
		t.Error("it was moved")
	}
}

func TestSomebodyElsesAppointmentIsReleasedAndForgotten(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	asked := w.press(token, w.get(token).button(t, "disown", 0))
	if w.state(a) != booking.Confirmed {
		t.Fatal("one step did it")
	}
	done := w.press(token, asked.button(t, "disown-yes", 0))
	if done.status != http.StatusOK || w.state(a) != booking.Cancelled {
		t.Errorf("%d %q, %s", done.status, done.title(), w.state(a))
	}
	for _, private := range []string{"Lovelace", "ada@example.org"} {
		if strings.Contains(w.rows(), private) {
			t.Errorf("%s is still stored", private)
		}
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND kind = 'cancelled' AND channel = 'test'`, int64(a.ID)); n != 1 {
		t.Errorf("who booked it is told %d times", n)
	}
}

func TestALinkLeadsNowhereBesidesItsAppointment(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	forged := []string{strings.Repeat("A", 32), token[:31], token + "A", "x", strings.ToUpper(token), "%00", strings.Repeat("%2e", 32)}
	body := ""
	for _, f := range forged {
		p := w.get(f)
		if p.status != http.StatusNotFound || !strings.Contains(p.body, w.office.Phone) || body != "" && p.body != body {
			t.Errorf("%q: %d\n%s", f, p.status, p.body)
		}
		body = p.body
	}
	w.now = a.Span.Start
	if p := w.get(token); p.status != http.StatusOK || len(p.buttons()) != 1 || p.buttons()[0] != "here" {
		t.Errorf("once it has begun one can only say that one is there: %d %v", p.status, p.buttons())
	}
	if w.press(token, "cancel-yes"); w.state(a) != booking.Confirmed {
		t.Error("it is cancelled after its beginning")
	}
	w.now = a.Span.End
	if p := w.get(token); p.status != http.StatusNotFound {
		t.Errorf("once it is over: %d", p.status)
	}
}

func TestPagesTellNobodyOfThem(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	for _, p := range []page{w.get(token), w.press(token, "cancel"), w.get("nothing")} {
		for header, want := range map[string]string{
			"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
		} {
			if got := p.header.Get(header); got != want {
				t.Errorf("%s: %q, want %q", header, got, want)
			}
		}
		policy := p.header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("the policy %q allows too much", policy)
		}
		if strings.Contains(p.body, " style=") || strings.Contains(p.body, "<style") || strings.Contains(p.body, "<script") {
			t.Error("the page has what its policy forbids")
		}
	}
}

func TestWhoAsksTooOftenWaits(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	for range 60 {
		w.get("guess")
	}
	if p := w.get(token); p.status != http.StatusTooManyRequests || p.header.Get("Retry-After") == "" {
		t.Errorf("after 60 pages: %d", p.status)
	}
	w.now = w.now.Add(time.Minute)
	if p := w.get(token); p.status != http.StatusOK {
		t.Errorf("a minute later: %d", p.status)
	}
}

func TestAFaultIsTold(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	w.store.Close()
	p := w.get(token)
	if p.status != http.StatusServiceUnavailable || !strings.Contains(p.body, w.office.Phone) {
		t.Errorf("%d\n%s", p.status, p.body)
	}
	if said := w.log.String(); said == "" || strings.Contains(said, token) {
		t.Errorf("logged: %q", said)
	}
}

func TestAnAddressHasSoManyMailsADay(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	most := w.office.Policy.MailsPerDay
	post := func(to string, notice int) error {
		_, err := w.store.Post(t.Context(), dialogs.Posting{To: to, Notice: booking.NoticeID(notice), Kind: booking.BookedNotice}, w.now)
		return err
	}
	for n := range most {
		for range 3 { // tries of one notice count once
			if err := post("a.da+x@gmail.com", n+1); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := post("ada@googlemail.com", most+1); !errors.Is(err, booking.ErrLimit) {
		t.Errorf("mail %d: %v", most+1, err)
	}
	if err := post("ada@googlemail.com", most); err != nil {
		t.Errorf("one more try of the last: %v", err)
	}
	if err := post("bob@example.org", most+2); err != nil {
		t.Errorf("somebody else: %v", err)
	}
	w.now = w.now.Add(24 * time.Hour)
	if err := w.store.TidyLetters(t.Context(), w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM letter`); n != 0 {
		t.Errorf("%d mails are remembered", n)
	}
	if err := post("ada@googlemail.com", most+1); err != nil {
		t.Errorf("a day later: %v", err)
	}
}

func TestTidyingKeepsTheLinksThatLeadSomewhere(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	w.tidyAt(a.Span.End.Add(-time.Minute))
	if p := w.get(token); p.status != http.StatusOK {
		t.Errorf("before its end: %d", p.status)
	}
	w.tidyAt(a.Span.End.Add(25 * time.Hour))
	if n := w.count(`SELECT count(*) FROM letter`); n != 0 {
		t.Errorf("%d mails are remembered after its end", n)
	}
}

func (w *town) tidyAt(now time.Time) {
	w.Helper()
	w.now = now
	if err := w.store.TidyLetters(w.Context(), now); err != nil {
		w.Fatal(err)
	}
}

// A link moves what staff booked as well, and what has no chat.
func TestAnAppointmentMadeByPhoneIsMovedToo(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	staff := storage.Actor{Staff: "clerk"}
	order := dialogs.Order{
		Office: w.office.ID, Start: w.free()[0],
		Wishes: []booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, Persons: 1,
	}
	held, err := w.store.Hold(t.Context(), staff, w.now, dialogs.Hold{Order: order})
	if err != nil {
		t.Fatal(err)
	}
	a, err := w.store.Book(t.Context(), staff, w.now, dialogs.Book{
		Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Bob", Mail: "bob@example.org"},
	})
	if err != nil {
		t.Fatal(err)
	}
	token := w.mailed(a)
	times := w.press(token, w.press(token, "move").button(t, "day", 1))
	w.press(token, w.press(token, times.button(t, "time", 0)).button(t, "move-to", 0))
	if n := w.count(`SELECT sequence FROM appointment WHERE id = $1`, int64(a.ID)); n != 1 {
		t.Error("it was not moved")
	}
}

// Who comes by the mail about a closure need not wonder whether it is true.
func TestAPageSaysThatTheOfficeIsClosedThen(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	if p := w.get(token); strings.Contains(p.body, "nicht bedienen") {
		t.Errorf("before:\n%s", p.body)
	}
	w.office.Calendar.Closures = append(w.office.Calendar.Closures, booking.Closure{
		Day: w.office.Today(a.Span.Start), Hours: booking.AllDay(), Reason: booking.Text{"de": "Rohrbruch"},
	})
	if p := w.get(token); !strings.Contains(p.body, "können wir Sie nicht bedienen. Das tut uns leid. Der Grund: Rohrbruch") {
		t.Errorf("after:\n%s", p.body)
	}
}

// Where the office is no more, the page offers nothing that leads nowhere.
func TestAPageSaysThatTheOfficeIsNoMore(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	others := office.Sample()
	others.Offices[0].ID = "another"
	w.start(others)
	p := w.get(token)
	if !strings.Contains(p.body, "gibt es nicht mehr") || strings.Contains(p.body, "Verschieben") {
		t.Errorf("the page:\n%s", p.body)
	}
	w.press(token, w.press(token, p.button(t, "cancel", 0)).button(t, "cancel", 0))
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'cancelled'`); n != 1 {
		t.Error("it is not cancelled")
	}
}

// Once an appointment has begun its page offers nothing that cannot be done any
// more, and a form that was left open does nothing.
func TestWhatHasBegunIsNotChanged(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	w.now = a.Span.Start.Add(time.Minute)
	before := w.rows()
	for _, do := range []string{"cancel", "cancel-yes", "move", "day " + w.office.Today(w.now).Add(1).String(), "disown", "disown-yes", "wait", "wait-yes"} {
		p := w.press(token, do)
		if p.status != http.StatusOK || !strings.Contains(p.body, a.Number.String()) || strings.Contains(p.body, `value="`+do) {
			t.Errorf("%s: %d, and the page is not the appointment's:\n%s", do, p.status, p.title())
		}
	}
	if w.rows() != before {
		t.Error("something changed")
	}
}

// Whatever the office says no with, a time that cannot be had leads to the others.
func TestATimeThatCannotBeHadLeadsToOthers(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	for name, start := range map[string]time.Time{
		"soon": w.now, "closed": a.Span.Start.Add(12 * time.Hour), "far": w.now.AddDate(1, 0, 0),
	} {
		p := w.press(token, "move-to "+strconv.FormatInt(start.Unix(), 10))
		if p.status != http.StatusOK || !slices.ContainsFunc(p.buttons(), func(do string) bool { return strings.HasPrefix(do, "day ") }) {
			t.Errorf("%s: %d %s %v", name, p.status, p.title(), p.buttons())
		}
	}
	if w.count(`SELECT count(*) FROM appointment WHERE sequence > 0`) != 0 {
		t.Error("it was moved")
	}
}
