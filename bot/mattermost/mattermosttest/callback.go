package mattermosttest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"terminbote/booking/clocktest"
)

// Callback is one request to an address of the bot's, and its answer.
type Callback struct {
	URL    string
	Header http.Header
	Body   []byte
	Status int    // 0: no answer came
	Type   string // content type of the answer
	Answer []byte
	Took   time.Duration
}

// Callbacks are all requests to the bot so far, oldest first: for tests that
// send one again, or change it first.
func (s *Server) Callbacks() []Callback {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.callbacks)
}

// Send sends a request to the bot as it is, as somebody does who has seen it
// and can reach the bot, and returns it with its answer.
func (s *Server) Send(c Callback) (Callback, error) {
	ctx, cancel := context.WithTimeout(s.ctx, s.config.Answer)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.reach(c.URL), bytes.NewReader(c.Body))
	if err != nil {
		return c, err
	}
	r.Header = c.Header.Clone()
	r.Header.Set("User-Agent", "Mattermost-Bot/1.1")
	began := clocktest.Now()
	c, err = s.exchange(r, c)
	c.Took = clocktest.Since(began)
	s.mu.Lock()
	s.callbacks = append(s.callbacks, c)
	s.mu.Unlock()
	return c, err
}

// longestAnswer is how much of an answer Mattermost reads.
const longestAnswer = 1 << 20

func (s *Server) exchange(r *http.Request, c Callback) (Callback, error) {
	answer, err := s.client.Do(r)
	if err != nil {
		return c, err
	}
	defer answer.Body.Close()
	c.Answer, err = io.ReadAll(io.LimitReader(answer.Body, longestAnswer))
	c.Status, c.Type = answer.StatusCode, answer.Header.Get("Content-Type")
	return c, err
}

func (s *Server) reach(address string) string {
	if s.config.Reach != nil {
		return s.config.Reach(address)
	}
	return address
}

// sendForm sends what a slash command sends.
func (s *Server) sendForm(address, token string, form url.Values) (Callback, error) {
	return s.Send(Callback{URL: address, Body: []byte(form.Encode()), Header: http.Header{
		"Accept": {"application/json"}, "Authorization": {"Token " + token},
		"Content-Type": {"application/x-www-form-urlencoded"},
	}})
}

// sendJSON sends what a button or a dialog sends, and reads the answer.
func (s *Server) sendJSON(address string, body, answer any) *refusal {
	data, err := json.Marshal(body)
	if err != nil {
		panic(fmt.Sprintf("mattermosttest: marshal: %v", err))
	}
	c, err := s.Send(Callback{URL: address, Body: data, Header: http.Header{
		"Accept": {"application/json"}, "Content-Type": {"application/json"},
	}})
	if err != nil || c.Status != http.StatusOK {
		return badAnswer(c, err)
	}
	if err := decode(c.Answer, answer); err != nil {
		return blame("the answer of %s cannot be read: %v", path(address), err)
	}
	return nil
}

func badAnswer(c Callback, err error) *refusal {
	why := fmt.Sprintf("status=%d", c.Status)
	if err != nil {
		why = "err=" + err.Error()
	}
	return refuse(http.StatusBadRequest, "api.post.do_action.action_integration.app_error", "Action integration error. "+why)
}

func path(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Path
}

// settle notes what the bot did wrong in an answer, and gives the person the
// error that they see. Without one it is nil.
func (s *Server) settle(err *refusal) error {
	if err == nil {
		return nil
	}
	if err.blame {
		s.mu.Lock()
		s.mistake("%s", strings.TrimPrefix(err.message, "strict: "))
		s.mu.Unlock()
	}
	return err
}
