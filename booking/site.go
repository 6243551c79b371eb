package booking

// Site is what an office says about itself on its web pages. An office that publishes
// pages in Germany owes their readers an imprint, and an authority a statement
// on accessibility.
type Site struct {
	Arms          Picture  // beside the office's name; none: the name alone
	MailArms      Picture  // the same in mails, a PNG; none: the name alone
	FrameHosts    []string // origins on which the talk may be shown in a frame
	Imprint       Imprint
	Accessibility Accessibility
}

// Picture is an image as a browser loads it.
type Picture struct {
	Type string // "image/svg+xml" or "image/png"
	Data []byte
}

// Imprint says who publishes the pages (§ 5 DDG).
type Imprint struct {
	Responsible Text // the body and who represents it
	Mail        string
	VAT         string // value-added tax number
	Supervisor  Text   // the authority that supervises it
}

// Given tells whether the imprint says who is responsible.
func (i Imprint) Given() bool { return len(i.Responsible) > 0 }

// Accessibility is the statement on accessibility (§ 12b BGG and its like in
// the states).
type Accessibility struct {
	Full        bool // the pages meet all requirements
	Gaps        Text // what does not meet them, and why
	On          Date // when the statement was drawn up
	Mail        string
	Enforcement Text // who helps if the office does not
	Link        string
}

// Given tells whether there is a statement.
func (a Accessibility) Given() bool { return !a.On.IsZero() }
