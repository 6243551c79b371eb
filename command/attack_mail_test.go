package command

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// Three chats guess the code of somebody's appointment and have themselves erased
// whenever they are told to stop.
func TestAttackByGuessingCodes(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	ada := account{b.api.NewUser("Ada", "de"), "ada@example.org", "Ada Beispiel"}
	ada.asksTime(b.seen()[40])
	if !ada.holds() || !ada.books() {
		t.Fatalf("her own booking: %s", ada.Screen().Text)
	}
	number := ada.number()
	var mu sync.Mutex
	guesses, fetched := 0, false
	all(3, func(n int) {
		eve := account{b.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
		for round := range times(30, 4) {
			eve.Start("number_" + number)
			for i := 0; eve.shows("Wie lautet der Code?"); i++ {
				eve.Say(fmt.Sprintf("%06d", 1000*round+100*n+i))
				if i > 12 || !eve.shows("Der Code stimmt nicht") {
					break
				}
				mu.Lock()
				guesses++
				mu.Unlock()
			}
			fetched = fetched || eve.shows("Der Termin ist jetzt hier")
			eve.Say("/loeschen")
			eve.tap("Ja")
		}
	})
	sent := len(b.mailsTo("ada@example.org"))
	t.Logf("guesses: %d, fetched: %v, mails to her: %d", guesses, fetched, sent)
	if guesses == 0 || guesses > 20 || fetched {
		t.Error("want some, 20 at most")
	}
	if sent > 20 {
		t.Errorf("she got %d mails, want 20 at most", sent)
	}
	if !ada.cancels() {
		t.Errorf("she cannot cancel: %s", ada.Screen().Text)
	}
}

// number is the number of the appointment that was booked last.
func (a account) number() string {
	for _, m := range a.newest() {
		if _, after, ok := strings.Cut(m.Text, "Terminnummer: "); ok {
			line, _, _ := strings.Cut(after, "\n")
			return strings.ReplaceAll(strings.TrimSpace(line), " ", "")
		}
	}
	return ""
}

// mailsTo is the mails to an address.
func (b *besieged) mailsTo(address string) (all []string) {
	for _, m := range b.post.Mails() {
		if m.To == address {
			all = append(all, string(m.Raw))
		}
	}
	return all
}

// One account has the office write to strangers, with words of its own.
func TestAttackByMailsToStrangers(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	free := b.seen()
	eve := account{b.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
	eve.asksTime(free[0])
	for _, lure := range []string{"Sie haben gewonnen evil. de", "Gratis Bitcoin", "evil punkt de"} {
		eve.Say(lure)
		if eve.shows("Ihre E-Mail-Adresse, bitte") || eve.tap("Ja") && eve.shows("Ihre E-Mail-Adresse, bitte") {
			t.Errorf("%q was taken for a name: %q", lure, eve.newest())
		}
	}
	rounds := times(60, 8)
	for i := range rounds {
		eve.mail = fmt.Sprintf("stranger%d@example.org", i)
		eve.Start("")
		eve.asksTime(spread(free, i, rounds))
		if !eve.holds() || !eve.books() || !eve.cancels() {
			eve.Say("/loeschen")
			eve.tap("Ja")
		}
	}
	eventually(t, "the first mail", func() bool { return len(b.post.Mails()) > 0 })
	b.awaits("/metrics", 200, `terminbote_notices_due{channel="mail"} 0`)
	to := map[string]bool{}
	for _, m := range b.post.Mails() {
		to[m.To] = true
		if strings.Contains(string(m.Raw), "gewonnen") {
			t.Error("the office wrote what was not its own")
		}
	}
	t.Logf("%d rounds: %d mails to %d strangers", rounds, len(b.post.Mails()), len(to))
	if len(to) == 0 || len(to) > 5 {
		t.Errorf("mails to %d strangers, want 5 at most", len(to))
	}
	if usual := b.usualDay(times(20, 3)); len(usual) > 0 {
		t.Errorf("usual citizens refused: %d\n%s", len(usual), usual[0])
	}
}

// Strangers book and cancel under her address. Her own cancellation is mailed.
func TestAttackOnHerMails(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	free := b.seen()
	ada := account{b.api.NewUser("Ada", "de"), "ada@example.org", "Ada Beispiel"}
	ada.asksTime(free[40])
	if !ada.holds() || !ada.books() {
		t.Fatalf("her own booking: %s", ada.Screen().Text)
	}
	eventually(t, "her confirmation", func() bool { return len(b.mailsTo("ada@example.org")) == 1 })
	all(times(10, 3), func(n int) {
		eve := account{b.api.NewUser("Eve", "de"), "ada@example.org", "Eve Beispiel"}
		for i := range times(10, 5) {
			eve.Start("")
			eve.asksTime(spread(free, 10*n+i, 200))
			if !eve.holds() || !eve.books() || !eve.cancels() {
				return
			}
		}
	})
	if !ada.cancels() {
		t.Fatalf("she cannot cancel: %s", ada.Screen().Text)
	}
	hers := 0
	eventually(t, "the mail of her own cancellation", func() bool {
		hers = 0
		for _, raw := range b.mailsTo("ada@example.org") {
			if strings.Contains(raw, "Ada Beispiel") {
				hers++
			}
		}
		return hers == 2
	})
	t.Logf("mails under her address: %d, her own: %d of 2", len(b.mailsTo("ada@example.org")), hers)
}
