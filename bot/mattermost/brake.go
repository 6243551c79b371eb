package mattermost

import (
	"context"
	"errors"
	"fmt"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/dialogs"
	"terminbote/locales"
)

// tellBrake posts once in the channel of an office that new people are slowed
// down there, and once that they are no more. A post that could not be
// remembered comes twice.
func (d *dayPost) tellBrake(ctx context.Context) error {
	since, untold, err := d.board.BrakeUntold(ctx, d.office)
	if err != nil || !untold {
		return err
	}
	o, ok := d.town().Office(d.office)
	if !ok {
		return errors.New("the channel of an office that is not there")
	}
	message := say(locales.Match(""), dialogs.BrakeLine(o, since))
	if _, _, err := d.api.CreatePost(ctx, &model.Post{ChannelId: d.channel, Message: message}); err != nil {
		return fmt.Errorf("post that new people are slowed down: %w", err)
	}
	return d.board.BrakeTold(ctx, d.office, d.host.Now())
}
