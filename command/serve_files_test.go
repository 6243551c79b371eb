package command

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// TestAChangedOfficeFileCountsAtOnce changes the file of a running program: it
// is read when it has changed and when a signal asks for it, refused as a whole
// where something is wrong with it, and those it hits learn that at once.
func TestAChangedOfficeFileCountsAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "office.yaml")
	small, err := os.ReadFile("../office/testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(string(small))
	post, address, database := mailtest.New(t, true), loopbacktest.Address(t), storagetest.URL(t)
	s := serveAt(t, address, "DATABASE_URL="+database, "WEB=true", "OFFICE="+path,
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address,
		"MAIL_FROM=termine@example.org", "PUBLIC_URL=http://"+address)
	s.awaits("/readyz?verbose", http.StatusOK, "office files: ok")
	a := bookAhead(t, database, path)

	renamed := strings.Replace(string(small), "de: Ummelden,", "de: Umziehen,", 1)
	write(renamed)
	s.awaits("/anliegen/move?lang=de", http.StatusOK, "Umziehen")

	write(strings.Replace(renamed, "skill: pick-up", "skill: pick", 1))
	s.awaits("/readyz?verbose", http.StatusOK, "office files: refused")
	s.awaits("/metrics", http.StatusOK, "terminbote_office_files_refused 1")
	s.awaits("/anliegen/move?lang=de", http.StatusOK, "Umziehen")
	s.awaitsLog("office files refused")

	day := booking.DateOf(a.Span.Start, time.UTC).String()
	write(strings.Replace(renamed, "\nclosures:\n", "\nclosures:\n  - day: "+day+"\n    reason: {de: Rohrbruch, en: Burst pipe}\n", 1))
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.awaits("/readyz?verbose", http.StatusOK, "office files: ok")
	mustContain(t, awaitMail(t, post, 2), "Rohrbruch")
}

// bookAhead books an appointment straight into the database and waits for
// nothing.
func bookAhead(t *testing.T, database, path string) booking.Appointment {
	t.Helper()
	town, err := office.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	store, err := storage.Open(t.Context(), database, town, clocktest.Now, storage.Options{Channels: []string{"mail"}})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	chat, now := dialogs.Chat{Channel: "test", Address: "ada"}, clocktest.Now()
	var booked booking.Appointment
	err = store.Converse(t.Context(), chat, now, func(ctx context.Context, r dialogs.Records) error {
		booked, err = bookFirst(ctx, r, town.Offices[0], now)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return booked
}

// bookFirst books the first free time that is days away.
func bookFirst(ctx context.Context, r dialogs.Records, o *booking.Office, now time.Time) (booking.Appointment, error) {
	visit, err := o.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
	if err != nil {
		return booking.Appointment{}, err
	}
	day := o.Today(now).Add(3)
	starts := o.Day(day, nil).Starts(visit.Request(booking.Public), now)
	for len(starts) == 0 {
		day = day.Add(1)
		starts = o.Day(day, nil).Starts(visit.Request(booking.Public), now)
	}
	order := dialogs.Order{Office: o.ID, Start: starts[0], Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1}
	held, err := r.Do(ctx, dialogs.Hold{Order: order, Key: "1"})
	if err == nil && held.Refused != nil {
		err = held.Refused
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	done, err := r.Do(ctx, dialogs.Book{
		Order: order, Hold: held.Appointment.ID, Lang: "de",
		Contact: booking.Contact{Name: "Ada Lovelace", Mail: "ada@example.org"},
	})
	return done.Appointment, err
}
