package main

import (
	"testing"
	"time"

	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// bookAt books an identity card at a time of the 24th in somebody's chat.
func (k *talker) bookAt(clock, name string) {
	k.t.Helper()
	answer := k.say("personalausweis", "weiter", "1", "1", "weiter", "24.11.", clock, name, name+"@example.org", "ja")
	contains(k.t, answer, "Gebucht")
}

// The terminal tells nobody anything by itself, and says so; what the service
// offers is taken there all the same.
func TestWhoWaitsInTheTerminalIsToldWhereOffersComeFrom(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	erika, otto := chat(t, url), chat(t, url, "--as", "otto")
	otto.bookAt("9:15", "Otto")
	erika.bookAt("11:00", "Erika")
	joined := erika.say(
		"meine termine", "1", "Bescheid, wenn früher etwas frei wird", "an jedem Tag", "egal wann", "2 Wochen", "Ja, eintragen")
	contains(t, joined, "Von selbst kann ich mich hier nicht melden")
	otto.say("meine termine", "1", "absagen", "ja")

	service, err := storage.Open(t.Context(), url, office.Sample(), storage.Options{Channels: []string{"mail"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(service.Close)
	made, err := service.OfferTimes(t.Context(), time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC))
	if err != nil || made != 1 {
		t.Fatalf("the service makes %d offers, %v", made, err)
	}
	contains(t, erika.say("anfang", "meine termine", "Warteliste", "1"), "Für Sie reserviert bis")
	contains(t, erika.say("Ja, nehmen"), "Diese Zeit ist jetzt Ihre: Dienstag, 24. November, 9:15 Uhr")
	if erika.leave() != 0 || otto.leave() != 0 {
		t.Error("a chat failed")
	}
}
