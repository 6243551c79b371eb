package telegramtest

import (
	"fmt"
	"net"
	"net/http"
	"slices"
	"time"
)

// FaultKind is a way in which a call goes wrong.
type FaultKind int

// The faults. The calls they hit take no effect, but for Slow and CutAfter.
const (
	Slow        FaultKind = iota // nothing goes wrong, it only takes long
	ServerError                  // 500 in Telegram's JSON
	BadGateway                   // 502 as an HTML page
	CutBefore                    // the connection ends, nothing happened
	CutAfter                     // the connection ends, but the call took effect
	TooMany                      // 429 with retry_after
	Revoked                      // 401, as after /revoke at BotFather
)

// Fault has calls go wrong.
type Fault struct {
	Kind       FaultKind
	Method     string        // of the calls it hits; any if empty
	Chat       int64         // of the calls it hits; any if 0
	Times      int           // how many calls it hits: 0 means one, less than 0 all
	Chance     float64       // that a call is hit; 0 means always
	Latency    time.Duration // before the call is looked at
	RetryAfter time.Duration // for TooMany; default 1 s
}

// Fail adds a fault to the next calls. Faults are tried in the order added.
func (s *Server) Fail(f Fault) {
	if f.Times == 0 {
		f.Times = 1
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// Heal removes all faults.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

func (s *Server) takeFault(c *call) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if !f.hits(c) {
			continue
		}
		if f.Times--; f.Times == 0 {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		taken := *f
		return &taken
	}
	return nil
}

func (f *Fault) hits(c *call) bool {
	return (f.Method == "" || f.Method == c.method) && (f.Chat == 0 || f.Chat == c.int("chat_id")) &&
		(f.Chance == 0 || chance(f.Chance))
}

// sleep waits the latency out, unless the bot hangs up first.
func (f *Fault) sleep(r *http.Request) bool {
	select {
	case <-time.After(f.Latency):
		return true
	case <-r.Context().Done():
		return false
	}
}

// instead is what the fault answers in the method's stead; nil if the method
// answers.
func (f *Fault) instead() *refusal {
	switch f.Kind {
	case ServerError:
		return &refusal{code: 500, text: "Internal Server Error"}
	case Revoked:
		return &refusal{code: 401, text: "Unauthorized"}
	case TooMany:
		return tooMany(max(f.RetryAfter, time.Second))
	case BadGateway:
		return &refusal{code: 502, text: "Bad Gateway"}
	case CutBefore:
		return &refusal{text: "connection cut"}
	default:
		return nil
	}
}

// answer gives an answer as it looks with this fault.
func (f *Fault) answer(w http.ResponseWriter, refused *refusal) {
	switch f.Kind {
	case BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n")
	case CutBefore:
		cut(w)
	default:
		write(w, refused, nil, "")
	}
}

// cut ends the connection without a word.
func cut(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}
