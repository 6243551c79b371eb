package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"terminbote/booking"
)

// claims is what each town has to itself: tokens, a host, channels, offices. The
// same in two towns would mix up their talks.
type claims struct {
	mu    sync.Mutex
	owner map[string]booking.TownID // by variable and value
}

// variables claims what the variables of a town name. The error says what is
// another's already; then nothing is claimed.
func (c *claims) variables(id booking.TownID, set settings) error {
	own := map[string]string{
		"TELEGRAM_TOKEN":           set.TelegramToken,
		"MATTERMOST_TOKEN":         set.MattermostToken,
		"MATTERMOST_COMMAND_TOKEN": set.MattermostCommandToken,
		"MATTERMOST_SECRET":        set.MattermostSecret,
	}
	if set.PublicURL != nil {
		own["PUBLIC_URL"] = hostOf(set.PublicURL.Host)
	}
	keys := make(map[string]string, len(own)) // what is claimed → how it is said; tokens are not repeated
	for variable, value := range own {
		if value != "" {
			keys[variable+" "+value] = variable
		}
	}
	for _, channel := range set.MattermostChannels {
		keys["MATTERMOST_CHANNELS "+channel] = "MATTERMOST_CHANNELS: " + channel
	}
	return c.take(id, keys)
}

// offices claims the offices of a town, as its files say.
func (c *claims) offices(id booking.TownID, town booking.Town) error {
	keys := map[string]string{}
	for _, o := range town.Offices {
		keys["office "+string(o.ID)] = fmt.Sprintf("OFFICE: the id %q", o.ID)
	}
	return c.take(id, keys)
}

func (c *claims) take(id booking.TownID, keys map[string]string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	var wrong []error
	for key, said := range keys {
		if owner, taken := c.owner[key]; taken && owner != id {
			wrong = append(wrong, fmt.Errorf("%s is that of %s already; expected one of its own", said, townName(owner)))
		}
	}
	if len(wrong) > 0 {
		return errors.Join(slices.SortedFunc(slices.Values(wrong), func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })...)
	}
	if c.owner == nil {
		c.owner = map[string]booking.TownID{}
	}
	for key := range keys {
		c.owner[key] = id
	}
	return nil
}

// townName is how a town is called where its name is missing.
func townName(id booking.TownID) string {
	if id == "" {
		return "the town without a name"
	}
	return fmt.Sprintf("the town %q", id)
}
