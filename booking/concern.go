package booking

import (
	"time"
)

// The names by which the parts of an office know each other. They are the
// words of the office file and never change once somebody has booked.
type (
	ConcernID  string
	CategoryID string
	DocumentID string
	FormID     string
	Skill      string
)

// Text is one text in several languages, by BCP 47 tag ("de", "en").
type Text map[string]string

// In is the text in lang, in German where lang is missing, in any language
// where that is missing too.
func (t Text) In(lang string) string {
	if s, ok := t[lang]; ok {
		return s
	}
	if s, ok := t["de"]; ok {
		return s
	}
	for _, s := range t {
		return s
	}
	return ""
}

// Category is a group of concerns in the menu.
type Category struct {
	ID   CategoryID
	Name Text
}

// Concern is a matter that somebody comes to the office for (Anliegen).
type Concern struct {
	ID          ConcernID
	Category    CategoryID
	Name        Text
	Synonyms    map[string][]string // as people say it, by language
	Explanation Text
	Documents   []Document // what to bring
	Forms       []Form
	Fees        []Fee           // by the day they are valid from, ascending
	Done        Period          // the days on which the office does it
	Lengths     []Lengths       // where it takes another time in some period; the last that holds counts
	First       time.Duration   // the first case
	Further     time.Duration   // each further case
	PerPerson   time.Duration   // each person beyond the first; mostly none
	MaxQuantity int             // cases in one appointment
	AskQuantity bool            // how many cases there are is asked of everybody
	Skill       Skill           // what a desk must be able to do
	PhoneOnly   bool            // urgent: arranged by telephone only
	Question    *Question       // asked before booking; nil where nothing is
	Details     map[Detail]Text // what people ask about it
	Pickup      ConcernID       // what people come for to fetch what comes of it; empty: nothing is fetched
	LeiKa       string          // key of the national service catalogue; not unique
}

// Question is asked before a concern can be booked: "Have you received the
// letter?"
type Question struct {
	Ask       Text // a question to be answered with yes or no
	Otherwise Text // what is said to those who answer no
}

// Document is something to bring (Unterlage). Two concerns that name the same
// ID want the same document, and it is listed once.
type Document struct {
	ID    DocumentID `json:"id"`
	Name  Text       `json:"name"`
	Photo bool       `json:"photo,omitempty"` // it is a photo of the person it is for

	Period Period `json:"-"` // when it has to be brought
}

// Form is a form to fill in beforehand, and where to find it.
type Form struct {
	ID   FormID `json:"id"`
	Name Text   `json:"name"`
	URL  string `json:"url,omitempty"` // empty where the form lies at the counter only

	Period Period `json:"-"` // when it has to be filled in
}

// FeeOn is the fee of the concern on day d, the last one that is valid then. It
// is false if the office has set none.
func (c Concern) FeeOn(d Date) (Fee, bool) {
	var valid Fee
	found := false
	for _, fee := range c.Fees {
		if !fee.From.After(d) && (Period{Until: fee.Until}).Has(d) {
			valid, found = fee, true
		}
	}
	return valid, found
}

// Takes is how long quantity cases of the concern last.
func (c Concern) Takes(quantity int) time.Duration {
	return c.First + time.Duration(quantity-1)*c.Further
}
