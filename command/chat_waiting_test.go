package command

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// bookAt books an identity card at a time of the 24th in somebody's chat.
func (k *talker) bookAt(clock, name string) {
	k.t.Helper()
	answer := k.say("personalausweis", "24.11.", clock, name, name+"@example.org", "ja")
	contains(k.t, answer, "Gebucht")
}

// whoWaits is Erika, who waits in the terminal for something earlier than 11,
// and Otto's time at a quarter past nine, which he has given back.
func whoWaits(t *testing.T, url string) (erika *talker, joined string) {
	t.Helper()
	erika, otto := chat(t, url), chat(t, url, "--as", "otto")
	otto.bookAt("9:15", "Otto")
	erika.bookAt("11:00", "Erika")
	joined = erika.say(
		"meine termine", "1", "Bescheid, wenn früher etwas frei wird", "an jedem Tag", "egal wann", "2 Wochen", "Ja, eintragen")
	otto.say("meine termine", "1", "absagen", "ja")
	if otto.leave() != 0 {
		t.Error("the chat failed")
	}
	return erika, joined
}

// offering is the service on a database, with mails, when it has offered what
// there is.
func offering(t *testing.T, url string) *storage.Store {
	t.Helper()
	service, err := storage.Open(t.Context(), url, office.Sample(), mondayAtEight, storage.Options{Channels: []string{mail.Channel}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(service.Close)
	if made, err := service.OfferTimes(t.Context(), mondayAtEight()); err != nil || made != 1 {
		t.Fatalf("the service makes %d offers, %v", made, err)
	}
	return service
}

// mondayAtEight is when the chats take place.
func mondayAtEight() time.Time { return time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC) }

// The terminal tells nobody anything by itself, and says so; what the service
// offers is taken there all the same.
func TestWhoWaitsInTheTerminalIsToldWhereOffersComeFrom(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	erika, joined := whoWaits(t, url)
	contains(t, joined, "Von selbst kann ich mich hier nicht melden")
	offering(t, url)
	contains(t, erika.say("anfang", "meine termine", "Warteliste", "1"), "Für Sie reserviert bis")
	contains(t, erika.say("Ja, nehmen"), "Diese Zeit ist jetzt Ihre: Dienstag, 24. November, 9:15 Uhr")
	if erika.leave() != 0 {
		t.Error("the chat failed")
	}
}

// From the mail to the page to the new time, with everything real in between.
func TestAnOfferComesByMailAndIsTakenOnThePage(t *testing.T) {
	t.Parallel()
	database := storagetest.URL(t)
	erika, _ := whoWaits(t, database)
	service, post, mux := offering(t, database), mailtest.New(t, true), http.NewServeMux()
	web.Handle(mux, &web.Pages{Letters: service, Town: office.Sample().Current, Now: mondayAtEight, Log: slog.New(slog.DiscardHandler)})
	pages := httptest.NewServer(mux)
	t.Cleanup(pages.Close)
	deliver(t, service, post, pages.URL+web.Path)

	offer := awaitMail(t, post, 1)
	mustContain(t, offer, "Es ist etwas frei geworden!", "24. November 2026, 9:15 Uhr", "Für Sie reserviert bis 9:00 Uhr.")
	link := pageLink.FindString(offer)
	response, err := asking.PostForm(link, url.Values{"do": {"accept"}})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	page, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	mustContain(t, string(page), "Diese Zeit ist jetzt Ihre: Dienstag, 24. November 2026, 9:15 Uhr.")
	mustContain(t, awaitMail(t, post, 2), "Ihr Termin ist geändert.", "24. November 2026, 9:15 Uhr")
	contains(t, erika.say("anfang", "meine termine"), "Di 24.11., 9:15 Uhr")
	if erika.leave() != 0 {
		t.Error("the chat failed")
	}
}

// deliver mails what there is to tell until the test ends.
func deliver(t *testing.T, service *storage.Store, post *mailtest.Server, page string) {
	t.Helper()
	server, err := url.Parse("smtp://" + mailtest.User + ":" + url.PathEscape(mailtest.Password) + "@" + post.Address)
	if err != nil {
		t.Fatal(err)
	}
	at, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.New(mail.Settings{
		Server: server, From: "termine@example.org", Page: at, Now: mondayAtEight, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	m.Postbook = service
	courier := bot.Courier{Messengers: map[string]dialogs.Messenger{mail.Channel: m}, Now: mondayAtEight}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- service.RunNotices(ctx, courier, func(booking.NoticeKind, storage.Outcome) {})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}
