package command

import (
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// The attacks of docs/security.md, from outside of the program: accounts write
// to a bot that serves Werne, with mails and a database, while usual citizens
// do what they do. make attack runs them with full counts and prints what they
// got; the counts of the suite are small.

// besieged is a town under attack.
type besieged struct {
	*served
	t     *testing.T
	api   *telegramtest.Server
	post  *mailtest.Server
	town  booking.Town
	store *storage.Store // looks, and changes nothing

	database string
}

// besiege serves the sample's town.
func besiege(t *testing.T) *besieged {
	t.Helper()
	return besiegeOffice(t, "")
}

// besiegeOffice serves the town of an office file.
func besiegeOffice(t *testing.T, file string) *besieged {
	t.Helper()
	town, err := loadTown(file)
	if err != nil {
		t.Fatal(err)
	}
	b := &besieged{
		t: t, api: newAPI(t, telegramtest.Config{}), post: mailtest.New(t, true), town: town, database: storagetest.URL(t),
	}
	address := loopbacktest.Address(t)
	b.served = serveAt(t, address, "DATABASE_URL="+b.database, "OFFICE="+file, "WEB=true", "TELEGRAM_TOKEN="+b.api.Token, "TELEGRAM_API_URL="+b.api.URL,
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+b.post.Address,
		"MAIL_FROM=Bürgerbüro <termine@example.org>", "PUBLIC_URL=http://"+address)
	b.awaits("/readyz", http.StatusOK, "ready")
	b.store, err = storage.Open(t.Context(), b.database, town, clocktest.Now, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.store.Close)
	return b
}

// times is how many in full attacks, and how many in those of the suite.
func times(full, short int) int {
	if os.Getenv("ATTACK") != "" {
		return full
	}
	return short
}

// atOnce is how many of those who attack do something at the same time.
const atOnce = 8

// all has so many accounts do something, a few at a time.
func all(many int, do func(i int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range atOnce {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range many {
		next <- i
	}
	close(next)
	wait.Wait()
}

// account is somebody who writes to the bot.
type account struct {
	*telegramtest.User
	mail string // empty: none is given
	name string
}

// tap presses the first button whose label begins so; false where there is none.
func (a account) tap(prefix string) bool {
	for _, m := range a.newest() {
		for _, button := range slices.Concat(m.Buttons...) {
			if strings.HasPrefix(button.Text, prefix) {
				return a.TryTap(button.Text) == nil
			}
		}
	}
	return false
}

// shows tells whether one of the newest messages has a text.
func (a account) shows(text string) bool {
	return slices.ContainsFunc(a.newest(), func(m telegramtest.Message) bool { return strings.Contains(m.Text, text) })
}

// refusals is how the office says no.
var refusals = []string{"So oft wird hier", "kann ich hier nicht nehmen", "hat gerade jemand anders", "schon so viele Termine", "sehr oft Zeiten"}

// ends waits until something is done, or refused: a notice may come before the
// answer.
func (a account) ends(well string) bool {
	return a.until(func() bool { return a.shows(well) })
}

// newest is the messages since the account wrote last, the latest first: notices
// may stand below an answer.
func (a account) newest() (all []telegramtest.Message) {
	a.Rest()
	for _, m := range slices.Backward(a.Messages()) {
		if !m.FromBot {
			break
		}
		all = append(all, m)
	}
	return all[:min(len(all), 4)]
}

// asksTime says what for and when, so that the time is kept.
func (a account) asksTime(start time.Time) {
	a.Say("Personalausweis am " + start.Format("2.1.2006 um 15:04 Uhr"))
	a.Rest()
}

// holds tells whether a time is kept for the account.
func (a account) holds() bool { return a.shows("reserviert bis") }

// books gives name and address for the time that is kept.
func (a account) books() bool {
	if a.shows("Auf welchen Namen") && (a.mail != "" || !a.tap(a.name)) {
		a.Say(a.name)
	}
	if a.shows("Ihre E-Mail-Adresse, bitte") {
		switch {
		case a.mail == "":
			a.tap("Ohne E-Mail")
		case !a.tap("Wieder"):
			a.Say(a.mail)
		}
	}
	return a.tap("Verbindlich buchen") && a.ends("Gebucht!")
}

// cancels gives the latest appointment back.
func (a account) cancels() bool {
	a.Say("Meine Termine")
	press := func(button string) func() bool { return func() bool { return a.tap(button) } }
	return a.until(a.opens) && a.until(press("Absagen")) && a.until(press("Ja, absagen")) && a.ends("Danke, dass Sie Bescheid geben")
}

// until does something as soon as it can be done; false where the office says no.
func (a account) until(do func() bool) bool {
	for end := clocktest.Now().Add(patience); clocktest.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if do() {
			return true
		}
		if slices.ContainsFunc(refusals, a.shows) {
			return false
		}
	}
	return false
}

// opens shows the first appointment of the list.
func (a account) opens() bool {
	for _, day := range []string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Mo", "Di", "Mi", "Do", "Fr", "Sa"} {
		if a.tap(day) {
			return true
		}
	}
	return false
}

// spread picks one of the times for the nth account, all over the days.
func spread(from []time.Time, n, of int) time.Time { return from[(n*len(from)/of)%len(from)] }

// usualDay is what citizens do on any day; it says who of them was refused.
func (b *besieged) usualDay(many int) (refused []string) {
	b.t.Helper()
	var mu sync.Mutex
	all(many, func(i int) {
		citizen := account{b.api.NewUser("Usual", "de"), "", "Ursula Üblich"}
		citizen.Start("concern_id-card")
		for n := 0; n < 12 && !citizen.holds(); n++ { // somebody else may be faster
			if !b.proves(citizen) && !citizen.tap("Weiter") {
				citizen.opens()
			}
		}
		done := citizen.books()
		if done && i%3 == 0 {
			done = citizen.cancels()
		}
		if !done {
			mu.Lock()
			defer mu.Unlock()
			refused = append(refused, citizen.Screen().Text)
		}
	})
	return refused
}

var codeForm = regexp.MustCompile(`\b\d{6}\b`)

// proves answers the question for a mail address with an address of the
// account's own, and the code from the mail; false where it is not asked.
func (b *besieged) proves(a account) bool {
	if !a.shows("An welche E-Mail-Adresse darf der Code gehen") {
		return false
	}
	mail := "citizen" + a.User.Name + clocktest.Now().Format("150405.000000") + "@example.org"
	a.Say(mail)
	a.WaitFor("unterwegs")
	code := ""
	eventually(b.t, "the mail with the code", func() bool {
		i := slices.IndexFunc(b.post.Mails(), func(m mailtest.Mail) bool { return strings.Contains(string(m.Raw), mail) })
		if i >= 0 {
			code = codeForm.FindString(textPart(string(b.post.Mails()[i].Raw)))
		}
		return code != ""
	})
	a.Say(code)
	a.Rest()
	return true
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := clocktest.Now().Add(patience); clocktest.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Errorf("%s: never", what)
}
