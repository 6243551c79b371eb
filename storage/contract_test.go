package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/storage"
)

func TestStorageKeepsTheContract(t *testing.T) {
	t.Parallel()
	dialogstest.Contract(t, func(t *testing.T, town booking.Town, now func() time.Time, lead dialogs.Colleague) dialogstest.Keeper {
		t.Helper()
		post, pool := &postbox{}, withBystanders(t)
		store, err := storage.Open(t.Context(), pool.Config().ConnString(), town, now, storage.Options{
			Mailer: post, Leads: []dialogs.Colleague{lead},
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(store.Close)
		return dialogstest.Keeper{Conversations: store, Staff: store, Code: post.codeFor}
	})
}

// codeFor is the code that was sent last for an appointment.
func (p *postbox) codeFor(number booking.Number) string {
	for i := len(p.letters) - 1; i >= 0; i-- {
		if p.letters[i].number == number {
			return p.letters[i].code
		}
	}
	return ""
}
