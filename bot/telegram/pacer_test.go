package telegram

import (
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/dialogs"
)

func TestNoticesKeepThePace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := newPacer(29.5), time.Now()
		var all sync.WaitGroup
		for chat := range int64(295) {
			all.Go(func() {
				if err := p.wait(t.Context(), chat, true); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if took := time.Since(began); took < 9900*time.Millisecond || took > 10100*time.Millisecond {
			t.Errorf("295 notices at 29.5 a second took %v", took)
		}
	})
}

func TestAChatGetsOneNoticeASecond(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := newPacer(29.5), time.Now()
		for range 3 {
			if err := p.wait(t.Context(), 1, false); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("three notices took %v", took)
		}
	})
}

func TestConfirmationsPassReminders(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPacer(29.5)
		var all sync.WaitGroup
		for chat := range int64(300) {
			all.Go(func() { _ = p.wait(t.Context(), chat, true) })
		}
		time.Sleep(time.Second)
		began := time.Now()
		for chat := range int64(10) {
			if err := p.wait(t.Context(), 1000+chat, false); err != nil {
				t.Error(err)
			}
		}
		if took := time.Since(began); took > 700*time.Millisecond {
			t.Errorf("ten confirmations waited %v among the reminders", took)
		}
		all.Wait()
	})
}

func TestWithoutALimitNobodyWaits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := newPacer(0), time.Now()
		for range 1000 {
			if err := p.wait(t.Context(), 1, true); err != nil {
				t.Fatal(err)
			}
		}
		if time.Since(began) != 0 {
			t.Error("somebody waited")
		}
	})
}

func TestWhoseChatIsBusyForLongComesLater(t *testing.T) {
	t.Parallel()
	p := newPacer(29.5)
	p.chats[1] = time.Now().Add(time.Minute)
	var later dialogs.Later
	if err := p.wait(t.Context(), 1, false); !errors.As(err, &later) || later.After < 50*time.Second {
		t.Errorf("%v", err)
	}
}
