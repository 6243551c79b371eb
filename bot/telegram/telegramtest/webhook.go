package telegramtest

import (
	"net"
	"net/url"
	"regexp"
	"strings"
)

var secretPattern = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)

func (c *call) setWebhook() (any, *refusal) {
	address := c.text("url")
	if address == "" {
		return c.deleteWebhook()
	}
	target, err := c.hookTarget(address)
	if err != nil {
		return nil, err
	}
	connections := 40
	if c.text("max_connections") != "" {
		connections = int(c.int("max_connections"))
	}
	secret := c.text("secret_token")
	switch {
	case len(secret) > 256:
		return nil, blame("secret token is too long")
	case !secretPattern.MatchString(secret):
		return nil, blame("secret token contains unallowed characters")
	case connections < 1 || connections > 100:
		return nil, blame("strict: max_connections must be 1 to 100")
	}
	c.note = "Webhook was set"
	return true, c.box.replaceHook(c, newHook(c.Server, address, target, secret, connections))
}

// hookTarget is where updates for an address go. Telegram wants https; only a
// server on this machine may do without.
func (c *call) hookTarget(address string) (string, *refusal) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", badRequest("invalid webhook URL specified")
	}
	if reach := c.config.Delivery.Reach; reach != nil {
		return reach(address), nil
	}
	ip := net.ParseIP(u.Hostname())
	local := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	if u.Scheme != "https" && !(u.Scheme == "http" && local) {
		return "", badRequest("bad webhook: An HTTPS URL must be provided for webhook")
	}
	return address, nil
}

func (c *call) deleteWebhook() (any, *refusal) {
	c.note = "Webhook was deleted"
	if c.box.hookAddress() == "" {
		c.note = "Webhook is already deleted"
	}
	return true, c.box.replaceHook(c, nil)
}

func (b *mailbox) hookAddress() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.hook == nil {
		return ""
	}
	return b.hook.address
}

// replaceHook moves what is pending from the old way of delivery to the new.
func (b *mailbox) replaceHook(c *call, next *hook) *refusal {
	b.mu.Lock()
	old := b.hook
	b.mu.Unlock()
	if old != nil {
		old.close()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.allow(c); err != nil {
		return err
	}
	if b.hook != nil {
		b.pending = append(b.hook.remaining(), b.pending...)
	}
	b.hook = next
	if c.bool("drop_pending_updates") {
		b.pending = nil
	}
	if next == nil {
		b.alarm()
		return nil
	}
	b.interrupt(textHookSet)
	for _, u := range b.pending {
		next.push(u)
	}
	b.pending = nil
	next.start()
	return nil
}

// wireHook is Telegram's WebhookInfo.
type wireHook struct {
	URL              string   `json:"url"`
	Certificate      bool     `json:"has_custom_certificate"`
	Pending          int      `json:"pending_update_count"`
	IP               string   `json:"ip_address,omitempty"`
	LastErrorDate    int64    `json:"last_error_date,omitempty"`
	LastErrorMessage string   `json:"last_error_message,omitempty"`
	MaxConnections   int      `json:"max_connections,omitempty"`
	Allowed          []string `json:"allowed_updates,omitempty"`
}

func (c *call) getWebhookInfo() (any, *refusal) {
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	info := wireHook{Pending: c.box.count(), Allowed: c.box.allowed}
	if h := c.box.hook; h != nil {
		info.URL, info.IP, info.MaxConnections = h.address, "127.0.0.1", h.connections
		if h.lastError != "" {
			info.LastErrorMessage, info.LastErrorDate = upperFirst(h.lastError), h.lastErrorAt.Unix()
		}
	}
	return info, nil
}

// upperFirst has errors of ours look like Telegram's.
func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
