package office

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// in is a text of the full office, which speaks English alone.
func in(text string) booking.Text { return booking.Text{"en": text} }

func on(year int, month time.Month, day int) booking.Date {
	return booking.Date{Year: year, Month: month, Day: day}
}

func fromTo(from, to booking.Clock) booking.Hours { return booking.Hours{From: from, To: to} }

// full is the office in which every key stands.
func full(t *testing.T) *booking.Office {
	t.Helper()
	o, err := Parse("full.yaml", []byte(content(t, "testdata/full.yaml")))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// A key that comes tomorrow has to stand in the full office too.
func TestTheFullOfficeHasEveryKey(t *testing.T) {
	t.Parallel()
	var asked func(of reflect.Type, n *node, path string)
	asked = func(of reflect.Type, n *node, path string) {
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if _, isLeaf := reflect.New(of).Interface().(leaf); isLeaf {
			return
		}
		if of.Kind() == reflect.Slice {
			all := node{}
			for _, item := range n.items {
				all.keys = append(all.keys, item.keys...)
			}
			asked(of.Elem(), &all, path)
			return
		}
		for field := range fields(of) {
			key, _ := keyOf(field)
			all := node{}
			for _, p := range n.keys {
				if p.key == key {
					all.keys, all.items = append(all.keys, p.value.keys...), append(all.items, p.value.items...)
				}
			}
			if !slices.ContainsFunc(n.keys, func(p pair) bool { return p.key == key }) {
				t.Errorf("%s %s stands nowhere in it", path, key)
			}
			asked(field.Type, &all, path+" "+key)
		}
	}
	root, _ := byLibrary([]byte(content(t, "testdata/full.yaml")))
	asked(reflect.TypeFor[file](), &root, "")
}

// What a file says of an office stands where it belongs, and nothing else does.
func TestWhatAFileSaysOfAnOfficeStandsWhereItBelongs(t *testing.T) {
	t.Parallel()
	o := full(t)
	got := *o
	got.Calendar, got.Concerns, got.Policy, got.Combinations = booking.Calendar{}, nil, booking.Policy{}, booking.Combinations{}
	week := [7][]booking.Hours{
		{fromTo(515, 720)},
		{fromTo(480, 660), fromTo(780, 785)},
		{fromTo(490, 720)},
		{fromTo(495, 720)},
		{fromTo(500, 720)},
		{fromTo(505, 720)},
		{fromTo(510, 720)},
	}
	want := booking.Office{
		ID: "full", Lang: "en", Name: in("Office"), Phone: "02389 12-345", Website: "https://office.example", Privacy: in("https://privacy.example"),
		Address: booking.Address{Street: "Street 1", PostCode: "59368", Town: "Town", Hint: in("Door")},
		Site: booking.Site{
			Arms:       booking.Picture{Type: svgType, Data: []byte("<svg>arms</svg>")},
			MailArms:   booking.Picture{Type: pngType, Data: []byte("\x89PNG\r\n\x1a\n")},
			FrameHosts: []string{"https://one.example", "https://two.example:8443"},
			Imprint:    booking.Imprint{Responsible: in("Mayor"), Mail: "mayor@office.example", VAT: "DE 123", Supervisor: in("District")},
			Accessibility: booking.Accessibility{
				Gaps: in("Gaps"), On: on(2026, 1, 2), Mail: "barriers@office.example", Enforcement: in("Ombudsperson"), Link: "https://ombud.example",
			},
		},
		Categories: []booking.Category{{ID: "cards", Name: in("Cards")}, {ID: "fetching", Name: in("Fetching")}},
		Desks: []booking.Desk{
			{ID: "desk-1", Name: in("First desk"), Skills: []booking.Skill{"papers", "pick-up"}},
			{ID: "desk-2", Name: in("Second desk"), Skills: []booking.Skill{"pick-up"}, Hours: &week},
		},
		Elsewhere: []booking.Elsewhere{{
			ID: "car", Name: in("Car"), Synonyms: map[string][]string{"en": {"plates"}}, Hint: in("By mail too"),
			Authority: booking.Authority{ID: "district", Name: in("District office"), Phone: "02303 27-0", Website: "https://district.example"},
		}},
		Answers: []booking.Answer{{ID: "parking", Asked: map[string][]string{"en": {"parking", "garage"}}, Text: in("Behind the house")}},
	}
	exact := cmp.Exporter(func(reflect.Type) bool { return true })
	if diff := cmp.Diff(want, got, exact); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for pair, want := range map[[2]booking.ConcernID]bool{{"card", "fetch"}: true, {"fetch", "lost"}: true, {"card", "lost"}: false} {
		if got := o.Combinations.Combines(pair[0], pair[1]); got != want {
			t.Errorf("%s goes with %s: %v", pair[0], pair[1], got)
		}
	}
}

func TestWhatAFileSaysOfConcernsStandsWhereItBelongs(t *testing.T) {
	t.Parallel()
	photo := booking.Document{ID: "photo", Name: in("Photo"), Photo: true}
	birth := booking.Document{ID: "birth", Name: in("Birth certificate"), Period: booking.Period{From: on(2026, 2, 3), Until: on(2027, 2, 4)}}
	consent := booking.Form{ID: "consent", Name: in("Consent"), URL: "https://consent.example", Period: booking.Period{From: on(2026, 2, 5), Until: on(2027, 2, 6)}}
	proxy := in("With a letter")
	want := []booking.Concern{
		{
			ID: "card", Category: "cards", LeiKa: "99008001000000", Name: in("Card"), Synonyms: map[string][]string{"en": {"plastic", "badge"}},
			Explanation: in("Come yourself."), Documents: []booking.Document{photo, birth}, Forms: []booking.Form{consent},
			Fees: []booking.Fee{
				{From: on(2026, 2, 7), Until: on(2027, 2, 8), Note: in("In cash"), Rates: []booking.Rate{
					{Name: in("Adults"), Amount: 3750}, {Name: in("Express"), Amount: 600, Extra: true},
				}},
				{From: on(2027, 2, 9), Note: in("Ask")},
			},
			First: 38 * time.Minute, Further: 39 * time.Minute, PerPerson: 40 * time.Minute,
			Lengths: []booking.Lengths{
				{Period: booking.Period{From: on(2027, 2, 10), Until: on(2027, 2, 11)}, First: 41 * time.Minute, Further: 42 * time.Minute, PerPerson: 43 * time.Minute},
				{Period: booking.Period{From: on(2027, 2, 12)}, First: 44 * time.Minute, Further: 44 * time.Minute},
			},
			MaxQuantity: 45, AskQuantity: true, Skill: "papers", Pickup: "fetch",
			Question: &booking.Question{Ask: in("Ready?"), Otherwise: in("Wait.")},
			Done:     booking.Period{From: on(2026, 2, 13), Until: on(2027, 2, 8)},
			Details:  map[booking.Detail]booking.Text{"ready": in("In three weeks"), "proxy": proxy},
		},
		{
			ID: "fetch", Category: "fetching", Name: in("Fetch"), Synonyms: map[string][]string{"en": {"collect"}}, Explanation: in("Bring the letter."),
			Documents: []booking.Document{}, First: 46 * time.Minute, Further: 46 * time.Minute, MaxQuantity: 1, Skill: "pick-up", PhoneOnly: true,
			Details: map[booking.Detail]booking.Text{"proxy": proxy},
		},
		{
			ID: "lost", Category: "cards", Name: in("Lost card"), Synonyms: map[string][]string{"en": {"stolen"}}, Explanation: in("Call first."),
			Documents: []booking.Document{}, First: 47 * time.Minute, MaxQuantity: 2, Skill: "papers",
		},
	}
	if diff := cmp.Diff(want, full(t).Concerns); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWhatAFileSaysOfTheCalendarStandsWhereItBelongs(t *testing.T) {
	t.Parallel()
	got := full(t).Calendar
	var week [7][]booking.Shift
	for day := range week {
		week[day] = []booking.Shift{{From: 480, To: 720}, {From: 780, To: 1080}}
	}
	week[time.Saturday] = append(week[time.Saturday], booking.Shift{
		From: 1080, To: 1140, Desks: []booking.DeskID{"desk-1"}, Internal: true, Since: on(2026, 6, 6), Until: on(2027, 6, 6),
	})
	if diff := cmp.Diff(week, got.Week); diff != "" {
		t.Errorf("the week: -want +got:\n%s", diff)
	}
	var closures []booking.Closure
	for _, day := range []booking.Date{on(2027, 1, 30), on(2027, 1, 31), on(2027, 2, 1)} {
		for _, hours := range []booking.Hours{fromTo(480, 540), fromTo(600, 660)} {
			closures = append(closures, booking.Closure{Day: day, Hours: hours, Desk: "desk-2", Reason: in("Training")})
		}
	}
	closures = append(closures, booking.Closure{Day: on(2027, 3, 1), Hours: booking.AllDay(), Reason: in("Moving")})
	if diff := cmp.Diff(closures, got.Closures); diff != "" {
		t.Errorf("closures: -want +got:\n%s", diff)
	}
	var extra []booking.ExtraHours
	for _, hours := range []booking.Hours{fromTo(1140, 1200), fromTo(1230, 1260)} {
		extra = append(extra, booking.ExtraHours{Day: on(2027, 4, 5), Shift: booking.Shift{
			From: hours.From, To: hours.To, Desks: []booking.DeskID{"desk-1"}, Internal: true,
		}})
	}
	if diff := cmp.Diff(extra, got.Extra); diff != "" {
		t.Errorf("extra hours: -want +got:\n%s", diff)
	}
	if got.Zone.String() != "Europe/Berlin" {
		t.Errorf("the clock is that of %v", got.Zone)
	}
	for day, want := range map[booking.Date]bool{
		on(2027, 4, 30): false, on(2027, 5, 4): true, on(2027, 5, 5): false, on(2027, 6, 25): true, on(2027, 6, 29): false,
	} {
		if got.WalkIn(day) != want {
			t.Errorf("one comes without an appointment on %v: %v", day, !want)
		}
	}
}

func TestWhatAFileSaysOfTheRulesStandsWhereItBelongs(t *testing.T) {
	t.Parallel()
	want := booking.Usual()
	want.Horizon, want.LeadTime, want.Grid, want.Longest, want.Hold = 11, 12*time.Minute, 5*time.Minute, 400*time.Minute, 13*time.Minute
	want.PerPerson, want.PerMail, want.MaxPersons, want.MailRequired = 14, 15, 16, true
	want.Reminder, want.Appeal, want.Grace, want.Rating, want.ArrivalsRecorded = 17*60, 18, 21*time.Minute, true, true
	want.Arrive.Before, want.Arrive.After = 19*time.Minute, 20*time.Minute
	want.Retention, want.MailsPerDay, want.NewAddresses, want.HoldsPerHour = 22*24*time.Hour, 29, 30, 34
	want.Release.Least, want.Release.Most = 23*time.Minute, 24*time.Minute
	want.Offer.Chat, want.Offer.Mail, want.Offer.Hours = 25*time.Minute, 26*time.Minute, fromTo(360, 1380)
	want.Late.From, want.Late.Change = 27*time.Minute, 28*time.Minute
	want.DayPost.At, want.DayPost.Names = 300, true
	want.Newcomers.Least, want.Newcomers.Most, want.Newcomers.Share = 31, 32, 33
	want.WalkIns = booking.WalkIns{Tickets: true, Rule: booking.InTurn, Due: 35 * time.Minute, Close: 36 * time.Minute, Longest: 37 * time.Minute}
	want.Calls = booking.Calls{Times: 3, Walk: 4 * time.Minute}
	if diff := cmp.Diff(want, full(t).Policy); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
