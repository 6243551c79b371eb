package office

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"terminbote/booking"
)

type site struct {
	position
	pictured
	Arms          line           `key:"arms,optional" doc:"The coat of arms or another picture beside the office's name: an .svg or .png file next to this one, or an SVG itself."`
	FrameHosts    []origin       `key:"frame_hosts,optional" doc:"Where the talk may be shown in a frame, such as https://www.werne.de."`
	Imprint       *imprint       `key:"imprint,optional" doc:"Who publishes the pages. Whoever does so needs one."`
	Accessibility *accessibility `key:"accessibility,optional" doc:"The statement on accessibility. An authority needs one."`
}

// pictured is the picture that the section names, as it was read.
type pictured struct{ arms booking.Picture }

type imprint struct {
	Responsible text    `key:"responsible" doc:"The body that publishes the pages, and who represents it."`
	Mail        mailbox `key:"mail" doc:"A mail address at which somebody answers."`
	VAT         line    `key:"vat_id,optional" doc:"The value-added tax number, where there is one."`
	Supervisor  text    `key:"supervisor,optional" doc:"The authority that supervises the body."`
}

type accessibility struct {
	Full        flag    `key:"full" doc:"Whether the pages meet all requirements."`
	Gaps        text    `key:"gaps,optional" doc:"What does not meet them, and why. Needed where not all are met."`
	On          date    `key:"on" doc:"The day on which the statement was drawn up or last looked through."`
	Mail        mailbox `key:"mail" doc:"Where people report barriers."`
	Enforcement text    `key:"enforcement" doc:"Who helps where the office does not answer: name and address of the ombudsperson of the state."`
	Link        link    `key:"enforcement_link,optional" doc:"The web page of that ombudsperson."`
}

// site is what the section says; nothing where there is none.
func (f *file) site() booking.Site {
	s := f.Site
	if s == nil {
		return booking.Site{}
	}
	b := booking.Site{Arms: s.arms}
	for _, h := range s.FrameHosts {
		b.FrameHosts = append(b.FrameHosts, h.v)
	}
	if i := s.Imprint; i != nil {
		b.Imprint = booking.Imprint{Responsible: i.Responsible.v, Mail: i.Mail.v, VAT: i.VAT.v, Supervisor: i.Supervisor.v}
	}
	if a := s.Accessibility; a != nil {
		b.Accessibility = booking.Accessibility{
			Full: a.Full.v, Gaps: a.Gaps.v, On: a.On.v, Mail: a.Mail.v, Enforcement: a.Enforcement.v, Link: a.Link.v,
		}
	}
	return b
}

func (c *checker) checkSite() {
	if c.Site == nil || c.Site.Accessibility == nil {
		return
	}
	a := c.Site.Accessibility
	if a.Full.set && !a.Full.v && !a.Gaps.set {
		c.add(a.Full.position, "not everything is accessible, and nothing says what; expected gaps beside it")
	}
}

// mostPicture is how many bytes a picture may have: people load it on phones.
const mostPicture = 30_000

// readArms reads the picture that the file names from beside it.
func (c *checker) readArms(beside fs.FS) {
	if c.Site == nil || !c.Site.Arms.set {
		return
	}
	name := c.Site.Arms
	fault := func(format string, args ...any) { c.add(name.position, format, args...) }
	if strings.HasPrefix(name.v, "<svg") {
		c.Site.arms = booking.Picture{Type: "image/svg+xml", Data: []byte(name.v)}
		return
	}
	kind, known := pictureTypes[strings.ToLower(filepath.Ext(name.v))]
	if !known || !fs.ValidPath(name.v) {
		fault("%s is no picture beside this file; expected a name such as arms.svg or arms.png", quote(name.v))
		return
	}
	data, err := fs.ReadFile(beside, name.v)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fault("there is no file %s beside this one; expected a picture, .svg or .png", quote(name.v))
	case err != nil:
		fault("%s cannot be read: %v", quote(name.v), err)
	case len(data) > mostPicture:
		fault("%s has %d bytes; expected at most %d, as people load it on phones", quote(name.v), len(data), mostPicture)
	case !bytes.Contains(data, []byte(pictureMarks[kind])):
		fault("%s holds something else than its name says; expected a picture, .svg or .png", quote(name.v))
	default:
		c.Site.arms = booking.Picture{Type: kind, Data: data}
	}
}

var (
	pictureTypes = map[string]string{".svg": "image/svg+xml", ".png": "image/png"}
	pictureMarks = map[string]string{"image/svg+xml": "<svg", "image/png": "\x89PNG\r\n"}
)

// beside is the folder in which an office file lies.
func beside(path string) fs.FS { return os.DirFS(filepath.Dir(path)) }

// missing says what an office that shows web pages still owes their readers,
// one thing a line.
func missing(o *booking.Office) []string {
	var all []string
	add := func(given bool, what string) {
		if !given {
			all = append(all, fmt.Sprintf("%s: %s is missing; web pages need it", o.ID, what))
		}
	}
	add(o.Site.Imprint.Given(), "the imprint (site: imprint)")
	add(len(o.Privacy) > 0, "the privacy notice (privacy)")
	add(o.Site.Accessibility.Given(), "the statement on accessibility (site: accessibility)")
	return all
}
