package telegram_test

import (
	"fmt"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/telegram/telegramtest"
)

const (
	// betweenBookings is how often somebody books, and betweenReminders how
	// often somebody is reminded: with a notice by chat and one by mail each,
	// that is twenty notices due in a second.
	betweenBookings  = 500 * time.Millisecond
	betweenReminders = betweenBookings / remindersABooking
	// remindersABooking is how many are reminded while one books.
	remindersABooking = 4
)

// rush is the real program while some book and others are reminded, all of them
// by chat and by mail.
type rush struct {
	*load
	post *mailtest.Server

	mu    sync.Mutex
	said  map[int64]time.Time // when each chat was last sent a message
	files map[int64]time.Time // when each was sent the file of its appointment
}

func newRush(b *testing.B, bookings int) *rush {
	b.Helper()
	r := &rush{post: mailtest.New(b, true), said: map[int64]time.Time{}, files: map[int64]time.Time{}}
	r.load = newLoad(b, bookings*(1+remindersABooking), r.note, mailTo(r.post)...)
	return r
}

// mailTo is the program's environment for mails to go to a server.
func mailTo(post *mailtest.Server) []string {
	return []string{
		"SMTP_URL=smtp://" + mailtest.User + ":" + url.PathEscape(mailtest.Password) + "@" + post.Address,
		"MAIL_FROM=Bürgerbüro <termine@example.org>",
	}
}

func (r *rush) note(c telegramtest.Call) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case c.Code != 200:
		return
	case c.Method == "sendMessage":
		r.said[c.Chat] = c.At
	case c.Method == "sendDocument":
		r.files[c.Chat] = c.At
	}
}

// BenchmarkConfirmations is how long people who have booked wait for the
// confirmation, by chat and until the mail server has it, and how late others
// are reminded meanwhile. It has as many bookings as it has rounds.
func BenchmarkConfirmations(b *testing.B) {
	r := newRush(b, b.N)
	bookers, reminded := r.people[:b.N], r.people[b.N:]
	r.prepare(b.N)
	begin := clocktest.Now().Truncate(time.Millisecond).Add(3 * time.Second)
	planReminders(b, r.db, ids(reminded), begin, betweenReminders, "mail")
	b.ResetTimer()
	for i := range bookers {
		time.Sleep(clocktest.Until(begin.Add(time.Duration(i) * betweenBookings)))
		r.write(i, "buchen")
	}
	r.answered()
	mails := r.told(b.N)
	b.ReportMetric(0, "ns/op")
	var late, byChat, byMail []time.Duration
	for i, u := range reminded {
		due := begin.Add(time.Duration(i) * betweenReminders)
		late = append(late, r.said[u.ID].Sub(due), mails[mailOf(u.ID)].Sub(due))
	}
	for _, u := range bookers {
		byChat = append(byChat, r.files[u.ID].Sub(r.said[u.ID]))
		byMail = append(byMail, mails[mailOf(u.ID)].Sub(r.said[u.ID]))
	}
	r.reportAll(byChat, "s-to-chat")
	r.reportAll(byMail, "s-to-mail")
	r.reportAll(late, "s-late")
	if slices.Min(late) < 0 {
		b.Errorf("a reminder came %v early", -slices.Min(late))
	}
}

func ids(people []*telegramtest.User) []int64 {
	var all []int64
	for _, u := range people {
		all = append(all, u.ID)
	}
	return all
}

func mailOf(chat int64) string { return fmt.Sprintf("person%d@example.org", chat) }

// prepare leads the first so many people up to the last question, and has the
// others say hello.
func (r *rush) prepare(bookings int) {
	r.Helper()
	times := freeTimes(bookings)
	for i, u := range r.people {
		if i >= bookings {
			r.write(i, "/start")
			continue
		}
		words := typedWay(times[i].Format("2.1.2006"), times[i].Format("15.04"))
		words[len(words)-2] = mailOf(u.ID)
		for _, word := range words[:len(words)-1] {
			r.write(i, word)
		}
	}
	r.answered()
	r.mu.Lock()
	defer r.mu.Unlock()
	clear(r.said)
}

// told waits until everybody was told by chat and by mail, and returns when the
// mails came.
func (r *rush) told(bookings int) map[string]time.Time {
	r.Helper()
	came := map[string]time.Time{}
	for deadline := clocktest.Now().Add(time.Minute); clocktest.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		for _, m := range r.post.Mails() {
			came[m.To] = m.Came
		}
		r.mu.Lock()
		said, files := len(r.said), len(r.files)
		r.mu.Unlock()
		if len(came) == len(r.people) && said == len(r.people) && files == bookings {
			return came
		}
	}
	r.Fatalf("not everybody was told; %d had a mail\n%s", len(came), r.program.log)
	return nil
}

func (r *rush) reportAll(all []time.Duration, unit string) {
	slices.Sort(all)
	r.ReportMetric(all[0].Seconds(), unit+"-min")
	r.ReportMetric(all[len(all)/2].Seconds(), unit+"-p50")
	r.ReportMetric(all[len(all)*99/100].Seconds(), unit+"-p99")
}
