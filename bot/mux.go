package bot

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// Check is a condition for the program to be ready.
type Check struct {
	Name string
	Of   func(context.Context) error
}

// checkTimeout is how long a check may take.
const checkTimeout = 2 * time.Second

// NewMux is what the program's admin asks: whether it lives, whether it is
// ready, and what it counts. /readyz names the networks that do not do what is
// asked of them, and /readyz?verbose says how each of them fares: one that is
// away keeps the others from nothing. Networks add their
// own paths to it.
func NewMux(metrics *Metrics, checks ...Check) *http.ServeMux {
	mux := newMux(metrics, true, checks)
	mux.Handle("GET /metrics", metrics.Handler())
	return mux
}

// NewPublicMux is NewMux without what only the admin is to see, who asks for it
// at an address of its own.
func NewPublicMux(metrics *Metrics, checks ...Check) *http.ServeMux {
	return newMux(metrics, false, checks)
}

func newMux(metrics *Metrics, details bool, checks []Check) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "alive")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		missing := failing(r.Context(), checks)
		text, status := "ready", http.StatusOK
		if deaf := metrics.degraded(); len(deaf) > 0 {
			text += ", degraded: " + strings.Join(deaf, "; ")
		}
		if len(missing) > 0 {
			text, status = "not ready: "+strings.Join(missing, "; "), http.StatusServiceUnavailable
		}
		if details && r.URL.Query().Has("verbose") {
			text = strings.Join(slices.Concat([]string{text}, stated(checks, missing), metrics.fares()), "\n")
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(status)
		fmt.Fprintln(w, text)
	})
	return mux
}

// stated is the checks that are in order.
func stated(checks []Check, missing []string) []string {
	var all []string
	for _, c := range checks {
		wrong := slices.ContainsFunc(missing, func(m string) bool { return strings.HasPrefix(m, c.Name+" (") })
		if !wrong {
			all = append(all, c.Name+" is there")
		}
	}
	return all
}

func failing(ctx context.Context, checks []Check) []string {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	var missing []string
	for _, c := range checks {
		if err := c.Of(ctx); err != nil {
			missing = append(missing, c.Name+" ("+err.Error()+")")
		}
	}
	return missing
}

// BehindProxies replaces a request's address by the client's where it came
// through trusted proxies: the last one in X-Forwarded-For that is not trusted.
func BehindProxies(trusted []netip.Prefix, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if client, ok := forwarded(r, trusted); ok {
			r = r.Clone(r.Context())
			r.RemoteAddr = net.JoinHostPort(client.String(), "0")
		}
		next.ServeHTTP(w, r)
	})
}

func forwarded(r *http.Request, trusted []netip.Prefix) (netip.Addr, bool) {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !contains(trusted, peer.Addr()) {
		return netip.Addr{}, false
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop, ok := readHop(strings.TrimSpace(hops[i]))
		if !ok {
			return netip.Addr{}, false
		}
		if !contains(trusted, hop) {
			return hop, true
		}
	}
	return netip.Addr{}, false
}

// readHop reads an address as proxies write it: with a port or without, that of
// IPv6 in brackets or not.
func readHop(text string) (netip.Addr, bool) {
	if with, err := netip.ParseAddrPort(text); err == nil {
		return with.Addr().Unmap(), true
	}
	if inner, ok := strings.CutPrefix(text, "["); ok {
		text, ok = strings.CutSuffix(inner, "]")
		if !ok {
			return netip.Addr{}, false
		}
	}
	hop, err := netip.ParseAddr(text)
	return hop.Unmap(), err == nil
}

func contains(networks []netip.Prefix, address netip.Addr) bool {
	for _, n := range networks {
		if n.Contains(address.Unmap()) {
			return true
		}
	}
	return false
}
