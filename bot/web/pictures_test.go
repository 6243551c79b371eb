package web_test

import (
	"os"
	"testing"

	"terminbote/bot/web/browsertest"
)

// looks is how the screens are looked at: as narrow as it gets with the longest
// words, and wide.
func looks() map[string]browsertest.Look {
	all := map[string]browsertest.Look{
		"320-dark-de": {Width: 320, Height: 640, Dark: true}, "desktop-light-en": {Lang: "en"},
	}
	if os.Getenv("PICTURES") != "" {
		all["desktop-dark-de"] = browsertest.Look{Dark: true}
		all["390-light-en"] = browsertest.Look{Width: 390, Height: 844, Lang: "en"}
		all["390-light-de"] = browsertest.Look{Width: 390, Height: 844}
	}
	return all
}

// Pictures of each screen are kept to be looked at where PICTURES names a
// folder: PICTURES=/tmp go test -run EachScreenFits ./bot/web
func TestEachScreenFitsItsWindow(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	for name, look := range looks() {
		v := w.visitor(look)
		for screen, path := range map[string]string{
			"entrance": "/", "category": "/bereich/identity", "concern": "/anliegen/passport", "free": "/termin/frei?concern=passport",
			"imprint": "/impressum", "privacy": "/datenschutz", "accessibility": "/barrierefreiheit", "nothing": "/nothing",
			"talk-0-welcome": "/chat?concern=id-card",
		} {
			v.Visit(w.server.URL + path)
			v.fits(name + "-" + screen)
		}
		v.talkFits(name)
	}
}

// talkFits looks at each screen of a talk.
func (v *visitor) talkFits(name string) {
	v.t.Helper()
	v.Visit(v.server.URL + "/chat")
	v.Click("button.main")
	v.Await("#offen")
	v.fits(name + "-talk-1-begin")
	v.write("Perso")
	v.untilTimes()
	v.fits(name + "-talk-2-proposed")
	v.choose("days")
	v.fits(name + "-talk-3-days")
	v.choose("day:")
	v.fits(name + "-talk-4-times")
	v.choose("time:")
	v.write("17")
	v.fits(name + "-talk-5-name-fault")
	v.write("Ada Lovelace")
	v.write("ada" + name + "@example.org")
	v.fits(name + "-talk-6-review")
	v.choose("yes")
	v.fits(name + "-talk-7-card")
	v.Click(".ends button")
	v.Until(`location.pathname === "/chat/ende" && document.readyState === "complete"`)
	v.fits(name + "-ended")
}

// The pages behind the links of mails fit as well.
func TestEachPageOfAMailFitsItsWindow(t *testing.T) {
	t.Parallel()
	w := newSite(t, generous)
	_, _, offer := w.offered()
	for name, look := range looks() {
		v := w.visitor(look)
		_, token := w.booked("de")
		v.Visit(w.server.URL + "/termin/" + token)
		v.fits(name + "-mail-1-card")
		v.press("move", name+"-mail-2-days")
		v.press("day", name+"-mail-3-times")
		v.press("time", name+"-mail-4-confirm")
		v.press("move-to", name+"-mail-5-moved")
		v.press("cancel", name+"-mail-6-cancel")
		v.press("cancel-yes", name+"-mail-7-cancelled")
		v.Visit(w.server.URL + "/termin/" + offer)
		v.fits(name + "-mail-8-offer")
	}
}

// press presses a button of a mail's page and looks at what comes of it.
func (v *visitor) press(do, name string) {
	v.t.Helper()
	browsertest.Value[bool](v.Tab, `window.left = true`)
	v.Click(`button[value="` + do + `"], button[value^="` + do + ` "]`)
	v.Until(`!window.left && document.readyState === "complete"`)
	v.fits(name)
}

// fits is a picture of a page that nobody has to scroll to the side.
func (v *visitor) fits(name string) {
	v.t.Helper()
	if wide := browsertest.Value[int](v.Tab, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		v.t.Errorf("%s: the page is %d pixels wider than the window", name, wide)
	}
	v.Picture(name)
}
