package mattermosttest

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
	ServerError                  // 500 in Mattermost's JSON
	BadGateway                   // 502 as an HTML page, from a proxy
	TooMany                      // 429 from the rate limiter
	CutBefore                    // the connection ends, nothing happened
	CutAfter                     // the connection ends, but the call took effect
)

func (k FaultKind) String() string {
	return [...]string{"slow", "server error", "bad gateway", "too many", "cut before", "cut after"}[k]
}

// Fault has calls go wrong.
type Fault struct {
	Kind    FaultKind
	Route   string        // of the calls it hits; any if empty
	Times   int           // how many calls it hits: 0 means one, less than 0 all
	Latency time.Duration // before the call is looked at
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

// GoAway has every call cut until Heal: the server is away.
func (s *Server) GoAway() { s.Fail(Fault{Kind: CutBefore, Times: -1}) }

// Heal removes all faults.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

func (s *Server) takeFault(route string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.Route != "" && f.Route != route {
			continue
		}
		if f.Times--; f.Times == 0 {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		return f
	}
	return nil
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

// prevents tells whether the call takes no effect.
func (f *Fault) prevents() bool { return f.Kind != Slow && f.Kind != CutAfter }

// answer answers in the route's stead, where the fault prevents the call.
func (f *Fault) answer(w http.ResponseWriter) {
	switch f.Kind {
	case ServerError:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprint(w, `{"id":"app.post.save.app_error","message":"Unable to save the Post.","status_code":500}`)
	case BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n")
	case TooMany:
		w.Header().Set("X-Ratelimit-Limit", "101")
		w.Header().Set("X-Ratelimit-Remaining", "0")
		w.Header().Set("X-Ratelimit-Reset", "1")
		w.Header().Set("Retry-After", "1")
		http.Error(w, "limit exceeded", http.StatusTooManyRequests)
	case CutBefore:
		cut(w)
	case Slow, CutAfter: // the route answers
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
