package demo

import (
	"bytes"
	"context"
	"embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail/mailbox"
	"terminbote/dialogs"
	"terminbote/locales"
)

//go:embed pages
var sources embed.FS

var pages = template.Must(template.ParseFS(sources, "pages/*.html"))

// Demo is the page with three places.
type Demo struct {
	Clock *Clock
	Pace  *Pace
	Box   *mailbox.Mailbox
	Staff dialogs.Staff
	Clerk dialogs.Colleague // who works at the office
	Town  booking.Town
	Lang  string
	Log   *slog.Logger
}

// Where things are.
const (
	Path       = "/demo/"
	OfficePath = "/demo/amt" // the clerk's talk
)

// Handler serves the demonstration, and hands on to site what is the town's
// own. The page stands where the town's entrance is: only within it, in the
// citizen's place, the entrance itself is shown.
func (d *Demo) Handler(site http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Sec-Fetch-Dest") == "iframe" || r.URL.Query().Has("allein") {
			site.ServeHTTP(w, r)
			return
		}
		d.page(w, r)
	})
	mux.HandleFunc("GET "+Path+"stand", d.state)
	mux.HandleFunc("POST "+Path+"uhr", d.move)
	mux.HandleFunc("GET "+Path+"post", d.mails)
	mux.HandleFunc("GET "+Path+"post/{number}", d.mail)
	mux.HandleFunc("GET "+Path+"post/{number}/inhalt", d.content)
	mux.HandleFunc("GET "+Path+"post/{number}/{file}", d.file)
	for _, name := range []string{"demo.css", "demo.js"} {
		mux.HandleFunc("GET "+Path+name, asset(name))
	}
	mux.Handle("/", site)
	return http.NewCrossOriginProtection().Handler(mux)
}

func asset(name string) http.HandlerFunc {
	content, err := sources.ReadFile("pages/" + name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
	}
}

// shown is what a page of the demonstration says.
type shown struct {
	Lang  string
	Mails []mailbox.Mail
	Mail  mailbox.Mail
	Day   bot.Page
	Time  string
}

// Said is a sentence of the demonstration.
//
//locales:keys demo.*
func (s shown) Said(key string) string { return locales.For(s.Lang).Say(locales.Say(key)) }

func (d *Demo) draw(w http.ResponseWriter, name string, s shown) {
	s.Lang = locales.Match(d.Lang)
	var page bytes.Buffer
	if err := pages.ExecuteTemplate(&page, name, s); err != nil {
		panic(err) // the templates are part of the program
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "+
		"frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'")
	_, _ = page.WriteTo(w)
}

func (d *Demo) page(w http.ResponseWriter, r *http.Request) {
	d.draw(w, "demo.html", shown{Day: d.day(r.Context()), Time: d.time()})
}

// time is what the clock shows, in words.
func (d *Demo) time() string {
	local := d.Clock.Now().In(d.Town.Offices[0].Calendar.Zone)
	return locales.For(locales.Match(d.Lang)).Say(locales.Say("page.when", "Day", locales.Date(local), "Time", locales.Clock(local)))
}

// day is the plan of the day as the office sees it.
func (d *Demo) day(ctx context.Context) bot.Page {
	o, now := d.Town.Offices[0], d.Clock.Now()
	today := o.Today(now)
	need := dialogs.Need{
		Offices: []booking.OfficeID{o.ID}, From: today, To: today,
		Staff: dialogs.StaffNeed{Office: o.ID, From: today, To: today},
	}
	var plan bot.Page
	err := d.Staff.Serve(ctx, d.Clerk.Chat, d.Clerk.Name, now, func(ctx context.Context, r dialogs.Records) error {
		facts, err := r.Facts(ctx, need)
		if err == nil {
			plan = bot.Render(d.Lang, dialogs.ShowDay(facts, o.ID, today, true))
		}
		return err
	})
	if err != nil && ctx.Err() == nil {
		d.Log.ErrorContext(ctx, "day not shown", "error", err)
	}
	return plan
}

// state is what the page asks for again and again.
func (d *Demo) state(w http.ResponseWriter, r *http.Request) {
	var day bytes.Buffer
	s := shown{Lang: locales.Match(d.Lang), Day: d.day(r.Context())}
	if err := pages.ExecuteTemplate(&day, "day", s); err != nil {
		panic(err) // the templates are part of the program
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(map[string]any{"time": d.time(), "mails": d.Box.Count(), "day": day.String()})
}

// move puts the clock forward.
func (d *Demo) move(w http.ResponseWriter, r *http.Request) {
	switch r.PostFormValue("to") {
	case "hour":
		d.Clock.Forward(time.Hour)
	case "morning":
		d.Pace.Fall(0)
		d.Clock.To(d.morning())
	case "late":
		d.Pace.Fall(behind)
		d.Clock.To(d.late(r.Context()))
	case "after":
		if end, ok := d.end(r.Context()); ok {
			d.Clock.To(end)
		}
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// morning is when the office opens next on another day.
func (d *Demo) morning() time.Time {
	o, now := d.Town.Offices[0], d.Clock.Now()
	for day := o.Today(now).Add(1); ; day = day.Add(1) {
		hours := o.Day(day, nil)
		if served := hours.Served(); len(served) > 0 {
			return served[0].Start
		}
	}
}

// behind is how late the office runs once it is told to.
const behind = 25 * time.Minute

// late is when enough people were called late for others to be told of it.
func (d *Demo) late(ctx context.Context) time.Time {
	const enough, least = 3, 50 * time.Minute
	now := d.Clock.Now()
	soonest, called := now.Add(least), 0
	for _, a := range d.appointments(ctx, now, d.Town.Offices[0].Today(now)) {
		if a.Contact.Mail != "" || a.State != booking.Confirmed && a.State != booking.CheckedIn {
			continue
		}
		if called++; called == enough {
			last := a.Span.Start.Add(behind + longest + time.Minute)
			return slices.MaxFunc([]time.Time{soonest, last}, time.Time.Compare)
		}
	}
	return soonest
}

// end is some minutes after the next appointment that somebody made on this
// page, once it would be missed.
func (d *Demo) end(ctx context.Context) (time.Time, bool) {
	o, now := d.Town.Offices[0], d.Clock.Now()
	for _, a := range d.appointments(ctx, now, o.LastDay(now)) {
		if a.State == booking.Confirmed && a.Span.Start.After(now) && a.Contact.Mail != "" {
			return a.Span.End.Add(o.Policy.Grace + 2*time.Minute), true
		}
	}
	return time.Time{}, false
}

// appointments are those from today to some day, the earliest first.
func (d *Demo) appointments(ctx context.Context, now time.Time, to booking.Date) []booking.Appointment {
	o := d.Town.Offices[0]
	need := dialogs.Need{Staff: dialogs.StaffNeed{Office: o.ID, From: o.Today(now), To: to}}
	var all []booking.Appointment
	err := d.Staff.Serve(ctx, d.Clerk.Chat, d.Clerk.Name, now, func(ctx context.Context, r dialogs.Records) error {
		facts, err := r.Facts(ctx, need)
		all = nil
		for _, e := range facts.Staff.Entries {
			all = append(all, e.Appointment)
		}
		return err
	})
	if err != nil && ctx.Err() == nil {
		d.Log.ErrorContext(ctx, "appointments not found", "error", err)
	}
	slices.SortFunc(all, func(a, b booking.Appointment) int { return a.Span.Start.Compare(b.Span.Start) })
	return all
}

func (d *Demo) mails(w http.ResponseWriter, _ *http.Request) {
	d.draw(w, "mails.html", shown{Mails: d.Box.Mails()})
}

// found is the mail that a request names.
func (d *Demo) found(w http.ResponseWriter, r *http.Request) (mailbox.Mail, bool) {
	number, _ := strconv.Atoi(r.PathValue("number"))
	m, ok := d.Box.Mail(number)
	if !ok {
		http.NotFound(w, r)
	}
	return m, ok
}

func (d *Demo) mail(w http.ResponseWriter, r *http.Request) {
	if m, ok := d.found(w, r); ok {
		d.draw(w, "mail.html", shown{Mail: m})
	}
}

// content is what the mail says, shown as mail programs show what they do not
// trust: without scripts, and nothing is loaded.
func (d *Demo) content(w http.ResponseWriter, r *http.Request) {
	m, ok := d.found(w, r)
	if !ok {
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy",
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox")
	_, _ = w.Write([]byte(withPictures(strings.Replace(m.HTML, "<head>", `<head><base target="_blank">`, 1), m.Pictures)))
}

// withPictures is a mail's HTML with its pictures in it.
func withPictures(page string, pictures map[string]mailbox.File) string {
	for id, p := range pictures {
		page = strings.ReplaceAll(page, `src="cid:`+id+`"`, `src="data:`+p.Type+`;base64,`+base64.StdEncoding.EncodeToString(p.Content)+`"`)
	}
	return page
}

func (d *Demo) file(w http.ResponseWriter, r *http.Request) {
	m, ok := d.found(w, r)
	if !ok {
		return
	}
	for _, f := range m.Files {
		if f.Name != r.PathValue("file") {
			continue
		}
		w.Header().Set("Content-Type", f.Type)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Disposition", "attachment")
		_, _ = w.Write(f.Content)
		return
	}
	http.NotFound(w, r)
}
