package command

import (
	"context"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// What was said in a browser is forgotten when nobody has gone on with it for as long as
// a talk waits, and not before.
func TestATalkIsForgottenWhenItWaitedLongEnough(t *testing.T) {
	t.Parallel()
	store, err := storage.Open(t.Context(), storagetest.URL(t), office.Sample(), clocktest.At(monday), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	chat := dialogs.Chat{Channel: web.Channel, Address: "somebody"}
	kept := func(now time.Time) (state []byte) {
		t.Helper()
		if err := store.Converse(t.Context(), chat, now, func(ctx context.Context, r dialogs.Records) (err error) {
			state, err = r.Recall(ctx)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return state
	}
	if err := store.Converse(t.Context(), chat, monday, func(ctx context.Context, r dialogs.Records) error {
		return r.Remember(ctx, []byte(`{"version":1}`))
	}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		after time.Duration
		kept  bool
	}{{time.Minute, true}, {web.Idle - time.Second, true}, {web.Idle + time.Second, false}} {
		if err := forgetIdle(store)(t.Context(), monday.Add(tt.after)); err != nil {
			t.Fatal(err)
		}
		if got := kept(monday) != nil; got != tt.kept {
			t.Errorf("after %v it is kept: %v", tt.after, got)
		}
	}
}
