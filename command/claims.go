package command

import (
	"errors"
	"fmt"
	"maps"
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
// another's already; then it keeps what it had.
func (c *claims) variables(id booking.TownID, set settings) error {
	return c.take(id, false, claimed(set))
}

// free is what of the variables of a town is another's already.
func (c *claims) free(id booking.TownID, set settings) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.taken(id, claimed(set))
}

// claimed is what a town has to itself by its variables, and how that is said: tokens
// are not repeated.
func claimed(set settings) map[string]string {
	own := map[string]string{
		"TELEGRAM_TOKEN":           set.TelegramToken,
		"MATTERMOST_TOKEN":         set.MattermostToken,
		"MATTERMOST_COMMAND_TOKEN": set.MattermostCommandToken,
		"MATTERMOST_SECRET":        set.MattermostSecret,
	}
	if set.PublicURL != nil {
		own["PUBLIC_URL"] = hostOf(set.PublicURL.Host)
	}
	keys := make(map[string]string, len(own))
	for variable, value := range own {
		if value != "" {
			keys[variable+" "+value] = variable
		}
	}
	for _, channel := range set.MattermostChannels {
		keys["MATTERMOST_CHANNELS "+channel] = "MATTERMOST_CHANNELS: " + channel
	}
	return keys
}

// offices claims the offices of a town, as its files say.
func (c *claims) offices(id booking.TownID, town booking.Town) error {
	keys := map[string]string{}
	for _, o := range town.Offices {
		keys[ofOffice+string(o.ID)] = fmt.Sprintf("OFFICE: the id %q", o.ID)
	}
	return c.take(id, true, keys)
}

// ofOffice begins the keys of offices, which are claimed apart from variables.
const ofOffice = "office "

// take claims what keys name instead of what the town claimed of that kind before.
// The error says what is another's already; then all stays as it was.
func (c *claims) take(id booking.TownID, offices bool, keys map[string]string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.taken(id, keys); err != nil {
		return err
	}
	if c.owner == nil {
		c.owner = map[string]booking.TownID{}
	}
	maps.DeleteFunc(c.owner, func(key string, owner booking.TownID) bool {
		return owner == id && strings.HasPrefix(key, ofOffice) == offices
	})
	for key := range keys {
		c.owner[key] = id
	}
	return nil
}

// taken is what of keys is another town's.
func (c *claims) taken(id booking.TownID, keys map[string]string) error {
	var wrong []error
	for key, said := range keys {
		if owner, taken := c.owner[key]; taken && owner != id {
			wrong = append(wrong, fmt.Errorf("%s is that of %s already; expected one of its own", said, townName(owner)))
		}
	}
	return errors.Join(slices.SortedFunc(slices.Values(wrong), func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })...)
}

// townName is how a town is called where its name is missing.
func townName(id booking.TownID) string {
	if id == "" {
		return "the town without a name"
	}
	return fmt.Sprintf("the town %q", id)
}
