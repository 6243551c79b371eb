package telegramtest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"terminbote/bot/telegram/telegramtest"
)

// probe calls methods one by one, in JSON.
type probe struct {
	t *testing.T
	s *telegramtest.Server
}

type answer struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int `json:"retry_after"`
	} `json:"parameters"`
}

func newProbe(t *testing.T, s *telegramtest.Server) *probe {
	t.Helper()
	return &probe{t, s}
}

// params makes name, value, name, value a map.
func params(pairs []any) map[string]any {
	m := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

func (p *probe) call(method string, pairs ...any) answer {
	p.t.Helper()
	body, err := json.Marshal(params(pairs))
	if err != nil {
		p.t.Fatal(err)
	}
	a, err := p.try(method, body)
	if err != nil {
		p.t.Fatalf("%s: %v", method, err)
	}
	return a
}

func (p *probe) try(method string, body []byte) (answer, error) {
	r, err := http.Post(p.s.URL+"/bot"+p.s.Token+"/"+method, "application/json", bytes.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	defer r.Body.Close()
	var a answer
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		return a, fmt.Errorf("status %d: %w", r.StatusCode, err)
	}
	return a, nil
}

func (p *probe) ok(method string, pairs ...any) json.RawMessage {
	p.t.Helper()
	a := p.call(method, pairs...)
	if !a.OK {
		p.t.Fatalf("%s: %d %s", method, a.Code, a.Description)
	}
	return a.Result
}

func (p *probe) want(code int, description, method string, pairs ...any) {
	p.t.Helper()
	a := p.call(method, pairs...)
	if a.Code != code || a.Description != description {
		p.t.Errorf("%s: got %d %q, want %d %q", method, a.Code, a.Description, code, description)
	}
}

// send sends a message and returns its id.
func (p *probe) send(chat int64, pairs ...any) int {
	p.t.Helper()
	var m struct {
		ID int `json:"message_id"`
	}
	if err := json.Unmarshal(p.ok("sendMessage", append(pairs, "chat_id", chat)...), &m); err != nil {
		p.t.Fatal(err)
	}
	return m.ID
}

func (p *probe) updates(pairs ...any) []map[string]any {
	p.t.Helper()
	var all []map[string]any
	if err := json.Unmarshal(p.ok("getUpdates", pairs...), &all); err != nil {
		p.t.Fatal(err)
	}
	return all
}

// inline is a keyboard of one row whose buttons' data are their labels.
func inline(labels ...string) map[string]any {
	var row []any
	for _, l := range labels {
		row = append(row, map[string]any{"text": l, "callback_data": l})
	}
	return map[string]any{"inline_keyboard": []any{row}}
}
