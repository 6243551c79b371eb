package dialogs_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// asked is a question at a step of a talk, and a part of the sentence that
// answers it to the point.
type asked struct {
	lang, step, question, answer string
}

// A question is answered to the point at every step; the open question stands
// again afterwards, and nothing else has changed.
func TestQuestionsAreAnsweredAtEveryStep(t *testing.T) {
	t.Parallel()
	talks := talksAtSteps(t)
	for _, q := range questionsAsked {
		t.Run(q.step+"/"+q.lang+"/"+q.question, func(t *testing.T) {
			t.Parallel()
			talk, ok := talks[q.step]
			if !ok {
				t.Fatalf("no talk stands at %s", q.step)
			}
			talk.state.Lang = q.lang
			talk.check(t, q)
		})
	}
}

func (v visitor) check(t *testing.T, q asked) {
	t.Helper()
	before := v.turn(t, dialogs.Sent{})
	after := before.say(t, q.question)
	after.state.Inquired, after.state.Echo = before.state.Inquired, before.state.Echo // the question itself is remembered
	if said := after.remarkedText(q.lang); !strings.Contains(said, q.answer) {
		t.Errorf("%q is answered\n%s\nwant in it: %s", q.question, said, q.answer)
	}
	after.state.Revision = before.state.Revision
	if !sameJSON(t, before.state, after.state) {
		t.Errorf("%q changes the talk from %+v to %+v", q.question, before.state, after.state)
	}
	if printer := locales.For(q.lang); before.step != after.step || printer.Say(before.view.Ask) != printer.Say(after.view.Ask) {
		t.Errorf("after %q at %s %s stands open: %s", q.question, before.step, after.step, printer.Say(after.view.Ask))
	}
	if len(after.commands) > 0 {
		t.Errorf("%q leads to %v", q.question, after.commands)
	}
}

// remarkedText is the latest remarks as they are read.
func (v visitor) remarkedText(lang string) string {
	var lines []string
	for _, r := range v.remarks {
		lines = append(lines, locales.For(lang).Say(r))
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "\u00a0", " ")
}

func sameJSON(t *testing.T, a, b dialogs.State) bool {
	t.Helper()
	one, err := a.Encode()
	if err != nil {
		t.Fatal(err)
	}
	other, err := b.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(one, other)
}

// talksAtSteps is talks at the sample office that stand at different steps,
// on Monday at eight.
func talksAtSteps(tb testing.TB) map[string]visitor {
	tb.Helper()
	wishes := []booking.Wish{{Concern: "id-card", Quantity: 2}}
	start := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	day := booking.Date{Year: 2026, Month: time.November, Day: 24}
	chosen := dialogs.Draft{Wishes: wishes, Picked: true, Persons: 2, Informed: true, Office: "werne"}
	timed := chosen
	timed.Day, timed.Start = day, start
	named := timed
	named.Name = "Petra Schmidt"
	whole := named
	whole.Mail = "petra@example.org"
	talks := map[string]visitor{"greeting": arrive(tb, office.Sample())}
	for step, d := range map[string]dialogs.Draft{"when": chosen, "name": timed, "mail": named, "review": whole} {
		v := arrive(tb, office.Sample())
		v.state.Draft = d
		talks[step] = v
	}
	talks["appointments"] = withAppointment(tb, start)
	return talks
}

// withAppointment is somebody who looks at the list with their one
// appointment.
func withAppointment(tb testing.TB, start time.Time) visitor {
	tb.Helper()
	v := arrive(tb, office.Sample())
	o := v.memory.Town().Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: "passport", Quantity: 1}}, 1)
	if err != nil {
		tb.Fatal(err)
	}
	v.memory.Put(booking.Appointment{
		Office: o.ID, Desk: o.Desks[0].ID, Span: booking.Span{Start: start, End: start.Add(visit.Length())}, State: booking.Confirmed,
		Persons: 1, Holder: 1, Number: "K7M4QX", Items: visit.Items(), Skills: visit.Skills(),
	})
	v.state.Screen = "appointments"
	return v
}

var questionsAsked = []asked{
	// What becomes of a booking, before and after.
	{"de", "greeting", "Kann ich den Termin später noch absagen?", "bis der Termin beginnt"},
	{"de", "review", "und wenn mir was dazwischenkommt?", "bis der Termin beginnt"},
	{"de", "mail", "bekomme ich eine Bestätigung?", "Am Tag davor um 17:00 Uhr erinnern wir Sie"},
	{"de", "when", "wie weit im Voraus kann ich buchen?", "Gebucht wird zurzeit bis"},
	{"en", "greeting", "can I change it later?", "until the appointment begins"},
	{"en", "greeting", "will you remind me?", "On the day before"},
	// What people call by less than its name, and what they want told.
	{"de", "when", "wie lange dauert sowas?", "Fertig ist er"},
	{"de", "when", "muss der Vater mit?", "wer sonst das Sorgerecht hat, unterschreibt"},
	{"de", "mail", "schick mir nochmal die Adresse", "Konrad-Adenauer-Platz 1"},
	// What it costs, each rate by its name.
	{"de", "greeting", "Was kostet ein Reisepass?", "Gebühr für Reisepass beantragen: 70,00 € ab 24 Jahren, 37,50 € unter 24 Jahren"},
	{"de", "greeting", "Wie teuer ist ein neuer Personalausweis?", "27,60 € unter 24 Jahren"},
	{"de", "greeting", "was kostet ein führungszeugnis", "Gebühr für Führungszeugnis: kostenlos für Ehrenamt mit Nachweis, sonst 13,00 €"},
	{"de", "greeting", "ist die wohnung anmelden kostenlos?", "kostet nichts"},
	{"de", "greeting", "was kostet das?", "Das kommt auf das Anliegen an"},
	{"de", "greeting", "wie viel kostet ein pass mit express?", "auf Wunsch: Express 32,00 €"},
	{"de", "when", "was kostet das", "Zusammen: 55,20–92,00 €"},
	{"de", "when", "und was kostet ein Reisepass?", "Gebühr für Reisepass beantragen"},
	{"de", "review", "kostet das was?", "46,00 € ab 24 Jahren"},
	{"de", "appointments", "was kostet das?", "Gebühr für Reisepass"},
	{"en", "greeting", "how much is a passport?", "€37.50 (under 24)"},
	{"en", "name", "how much will it be?", "€46.00 (24 or older)"},
	// What to bring.
	{"de", "greeting", "Was muss ich für den Reisepass mitbringen?", "Geburtsurkunde, wenn es der erste Pass ist"},
	{"de", "greeting", "welche unterlagen brauche ich für das führungszeugnis", "Für Führungszeugnis"},
	{"de", "when", "was muss man mitbringen?", "Digitales Passfoto"},
	{"de", "name", "und was muss ich mitbringen?", "Für Personalausweis beantragen (2‑mal) bringen Sie bitte mit:"},
	{"de", "appointments", "was muss ich mitbringen?", "Für Reisepass beantragen bringen Sie bitte mit:"},
	{"en", "mail", "what do I have to bring?", "For Apply for an ID card (2 times) please bring:"},
	{"de", "greeting", "Brauche ich ein Foto für den Ausweis?", "Ja, ein Foto gehört dazu. Digitales Passfoto"},
	{"de", "review", "brauch ich ein passbild", "Terminal im Wartebereich"},
	{"de", "greeting", "brauche ich ein foto für die meldebescheinigung?", "Ein Foto brauchen Sie dafür nicht"},
	{"en", "greeting", "do I need a photo for my ID card?", "a photo is needed"},
	{"de", "when", "gibt es da ein formular?", "Zustimmungserklärung"},
	// How long, when ready, who has to come.
	{"de", "greeting", "Wie lange dauert der Termin für einen Personalausweis?", "dauert 15 Minuten"},
	{"de", "when", "wie lange dauert der termin", "Der Termin dauert 30 Minuten"},
	{"en", "review", "how long will it take?", "30 minutes"},
	{"de", "greeting", "wann ist der reisepass fertig?", "im Express nach wenigen Tagen"},
	{"de", "mail", "wie lange dauert es bis der ausweis fertig ist?", "zwei bis drei Wochen"},
	{"de", "greeting", "wie schnell kriege ich ein führungszeugnis", "ein bis zwei Wochen mit der Post"},
	{"en", "greeting", "when will my passport be ready", "as express after a few days"},
	{"de", "greeting", "Kann ich das Führungszeugnis auch im Internet beantragen?", "https://www.fuehrungszeugnis.bund.de/"},
	{"de", "when", "geht das auch online?", "Online geht es nicht"},
	{"de", "greeting", "geht das auch online?", "Das kommt auf das Anliegen an"},
	{"en", "when", "can I do this online?", "It cannot be done online"},
	{"de", "greeting", "kann meine frau den ausweis für mich abholen?", "Vollmacht"},
	{"de", "review", "kann ich meine schwester schicken?", "das kann niemand für Sie erledigen"},
	{"en", "review", "can my mum come instead of me?", "nobody can do this for you"},
	{"de", "greeting", "was ist eine meldebescheinigung?", "Bestätigt, wo Sie gemeldet sind"},
	{"de", "name", "was ist eine auskunftssperre?", "gibt das Amt Ihre Adresse nicht mehr"},
	// When the office is open.
	{"de", "greeting", "habt ihr samstags auf?", "Samstag: immer geschlossen"},
	{"de", "name", "habt ihr am Samstag offen?", "Samstag, 28. November: geschlossen"},
	{"de", "when", "seid ihr freitag nachmittag da", "8:00 Uhr bis 12:30 Uhr"},
	{"de", "when", "bis wann habt ihr donnerstags geöffnet", "Donnerstag: 8:00 Uhr bis 18:00 Uhr"},
	{"de", "greeting", "ist heute offen?", "heute bis 16:00 Uhr"},
	{"de", "greeting", "wann macht ihr morgen auf", "Dienstag, 24. November: 8:00 Uhr bis 16:00 Uhr"},
	{"de", "greeting", "habt ihr gerade auf?", "Jetzt ist geöffnet"},
	{"de", "mail", "Ist an Heiligabend zu?", "geschlossen (Heiligabend)"},
	{"de", "greeting", "habt ihr am 25.12. offen?", "Weihnachtstag"},
	{"de", "greeting", "haben sie zwischen weihnachten und neujahr geöffnet?", "Montag, 28. Dezember: 8:00 Uhr bis 16:00 Uhr"},
	{"de", "greeting", "habt ihr Karfreitag auf?", "26. März: geschlossen"},
	{"de", "greeting", "habt ihr rosenmontag nachmittag geöffnet?", "Zu dieser Uhrzeit ist geschlossen"},
	{"de", "greeting", "habt ihr nächste woche normal auf?", "Donnerstag, 3. Dezember: 8:00 Uhr bis 18:00 Uhr"},
	{"en", "greeting", "are you open on Saturday?", "Saturday, 28 November: closed"},
	{"en", "mail", "what time do you close on Friday", "8:00 to 12:30"},
	{"en", "greeting", "are you open on weekends", "closed"},
	// Where, and how to get there.
	{"de", "greeting", "wo ist das bürgerbüro?", "Konrad-Adenauer-Platz 1"},
	{"de", "mail", "wo ist das überhaupt", "Stadthaus, Erdgeschoss"},
	{"de", "when", "gibts da parkplätze", "Parkscheibe"},
	{"de", "review", "wie komme ich da hin mit dem bus?", "Haltestelle Stadthaus"},
	{"de", "greeting", "ist es barrierefrei?", "keine Stufen"},
	{"de", "name", "Kommt man mit dem Rollstuhl rein?", "keine Stufen"},
	{"de", "review", "kann man mit Karte zahlen?", "Girocard"},
	{"de", "greeting", "kann ich auch ohne termin kommen?", "Wartemarke"},
	{"en", "when", "where do I have to go", "Konrad-Adenauer-Platz 1"},
	{"en", "greeting", "is there parking nearby", "parking disc"},
	{"en", "greeting", "do you take credit cards?", "girocard"},
	{"en", "greeting", "can I just walk in?", "queue ticket"},
	// About the assistant and the data.
	{"de", "name", "wozu brauchen sie meinen namen?", "Mit dem Namen findet das Amt Ihren Termin"},
	{"de", "mail", "wofür braucht ihr die mail?", "Es geht auch ohne"},
	{"de", "greeting", "wer sieht meine daten?", "https://www.werne.de/de/datenschutz/"},
	{"de", "review", "bist du ein mensch?", "kein Mensch"},
	{"de", "greeting", "Welche Sprachen kannst du?", "Deutsch und English"},
	{"de", "greeting", "Welche Leistungen bietet ihr an?", "Hier bekommen Sie einen Termin für"},
	{"de", "name", "wie ist eure telefonnummer?", "02389 71-333"},
	{"en", "mail", "what do you need my email for", "It works without one, too"},
	{"en", "name", "are you a real person?", "I am a program"},
	{"en", "greeting", "which languages do you understand", "Deutsch and English"},
	// What is free, and what is booked.
	{"de", "greeting", "wann ist der nächste freie termin?", "Montag, 23. November: 9:00 Uhr"},
	{"de", "greeting", "wann ist der nächste freie termin bei euch?", "Montag, 23. November: 9:00 Uhr"},
	{"de", "greeting", "habt ihr freitag noch was frei?", "Freitag, 27. November: 8:00 Uhr"},
	{"de", "review", "habt ihr samstag noch was frei?", "Dann ist leider nichts frei. Das Nächste:\nFrei ist etwas am Montag"},
	{"de", "appointments", "um wie viel uhr war das nochmal mein termin?", "Dienstag, 24. November, 10:00 Uhr: Reisepass beantragen, Terminnummer K7M 4QX"},
	{"de", "greeting", "um wie viel uhr war das nochmal mein termin?", "Hier steht kein Termin von Ihnen bevor"},
	{"en", "when", "any free slots on Thursday afternoon?", "Free on Thursday, 26 November: 12:00, 12:30, 13:00 and 13:30."},
	// What only the town knows, and what nobody here does.
	{"de", "greeting", "Gibt es bei euch WLAN?", "freies WLAN"},
	{"de", "mail", "kann ich meinen hund mitbringen?", "Assistenzhunde"},
	{"en", "greeting", "do you have wifi", "free wifi"},
	{"de", "greeting", "Wer hat gestern das Fußballspiel gewonnen?", "Das weiß ich leider nicht. Am Telefon hilft das Amt: 02389 71-333"},
	{"de", "review", "wie wird morgen das wetter?", "Das weiß ich leider nicht"},
	{"de", "name", "gibt es eine Toilette bei euch?", "neben dem Eingang"},
	{"de", "mail", "ich will mit einem menschen sprechen", "Mit einem Menschen sprechen Sie am Telefon: 02389 71-333.\nJetzt ist geöffnet"},
	// Several questions at once.
	{"de", "when", "was kostet das und was muss ich mitbringen?", "bringen Sie bitte mit:"},
	{"de", "greeting", "was kostet ein reisepass und wo seid ihr?", "Konrad-Adenauer-Platz 1"},
	// Small talk, anger, emergencies, other languages.
	{"de", "when", "danke dir", "Gern geschehen."},
	{"de", "greeting", "guten morgen", "Guten Tag!"},
	{"de", "name", "ihr seid super", "das freut mich"},
	{"de", "mail", "du dumme maschine", "das tut mir leid"},
	{"de", "when", "tschüss bis dann", "Gebucht ist noch nichts"},
	{"de", "name", "Hilfe mein Vater atmet nicht mehr!", "112"},
	{"de", "greeting", "mein mann schlägt mich", "110 (Polizei)"},
	{"en", "review", "my house is on fire", "112"},
	{"de", "greeting", "Merhaba, randevu almak istiyorum", "Almanca ve İngilizce"},
	{"de", "greeting", "Доброго дня, мені потрібно записатися", "німецьку та англійську"},
	{"de", "greeting", "Здравствуйте, мне нужна помощь", "немецкий и английский"},
	{"en", "greeting", "مرحبا، أحتاج إلى موعد", "02389 71-333"},
	{"de", "greeting", "Dzień dobry, chcę umówić wizytę", "niemiecki i angielski"},
	{"de", "greeting", "Bună ziua, vreau o programare", "germana și engleza"},
}
