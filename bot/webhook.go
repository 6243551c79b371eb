package bot

import (
	"crypto/subtle"
	"errors"
	"io"
	"net/http"

	"terminbote/dialogs"
)

// Webhook is where a network delivers its updates.
type Webhook struct {
	Engine  *Engine
	Header  string // in which the network proves itself
	Secret  string // what it has to send there; empty: nobody may deliver
	Largest int64  // how many bytes an update may have
	// Open reads whose update it is.
	Open func(raw []byte) (dialogs.Update, error)
}

// ServeHTTP answers 200 once the update is durably in the inbox; anything else
// makes the network send it again.
func (h Webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "POST expected", http.StatusMethodNotAllowed)
		return
	}
	given := r.Header.Get(h.Header)
	if h.Secret == "" || subtle.ConstantTimeCompare([]byte(given), []byte(h.Secret)) != 1 {
		h.Engine.host.Refused(r.Context(), h.Engine.channel, "webhook secret")
		http.Error(w, "wrong secret", http.StatusUnauthorized)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.Largest))
	if errors.As(err, new(*http.MaxBytesError)) {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	update, badUpdate := h.Open(raw)
	if err != nil || badUpdate != nil {
		http.Error(w, "no update", http.StatusBadRequest)
		return
	}
	if err := h.Engine.Receive(r.Context(), update); err != nil {
		h.Engine.log.ErrorContext(r.Context(), "update not received", "update", update.ID, "error", err)
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}
