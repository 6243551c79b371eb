package mattermost

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

var aTicket = ticket{
	Purpose: toPress, User: "u", Channel: "c", Choice: "yes", Revision: 7, Until: 1000, Hook: "h", Left: 3, Live: true, Lang: "en",
}

func sealOf(t *testing.T, secret string) seal {
	t.Helper()
	s, err := newSeal(secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A ticket comes back as it was given, to its person, in its channel, until its time
// is over and not a second longer.
func TestATicketHoldsForItsPersonChannelAndTime(t *testing.T) {
	t.Parallel()
	s := sealOf(t, "secret")
	for name, tt := range map[string]struct {
		purpose       purpose
		user, channel string
		now           int64
		want          error
	}{
		"given":            {toPress, "u", "c", 0, nil},
		"last second":      {toPress, "u", "c", 999, nil},
		"over":             {toPress, "u", "c", 1000, errExpired},
		"long over":        {toPress, "u", "c", 5000, errExpired},
		"another's":        {toPress, "v", "c", 0, errForeign},
		"nobody's":         {toPress, "", "c", 0, errForeign},
		"elsewhere":        {toPress, "u", "d", 0, errForeign},
		"nowhere":          {toPress, "u", "", 0, errForeign},
		"another's list":   {toSelect, "v", "c", 0, errForeign},
		"another's button": {toOpen, "v", "c", 0, errForeign},
		"another's form":   {toFill, "v", "c", 0, errForeign},
		"a day":            {toLook, "v", "c", 0, nil},
		"a day elsewhere":  {toLook, "v", "d", 0, errForeign},
		"a day over":       {toLook, "v", "c", 1000, errExpired},
		"an end":           {toFinish, "v", "c", 0, nil},
		"an end elsewhere": {toFinish, "v", "d", 0, errForeign},
	} {
		given := aTicket
		given.Purpose = tt.purpose
		got, err := s.open(s.sign(given), tt.user, tt.channel, time.Unix(tt.now, 0))
		want := given
		if tt.want != nil {
			want = ticket{Lang: "en"} // so that the refusal is said in it, and no more
		}
		if !errors.Is(err, tt.want) || got != want {
			t.Errorf("%s: %v, %+v", name, err, got)
		}
	}
}

// All that a ticket says is signed: with any field changed, cut off, put together
// again or signed by another secret it is none.
func TestAllOfATicketIsSigned(t *testing.T) {
	t.Parallel()
	s := sealOf(t, "secret")
	body, sum, _ := strings.Cut(s.sign(aTicket), ".")
	forged := map[string]string{
		"nothing": "", "a dot": ".", "no signature": body, "no body": "." + sum, "an empty signature": body + ".", "cut off": body + "." + sum[:len(sum)-1],
		"longer": body + "." + sum + "A", "no base64": body + ".!", "a body that is none": "!." + sum, "twice": body + "." + sum + "." + sum, "changed places": sum + "." + body,
		"another secret": sealOf(t, "secreu").sign(aTicket), "no secret": sealOf(t, "").sign(aTicket),
		"no ticket": encoding.EncodeToString([]byte("[]")) + "." + encoding.EncodeToString(s.sum([]byte("[]"))),
	}
	fields := reflect.TypeFor[ticket]()
	for i := range fields.NumField() {
		other := aTicket
		switch f := reflect.ValueOf(&other).Elem().Field(i); f.Kind() {
		case reflect.String:
			f.SetString(f.String() + "x")
		case reflect.Bool:
			f.SetBool(!f.Bool())
		default:
			f.SetInt(f.Int() + 1)
		}
		changed, _, _ := strings.Cut(s.sign(other), ".")
		if changed == body {
			t.Errorf("%s does not stand in the ticket", fields.Field(i).Name)
		}
		forged[fields.Field(i).Name] = changed + "." + sum
	}
	for name, signed := range forged {
		if got, err := s.open(signed, "u", "c", time.Unix(0, 0)); !errors.Is(err, errForged) || got != (ticket{}) {
			t.Errorf("%s: %v, %+v", name, err, got)
		}
	}
}
