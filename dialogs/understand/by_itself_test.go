package understand_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// TestAWishInAClauseOfItsOwnIsNotDrownedOut tells what people say beside something else that is
// clearer: it is taken or asked about, never only quoted. What is only mentioned is not.
func TestAWishInAClauseOfItsOwnIsNotDrownedOut(t *testing.T) {
	t.Parallel()
	r := understand.NewReader(directory(sample()))
	for _, c := range []struct {
		lang, text string
		want       []booking.ConcernID
		not        booking.ConcernID
	}{
		{"de", "Nach der Scheidung heiß ich wieder anders, das muss ins Melderegister und Perso und Pass brauch ich auch neu", []booking.ConcernID{"personal-data", "id-card", "passport"}, ""},
		{"de", "Ich brauche Papier für Familienkasse wer wohnt in Haus. Und Reisepass für Baby, Baby ist deutsch.", []booking.ConcernID{"cert-household", "passport"}, ""},
		{"de", "Mein Opa braucht die Lebensbescheinigung für die Rente aus Polen. Und sein Führerschein ist noch so ein grauer Lappen.", []booking.ConcernID{"cert-life", "licence-exchange"}, ""},
		{"en", "my husband and I would each like a passport, and he wants to take the old trailer off the road", []booking.ConcernID{"passport", "vehicle-off"}, ""},
		{"en", "before my move to Portugal I must deregister and take my Golf off the road", []booking.ConcernID{"deregister"}, ""},
		{"en", "Mum is 82 and needs a paper for her Dutch pension that she's alive. And her blue parking card runs out.", []booking.ConcernID{"cert-life", "parking-disabled"}, ""},
		{"en", "The registry office wants the certificate with marital status. My ID still shows my old address from before, please fix as well.", []booking.ConcernID{"cert-residence", "id-address"}, ""},
		{"de", "Gewerbe anmelden und dafür Führungszeugnis und den Auszug aus dem Gewerbezentralregister, alles an einem Tag bitte", []booking.ConcernID{"trade-registration", "conduct", "trade-record"}, ""},
		{"de", "Mein Bruder kommt mit, er will seinen Lieferwagen abmelden, und ich hol den neuen Führerschein, der ist da", []booking.ConcernID{"vehicle-off", "pickup-licence"}, ""},
		{"de", "Der Verein will ein Führungszeugnis, und sein Pass ist auch abgelaufen", []booking.ConcernID{"conduct", "passport"}, ""},
		{"de", "Außerdem braucht die Zusatzversorgung ein Lebenszeichen von mir mit Stempel. Und Oma will ihre Parkkarte für Behinderte verlängern.", []booking.ConcernID{"cert-life", "parking-disabled"}, ""},
		{"de", "Die Wohnung in Münster gibt es nicht mehr, die melde ich ab, und der Perso zeigt die falsche Straße", []booking.ConcernID{"id-address"}, ""},
		{"en", "I sold my camper so that needs abmelden, and I live in the Steinstraße and want the zone card for parking", []booking.ConcernID{"vehicle-off", "parking-resident"}, ""},
		{"de", "Keinen Umtausch vom Führerschein, ich brauch den fürs Ausland", []booking.ConcernID{"licence-abroad"}, "licence-exchange"},
		{"de", "Unser Sohn will alleine nach London fliegen, der hat noch gar keinen Pass", []booking.ConcernID{"passport"}, "passport-temporary"},
		{"de", "Sohn heiratet in Ungarn und braucht Bescheinigung dass er ledig ist und sein pass is auch abgelaufen", []booking.ConcernID{"cert-residence", "passport"}, ""},
		{"de", "Auto & mich ummelden", []booking.ConcernID{"vehicle-address", "register-single"}, ""},
		{"de", "Der alte Führerschein muss getauscht werden, zudem ihr Perso", []booking.ConcernID{"licence-exchange", "id-card"}, ""},
		{"en", "my boss asks for a clean record and they send me to the plant in Mexico so passport too", []booking.ConcernID{"conduct", "passport"}, ""},
		{"en", "I'm going to teach swimming to kids and open a small swim school. So the special certificate and the Gewerbe.", []booking.ConcernID{"conduct-extended", "trade-registration"}, ""},
		{"en", "all five of us need new passports and id cards", []booking.ConcernID{"family-documents"}, "id-card"},
		{"en", "my husband needs an ID card and my wife needs a new passport, both on thursday", []booking.ConcernID{"id-card", "passport"}, ""},
		{"de", "Ich komm aus Belgien, wohne seit Jahren hier und will mich im Internet bei Behörden ausweisen.", []booking.ConcernID{"eid-card"}, "register-single"},
		{"de", "standesamt hat unseren neuen ehenamen bestätigt, bitte übernehmen", []booking.ConcernID{"personal-data"}, "trade-registration"},
		{"de", "ich trainiere eine Jugendmannschaft und brauche ein Führungszeugnis", []booking.ConcernID{"conduct-extended"}, "conduct"},
		{"de", "wir kommen neue Stadt, Familie 4 Person, Anmeldung bitte", []booking.ConcernID{"register-family"}, "register-single"},
		{"de", "Perso ist noch gültig, ich brauche einen Reisepass", []booking.ConcernID{"passport"}, "id-card"},
	} {
		read := r.Read(c.text, understand.Context{Lang: c.lang, Expect: understand.ExpectWish, Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Now: 8 * 60})
		var got []booking.ConcernID
		for _, f := range read.Found {
			if v, is := f.Value.(understand.ConcernValue); is && !v.Negated {
				got = append(append(got, v.ID), v.Rivals...)
			}
		}
		for _, id := range c.want {
			if !slices.Contains(got, id) {
				t.Errorf("%q: found %s, want %s as well", c.text, got, id)
			}
		}
		if slices.Contains(got, c.not) {
			t.Errorf("%q: %s is only mentioned", c.text, c.not)
		}
	}
}
