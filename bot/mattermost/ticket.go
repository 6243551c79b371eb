package mattermost

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// purpose is what a ticket is good for, so that none can be used for anything
// else.
type purpose string

const (
	toPress  purpose = "press"  // a button: the choice in it
	toSelect purpose = "select" // a list: whatever is chosen from it
	toOpen   purpose = "open"   // a button that opens a form
	toFill   purpose = "fill"   // that form
	toLook   purpose = "look"   // the button under a day post, for every member
	toFinish purpose = "finish" // the button under the thread of a talk, likewise
)

// ticketsFor is how long a ticket holds: a shift. It is worthless earlier, as
// soon as the talk it belongs to has moved on.
const ticketsFor = 12 * time.Hour

// ticket is what a button or a form carries. Nothing in it is secret; the
// seal keeps it from being changed or made up.
type ticket struct {
	Purpose  purpose `json:"purpose"`
	User     string  `json:"user,omitempty"` // whose it is; a day post's are everybody's
	Channel  string  `json:"channel"`        // in which it is shown
	Choice   string  `json:"choice,omitempty"`
	Revision int     `json:"revision,omitempty"` // of the state that offers it
	Until    int64   `json:"until"`
	Hook     string  `json:"hook,omitempty"` // by which answers can follow
	Left     int     `json:"left,omitempty"` // how many of them
	Live     bool    `json:"live,omitempty"` // in a message that can be changed
	Lang     string  `json:"lang,omitempty"`
}

// What can be wrong with a ticket.
var (
	errForged  = errors.New("no ticket of ours")
	errForeign = errors.New("somebody else's ticket")
	errExpired = errors.New("the ticket is too old")
)

// seal signs tickets.
type seal struct{ key []byte }

// newSeal derives a key of its own for this use from the secret.
func newSeal(secret string) (seal, error) {
	key, err := hkdf.Key(sha256.New, []byte(secret), nil, "terminbote mattermost tickets 1", sha256.Size)
	if err != nil {
		return seal{}, fmt.Errorf("derive key: %w", err)
	}
	return seal{key}, nil
}

var encoding = base64.RawURLEncoding

func (s seal) sign(t ticket) string {
	body, err := json.Marshal(t)
	if err != nil {
		panic(err) // a struct of strings and numbers
	}
	return encoding.EncodeToString(body) + "." + encoding.EncodeToString(s.sum(body))
}

func (s seal) sum(body []byte) []byte {
	mac := hmac.New(sha256.New, s.key)
	mac.Write(body)
	return mac.Sum(nil)
}

// open reads a ticket that user hands in, in a channel. Of one that is expired
// or somebody else's it still tells the language.
func (s seal) open(signed, user, channel string, now time.Time) (ticket, error) {
	first, second, _ := strings.Cut(signed, ".")
	body, err := encoding.DecodeString(first)
	if err != nil {
		return ticket{}, errForged
	}
	sum, err := encoding.DecodeString(second)
	if err != nil || !hmac.Equal(sum, s.sum(body)) {
		return ticket{}, errForged
	}
	var t ticket
	if err := json.Unmarshal(body, &t); err != nil {
		return ticket{}, errForged
	}
	switch {
	case t.User != user && t.Purpose != toLook && t.Purpose != toFinish, t.Channel != channel:
		return ticket{Lang: t.Lang}, errForeign
	case now.Unix() >= t.Until:
		return ticket{Lang: t.Lang}, errExpired
	}
	return t, nil
}
