package web

import (
	"cmp"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// Settings is what a town's site needs from the start.
type Settings struct {
	Town      func() booking.Town // by its office files as they are now
	PublicURL *url.URL
	Now       func() time.Time
	Awake     func() time.Time // tells how long nobody did anything in a talk; nil: Now
	Clerk     string           // whose talk it is, at the office; empty: citizens' talks
	Base      string           // the path of the talk; empty: the usual one
	Hosts     []string         // that may show the talk in a frame, besides those of the office files
	Log       *slog.Logger

	QR func(link string) ([]byte, error) // draws a link as a picture to scan; nil: nothing does
}

// Backend is what a site works on once the database is reached.
type Backend struct {
	Host    *bot.Host
	Letters dialogs.Letters
	Times   Times
	Ratings dialogs.Ratings // nil: visits are not rated here
	Answers dialogs.Answers // what staff write who hold a talk; nil: none do
	Tickets dialogs.Tickets // nil: there are no pages for those who wait
	// Telegram makes a link of what it is to choose; nil: the office is not there.
	Telegram func(payload string) string
}

// Site is a town in the browser: its pages, the talk, and the pages to which
// links in mails lead.
type Site struct {
	Settings
	faces

	secure  bool
	mux     http.Handler
	backend atomic.Pointer[works]
	keeps   keptPages

	visitors, starters, talkers, listeners limiter
}

// works is what a site works on.
type works struct {
	Backend
	talks *Talks
	pages *Pages
}

// Where things are. The talk and what belongs to it lie below one path.
const (
	TalkPath          = "/chat"
	CategoryPath      = "/bereich/"
	ConcernPath       = "/anliegen/"
	imprintPath       = "/impressum"
	privacyPath       = "/datenschutz"
	accessibilityPath = "/barrierefreiheit"
	freePath          = "/termin/frei"
)

// NewSite prepares a town's site. Until [Site.Open] it says that it is not
// ready yet.
func NewSite(set Settings) *Site {
	set.Base = cmp.Or(set.Base, TalkPath)
	s := &Site{Settings: set}
	s.current, s.talks, s.base, s.work, s.framers = set.Town, true, set.Base, set.Clerk != "", set.Hosts
	s.secure = set.PublicURL != nil && set.PublicURL.Scheme == "https"
	// A school's or a library's guests share an address. Thirty begin at once,
	// and they all answer within seconds.
	s.starters = limiter{burst: 40, refill: 20 * time.Second}
	s.talkers = limiter{burst: 300, refill: 100 * time.Millisecond}
	s.listeners = limiter{burst: 300, refill: 20 * time.Millisecond}
	s.visitors = limiter{burst: 300, refill: 100 * time.Millisecond}
	s.mux = s.guarded(s.routes())
	return s
}

// Open lets the site work.
func (s *Site) Open(b Backend) {
	talks := &Talks{
		Host: b.Host, Answers: b.Answers, Clerk: s.Clerk, Base: s.Base, Awake: s.Awake, Secure: s.secure, Telegram: b.Telegram,
		hosts: func() []string { return s.face().hosts },
	}
	pages := &Pages{Letters: b.Letters, Ratings: b.Ratings, Town: s.Town, Now: s.Now, Log: s.Log, Talks: true, Metrics: b.Host.Metrics}
	s.backend.Store(&works{b, talks, pages})
}

// IsOpen tells whether the site works.
func (s *Site) IsOpen() bool { return s.backend.Load() != nil }

// Enter enters the site into mux, where everything that nobody else has is
// its own.
// Of a clerk's site that is the talk alone.
func (s *Site) Enter(mux *http.ServeMux) {
	if s.Clerk == "" {
		mux.Handle("/", s.mux)
		return
	}
	mux.Handle(s.Base, s.mux)
	mux.Handle(s.Base+"/", s.mux)
}

func (s *Site) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.kept(s.entrance))
	mux.Handle("GET "+CategoryPath+"{id}", s.kept(s.category))
	mux.Handle("GET "+ConcernPath+"{id}", s.kept(s.concern))
	mux.Handle("GET "+imprintPath, s.kept(s.imprint))
	mux.Handle("GET "+privacyPath, s.kept(s.privacy))
	mux.Handle("GET "+accessibilityPath, s.kept(s.accessibility))
	s.enterTalk(mux)
	mux.HandleFunc("GET "+freePath, s.freeTimes)
	s.enterWaiting(mux)
	mux.HandleFunc(Path+"{token}", s.mailed)
	s.enterAssets(mux)
	mux.HandleFunc("/", s.nothing)
	return mux
}

func (s *Site) enterTalk(mux *http.ServeMux) {
	mux.HandleFunc("GET "+s.Base, s.talk)
	mux.HandleFunc("POST "+s.Base, s.turn)
	mux.HandleFunc("POST "+s.Base+"/beginn", s.begin)
	mux.HandleFunc("POST "+s.Base+"/ende", s.end)
	mux.HandleFunc("POST "+s.Base+"/weiter", s.stay)
	mux.HandleFunc("GET "+s.Base+"/neu", s.news)
	mux.HandleFunc("GET "+s.Base+"/ende", s.ended)
	mux.HandleFunc("GET "+s.Base+"/termin/{file}", s.calendarFile)
	mux.HandleFunc("GET "+s.Base+"/daten", s.data)
}

// guarded lets nobody send a form from another site, bounds what is read, and
// turns a fault into a page.
func (s *Site) guarded(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	if s.PublicURL != nil {
		// A proxy may tell another Host than the browser was given.
		if err := cross.AddTrustedOrigin(s.PublicURL.Scheme + "://" + s.PublicURL.Host); err != nil {
			s.Log.Error("forms are taken from no other address than this one", "error", err)
		}
	}
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fault(w, r, http.StatusForbidden, "web.foreign.title", "web.foreign.text")
	}))
	next = cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.rescue(w, r)
		r.Body = http.MaxBytesReader(w, r.Body, longestForm)
		next.ServeHTTP(w, r)
	})
}

// rescue makes a page of a panic.
func (s *Site) rescue(w http.ResponseWriter, r *http.Request) {
	fault := recover()
	if fault == nil || fault == http.ErrAbortHandler { //nolint:errorlint // what is recovered need not be an error
		return
	}
	s.Log.ErrorContext(r.Context(), "page not served", "error", bot.Panicked(fault), "stack", string(debug.Stack()))
	s.fault(w, r, http.StatusInternalServerError, "web.broken.title", "web.broken.text")
}

// longestForm is how long a form may be. Ours have one field, for a sentence.
const longestForm = 16 << 10

// page serves a page that is the same for everybody, drawn for each.
func (s *Site) page(of func(*http.Request, frame) (string, any, bool)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.visitors.admits(r.RemoteAddr, s.Now()) {
			s.slow(w, r)
			return
		}
		s.keepLanguage(w, r)
		name, data, ok := of(r, s.face().frame(r, language(r), ""))
		if !ok {
			s.nothing(w, r)
			return
		}
		draw(w, r, drawing{page: name, public: true, hosts: s.face().hosts, data: data})
	})
}

// mailed serves the page of a link in a mail.
func (s *Site) mailed(w http.ResponseWriter, r *http.Request) {
	b := s.backend.Load()
	if b == nil {
		s.away(w, r)
		return
	}
	b.pages.ServeHTTP(w, r)
}

// nothing says that there is no such page.
func (s *Site) nothing(w http.ResponseWriter, r *http.Request) {
	s.fault(w, r, http.StatusNotFound, "web.nothing.title", "web.nothing.text")
}

func (s *Site) away(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "5")
	s.fault(w, r, http.StatusServiceUnavailable, "page.away.title", "web.away.text")
}

func (s *Site) slow(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "60")
	s.fault(w, r, http.StatusTooManyRequests, "page.slow.title", "page.slow")
}

// faultPage says that something cannot be done, and what can.
type faultPage struct {
	frame

	Text string
}

// fault draws the page for what cannot be done.
//
//locales:keys web.* page.slow page.slow.title page.away.title
func (s *Site) fault(w http.ResponseWriter, r *http.Request, status int, title, text string) {
	f := s.face().frame(nil, language(r), "")
	f.Title = f.Said(title)
	f.Langs = nil
	draw(w, r, drawing{page: "fault", status: status, hosts: s.face().hosts, data: faultPage{f, f.Said(text)}})
}

// unread answers a form that did not come whole: too long, too slow, or torn.
// It is no fault of ours, so the log has nothing of it.
func (s *Site) unread(w http.ResponseWriter, r *http.Request, err error) {
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		s.fault(w, r, http.StatusRequestEntityTooLarge, "web.long.title", "web.long.text")
	case errors.Is(err, os.ErrDeadlineExceeded):
		s.fault(w, r, http.StatusRequestTimeout, "web.unread.title", "web.unread.text")
	default:
		s.fault(w, r, http.StatusBadRequest, "web.unread.title", "web.unread.text")
	}
}

// refuse answers a request that could not be served.
func (s *Site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, booking.ErrUnknown):
		s.nothing(w, r)
	default:
		if r.Context().Err() == nil {
			s.Log.ErrorContext(r.Context(), "page not served", "error", err)
		}
		s.away(w, r)
	}
}
