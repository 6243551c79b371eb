package telegram

import (
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
)

// largestUpdate is how many bytes an update may have. Telegram's have a few
// thousand; texts are limited to 4,096 characters.
const largestUpdate = 256 << 10

// ServeHTTP is the webhook. It answers 200 once the update is durably in the
// inbox; anything else makes Telegram send it again.
func (t *Telegram) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "POST expected", http.StatusMethodNotAllowed)
		return
	}
	given := r.Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if t.settings.Secret == "" || subtle.ConstantTimeCompare([]byte(given), []byte(t.settings.Secret)) != 1 {
		t.host.Refused(r.Context(), Channel, "webhook secret")
		http.Error(w, "wrong secret", http.StatusUnauthorized)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, largestUpdate))
	if errors.As(err, new(*http.MaxBytesError)) {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	update, badUpdate := open(raw)
	if err != nil || badUpdate != nil {
		http.Error(w, "no update", http.StatusBadRequest)
		return
	}
	if err := t.engine.Receive(r.Context(), update); err != nil {
		t.log.ErrorContext(r.Context(), "update not received", "update", update.ID, "error", err)
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}
