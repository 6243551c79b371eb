package office

import (
	"bytes"
	"encoding/base64"
	"errors"
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
	MailArms      line           `key:"mail_arms,optional" doc:"The same picture for mails, whose programs draw no SVG: a small .png next to this file, or a PNG itself in Base64. Where arms is one, it is taken."`
	FrameHosts    []origin       `key:"frame_hosts,optional" doc:"Where the talk may be shown in a frame, such as https://www.werne.de."`
	Imprint       *imprint       `key:"imprint,optional" doc:"Who publishes the pages. Published pages need one."`
	Accessibility *accessibility `key:"accessibility,optional" doc:"The statement on accessibility. An authority needs one."`
}

// pictured is the pictures that the section names, as they were read.
type pictured struct{ arms, mailArms booking.Picture }

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
	b := booking.Site{Arms: s.arms, MailArms: s.mailArms}
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
	if a.Full.set && !a.Full.v && !a.Gaps.given() {
		c.add(a.Full.position, "not everything is accessible, and nothing says what; expected gaps beside it")
	}
}

// mostPicture is how many bytes a picture may have: people load it on phones.
// One in a mail is sent with every mail.
const (
	mostPicture  = 30_000
	mostMailArms = 10_000
)

// readPictures reads the pictures that the file holds, or names from beside it.
// Mail programs draw no SVG.
func (c *checker) readPictures(beside fs.FS) {
	if c.Site == nil {
		return
	}
	s := c.Site
	s.arms, s.mailArms = c.picture(beside, s.Arms, mostPicture), c.picture(beside, s.MailArms, mostMailArms)
	switch {
	case s.mailArms.Type == svgType:
		c.add(s.MailArms.position, "mail programs draw no SVG; expected a .png")
	case !s.MailArms.set && s.arms.Type == pngType && len(s.arms.Data) <= mostMailArms:
		s.mailArms = s.arms
	}
}

// picture is one picture; nothing where the line is not given or faulty.
func (c *checker) picture(beside fs.FS, from line, most int) booking.Picture {
	if !from.set {
		return booking.Picture{}
	}
	fault := func(format string, args ...any) { c.add(from.position, format, args...) }
	if p, within := pictureIn(from.v); within {
		return p
	}
	kind, known := pictureTypes[strings.ToLower(filepath.Ext(from.v))]
	if !known || !fs.ValidPath(from.v) {
		fault("%s is no picture beside this file; expected a name such as arms.svg or arms.png", quote(from.v))
		return booking.Picture{}
	}
	data, err := fs.ReadFile(beside, from.v)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fault("there is no file %s beside this one; expected a picture, .svg or .png", quote(from.v))
	case err != nil:
		fault("%s cannot be read: %v", quote(from.v), err)
	case len(data) > most:
		fault("%s has %d bytes; expected at most %d, as people load it on phones", quote(from.v), len(data), most)
	case !bytes.Contains(data, []byte(pictureMarks[kind])):
		fault("%s holds something else than its name says; expected a picture, .svg or .png", quote(from.v))
	default:
		return booking.Picture{Type: kind, Data: data}
	}
	return booking.Picture{}
}

// pictureIn is a picture that stands in the file itself: an SVG as it is, a PNG
// in Base64, in as many lines as it takes.
func pictureIn(text string) (booking.Picture, bool) {
	if strings.HasPrefix(text, "<svg") {
		return booking.Picture{Type: svgType, Data: []byte(text)}, true
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil || !bytes.HasPrefix(data, []byte(pictureMarks[pngType])) {
		return booking.Picture{}, false
	}
	return booking.Picture{Type: pngType, Data: data}, true
}

const (
	svgType = "image/svg+xml"
	pngType = "image/png"
)

var (
	pictureTypes = map[string]string{".svg": svgType, ".png": pngType}
	pictureMarks = map[string]string{svgType: "<svg", pngType: "\x89PNG\r\n"}
)

// beside is the folder in which an office file lies.
func beside(path string) fs.FS { return os.DirFS(filepath.Dir(path)) }

// missing says what an office that shows web pages still owes their readers,
// one thing a line.
func missing(o *booking.Office) []message {
	var all []message
	add := func(given bool, what message) {
		if !given {
			all = append(all, say("%s: %s is missing; web pages need it", o.ID, what))
		}
	}
	add(o.Site.Imprint.Given(), say("the imprint (site: imprint)"))
	add(len(o.Privacy) > 0, say("the privacy notice (privacy)"))
	add(o.Site.Accessibility.Given(), say("the statement on accessibility (site: accessibility)"))
	return all
}
