package telegram_test

// talk is how somebody goes a way; its transcripts are in testdata, one for
// each language.
type talk struct {
	name   string
	de, en []string
}

func (t talk) in(lang string) []string {
	if lang == "en" {
		return t.en
	}
	return t.de
}

// toReview is the way of Erika, who wants an identity card, up to the last
// question.
var toReview = talk{
	de: []string{
		"/start", "Ausweise und Pässe", "Personalausweis beantragen", "Weiter",
		"'morgen", "'9.15", "'Erika Beispiel", "'erika@example.org",
	},
	en: []string{
		"/start", "ID cards and passports", "Apply for an ID card", "Next",
		"'tomorrow", "'9:15", "'Erika Beispiel", "'erika@example.org",
	},
}

// booked is that way to its end.
var booked = talk{de: then(toReview.de, "Verbindlich buchen"), en: then(toReview.en, "Confirm booking")}

func then(steps []string, more ...string) []string {
	return append(steps[:len(steps):len(steps)], more...)
}

var talks = []talk{
	{"one-concern", booked.de, booked.en},
	{
		"several-concerns",
		[]string{
			"/start", "Ausweise und Pässe", "Personalausweis beantragen", "Reisepass beantragen", "Zurück",
			"'Führungszeugnis", "Weiter", "Tag aussuchen", "Mehr Tage", "Do 26.11.", "10:00",
			"'Erika Beispiel", "Ohne E-Mail", "Verbindlich buchen",
		},
		[]string{
			"/start", "ID cards and passports", "Apply for an ID card", "Apply for a passport", "Back",
			"'certificate of conduct", "Next", "Pick a day", "More days", "Thu 26 Nov", "10:00",
			"'Erika Beispiel", "Without e-mail", "Confirm booking",
		},
	},
	{
		"search",
		[]string{
			"/start", "'Perso verlohren", "'xyzzy", "Zurück", "'Notpass", "'Kinderreisepass",
			"'Anfang", "Weitermachen", "'Anfang", "Neu anfangen",
		},
		[]string{
			"/start", "'lost my ID", "'xyzzy", "Back", "'emergency passport", "'child passport",
			"'start", "Go on", "'start", "Start over",
		},
	},
	{
		"move",
		then(booked.de, "Meine Termine", "Di 24.11., 9:15 Uhr (PCF 86V)", "Verschieben", "'Donnerstag", "'10:00", "Ja, verschieben", "Meine Termine"),
		then(booked.en, "My appointments", "Tue 24 Nov, 9:15 (PCF 86V)", "Move it", "'Thursday", "'10:00", "Yes, move it", "My appointments"),
	},
	{
		"cancel",
		then(booked.de, "/termine", "Di 24.11., 9:15 Uhr (PCF 86V)", "Absagen", "Nein, behalten", "Absagen", "Ja, absagen"),
		then(booked.en, "/appointments", "Tue 24 Nov, 9:15 (PCF 86V)", "Cancel it", "No, keep it", "Cancel it", "Yes, cancel it"),
	},
	{
		"around",
		[]string{"/start", "/hilfe", "/sprache", "/language", "/datenschutz", "/termine", "Anfang", "/unbekannt", "English", "Deutsch"},
		[]string{"/start", "/help", "/language", "/sprache", "/privacy", "/appointments", "Start", "/unknown", "Deutsch", "English"},
	},
	{
		"erase",
		then(booked.de, "/loeschen", "Nein, behalten", "/loeschen", "Ja, alles löschen", "Abholung"),
		then(booked.en, "/erase", "No, keep it", "/erase", "Yes, erase everything", "Pick-up"),
	},
	{
		"link",
		[]string{"/start concern_id-card", "Tag aussuchen", "/start concern_passport", "Stattdessen: Reisepass beantragen", "/start category_traffic", "/start concern_nothing"},
		[]string{"/start concern_id-card", "Pick a day", "/start concern_passport", "Instead: Apply for a passport", "/start category_traffic", "/start concern_nothing"},
	},
}
