package telegram

import (
	"fmt"
	"net/http"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
	"terminbote/dialogs"
)

// outcome says what an error means for who sends: nobody there, when to try
// again, or never. What may pass stays as it is.
func outcome(err error) error {
	f, ok := botapi.Failed(err)
	switch {
	case !ok:
		return err
	case f.After > 0:
		return dialogs.Later{After: f.After}
	case f.Status == http.StatusForbidden, f.Reason() == botapi.ChatNotFound:
		return dialogs.ErrUnreachable
	case f.Status == http.StatusBadRequest, f.Status == http.StatusRequestEntityTooLarge:
		return fmt.Errorf("%w: %w", bot.ErrRefused, f)
	}
	return err
}

// waitAsked is how long Telegram asks to wait; 0 where it does not.
func waitAsked(err error) time.Duration {
	f, _ := botapi.Failed(err)
	return f.After
}
