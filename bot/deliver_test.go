package bot_test

import (
	"errors"
	"testing"

	"terminbote/bot"
	"terminbote/dialogs"
)

// Staff then see who to call, instead of a notice that is on its way for a day.
func TestNobodyIsReachedOnANetworkThatIsOff(t *testing.T) {
	t.Parallel()
	err := bot.Courier{}.Deliver(t.Context(), dialogs.Notice{Chat: dialogs.Chat{Channel: "mail", Address: "ada@example.org"}})
	if !errors.Is(err, dialogs.ErrUnreachable) {
		t.Errorf("delivered with %v", err)
	}
}
