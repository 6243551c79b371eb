package command

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"terminbote/bot/mattermost"
	"terminbote/bot/web"
	"terminbote/diagnosis"
)

const (
	// servedBy is a header of all answers, by which the program knows its own:
	// proxies answer for what is behind them, and in its place.
	servedBy = "Served-By"
	ourName  = "terminbote"

	// renewal is how long before its end a certificate should have been
	// renewed; what does so by itself does it a month before.
	renewal = 14 * 24 * time.Hour
)

// marked marks answers as the program's.
func marked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(servedBy, ourName)
		next.ServeHTTP(w, r)
	})
}

// publicPaths is below what PUBLIC_URL is called from outside.
func (s settings) publicPaths() []string {
	var all []string
	if s.TelegramSecret != "" {
		all = append(all, webhookPath)
	}
	if s.SMTPURL != "" {
		all = append(all, web.Path)
	}
	if s.wantsMattermost() {
		all = append(all, mattermost.Path)
	}
	return all
}

// lookAtPublicURL asks for the pages that others ask for, the way they come.
func (d *doctor) lookAtPublicURL(ctx context.Context) (r diagnosis.Report) {
	paths := d.settings.publicPaths()
	switch {
	case !d.clear("PUBLIC_URL"):
		return nil
	case d.settings.PublicURL == nil || len(paths) == 0:
		r.Good("PUBLIC_URL", "not needed")
		return r
	}
	for i, path := range paths {
		address := d.settings.PublicURL.JoinPath(path).String()
		response, err := askOutside(ctx, address) //nolint:bodyclose // it is closed there already
		if err != nil {
			what, helps := unanswered(err)
			r.Wrong("PUBLIC_URL", helps, "%s: %s", address, what)
			return r // nor would the other paths be answered
		}
		if i == 0 {
			d.lookAtCertificate(&r, response.TLS)
		}
		answered(&r, address, response)
	}
	return r
}

// askOutside asks for a page and follows nobody elsewhere.
func askOutside(ctx context.Context, address string) (*http.Response, error) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	return response, response.Body.Close()
}

// unanswered says why nobody answers, and what helps.
func unanswered(err error) (what, helps string) {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var network *net.OpError
	switch {
	case errors.As(err, &name):
		return "there is no host of that name", "Enter " + name.Name + " into the DNS, or look for a slip in PUBLIC_URL."
	case errors.As(err, &certificate):
		return fmt.Sprintf("nobody vouches for the certificate: %v", certificate.Err), "Get one from an authority that everybody trusts, such as Let's Encrypt, with the whole chain."
	case errors.As(err, new(tls.RecordHeaderError)):
		return "what listens there does not speak TLS", "Have the proxy end the TLS, or look for a slip in the port."
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time", "Open the port in the firewall. Some networks do not let one call oneself from inside: then try from outside."
	case errors.As(err, &network) && network.Op == "dial":
		return "nobody listens there", "Start the proxy, or serve where there is none, and open the port in the firewall."
	}
	return "the answer cannot be read", "Look at the proxy's log."
}

// answered says whether an answer is the program's own.
func answered(r *diagnosis.Report, address string, response *http.Response) {
	status := response.StatusCode
	switch {
	case response.Header.Get(servedBy) == ourName:
		r.Good("PUBLIC_URL", "%s leads to this program", address)
	case status >= 300 && status < 400:
		r.Wrong("PUBLIC_URL", "Have the proxy hand the path on to LISTEN, and redirect nothing below it.", "%s leads elsewhere, to %s", address, response.Header.Get("Location"))
	case status >= http.StatusBadGateway && status <= http.StatusGatewayTimeout:
		r.Wrong("PUBLIC_URL", "Start serve and ask again. If it runs, the proxy's address for it is not that of LISTEN.", "%s: the proxy answers, and nobody behind it (%s)", address, response.Status)
	default:
		r.Wrong("PUBLIC_URL", "Have the proxy hand the path on to LISTEN, as docs/running.md shows.", "%s: something else answers (%s)", address, response.Status)
	}
}

// lookAtCertificate tells whether the certificate is about to run out.
func (d *doctor) lookAtCertificate(r *diagnosis.Report, state *tls.ConnectionState) {
	if state == nil || len(state.PeerCertificates) == 0 {
		return
	}
	if ends := state.PeerCertificates[0].NotAfter; ends.Before(d.now().Add(renewal)) {
		r.Wrong("PUBLIC_URL", "Renew it, and see why that did not happen by itself.", "the certificate ends on %s", ends.UTC().Format(time.DateOnly))
	}
}
