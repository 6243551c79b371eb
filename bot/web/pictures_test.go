package web_test

import (
	"testing"

	"terminbote/bot/web/browsertest"
)

// Pictures of each screen are kept to be looked at where PICTURES names a
// folder: PICTURES=/tmp go test -run TestEachScreenFitsItsWindow ./bot/web
func TestEachScreenFitsItsWindow(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	for name, look := range map[string]browsertest.Look{
		"desktop-light-de": {}, "desktop-dark-en": {Dark: true, Lang: "en"},
		"phone-light-en": {Width: 360, Height: 780, Lang: "en"}, "phone-dark-de": {Width: 360, Height: 780, Dark: true},
	} {
		v := w.visitor(look)
		for _, page := range [][2]string{{"entrance", "/"}, {"concern", "/anliegen/passport"}, {"free", "/termin/frei?concern=passport"}, {"accessibility", "/barrierefreiheit"}, {"nothing", "/nothing"}} {
			v.Visit(w.server.URL + page[1])
			v.fits(name + "-" + page[0])
		}
		v.Visit(w.server.URL + "/chat")
		v.Click("button.main")
		v.Await("#offen")
		v.fits(name + "-talk-1-begin")
		v.write("Perso")
		v.fits(name + "-talk-2-concerns")
		v.untilTimes()
		v.fits(name + "-talk-3-proposed")
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
}

// fits is a picture of a page that nobody has to scroll to the side.
func (v *visitor) fits(name string) {
	v.t.Helper()
	if wide := browsertest.Value[int](v.Tab, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		v.t.Errorf("%s: the page is %d pixels wider than the window", name, wide)
	}
	v.Picture(name)
}
