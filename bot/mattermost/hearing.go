package mattermost

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Channels is what the metrics call the staff's channels: the bot can be put out
// of one while Mattermost knows it.
const Channels = "mattermost_channels"

// Check asks Mattermost whether it still knows the bot, and whether the bot is
// still in the channels of the staff.
func (m *Mattermost) Check(ctx context.Context) {
	me, _, err := m.api.GetMe(ctx, "")
	if err != nil {
		return // the call itself has shown it
	}
	err = m.lookAtChannels(ctx, me.Id)
	if ctx.Err() == nil {
		m.host.Metrics.Seen(Channels, m.host.Now(), err)
	}
}

// lookAtChannels says which channel cannot be posted to.
func (m *Mattermost) lookAtChannels(ctx context.Context, me string) error {
	for _, office := range slices.Sorted(maps.Keys(m.settings.Channels)) {
		channel, _, err := m.api.GetChannel(ctx, m.settings.Channels[office])
		switch {
		case err != nil:
			return fmt.Errorf("the bot does not get into the channel of office %q: status %d", office, status(err))
		case channel.DeleteAt != 0:
			return fmt.Errorf("the channel of office %q is archived", office)
		}
		if err := m.belongs(ctx, channel.Id, me); err != nil {
			return fmt.Errorf("the bot is not in the channel of office %q: %w", office, err)
		}
	}
	return nil
}
