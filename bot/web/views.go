package web

import (
	"context"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// view is a page in somebody's language.
type view struct {
	Lang   string
	Remark string // on what was just done
	Failed bool   // or could not be
	Title  string
	When   string
	Facts  []string // beside When
	Parts  []part
	Text   []string
	Ask    string
	Line   string // label of a line that may be written beside the answer; empty: none
	Filled string // what stands in that line already
	Groups []group
	Back   string // label of the way back to the appointment
	Again  *again // a way to the next one
}

// again leads to a new appointment for the same.
type again struct{ Concern, Label string }

// part is a heading and what stands below it.
type part struct {
	Title string
	Lines []string
	Link  item // below the lines
	Items []item
}

type item struct{ Text, URL string }

// group is buttons that belong together.
type group struct {
	Title   string
	Close   bool // side by side, as many as there is room for
	Buttons []button
}

type button struct {
	Do, Label string
	Kind      string // "main", "danger", "faint" or nothing
}

func (v visit) say(l locales.Line) string { return locales.For(v.lang).Say(l) }

func (v visit) all(lines []locales.Line) []string { return said(lines, v.lang) }

// said is lines in a language, without what marks them as items of a list.
func said(lines []locales.Line, lang string) []string {
	say := locales.For(lang).Say
	var all []string
	for _, l := range lines {
		all = append(all, strings.TrimPrefix(say(l), bullet))
	}
	return all
}

// card shows the appointment and what can be done with it.
func (v visit) card() view {
	a := v.letter.Appointment
	s := dialogs.NewSheet(v.letter.Office, a)
	page := view{
		Lang:   v.lang,
		Title:  v.say(locales.Say("page.title", "Number", s.Number)),
		When:   v.say(s.When),
		Facts:  []string{v.say(s.Length)},
		Parts:  partsOf(s, v.lang),
		Ask:    v.say(locales.Say("page.do")),
		Groups: []group{{Buttons: v.changes()}},
	}
	if changes := v.letter.Office.Changes(a); changes.Closed && a.Upcoming(v.now) {
		page.Failed, page.Remark = true, v.closed(a, changes.Reason)
	}
	if !a.Upcoming(v.now) {
		page.Groups, page.Ask = nil, ""
		page.Text = []string{v.say(locales.Say("page.begun")), v.say(locales.Say("mail.phone", "Phone", s.Phone))}
	}
	return v.arrival(page)
}

// changes is what can become of the appointment. Where the office is given up, or
// all that it is for, there is no other time.
func (v visit) changes() []button {
	all := []button{
		{cancelWord, v.say(locales.Say("appointment.cancel")), "danger"},
		{disownWord, v.say(locales.Say("page.stranger")), "faint"},
	}
	if o := v.letter.Office; o.GivenUp || !o.DoesSome(v.letter.Appointment) {
		return all
	}
	return append([]button{{moveWord, v.say(locales.Say("appointment.move")), "main"}, v.earlier()}, all...)
}

// closed says that the office cannot keep the appointment.
func (v visit) closed(a booking.Appointment, reason booking.Text) string {
	local := a.Span.Start.In(v.letter.Office.Calendar.Zone)
	text := v.say(locales.Say("notice.closed_text", "Day", locales.Date(local), "Time", locales.Clock(local)))
	if len(reason) == 0 {
		return text
	}
	return text + " " + v.say(locales.Say("notice.closed_reason", "Reason", locales.Text(reason)))
}

func plain(texts []string) []item {
	var all []item
	for _, text := range texts {
		all = append(all, item{Text: text})
	}
	return all
}

func formItems(all []dialogs.SheetForm, lang string) []item {
	say := locales.For(lang).Say
	var items []item
	for _, f := range all {
		one := item{say(f.Name), f.URL}
		if f.URL == "" {
			one.Text = say(locales.Say("mail.form_there", "Form", f.Name))
		}
		items = append(items, one)
	}
	return items
}

// askCancel asks once more.
func (v visit) askCancel() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.cancel")), When: v.say(v.when(v.letter.Appointment.Span.Start)),
		Text:   []string{v.say(locales.Say("page.cancel.text"))},
		Groups: []group{{Buttons: []button{{cancelYes, v.say(locales.Say("cancel.yes")), "danger"}}}},
		Back:   v.say(locales.Say("cancel.no")),
	}
}

func (v visit) cancelled(a booking.Appointment) view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.cancelled.title")),
		Text:  []string{v.say(locales.Say("page.cancelled", "When", v.when(a.Span.Start)))},
		Again: v.again(a),
	}
}

// again offers to book what was cancelled once more, where there is a talk for
// that.
func (v visit) again(a booking.Appointment) *again {
	if !v.pages.Talks {
		return nil
	}
	next := &again{Label: v.say(locales.Say("web.again"))}
	if len(a.Items) == 1 {
		next.Concern = string(a.Items[0].Concern)
	}
	return next
}

// askDisown says what follows when somebody did not book this.
func (v visit) askDisown() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.disown")), When: v.say(v.when(v.letter.Appointment.Span.Start)),
		Text:   []string{v.say(locales.Say("page.disown.text"))},
		Groups: []group{{Buttons: []button{{disownYes, v.say(locales.Say("page.disown.yes")), "danger"}}}},
		Back:   v.say(locales.Say("page.disown.no")),
	}
}

func (v visit) disowned() view {
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.disowned.title")),
		Text: []string{v.say(locales.Say("page.disowned"))},
	}
}

// days asks for the day to move to.
func (v visit) days(ctx context.Context) (view, error) {
	free, err := v.letters.FreeTimes(ctx, v.letter, v.now)
	if err != nil {
		return view{}, err
	}
	page := view{Lang: v.lang, Title: v.say(locales.Say("page.day")), Back: v.say(locales.Say("page.back"))}
	if len(free) == 0 {
		office := v.letter.Office
		page.Text = []string{v.say(locales.Say("page.full", "Last", dateOf(office.LastDay(v.now)), "Phone", office.Phone))}
		page.Groups = []group{{Buttons: []button{v.earlier()}}}
		return page, nil
	}
	page.Text = []string{v.say(locales.Say("page.keeps", "When", v.when(v.letter.Appointment.Span.Start)))}
	var g group
	for _, d := range free {
		label := v.say(locales.Say("day.choice", "Day", dateOf(d.Day), "Count", len(d.Starts)))
		g.Buttons = append(g.Buttons, button{Do: dayWord + " " + d.Day.String(), Label: label})
	}
	page.Groups = []group{g}
	return page, nil
}

// times asks for the time of a day. A day that has none any more leads back to
// the others.
func (v visit) times(ctx context.Context, what string) (view, error) {
	day, err := booking.ParseDate(what)
	if err != nil {
		return v.days(ctx)
	}
	free, err := v.letters.FreeTimes(ctx, v.letter, v.now)
	if err != nil {
		return view{}, err
	}
	for _, d := range free {
		if d.Day == day {
			return v.timesOf(d), nil
		}
	}
	page, err := v.days(ctx)
	page.Failed, page.Remark = true, v.say(locales.Say("page.taken"))
	return page, err
}

func (v visit) timesOf(d dialogs.FreeDay) view {
	zone := v.letter.Office.Calendar.Zone
	morning, afternoon := group{Close: true}, group{Close: true}
	for _, start := range d.Shown() {
		local := start.In(zone)
		b := button{Do: timeWord + " " + strconv.FormatInt(start.Unix(), 10), Label: v.say(locales.Say("time.choice", "Time", locales.BareClock(local)))}
		if local.Hour() < 12 {
			morning.Buttons = append(morning.Buttons, b)
		} else {
			afternoon.Buttons = append(afternoon.Buttons, b)
		}
	}
	morning.Title, afternoon.Title = v.say(locales.Say("time.morning")), v.say(locales.Say("time.afternoon"))
	page := view{
		Lang: v.lang, Title: v.say(locales.Say("time.title", "Day", dateOf(d.Day))), Ask: v.say(locales.Say("page.time")),
		Back: v.say(locales.Say("page.back")),
	}
	for _, g := range []group{morning, afternoon} {
		if len(g.Buttons) > 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	page.Groups = append(page.Groups, group{Buttons: []button{{moveWord, v.say(locales.Say("page.other_day")), "faint"}}})
	return page
}

// confirm asks once more before the appointment is moved.
func (v visit) confirm(what string) view {
	start, ok := instant(what)
	if !ok {
		return v.card()
	}
	return view{
		Lang: v.lang, Title: v.say(locales.Say("page.move")),
		When: v.say(locales.Say("page.to", "When", v.when(start))),
		Text: []string{v.say(locales.Say("page.from", "When", v.when(v.letter.Appointment.Span.Start)))},
		Groups: []group{{Buttons: []button{
			{moveToWord + " " + what, v.say(locales.Say("move.yes")), "main"},
			{moveWord, v.say(locales.Say("review.change_time")), ""},
		}}},
		Back: v.say(locales.Say("move.no")),
	}
}

// when is a time in words.
func (v visit) when(t time.Time) locales.Line {
	local := t.In(v.letter.Office.Calendar.Zone)
	return locales.Say("page.when", "Day", locales.LongDate(local), "Time", locales.Clock(local))
}

func dateOf(d booking.Date) locales.Date { return locales.Date(d.At(12*60, time.UTC)) }

// unknown is what every link shows that leads nowhere.
func (p *Pages) unknown(lang string) view {
	say := locales.For(lang).Say
	return view{Lang: lang, Title: say(locales.Say("page.unknown.title")), Text: []string{say(locales.Say("page.unknown", "Phone", p.phone()))}}
}

func (p *Pages) away(lang string) view {
	say := locales.For(lang).Say
	return view{Lang: lang, Title: say(locales.Say("page.away.title")), Text: []string{say(locales.Say("page.away", "Phone", p.phone()))}}
}

func (p *Pages) slow(lang string) view {
	say := locales.For(lang).Say
	return view{Lang: lang, Title: say(locales.Say("page.slow.title")), Text: []string{say(locales.Say("page.slow"))}}
}

func (p *Pages) phone() string { return p.Town().Offices[0].Phone }
