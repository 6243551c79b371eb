package office

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// faulty is the small office with one thing changed, and what is said then.
var faulty = []struct {
	title  string
	change []string // old, new, old, new…
	want   []string
}{
	{"an unknown key names the one that was meant", []string{`horizon_days: 14`, `horizont_days: 14`}, []string{`small.yaml:13:3: unknown key "horizont_days"; did you mean "horizon_days"?`}},
	{"a key nobody can guess lists those there are", []string{`    url: https://example.org/consent`, `    zzzzzz: https://example.org/consent`}, []string{`small.yaml:65:5: unknown key "zzzzzz"; expected one of id, name, url, from, until`}},
	{"a key given twice", []string{"phone: 02389 12-345\n", "phone: 02389 12-345\nphone: 02389 12-346\n"}, []string{`small.yaml:9:1: "phone" stands here a second time; it was given in line 8 already`}},
	{"a key without a value", []string{`phone: 02389 12-345`, `phone:`}, []string{`small.yaml:8:1: "phone" has no value; expected: The telephone number for urgent concerns and for people without internet.`}},
	{"a missing key", []string{"state: NW\n", ``}, []string{`small.yaml:4:1: "state" is missing; expected: The German state whose public holidays the office keeps, such as NW.`}},
	{"a number where a text belongs", []string{`"59368"`, `59368`}, []string{`small.yaml:7:44: found the number 59368; expected a text, in quotes`}},
	{"a text where a number belongs", []string{`hold_minutes: 15`, `hold_minutes: quarter`}, []string{`small.yaml:17:17: found "quarter"; expected a whole number from 1 to 120`}},
	{"a broken number of minutes", []string{`{first: 20, per_person: 5}`, `{first: 7.5, per_person: 5}`}, []string{`small.yaml:98:22: found the number 7.5; expected a whole number from 1 to 1440`}},
	{"an octal number", []string{`{first: 20, per_person: 5}`, `{first: 020, per_person: 5}`}, []string{`small.yaml:98:22: found the number 020; expected a whole number from 1 to 1440`}},
	{"a text where a list belongs", []string{`    skills: [pick-up]`, `    skills: pick-up`}, []string{`small.yaml:30:13: found "pick-up"; expected a list, such as [a, b]`}},
	{"a list where keys belong", []string{"question:\n      ask: {de: Haben Sie den Brief bekommen?, en: Have you had the letter?}\n      otherwise: {de: Dann warten Sie bitte auf den Brief., en: Then please wait for the letter.}", `question: [ask]`}, []string{`small.yaml:118:15: found a list; expected keys with values, such as "id: …"`}},
	{"an empty list", []string{"skills: [citizen, pick-up]\n", "skills: []\n"}, []string{`small.yaml:23:9: the list is empty; expected at least one entry, or no such key at all`}},
	{"yes where true belongs", []string{`phone_only: true`, `phone_only: yes`}, []string{`small.yaml:109:17: found "yes"; expected true or false`}},
	{"a quantity below one", []string{`max_quantity: 3`, `max_quantity: 0`}, []string{`small.yaml:116:19: 0 is out of range; expected a whole number from 1 to 99`}},
	{"a quantity asked for that is always one", []string{"max_quantity: 1\n    skill: citizen\n    phone_only", "max_quantity: 1\n    ask_quantity: true\n    skill: citizen\n    phone_only"}, []string{`small.yaml:108:19: only one case fits into an appointment; expected no ask_quantity, or a larger max_quantity`}},
	{"a missing translation", []string{`name: {de: Passfoto, en: Photo}`, `name: {de: Passfoto}`}, []string{`small.yaml:61:11: the translation into "en" is missing; expected a text in each of de, en`}},
	{"a translation nobody asked for", []string{`name: {de: Passfoto, en: Photo}`, `name: {de: Passfoto, en: Photo, fr: Photo}`}, []string{`small.yaml:61:37: "fr" is none of the file's languages; expected de, en`}},
	{"an empty translation", []string{`name: {de: Passfoto, en: Photo}`, `name: {de: Passfoto, en: ''}`}, []string{`small.yaml:61:30: the text is empty; expected a text`}},
	{"no synonyms in one language", []string{`{de: [Pass], en: [passport]}`, `{de: [Pass], en: []}`}, []string{`small.yaml:86:32: the list is empty; expected at least one entry, or no such key at all`}},
	{"a language that is none", []string{`languages: [en, de]`, `languages: [en, de, Deutsch]`}, []string{`small.yaml:4:21: "Deutsch" is not what belongs here; expected a language, such as de or en`}},
	{"a language twice", []string{`languages: [en, de]`, `languages: [en, de, en]`}, []string{`small.yaml:4:21: the language "en" stands here twice; expected each once`}},
	{"two languages that are none", []string{`languages: [en, de]`, `languages: [en, de, Deutsch, English]`}, []string{
		`small.yaml:4:21: "Deutsch" is not what belongs here; expected a language, such as de or en`,
		`small.yaml:4:30: "English" is not what belongs here; expected a language, such as de or en`,
	}},
	{"an unknown key where another is missing", []string{"    name: {de: Passfoto, en: Photo}\n", "", "  - id: photo\n", "  - name: {de: Passfoto, en: Photo}\n    zzzz: photo\n", "documents: [old-document, photo]", "documents: [old-document]", "documents: [old-document, photo]", "documents: [old-document]"}, []string{
		`small.yaml:60:5: "id" is missing; expected: The document's short name.`,
		`small.yaml:61:5: unknown key "zzzz"; expected one of id, name, photo, from, until`,
	}},
	{"no shifts", []string{"shifts:\n", "shift:\n"}, []string{`small.yaml:35:1: unknown key "shift"; did you mean "shifts"?`}},
	{"a combination of any two that no desk can serve", []string{`[id-card, passport, passport-urgent]`, `[id-card, passport, collect]`}, []string{
		`small.yaml:124:32: "id-card" and "collect" cannot share an appointment: no desk has both skills, "citizen" and "pick-up"; expected such a desk, or no such combination`,
		`small.yaml:124:32: "passport" and "collect" cannot share an appointment: no desk has both skills, "citizen" and "pick-up"; expected such a desk, or no such combination`,
	}},
	{"shifts of all desks that overlap on several days", []string{"  - days: [thursday]\n    hours: [14:00-16:00]\n    desks: [desk-1]", "  - days: [tuesday, thursday]\n    hours: [11:00-16:00]"}, []string{`small.yaml:39:13: desk "desk-1" has another shift on tuesday from 08:00 to 12:00 (line 37); expected shifts that do not overlap`}},
	{"what a concern is called as what others do", []string{`name: {de: Auto anmelden`, `name: {de: Reisepass BEANTRAGEN`}, []string{`small.yaml:135:15: "reisepass beantragen" is the concern "passport" already; expected words that mean only this`}},
	{"concerns that are no list", []string{"concerns:\n", "concerns: none\nold:\n"}, []string{
		`small.yaml:67:11: found "none"; expected a list, such as [a, b]`,
		`small.yaml:68:1: unknown key "old"; expected one of languages, id, name, address, phone, website, privacy, site, time_zone, state, booking, service, …`,
	}},
	{"what others do that is no list", []string{"elsewhere:\n", "elsewhere: none\nold:\n"}, []string{
		`small.yaml:132:12: found "none"; expected a list, such as [a, b]`,
		`small.yaml:133:1: unknown key "old"; expected one of languages, id, name, address, phone, website, privacy, site, time_zone, state, booking, service, …`,
	}},
	{"authorities that nothing is done by", []string{"elsewhere:\n", "old:\n"}, []string{
		`small.yaml:129:9: nothing under "elsewhere" is done by "district"; expected at least one entry, or no such authority`,
		`small.yaml:132:1: unknown key "old"; expected one of languages, id, name, address, phone, website, privacy, site, time_zone, state, booking, service, …`,
	}},
	{"a name with a capital", []string{`  - id: consent`, `  - id: Consent`}, []string{
		`small.yaml:63:9: "Consent" is not what belongs here; expected a short name of small letters, digits and hyphens, such as id-card`,
		`small.yaml:74:13: there is no form "consent"; expected it to be defined, as none is yet`,
	}},
	{"a name too long", []string{"  - id: photo\n", "  - id: photo-of-the-whole-family\n"}, []string{
		`small.yaml:60:9: "photo-of-the-whole-family" has 25 letters; expected at most 20`,
		`small.yaml:73:31: there is no document "photo"; expected one of old-document, photo-of-the-whole-family`,
		`small.yaml:88:31: there is no document "photo"; expected one of old-document, photo-of-the-whole-family`,
	}},
	{"hours that end before they begin", []string{`hours: [08:00-12:00]`, `hours: [12:00-08:00]`}, []string{`small.yaml:37:13: 12:00-08:00 does not end after it begins; expected hours such as 08:00-16:00`}},
	{"hours beyond midnight", []string{`hours: [14:00-16:00]`, `hours: [14:00-25:00]`}, []string{`small.yaml:39:13: there is no time 25:00; expected one from 00:00 to 24:00`}},
	{"hours off the grid", []string{`hours: [14:00-16:00]`, `hours: [14:02-16:00]`}, []string{`small.yaml:39:13: 14:02-16:00 is not on the grid of 5 minutes; expected times that are multiples of it`}},
	{"hours written in another way", []string{`hours: [14:00-16:00]`, `hours: [2pm to 4pm]`}, []string{`small.yaml:39:13: "2pm to 4pm" is not what belongs here; expected hours such as 08:00-16:00`}},
	{"shifts of one desk that overlap", []string{`hours: [14:00-16:00]`, `hours: [11:00-16:00]`}, []string{`small.yaml:39:13: desk "desk-1" has another shift on thursday from 08:00 to 12:00 (line 37); expected shifts that do not overlap`}},
	{"hours of a desk that overlap", []string{`tuesday: [09:00-11:00]`, `tuesday: [09:00-11:00, 10:30-12:00]`}, []string{`small.yaml:32:30: 10:30-12:00 overlaps 09:00-11:00 of the same day; expected hours that do not overlap`}},
	{"hours that overlap two that lie within", []string{`tuesday: [09:00-11:00]`, `tuesday: [09:00-12:00, 09:30-10:00, 11:00-11:30]`}, []string{
		`small.yaml:32:30: 09:30-10:00 overlaps 09:00-12:00 of the same day; expected hours that do not overlap`,
		`small.yaml:32:43: 11:00-11:30 overlaps 09:00-12:00 of the same day; expected hours that do not overlap`,
	}},
	{"hours of a desk off the grid", []string{`tuesday: [09:00-11:00]`, `tuesday: [09:00-11:03]`}, []string{`small.yaml:32:17: 09:00-11:03 is not on the grid of 5 minutes; expected times that are multiples of it`}},
	{"extra hours that overlap", []string{"closures:\n", "extra_hours:\n  - day: 2026-12-05\n    hours: [09:00-12:00, 11:30-13:00]\n\nclosures:\n"}, []string{`small.yaml:48:26: 11:30-13:00 overlaps 09:00-12:00 of the same day; expected hours that do not overlap`}},
	{"extra hours off the grid", []string{"closures:\n", "extra_hours:\n  - day: 2026-12-05\n    hours: [09:02-12:00]\n\nclosures:\n"}, []string{`small.yaml:48:13: 09:02-12:00 is not on the grid of 5 minutes; expected times that are multiples of it`}},
	{"a weekday that is none", []string{`days: [monday,`, `days: [moonday,`}, []string{`small.yaml:36:12: there is no weekday "moonday"; did you mean "monday"?`}},
	{"a weekday twice", []string{`days: [monday,`, `days: [monday, monday,`}, []string{`small.yaml:36:20: monday stands here twice; expected each day once`}},
	{"a weekday twice among walk-in days", []string{"closures:\n", "walk_in_days:\n  - days: [monday, tuesday, monday]\n\nclosures:\n"}, []string{`small.yaml:47:29: monday stands here twice; expected each day once`}},
	{"a day the calendar does not have", []string{`day: 2026-12-24`, `day: 2026-02-31`}, []string{`small.yaml:47:10: there is no day 2026-02-31; expected one the calendar has, such as 2026-11-24`}},
	{"a date in the German manner", []string{`day: 2026-12-24`, `day: 24.12.2026`}, []string{`small.yaml:47:10: "24.12.2026" is not what belongs here; expected a date such as 2026-11-24`}},
	{"a closure that ends before it begins", []string{`until: 2026-12-31`, `until: 2026-12-03`}, []string{`small.yaml:48:12: 2026-12-03 lies before 2026-12-24; expected the same day or a later one`}},
	{"a closure of several years", []string{`until: 2026-12-31`, `until: 2029-12-31`}, []string{`small.yaml:48:12: this closes more than a year; expected at most 366 days in one entry`}},
	{"a zone that is none", []string{`time_zone: Europe/Berlin`, `time_zone: Europe/Werne`}, []string{`small.yaml:9:12: there is no time zone "Europe/Werne"; expected one such as Europe/Berlin`}},
	{"the machine's own zone", []string{`time_zone: Europe/Berlin`, `time_zone: Local`}, []string{`small.yaml:9:12: there is no time zone "Local"; expected one such as Europe/Berlin`}},
	{"a state that is none", []string{`state: NW`, `state: NRW`}, []string{`small.yaml:10:8: there is no state "NRW"; expected BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH`}},
	{"a link that is none", []string{`url: https://example.org/consent`, `url: example.org/consent`}, []string{`small.yaml:65:10: "example.org/consent" is no web address; expected a web address such as https://www.werne.de/`}},
	{"a grid that does not divide the hour", []string{`grid_minutes: 5`, `grid_minutes: 25`}, []string{`small.yaml:15:17: a grid of 25 minutes does not divide the hour; expected 5, 6, 10, 12, 15, 20, 30 or 60`}},
	{"a longest visit off the grid", []string{`longest_minutes: 60`, `longest_minutes: 62`}, []string{`small.yaml:16:20: 62 minutes are no multiple of the grid; expected a multiple of 5`}},
	{"an unknown skill at a desk", []string{`    skills: [citizen]`, `    skills: [citizens]`}, []string{`small.yaml:27:14: there is no skill "citizens"; did you mean "citizen"?`}},
	{"an unknown desk in a closure", []string{"until: 2026-12-31\n", "until: 2026-12-31\n    desk: desk-7\n"}, []string{`small.yaml:49:11: there is no desk "desk-7"; did you mean "desk-1"?`}},
	{"an unknown desk in extra hours", []string{"closures:\n", "extra_hours:\n  - day: 2026-12-05\n    hours: [09:00-12:00]\n    desks: [desk-7]\n\nclosures:\n"}, []string{`small.yaml:49:13: there is no desk "desk-7"; did you mean "desk-1"?`}},
	{"an unknown desk in a shift", []string{"    desks: [desk-1]\n  -", "    desks: [desk-7]\n  -"}, []string{`small.yaml:40:13: there is no desk "desk-7"; did you mean "desk-1"?`}},
	{"an unknown document", []string{"documents: [old-document, photo]\n    forms", "documents: [old-documents, photo]\n    forms"}, []string{`small.yaml:73:17: there is no document "old-documents"; did you mean "old-document"?`}},
	{"an unknown form", []string{`forms: [consent]`, `forms: [conset]`}, []string{`small.yaml:74:13: there is no form "conset"; did you mean "consent"?`}},
	{"an unknown category", []string{`category: pick-up`, `category: pickup`}, []string{
		`small.yaml:54:9: no concern stands in category "pick-up"; expected at least one, or no such category`,
		`small.yaml:111:15: there is no category "pickup"; did you mean "pick-up"?`,
	}},
	{"an unknown concern in a combination", []string{`with: [id-card]`, `with: [id-cart]`}, []string{`small.yaml:126:12: there is no concern "id-cart"; did you mean "id-card"?`}},
	{"a document named twice", []string{"documents: [old-document, photo]\n    forms", "documents: [photo, photo]\n    forms"}, []string{`small.yaml:73:24: the document "photo" stands here twice; expected each once`}},
	{"two concerns of one name", []string{"  - id: passport\n", "  - id: id-card\n"}, []string{
		`small.yaml:83:9: there is another concern "id-card" in line 68; expected a name of its own`,
		`small.yaml:124:22: there is no concern "passport"; expected one of collect, id-card, move, passport-urgent`,
	}},
	{"a skill that no desk has", []string{"skills: [citizen, pick-up]\n", "skills: [citizen, pick-up, trade]\n", "max_quantity: 3\n    skill: pick-up", "max_quantity: 3\n    skill: trade"}, []string{`small.yaml:117:12: no desk has the skill "trade"; expected at least one that can serve "collect"`}},
	{"a counter never open long enough", []string{"      tuesday: [09:00-11:00]\n      thursday: [09:00-11:00]", `      tuesday: [09:00-09:05]`}, []string{`small.yaml:116:12: no desk with the skill "pick-up" is on duty in the week for 10 minutes in one go; expected a shift in which one can serve "collect"`}},
	{"a counter open on days without shifts", []string{"      tuesday: [09:00-11:00]\n      thursday: [09:00-11:00]", `      saturday: [09:00-11:00]`}, []string{`small.yaml:116:12: no desk with the skill "pick-up" is on duty in the week for 10 minutes in one go; expected a shift in which one can serve "collect"`}},
	{"no hours on a day of a counter", []string{"      tuesday: [09:00-11:00]\n      thursday: [09:00-11:00]", `      tuesday: []`}, []string{`small.yaml:32:16: the list is empty; expected at least one entry, or no such key at all`}},
	{"hours of a counter that are no list", []string{"      tuesday: [09:00-11:00]\n      thursday: [09:00-11:00]", `      tuesday: 09:00-11:00`}, []string{`small.yaml:32:16: found "09:00-11:00"; expected a list, such as [a, b]`}},
	{"a shift of no desks", []string{`    desks: [desk-1]`, `    desks: []`}, []string{`small.yaml:40:12: the list is empty; expected at least one entry, or no such key at all`}},
	{"a concern longer than the longest visit", []string{`{first: 20, per_person: 5}`, `{first: 65, per_person: 5}`}, []string{`small.yaml:98:22: 65 minutes are longer than the longest visit; expected at most 60`}},
	{"a combination that no desk can serve", []string{`with: [id-card]`, `with: [id-card, collect]`}, []string{`small.yaml:126:21: "move" and "collect" cannot share an appointment: no desk has both skills, "citizen" and "pick-up"; expected such a desk, or no such combination`}},
	{"a combination of both kinds", []string{`    with: [id-card]`, "    with: [id-card]\n    among: [move, passport]"}, []string{`small.yaml:125:5: a combination is either "among" or "each" and "with"; expected one of the two`}},
	{"any two and each", []string{"    with: [id-card]", "    among: [move, passport]"}, []string{`small.yaml:125:5: a combination is either "among" or "each" and "with"; expected one of the two`}},
	{"with and nothing else", []string{"  - each: [move]\n    with: [id-card]\n", "  - with: [id-card]\n"}, []string{`small.yaml:125:5: a combination is either "among" or "each" and "with"; expected one of the two`}},
	{"any two and with", []string{"  - each: [move]\n", "  - among: [move, passport]\n"}, []string{`small.yaml:125:5: a combination is either "among" or "each" and "with"; expected one of the two`}},
	{"walk-in days that end before they begin", []string{"closures:\n", "walk_in_days:\n  - days: [monday]\n    from: 2027-01-04\n    until: 2027-01-03\n\nclosures:\n"}, []string{`small.yaml:49:12: 2027-01-03 lies before 2027-01-04; expected the same day or a later one`}},
	{"a number in quotes", []string{`hold_minutes: 15`, `hold_minutes: "15"`}, []string{`small.yaml:17:17: found "15"; expected a whole number from 1 to 120`}},
	{"half a combination", []string{"    with: [id-card]\n", ``}, []string{`small.yaml:125:5: a combination is either "among" or "each" and "with"; expected one of the two`}},
	{"minutes of a period without days", []string{`minutes: {first: 15}`, `minutes: {first: 15, periods: [{first: 20}]}`}, []string{`small.yaml:90:36: these minutes have neither "from" nor "until"; expected one of the two, or no such period`}},
	{"minutes of a period longer than the longest visit", []string{`minutes: {first: 15}`, `minutes: {first: 15, periods: [{from: 2027-01-01, first: 65}]}`}, []string{`small.yaml:90:62: 65 minutes are longer than the longest visit; expected at most 60`}},
	{"periods in the wrong order", []string{`minutes: {first: 15}`, `minutes: {first: 15, periods: [{from: 2027-02-01, first: 20}, {from: 2027-01-01, first: 25}]}`}, []string{`small.yaml:90:74: 2027-01-01 lies before 2027-02-01; expected the oldest period first`}},
	{"a concern that ends before it begins", []string{"  - id: move\n", "  - id: move\n    from: 2027-01-01\n    until: 2026-12-31\n"}, []string{`small.yaml:95:12: 2026-12-31 lies before 2027-01-01; expected the same day or a later one`}},
	{"a document that ends before it begins", []string{"  - id: photo\n", "  - id: photo\n    from: 2027-01-01\n    until: 2026-12-31\n"}, []string{`small.yaml:62:12: 2026-12-31 lies before 2027-01-01; expected the same day or a later one`}},
	{"a form that ends before it begins", []string{"  - id: consent\n", "  - id: consent\n    from: 2027-01-01\n    until: 2026-12-31\n"}, []string{`small.yaml:65:12: 2026-12-31 lies before 2027-01-01; expected the same day or a later one`}},
	{"a fee that ends before it begins", []string{`valid_from: 2026-12-01`, "valid_from: 2026-12-01\n        until: 2026-11-30"}, []string{`small.yaml:79:16: 2026-11-30 lies before 2026-12-01; expected the same day or a later one`}},
	{"fees in the wrong order", []string{`valid_from: 2026-12-01`, `valid_from: 2019-12-01`}, []string{`small.yaml:78:21: 2019-12-01 does not come after 2020-01-01; expected the oldest fee first, each day once`}},
	{"a fee without a price", []string{`[{valid_from: 2020-01-01, rates: [{amount: 70.00}]}]`, `[{valid_from: 2020-01-01}]`}, []string{`small.yaml:89:25: this fee has no price; expected rates that are not extras, or a note that says what it depends on`}},
	{"an amount with a comma", []string{`amount: 37.00`, `amount: 37,00`}, []string{`small.yaml:77:26: 37,00: within { } a comma begins the next entry; expected a point, as in 37.00`}},
	{"an amount of three decimals", []string{`amount: 37.00`, `amount: 37.005`}, []string{`small.yaml:77:26: found the number 37.005; expected two digits after the point or comma, as in 37.00 or 37005.00`}},
	{"a key of the service catalogue with a letter", []string{"  - id: move\n", "  - id: move\n    leika: \"9900800100000X\"\n"}, []string{`small.yaml:94:12: "9900800100000X" is not what belongs here; expected 14 digits`}},
	{"an unknown authority", []string{`authority: district`, `authority: districts`}, []string{
		`small.yaml:129:9: nothing under "elsewhere" is done by "district"; expected at least one entry, or no such authority`,
		`small.yaml:136:16: there is no authority "districts"; did you mean "district"?`,
	}},
	{"a concern among what others do", []string{`[Kfz-Zulassung]`, `[Pass]`}, []string{`small.yaml:135:15: "pass" is the concern "passport" already; expected words that mean only this`}},
	{"one word for two things that others do", []string{"answers:\n", "  - id: boat\n    name: {de: Boot anmelden, en: Register a boat}\n    synonyms: {de: [KFZ-zulassung], en: [boats]}\n    authority: district\nanswers:\n"}, []string{`small.yaml:140:15: "kfz-zulassung" is the entry "car" already; expected words that mean only this`}},
	{"one word in two languages", []string{`[Kfz-Zulassung], en: [car registration]`, `[Kfz-Zulassung, Auto anmelden], en: [Auto anmelden]`, "authority: district", "authority: districts"}, []string{
		`small.yaml:129:9: nothing under "elsewhere" is done by "district"; expected at least one entry, or no such authority`,
		`small.yaml:136:16: there is no authority "districts"; did you mean "district"?`,
	}},
	{"what a concern does among what others do", []string{"  - id: car\n", "  - id: passport\n", `[Kfz-Zulassung]`, `[Pass]`}, []string{`small.yaml:135:15: "pass" is the concern "passport" already; expected words that mean only this`}},
	{"one question for two answers", []string{`[Toilette]`, `[Parkplatz]`}, []string{`small.yaml:143:12: "parkplatz" asks for the answer "parking" already; expected words that ask only for this`}},
	{"two answers of one name", []string{`- id: toilet`, `- id: parking`}, []string{`small.yaml:142:9: there is another answer "parking" in line 139; expected a name of its own`}},
	{"an alias", []string{`name: {de: Passfoto, en: Photo}`, `name: *photo`}, []string{`small.yaml:61:11: found YAML's &, *, << or !, which office files do not use; expected a text by language, such as {de: …, en: …}`}},
	{"a detail on a subject that is none", []string{"combinations:\n", "details:\n  - topic: redy\n    concerns: [id-card]\n    text: {de: bald, en: soon}\ncombinations:\n"}, []string{`small.yaml:124:12: there is no topic "redy"; did you mean "ready"?`}},
	{"two details on one subject", []string{"combinations:\n", "details:\n  - topic: ready\n    concerns: [id-card]\n    text: {de: bald, en: soon}\n  - topic: ready\n    concerns: [id-card]\n    text: {de: bald, en: soon}\ncombinations:\n"}, []string{`small.yaml:128:16: there is another text on "ready" for the concern "id-card"; expected one`}},
	{"a merge key", []string{"  - id: photo\n", "  - <<: {a: b}\n    id: photo\n"}, []string{`small.yaml:60:5: unknown key "<<"; expected one of id, name, photo, from, until`}},
	{"broken brackets", []string{"skills: [citizen, pick-up]\n", "skills: [citizen, pick-up\n"}, []string{`small.yaml:24:1: this cannot be read: a bracket before this is not closed; expected ]`}},
	{"a tab", []string{"  - id: photo\n", "\t- id: photo\n"}, []string{`small.yaml:60:1: this cannot be read: there is a tab; expected spaces`}},
	{"a text of two lines", []string{`phone: 02389 12-345`, `phone: "02389\n12"`}, []string{`small.yaml:8:8: the text holds a line break or control character; expected a text in one line`}},
}

// inEnglish is an office file whose own language is English.
func inEnglish(file string) string {
	return strings.Replace(file, "languages: [de, en]", "languages: [en, de]", 1)
}

// Every fault is told with its place and what was expected, and nothing but
// that fault.
func TestFaultsAreNamed(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range faulty {
		t.Run(tt.title, func(t *testing.T) {
			t.Parallel()
			changed := inEnglish(string(small))
			for i := 0; i < len(tt.change); i += 2 {
				if !strings.Contains(changed, tt.change[i]) {
					t.Fatalf("the small office has no %q", tt.change[i])
				}
				changed = strings.Replace(changed, tt.change[i], tt.change[i+1], 1)
			}
			_, err := Parse("small.yaml", []byte(changed))
			if err == nil {
				t.Fatal("no fault was found")
			}
			if diff := cmp.Diff(tt.want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// However many keys there are, one that stands there twice is found.
func TestAKeyThatStandsThereTwiceIsFoundAmongAnyNumber(t *testing.T) {
	t.Parallel()
	for many := range 70 {
		keys := make([]pair, many+1)
		for i := range keys {
			keys[i].key = strings.Repeat("x", i)
		}
		if anyTwice(keys) {
			t.Errorf("of %d keys one is found twice", len(keys))
		}
		if last := len(keys) - 1; last > 0 {
			keys[last].key = keys[last/2].key
			if !anyTwice(keys) {
				t.Errorf("of %d keys none is found twice", len(keys))
			}
		}
	}
}

func TestWhatWasMeantIsWhatIsNearest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"skill", "skill", 0},
		{"skill", "skyll", 1},
		{"skill", "skil", 1},
		{"skill", "skills", 1},
		{"", "ab", 2},
		{"ab", "", 2},
		{"kitten", "sitting", 3},
		{"ümlaut", "umlaut", 1},
		{"ab", "ba", 2},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("from %q to %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	for word, want := range map[string]string{"photos": "photo", "phtoo": "photo", "birht": "birth", "passport": ""} {
		if got := nearest(word, []string{"birth", "photo"}); got != want {
			t.Errorf("%q means %q, want %q", word, got, want)
		}
	}
}
