package telegram

import (
	"net/http"

	"terminbote/bot"
)

// largestUpdate is how many bytes an update may have. Telegram's have a few
// thousand; texts are limited to 4,096 characters.
const largestUpdate = 256 << 10

// ServeHTTP is the webhook.
func (t *Telegram) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	bot.Webhook{
		Engine: t.engine, Header: "X-Telegram-Bot-Api-Secret-Token", Secret: t.settings.Secret,
		Largest: largestUpdate, Open: open,
	}.ServeHTTP(w, r)
}
