package telegram_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/bot/telegram/telegramtest"
)

func TestWhatIsNoTextGetsAFriendlySentence(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika, otto := w.person("Erika"), w.person("Otto")
	walk(erika, "/start")
	walk(otto, "/start")
	for _, send := range []func(){
		func() { erika.SendSticker() },
		func() { erika.SendVoice() },
		func() { erika.SendPhoto("Mein alter Ausweis") },
		func() { erika.ShareContact("+49 2389 1") },
		func() { erika.ShareContactOf(otto, "+49 2389 2") },
	} {
		send()
		erika.WaitFor("Damit kann ich leider nichts anfangen")
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`)
}

func TestAContactIsTakenOnlyIfItIsOnesOwn(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	erika, otto := w.person("Erika Beispiel"), w.person("Otto")
	walk(erika, toReview.de[:6]...)
	erika.WaitFor("Auf welchen Namen?")
	erika.ShareContactOf(otto, "+49 2389 2")
	erika.WaitFor("Damit kann ich leider nichts anfangen")
	erika.ShareContact("+49 2389 1")
	erika.WaitFor("Ihre E-Mail-Adresse, bitte.")
	walk(erika, "Ohne E-Mail", "Verbindlich buchen")
	w.want(1, `SELECT count(*) FROM appointment WHERE name = 'Erika Beispiel' AND phone = '+49 2389 1' AND state = 'confirmed'`)
}

func TestInAGroupItSpeaksOfPrivacyOnly(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	group := w.api.NewGroup("Stammtisch", erika)
	group.Say(erika, "/termine")
	group.WaitFor("Termine sind Privatsache")
	group.Say(erika, "@termine_bot Reisepass")
	group.WaitFor("https://t.me/termine_bot")
	for _, data := range []string{"1:appointments", "0:home", "!1:cancel"} { // nobody's talk is shown to all
		group.Forge(erika, group.Messages()[len(group.Messages())-1], data)
	}
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL OR reason IS NOT NULL`)
	w.want(0, `SELECT count(*) FROM chat WHERE state IS NOT NULL`)
	for _, m := range group.Messages() {
		if m.FromBot && (len(m.Buttons) > 0 || strings.Contains(m.Text, "Worum geht es")) {
			t.Errorf("buttons in a group: %v", m)
		}
	}
	walk(erika, "/start")
	erika.WaitFor("Worum geht es?")
}

func TestWhoHasBlockedTheBotIsLeftInPeaceAndKeepsTheBooking(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	erika := w.person("Erika")
	walk(erika, booked.de...)
	erika.Block()
	w.want(1, `SELECT count(*) FROM chat WHERE unreachable_at IS NOT NULL`)
	w.clock.advance(time.Hour)
	w.reopen() // looks at once for what was left undrawn
	before := len(w.api.Calls("sendMessage", "editMessageText"))
	w.want(1, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
	erika.Unblock()
	w.want(0, `SELECT count(*) FROM chat WHERE unreachable_at IS NOT NULL`) // reminders go there again
	walk(erika, "/termine")
	erika.WaitFor("Welchen möchten Sie sehen?")
	if sent := len(w.api.Calls("sendMessage", "editMessageText")) - before; sent != 1 {
		t.Errorf("%d calls after the block, want 1", sent)
	}
}

func TestWhoBlocksInMidTurnIsNoted(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	walk(erika, "/start")
	erika.Say("Reisepass")
	erika.Deactivate()
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
	erika.TapNow("Abholung")
	w.want(1, `SELECT count(*) FROM chat WHERE unreachable_at IS NOT NULL`)
	w.api.Forgive()
}

func TestAStaleTapChangesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	erika := w.person("Erika")
	walk(erika, toReview.de...)
	review := erika.Screen()
	erika.TapOn(review, "Verbindlich buchen")
	erika.WaitFor("Gebucht!")
	erika.TapOn(review, "Verbindlich buchen")
	erika.WaitFor("Das war eine ältere Auswahl")
	erika.WaitFor("Gebucht!")
	walk(erika, "Meine Termine", "Di 24.11., 9:15 Uhr (PCF 86V)", "Absagen")
	really := erika.Screen()
	erika.Tap("Nein, behalten")
	erika.TapOn(really, "Ja, absagen")
	erika.WaitFor("Das war eine ältere Auswahl")
	w.want(1, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
}

func TestADoubleTapBooksOnce(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: way})
			erika := w.person("Erika")
			walk(erika, toReview.de...)
			review := erika.Screen()
			for range 5 {
				erika.TapOn(review, "Verbindlich buchen")
			}
			erika.WaitFor("Gebucht!")
			w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
			w.want(1, `SELECT count(*) FROM appointment`)
			w.want(1, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
		})
	}
}

func TestTwoPeopleWantTheSameTime(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook})
	// Thursday after four o'clock three desks are left that issue cards.
	crowd := []*telegramtest.User{w.person("Erika"), w.person("Otto"), w.person("Ada"), w.person("Max"), w.person("Eva"), w.person("Ali")}
	for _, u := range crowd {
		walk(u, toReview.de[:5]...)
	}
	for _, u := range crowd {
		u.Say("9.15")
	}
	got, other := 0, 0
	for _, u := range crowd {
		switch text := u.Screen().Text; {
		case strings.Contains(text, "Auf welchen Namen?"):
			got++
		case strings.Contains(text, "Nichts frei"), strings.Contains(text, "gerade jemand anders bekommen"):
			other++
		}
	}
	if got != 4 || other != 2 {
		t.Errorf("%d have the time and %d were told that others have it, want 4 and 2", got, other)
	}
}

func TestAnErasureLeavesNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	erika := w.person("Erika")
	walk(erika, booked.de...)
	w.want(1, `SELECT count(*) FROM person`)
	walk(erika, "/loeschen")
	erika.WaitFor("Wirklich alles löschen?")
	w.want(1, `SELECT count(*) FROM person`)
	erika.Tap("Ja, alles löschen")
	erika.WaitFor("Alles über Sie ist gelöscht")
	for _, gone := range []string{
		`SELECT count(*) FROM person`,
		`SELECT count(*) FROM chat`,
		`SELECT count(*) FROM notice`,
		`SELECT count(*) FROM inbox WHERE raw IS NOT NULL OR address <> ''`,
		`SELECT count(*) FROM appointment WHERE state <> 'cancelled'`,
		`SELECT count(*) FROM appointment WHERE name <> '-' OR mail <> '' OR mail_key <> '' OR phone <> '' OR holder IS NOT NULL`,
	} {
		w.want(0, gone)
	}
	w.want(1, `SELECT count(*) FROM appointment`)
}

func TestTheMenuSpeaksBothLanguages(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: polling})
	walk(w.person("Erika"), "/start")
	for lang, want := range map[string][]string{
		"":   {"start", "termine", "sprache", "hilfe", "datenschutz", "loeschen"},
		"de": {"start", "termine", "sprache", "hilfe", "datenschutz", "loeschen"},
		"en": {"start", "appointments", "language", "help", "privacy", "erase"},
	} {
		menu := map[string]bool{}
		w.eventually(func() bool {
			for _, c := range w.api.Commands("default", lang) {
				menu[c.Command] = c.Description != ""
			}
			return len(menu) > 0
		})
		for _, command := range want {
			if !menu[command] {
				t.Errorf("the menu in %q lacks /%s: %v", lang, command, menu)
			}
		}
	}
}

func TestTheLogHoldsIDsOnly(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: way})
			for _, method := range []string{"sendMessage", "editMessageText", "answerCallbackQuery"} {
				w.api.Fail(telegramtest.Fault{Kind: telegramtest.CutAfter, Method: method, Times: 2})
				w.api.Fail(telegramtest.Fault{Kind: telegramtest.BadGateway, Method: method, Times: 2})
			}
			erika := w.person("Erika-Nutzerin")
			walk(erika, "/start", "'Reisepass für Zwillinge", "/start", "Neu anfangen")
			walk(erika, booked.de...)
			w.api.Inject(`"message":{"message_id":17,"text":{"seventeen":"Geheimnis"},"chat":{"id":4711}}`)
			w.want(1, `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`)
			w.api.Heal()
			w.api.Forgive()
			log := w.log.String()
			for _, word := range []string{
				"Erika", "Beispiel", "erika@", "Nutzerin", "Zwillinge", "Geheimnis", "seventeen", "Guten Tag", "Reisepass",
				telegramtest.DefaultToken, strings.Split(telegramtest.DefaultToken, ":")[1], secret,
			} {
				if strings.Contains(log, word) {
					t.Errorf("the log holds %q:\n%s", word, log)
				}
			}
			if !strings.Contains(log, "update parked") {
				t.Errorf("the log holds nothing of what went wrong:\n%s", log)
			}
		})
	}
}
