package web

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/locales"
)

// face is what all pages of a town have in common.
type face struct {
	town  booking.Town // by its office files, without what staff have changed
	arms  *asset       // nil: none
	hosts []string     // that may show the pages in a frame
	talks bool         // the talk is on, so that pages may lead to it
	base  string       // its path
	work  bool         // it is a clerk's
}

// faces is the face by the office files as they are now. It is made when they
// change.
type faces struct {
	current func() booking.Town
	talks   bool
	base    string
	work    bool
	framers []string // that may show the pages in a frame, whatever the files say
	known   atomic.Pointer[face]
}

func (f *faces) face() *face {
	town, known := f.current(), f.known.Load()
	if known != nil && slices.Equal(known.town.Offices, town.Offices) {
		return known
	}
	made := newFace(town, f.talks)
	made.base, made.work, made.hosts = f.base, f.work, slices.Clone(f.framers)
	for _, o := range town.Offices {
		made.hosts = append(made.hosts, o.Site.FrameHosts...)
	}
	f.known.Store(&made)
	return &made
}

// today is the town as of now.
func (f *faces) today(now time.Time) booking.Town {
	return f.current().As(func(o *booking.Office) booking.Date { return o.Today(now) })
}

// enterAssets enters what the pages load. The coat of arms is the one of now.
func (f *faces) enterAssets(mux *http.ServeMux) {
	for _, a := range []asset{styleAsset, scriptAsset, boardAsset} {
		mux.Handle("GET "+a.path, a)
	}
	mux.HandleFunc("GET "+assetPath+"{name}", func(w http.ResponseWriter, r *http.Request) {
		if arms := f.face().arms; arms != nil && arms.path == r.URL.Path {
			arms.ServeHTTP(w, r)
			return
		}
		http.NotFound(w, r)
	})
}

func newFace(town booking.Town, talks bool) face {
	f := face{town: town, talks: talks, base: TalkPath}
	if picture := town.Offices[0].Site.Arms; len(picture.Data) > 0 {
		ending := map[string]string{"image/svg+xml": ".svg", "image/png": ".png"}[picture.Type]
		arms := newAsset("arms", ending, picture.Type, picture.Data)
		f.arms = &arms
	}
	return f
}

// frame is what stands around a page, in somebody's language.
type frame struct {
	Lang, Dir     string
	Title         string
	Office        string
	Phone         phone
	Website       string
	Arms          string // where the picture is; empty: there is none
	Style, Script string
	Langs         []langLink
	Talks         bool // there is an entrance to lead to
	Index         bool // search engines may list the page
	Work          bool // it is a clerk's
	Own           bool // the language is changed by the page itself
	Privacy       string
	Base          string // the path of the talk
}

// langLink leads to the same page in another language.
type langLink struct {
	Lang, Name, Href string
	Current          bool
}

// phone is a number to read and to call.
type phone struct {
	Number string
	Href   template.URL
}

// Said is a sentence of the pages' own.
//
//locales:keys web.*
func (f frame) Said(key string, args ...any) string {
	return locales.For(f.Lang).Say(locales.Say(key, args...))
}

// Tab is the title of the window: whose page it is stands in it once.
func (f frame) Tab() string {
	if strings.Contains(f.Title, f.Office) {
		return f.Title
	}
	return f.Title + " – " + f.Office
}

func (f face) frame(r *http.Request, lang, title string) frame {
	o := f.town.Offices[0]
	x := frame{
		Lang: lang, Dir: "ltr", Title: title, Office: f.named(lang), Phone: phoneOf(o.Phone), Website: o.Website,
		Style: styleAsset.path, Script: scriptAsset.path, Talks: f.talks, Privacy: o.Privacy.In(lang), Base: f.base, Work: f.work,
	}
	if slices.Contains([]string{"ar", "fa", "he", "ur"}, lang) {
		x.Dir = "rtl"
	}
	if f.arms != nil {
		x.Arms = f.arms.path
	}
	for _, other := range locales.Languages() {
		query := url.Values{}
		if r != nil {
			query = r.URL.Query()
		}
		query.Set(langField, other)
		x.Langs = append(x.Langs, langLink{other, locales.Name(other), "?" + query.Encode(), other == lang})
	}
	return x
}

// named is whose pages these are: the office's, or in a town with several the
// town's.
func (f face) named(lang string) string {
	if offices := f.town.Offices; len(offices) > 1 {
		return offices[0].Address.Town
	}
	return f.town.Offices[0].Name.In(lang)
}

// phoneOf makes a number of an office file one that can be called.
func phoneOf(number string) phone {
	return phone{number, template.URL(bot.PhoneAddress(number))} //nolint:gosec // digits only
}

const (
	langField  = "lang"
	langCookie = "lang"
)

// language is the visitor's: the one asked for, the one they chose before, or
// the browser's.
func language(r *http.Request) string {
	if asked := r.URL.Query().Get(langField); slices.Contains(locales.Languages(), asked) {
		return asked
	}
	if c, err := r.Cookie(langCookie); err == nil && slices.Contains(locales.Languages(), c.Value) {
		return c.Value
	}
	return locales.Match(r.Header.Get("Accept-Language"))
}

// keepLanguage remembers the language that was asked for.
func (s *Site) keepLanguage(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query().Get(langField)
	if !slices.Contains(locales.Languages(), asked) {
		return
	}
	c := newCookie(r, langCookie, s.secure, s.face().hosts)
	c.Value = asked
	http.SetCookie(w, c)
}
