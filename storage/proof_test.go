package storage_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// What proves an address is the code sent last to it in this chat, until it runs out,
// and as often as it may be tried.
func TestACodeProvesItsAddressInItsChatAndTime(t *testing.T) {
	t.Parallel()
	const hers = "ada@example.org"
	ask := func(w *world, name, address string) string {
		w.must(name, dialogs.AskProof{Office: "hall", Mail: address, Lang: "de"})
		return w.post.last().code
	}
	for name, tt := range map[string]struct {
		before  func(w *world, code *string) // what happens before it is tried
		by      string
		address string
		want    error
	}{
		"at once":               {nil, "ada", hers, nil},
		"just in time":          {func(w *world, _ *string) { w.now = w.now.Add(15*time.Minute - just) }, "ada", hers, nil},
		"too late":              {func(w *world, _ *string) { w.now = w.now.Add(15 * time.Minute) }, "ada", hers, booking.ErrLimit},
		"another code":          {func(_ *world, code *string) { *code = "none" }, "ada", hers, booking.ErrCode},
		"the one before":        {func(w *world, _ *string) { ask(w, "ada", hers) }, "ada", hers, booking.ErrCode},
		"after one for another": {func(w *world, _ *string) { ask(w, "ada", "other@example.org") }, "ada", hers, nil},
		"in another chat":       {nil, "bob", hers, booking.ErrLimit},
		"in another with one":   {func(w *world, _ *string) { ask(w, "bob", hers) }, "bob", hers, booking.ErrCode},
		"for another address":   {nil, "ada", "other@example.org", booking.ErrLimit},
		"at the last try": {func(w *world, _ *string) {
			for range booking.CodeTries - 1 {
				w.refuse("ada", dialogs.Prove{Office: "hall", Mail: hers, Code: "none"}, booking.ErrCode)
			}
		}, "ada", hers, nil},
		"after it": {func(w *world, _ *string) {
			for range booking.CodeTries {
				w.refuse("ada", dialogs.Prove{Office: "hall", Mail: hers, Code: "none"}, booking.ErrCode)
			}
		}, "ada", hers, booking.ErrLimit},
		"a second time": {func(w *world, code *string) { w.must("ada", dialogs.Prove{Office: "hall", Mail: hers, Code: *code}) }, "ada", hers, booking.ErrLimit},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sample(1))
			code := ask(w, "ada", hers)
			if tt.before != nil {
				tt.before(w, &code)
			}
			if got := w.do(tt.by, dialogs.Prove{Office: "hall", Mail: tt.address, Code: code}).Refused; !errors.Is(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// A code to prove an address needs an address, and an office that mails it.
func TestAProofNeedsAnAddress(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.refuse("ada", dialogs.AskProof{Office: "hall"}, booking.ErrIncomplete)
	w.refuse("ada", dialogs.AskProof{Office: "nowhere", Mail: "ada@example.org"}, booking.ErrUnknown)
	w.refuse("ada", dialogs.Prove{Office: "nowhere", Mail: "ada@example.org", Code: "1"}, booking.ErrUnknown)
	if len(w.post.letters) != 0 || w.count(`SELECT count(*) FROM code WHERE id < 900000`) != 0 {
		t.Error("a code is mailed all the same")
	}
	w.must("ada", dialogs.AskProof{Office: "hall", Mail: "ada@example.org"})
	if len(w.post.letters) != 1 {
		t.Error("no code is mailed")
	}
}

// A proof uses up the codes for that address in that chat, and no others.
func TestAProofUsesUpItsOwnCodes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ask := func(name, address string) dialogs.Prove {
		w.must(name, dialogs.AskProof{Office: "hall", Mail: address, Lang: "de"})
		return dialogs.Prove{Office: "hall", Mail: address, Code: w.post.last().code}
	}
	hers, his, another := ask("ada", "ada@example.org"), ask("bob", "ada@example.org"), ask("ada", "other@example.org")
	w.must("ada", hers)
	w.refuse("ada", hers, booking.ErrLimit)
	w.must("ada", another)
	w.must("bob", his)
}

// Where no mails go out nobody is asked to prove an address.
func TestWithoutMailNothingIsProved(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(1), w.present, storage.Options{})
	w.none(err)
	t.Cleanup(s.Close)
	w.Store = s
	w.refuse("ada", dialogs.AskProof{Office: "hall", Mail: "ada@example.org"}, booking.ErrIncomplete)
	if n := w.count(`SELECT count(*) FROM code WHERE id < 900000`) + w.count(`SELECT count(*) FROM deed WHERE what IN ('asked', 'addressed') AND sender NOT IN ('b', 'y')`); n != 0 {
		t.Error("it counts as asked")
	}
}

// Somebody is known by the address that they proved last.
func TestTheAddressThatWasProvedLastIsTheirs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	proves := func(address string) (known []byte) {
		w.must("ada", dialogs.AskProof{Office: "hall", Mail: address, Lang: "de"})
		w.must("ada", dialogs.Prove{Office: "hall", Mail: address, Code: w.post.last().code})
		w.none(w.pool.QueryRow(t.Context(), `SELECT proved FROM person p JOIN chat c ON c.person = p.id WHERE c.channel = 'test' AND c.address = 'ada' AND p.id < 900000`).Scan(&known))
		return known
	}
	first, second, again := proves("ada@example.org"), proves("other@example.org"), proves("ada@example.org")
	if bytes.Equal(first, second) || !bytes.Equal(first, again) {
		t.Errorf("known by %x, %x, %x", first, second, again)
	}
}
