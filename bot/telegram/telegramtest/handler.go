package telegramtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Call is one request of the bot and how it went.
type Call struct {
	Method      string
	Chat        int64 // 0 if the method has none
	Params      map[string]string
	Code        int    // 200 or Telegram's error code; 0 if the connection was cut before
	Description string // of a refusal
	At          time.Time
}

// call is a request on its way through a method.
type call struct {
	*Server
	request
	method string
	note   string          // a description that comes with success
	hungUp <-chan struct{} // closed when the bot no longer listens
}

type method func(*call) (any, *refusal)

var methods map[string]method

func init() { // not a literal: the methods reach back to the table through the server
	methods = map[string]method{
		"getMe": (*call).getMe, "sendChatAction": (*call).sendChatAction, "leaveChat": (*call).leaveChat,
		"getUpdates": (*call).getUpdates, "setWebhook": (*call).setWebhook,
		"deleteWebhook": (*call).deleteWebhook, "getWebhookInfo": (*call).getWebhookInfo,
		"sendMessage": (*call).sendMessage, "sendDocument": (*call).sendDocument,
		"editMessageText": (*call).editMessageText, "editMessageReplyMarkup": (*call).editMessageReplyMarkup,
		"deleteMessage": (*call).deleteMessage, "answerCallbackQuery": (*call).answerCallbackQuery,
		"setMyCommands": (*call).setMyCommands, "getMyCommands": (*call).getMyCommands,
		"deleteMyCommands": (*call).deleteMyCommands, "setMyDescription": (*call).setMyDescription,
		"setMyShortDescription": (*call).setMyShortDescription, "setChatMenuButton": (*call).setChatMenuButton,
	}
}

// ServeHTTP answers one call of the bot.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, name, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, "/bot"), "/")
	switch {
	case !ok || !strings.HasPrefix(r.URL.Path, "/bot") || !strings.Contains(token, ":"):
		write(w, &refusal{code: 404, text: "Not Found"}, nil, "")
	case token != s.Token:
		write(w, &refusal{code: 401, text: "Unauthorized"}, nil, "")
	case r.Method != http.MethodPost && r.Method != http.MethodGet:
		write(w, &refusal{code: 405, text: "Method Not Allowed"}, nil, "")
	default:
		s.serveMethod(w, r, name)
	}
}

func (s *Server) serveMethod(w http.ResponseWriter, r *http.Request, name string) {
	q, refused := readRequest(r)
	c := &call{Server: s, request: q, method: name, hungUp: r.Context().Done()}
	fault := s.takeFault(c)
	if fault != nil && !fault.sleep(r) {
		return
	}
	if fault != nil {
		if broken := fault.instead(); broken != nil {
			// Recorded first: a caller with the answer may ask for the calls.
			s.record(c, broken)
			fault.answer(w, broken)
			return
		}
	}
	var result any
	if refused == nil {
		result, refused = c.do()
	}
	s.record(c, refused)
	if fault != nil && fault.Kind == CutAfter {
		cut(w)
		return
	}
	write(w, refused, result, c.note)
}

func (c *call) do() (any, *refusal) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if err := c.limit(); err != nil {
		return nil, err
	}
	return methods[c.method](c)
}

func (c *call) check() *refusal {
	if methods[c.method] == nil {
		return &refusal{code: 404, text: textNoMethod, blame: true}
	}
	if err := rules.check(c.method, &c.request); err != nil {
		return err
	}
	if c.config.Description == nil {
		return nil
	}
	return c.config.Description.check(c.method, &c.request)
}

// record keeps what tests ask for later.
func (s *Server) record(c *call, refused *refusal) {
	if refused == nil && s.config.Quiet && s.config.OnCall == nil {
		return
	}
	done := Call{Method: c.method, Chat: c.int("chat_id"), Code: 200}
	if refused != nil {
		done.Code, done.Description = refused.code, refused.text
	}
	if !s.config.Quiet {
		done.Params = c.texts()
	}
	s.mu.Lock()
	done.At = s.now()
	if refused != nil && refused.blame {
		s.mistakes = append(s.mistakes, fmt.Sprintf("%s: %s", c.method, refused.text))
	}
	if !s.config.Quiet {
		s.calls = append(s.calls, done)
	}
	s.mu.Unlock()
	if s.config.OnCall != nil {
		s.config.OnCall(done)
	}
}

// write sends an answer the way Telegram words it.
func write(w http.ResponseWriter, refused *refusal, result any, note string) {
	w.Header().Set("Content-Type", "application/json")
	if refused != nil {
		writeRefusal(w, refused)
		return
	}
	body, err := json.Marshal(result)
	if err != nil {
		panic(fmt.Sprintf("telegramtest: marshal result: %v", err))
	}
	out := append(make([]byte, 0, len(body)+32), `{"ok":true,"result":`...)
	out = append(out, body...)
	if note != "" {
		out = append(out, `,"description":`+strconv.Quote(note)...)
	}
	_, _ = w.Write(append(out, '}')) // a bot that hung up is not our worry
}

func writeRefusal(w http.ResponseWriter, refused *refusal) {
	answer := map[string]any{"ok": false, "error_code": refused.code, "description": refused.text}
	if refused.retryAfter > 0 {
		answer["parameters"] = map[string]int{"retry_after": refused.retryAfter}
		w.Header().Set("Retry-After", strconv.Itoa(refused.retryAfter))
	}
	w.WriteHeader(refused.code)
	_ = json.NewEncoder(w).Encode(answer)
}

func (q *request) text(name string) string { return q.values[name].text }

func (q *request) bool(name string) bool { return q.values[name].text == "true" }

// int is a checked integer parameter, 0 if absent.
func (q *request) int(name string) int64 {
	n, _ := strconv.ParseInt(q.values[name].text, 10, 64)
	return n
}

func (q *request) texts() map[string]string {
	texts := make(map[string]string, len(q.values)+len(q.files))
	for name, v := range q.values {
		texts[name] = v.text
	}
	for name, f := range q.files {
		texts[name] = fmt.Sprintf("file %s (%d bytes)", f.name, len(f.data))
	}
	return texts
}
