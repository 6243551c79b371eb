package telegram_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// typedWay is a way to an appointment that can be typed without looking.
func typedWay(day, clock string) []string {
	return []string{
		"/start concern_id-card", "Was kostet das?", "Wo ist das?", "Wie lange dauert das?", "Brauche ich ein Foto?", day, clock,
		"Erika Beispiel", "ohne E-Mail", "buchen",
	}
}

// answeredOnce checks that each update was answered, and by one turn.
func (w *town) answeredOnce(updates int) {
	w.Helper()
	w.want(updates, `SELECT count(*) FROM inbox WHERE done_at IS NOT NULL`)
	w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL OR reason IS NOT NULL`)
	w.want(updates, `SELECT sum(turns) FROM chat`)
	w.want(0, `SELECT count(*) FROM chat WHERE drawn < turns`)
}

func TestWhatIsDeliveredThreeTimesIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: way, config: telegramtest.Config{Delivery: telegramtest.Delivery{Duplicates: 2}}})
			for i := range 8 {
				u := w.person(fmt.Sprint("Person ", i))
				for _, text := range typedWay("morgen", fmt.Sprintf("%d.15", 8+i%4)) {
					u.Say(text)
				}
			}
			w.answeredOnce(8 * 10)
			w.want(8, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
		})
	}
}

func TestWhatArrivesOutOfOrderIsAnsweredOnceAllTheSame(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook, config: telegramtest.Config{Delivery: telegramtest.Delivery{Duplicates: 2, Reorder: true}}})
	for i := range 8 {
		u := w.person(fmt.Sprint("Person ", i))
		for _, text := range typedWay("morgen", "9.15") {
			u.Say(text)
		}
	}
	w.answeredOnce(8 * 10)
}

func TestFaultsOfTheNetworkLoseNothing(t *testing.T) {
	t.Parallel()
	faults := map[string]telegramtest.Fault{
		"5xx":       {Kind: telegramtest.ServerError, Chance: 0.2},
		"html":      {Kind: telegramtest.BadGateway, Chance: 0.2},
		"cutbefore": {Kind: telegramtest.CutBefore, Chance: 0.2},
		"cutafter":  {Kind: telegramtest.CutAfter, Chance: 0.2},
		"429":       {Kind: telegramtest.TooMany, Chance: 0.1},
		"slow":      {Kind: telegramtest.Slow, Latency: 300 * time.Millisecond},
	}
	for name, fault := range faults {
		for _, way := range bothWays {
			t.Run(name+"/"+string(way), func(t *testing.T) {
				t.Parallel()
				w := newTown(t, setup{way: way})
				fault.Times = -1
				w.api.Fail(fault)
				erika, otto := w.person("Erika"), w.person("Otto")
				for i, text := range typedWay("morgen", "9.15") {
					erika.Say(text)
					otto.Say(typedWay("Donnerstag", "10.30")[i])
				}
				w.want(20, `SELECT count(*) FROM inbox WHERE done_at IS NOT NULL`)
				w.api.Heal()
				w.clock.advance(time.Minute) // so that what could not be drawn is drawn again
				w.answeredOnce(20)
				erika.WaitFor("Gebucht!")
				otto.WaitFor("Gebucht!")
				w.want(2, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
				w.api.Forgive() // a press's answer may have been lost for good
			})
		}
	}
}

func TestWhatCouldNotBeDrawnIsDrawnAgain(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t, setup{way: webhook})
	erika := w.person("Erika")
	walk(erika, "/start")
	w.api.Fail(telegramtest.Fault{Kind: telegramtest.CutBefore, Method: "sendMessage", Times: -1})
	erika.Say("Reisepass")
	w.want(1, `SELECT count(*) FROM chat WHERE turns = 2 AND drawn = 1`)
	w.now.close() // as if it had died between the commit and the call
	w.api.Heal()
	w.clock.advance(time.Minute)
	w.open()
	erika.WaitFor("Welche Zeit passt Ihnen?")
	erika.Tap("Tag aussuchen")
	erika.WaitFor("An welchem Tag?")
	w.want(1, `SELECT count(*) FROM chat WHERE turns = 3 AND drawn = 3`)
}

func TestTheDatabaseMayGoAndComeBack(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			database := storagetest.NewServer(t)
			w := newTown(t, setup{way: way, url: database.URL()})
			erika, otto := w.person("Erika"), w.person("Otto")
			for i, text := range typedWay("morgen", "9.15") {
				erika.Say(text)
				otto.Say(typedWay("Donnerstag", "10.30")[i])
				if i == 2 || i == 7 {
					database.Stop()
				}
				if i == 4 || i == 9 {
					time.Sleep(300 * time.Millisecond)
					database.Start()
				}
			}
			erika.WaitFor("Gebucht!")
			otto.WaitFor("Gebucht!")
			w.pool = connect(t, w.url)
			w.answeredOnce(20)
			w.want(2, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
		})
	}
}

func TestWhatCannotBeReadIsParkedAndTheRestGoesOn(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			w := newTown(t, setup{way: way})
			erika := w.person("Erika")
			walk(erika, "/start")
			chat := fmt.Sprint(erika.ID)
			w.api.Inject(`"message":{"message_id":17,"date":1,"text":17,"chat":{"id":` + chat + `,"type":"private"}}`)
			w.api.Inject(`"message":{"message_id":17,"chat":{"id":"nobody"}}`)
			w.api.Inject(`"message":42`)
			w.api.Inject(`"a_kind_of_tomorrow":{"chat":{"id":` + chat + `}}`)
			erika.WaitFor("Da ist bei mir etwas schiefgegangen")
			walk(erika, "'Reisepass")
			erika.WaitFor("Verstanden: Reisepass beantragen")
			w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
			w.want(1, `SELECT count(*) FROM inbox WHERE reason LIKE 'decode update:%' AND address = $1 AND raw IS NOT NULL`, chat)
			w.want(3, `SELECT count(*) FROM inbox WHERE address = '' AND reason IS NOT NULL`)
			w.want(2, `SELECT turns FROM chat`)
		})
	}
}

func TestAPanicParksOneUpdateOnly(t *testing.T) {
	t.Parallel()
	for _, way := range bothWays {
		t.Run(string(way), func(t *testing.T) {
			t.Parallel()
			var victim atomic.Value
			victim.Store("")
			w := newTown(t, setup{way: way, trip: func(chat string) {
				if victim.CompareAndSwap(chat, "") {
					panic("a fault \x00 of ours: \xff")
				}
			}})
			erika, otto := w.person("Erika"), w.person("Otto")
			walk(erika, "/start")
			walk(otto, "/start")
			victim.Store(fmt.Sprint(erika.ID))
			erika.Tap("Abholung")
			erika.WaitFor("Da ist bei mir etwas schiefgegangen")
			erika.Tap("Abholung")
			erika.WaitFor("Welches Anliegen haben Sie?")
			walk(otto, "'Reisepass")
			w.want(1, `SELECT count(*) FROM inbox WHERE reason LIKE 'panic:%'`)
			w.want(0, `SELECT count(*) FROM inbox WHERE done_at IS NULL`)
		})
	}
}

func TestReplicasShareTheWork(t *testing.T) {
	t.Parallel()
	w := newTown(t, setup{way: webhook, config: telegramtest.Config{Delivery: telegramtest.Delivery{Duplicates: 2}}})
	other := w.replica()
	defer other.close()
	w.now.telegram, other.telegram = other.telegram, w.now.telegram
	for i := range 8 {
		u := w.person(fmt.Sprint("Person ", i))
		for j, text := range typedWay("morgen", fmt.Sprintf("%d.15", 8+i%4)) {
			u.Say(text)
			w.door.lead([]*replica{w.now, other}[j%2].telegram)
		}
	}
	w.answeredOnce(8 * 10)
	w.want(8, `SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
}
