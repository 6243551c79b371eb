package mail_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
	"terminbote/locales"
)

// written is the text of a notice's mail, with its subject.
func written(t *testing.T, set mail.Settings, n dialogs.Notice) string {
	t.Helper()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, set)
	deliver(t, m, n)
	l := read(t, o.Mails()[0].Raw)
	inBoth(t, l)
	if !strings.Contains(l.html, `lang="`+n.Lang+`"`) {
		t.Errorf("the mail does not say that it is in %s:\n%.300s", n.Lang, l.html)
	}
	return l.subject + "\n" + l.text
}

// What a mail leads over to is what can be done just then: nobody is asked to
// choose another time where there is none, or sent to a page that is not there.
func TestEachMailLeadsToWhatCanBeDone(t *testing.T) {
	t.Parallel()
	const (
		page     = "https://termine.example.org/termin/" + token
		concern  = "https://termine.example.org/anliegen/"
		choose   = "Bitte wählen Sie eine andere Zeit"
		change   = "Sie können nicht kommen? Dann verschieben"
		stranger = "Sie haben diesen Termin nicht gebucht?"
	)
	givenUp := notice(t, booking.ClosedNotice, "de")
	office := *givenUp.Office
	office.GivenUp = true
	givenUp.Office = &office
	elsewhere := settings()
	elsewhere.Booking = nil
	cancelled := notice(t, booking.MovedNotice, "de")
	cancelled.Appointment.State = booking.Cancelled
	nobody := notice(t, booking.BookedNotice, "de")
	nobody.Appointment.Contact.Name = ""
	tests := map[string]struct {
		set         mail.Settings
		notice      dialogs.Notice
		says, never []string
	}{
		"closed":               {settings(), notice(t, booking.ClosedNotice, "de"), []string{page, choose}, []string{"Termin absagen"}},
		"given up":             {settings(), givenUp, []string{page, "sagen Sie den Termin ab"}, []string{choose, change}},
		"booked":               {settings(), notice(t, booking.BookedNotice, "de"), []string{page, change, "Guten Tag Ada Müller-Lovelace!"}, []string{choose}},
		"booked by nobody":     {settings(), nobody, []string{page, change, "Guten Tag!"}, []string{"Guten Tag !"}},
		"cancelled since":      {settings(), cancelled, nil, []string{page, change, choose}},
		"to fetch":             {settings(), notice(t, booking.PickupNotice, "de"), []string{concern}, []string{page, change}},
		"to fetch, no page":    {elsewhere, notice(t, booking.PickupNotice, "de"), []string{"02389 71-333"}, []string{page, change, concern}},
		"missed":               {settings(), notice(t, booking.MissedNotice, "de"), nil, []string{page, change, stranger}},
		"rated":                {settings(), notice(t, booking.RatingNotice, "de"), []string{page}, []string{change, stranger}},
		"an offer":             {settings(), notice(t, booking.OfferNotice, "de"), []string{page}, []string{change, "Terminnummer"}},
		"late on the same day": {settings(), notice(t, booking.LateNotice, "de"), []string{page, change}, []string{choose}},
	}
	for name, test := range tests {
		text := written(t, test.set, test.notice)
		for _, want := range test.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said in\n%s", name, want, text)
			}
		}
		for _, never := range test.never {
			if strings.Contains(text, never) {
				t.Errorf("%s: %q is said in\n%s", name, never, text)
			}
		}
	}
}

// The button of each mail says what its page is for, in each language, and who gets a
// mail by mistake is told what to do where there is something to do.
func TestEachButtonSaysWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	theirs := [3]string{"mail.change", "mail.open", "mail.stranger"}
	of := map[booking.NoticeKind][3]string{
		booking.OfferNotice:     {"offer.by_mail", "offer.open", "offer.stranger"},
		booking.ClosedNotice:    {"mail.choose", "mail.open", "mail.stranger"},
		booking.RatingNotice:    {"mail.rating", "mail.rating.open"},
		booking.PickupNotice:    {"mail.pickup", "mail.pickup.book"},
		booking.CancelledNotice: {}, booking.MissedNotice: {}, booking.UnmissedNotice: {},
	}
	for _, lang := range locales.Languages() {
		for _, kind := range booking.NoticeKinds() {
			n := notice(t, kind, lang)
			keys, own := of[kind]
			if !own {
				keys = theirs
			}
			leads(t, n, keys)
			if kind == booking.ClosedNotice {
				office := *n.Office
				office.GivenUp = true
				n.Office = &office
				leads(t, n, [3]string{"notice.given_up_ask", "appointment.cancel", "mail.stranger"})
			}
		}
	}
}

// At the foot of each mail stands who answers for it and what they owe their readers;
// what an office does not have leaves nothing there, and no link that leads nowhere.
func TestTheFootSaysWhoWritesAndNoMoreThanThereIs(t *testing.T) {
	t.Parallel()
	const privacy, website = "https://werne.example/datenschutz", "https://werne.example"
	const who, owed, where = "Frau Amt\n", "Datenschutz:\n  " + privacy + "\n", "Website:\n  " + website + "\n"
	for name, tt := range map[string]struct {
		without func(o *booking.Office)
		foot    string
		links   []string
		arms    bool
	}{
		"all":        {func(*booking.Office) {}, who + "Markt 1, 59368 Werne\n" + owed + where, []string{privacy, website}, true},
		"no privacy": {func(o *booking.Office) { o.Privacy = nil }, who + "Markt 1, 59368 Werne\n" + where, []string{website}, true},
		"no website": {func(o *booking.Office) { o.Website = "" }, who + "Markt 1, 59368 Werne\n" + owed, []string{privacy}, true},
		"nobody":     {func(o *booking.Office) { o.Site.Imprint.Responsible = nil }, "Markt 1, 59368 Werne\n" + owed + where, []string{privacy, website}, true},
		"no arms":    {func(o *booking.Office) { o.Site.MailArms.Data = nil }, who + "Markt 1, 59368 Werne\n" + owed + where, []string{privacy, website}, false},
	} {
		n := notice(t, booking.BookedNotice, "de")
		o := *n.Office
		o.Privacy, o.Website, o.Name = booking.Text{"de": privacy}, website, booking.Text{"de": "Bürgerbüro"}
		o.Site.Imprint.Responsible, o.Site.MailArms.Data = booking.Text{"de": "Frau Amt"}, []byte("x")
		o.Address.Street, o.Address.PostCode, o.Address.Town = "Markt 1", "59368", "Werne"
		tt.without(&o)
		n.Office = &o
		text, html := mail.Written(n, "https://termine.example.org/termin/x")
		const automatic = "Diese E-Mail wurde automatisch verschickt."
		if _, foot, _ := strings.Cut(text, "\n-- \n"); foot != automatic+"\nBürgerbüro\n"+tt.foot {
			t.Errorf("%s: the foot says %q", name, foot)
		}
		_, foot, _ := strings.Cut(html, automatic)
		var links []string
		for _, part := range strings.Split(foot, `href="`)[1:] {
			link, _, _ := strings.Cut(part, `"`)
			links = append(links, link)
		}
		if !slices.Equal(links, tt.links) || strings.Contains(html, "cid:arms") != tt.arms || strings.Contains(foot, "<br><br>") {
			t.Errorf("%s: the foot leads to %q: %s", name, links, foot)
		}
	}
}

// A form that cannot be fetched lies at the office; one that can is named with its address.
func TestAFormLiesWhereTheMailSays(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"https://werne.example/form.pdf", ""} {
		n := notice(t, booking.BookedNotice, "de")
		o := *n.Office
		o.Concerns = slices.Clone(o.Concerns)
		o.Concerns[0].Forms = []booking.Form{{Name: booking.Text{"de": "Vollmacht"}, URL: address}}
		n.Office = &o
		text, html := mail.Written(n, "https://termine.example.org/termin/x")
		want, linked := "- Vollmacht (liegt im Amt aus)", false
		if address != "" {
			want, linked = "- Vollmacht:\n  "+address+"\n", true
		}
		if !strings.Contains(text, want) || strings.Contains(html, `">Vollmacht</a>`) != linked {
			t.Errorf("with %q: %q is not said in\n%s", address, want, text)
		}
	}
}

// What is no address is asked of no server, and nothing is noted as sent to it.
func TestWhatIsNoAddressGetsNoMail(t *testing.T) {
	t.Parallel()
	for _, to := range []string{"", "ada", "ada@", "@example.org", "ada@example.org, ben@example.org"} {
		o := mailtest.New(t, false)
		m, book := newMail(t, o, settings())
		n := notice(t, booking.BookedNotice, "de")
		n.Chat.Address = to
		if err := m.Deliver(t.Context(), n); !errors.Is(err, dialogs.ErrUnreachable) || len(book.noted)+len(o.Mails()) > 0 {
			t.Errorf("%q: %v, %d noted, %d sent", to, err, len(book.noted), len(o.Mails()))
		}
		got := wrongs(m.Diagnose(t.Context(), to, "de", noRecords))
		if to != "" && !strings.Contains(got, "is no mail address") || len(o.Mails()) > 0 {
			t.Errorf("%q: the doctor says %q, %d sent", to, got, len(o.Mails()))
		}
	}
}

// leads compares what a mail says around its link with the sentences of these keys.
func leads(t *testing.T, n dialogs.Notice, keys [3]string) {
	t.Helper()
	want := [4]string{}
	for i, key := range keys {
		if key != "" {
			want[0], want[i+1] = "link", locales.For(n.Lang).Say(locales.Say(key))
		}
	}
	if got := mail.Leads(n, "link"); got != want {
		t.Errorf("%s in %s leads by %q, want %q", n.Kind, n.Lang, got, want)
	}
}
