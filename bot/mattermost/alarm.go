package mattermost

import (
	"context"
	"errors"
	"fmt"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/dialogs"
	"terminbote/locales"
)

// summons notifies everybody in the channel who is there. Mattermost does so for a
// name that stands free, and nothing else that the program writes has one.
const summons = "@here **"

// keepAlarms posts calls for help in the channel of an office until ctx ends. It
// waits for nothing else that goes wrong there, and tries again every second.
func (d *dayPost) keepAlarms(ctx context.Context) {
	failed := false
	for ctx.Err() == nil {
		err := d.tellAlarms(ctx)
		if err != nil && ctx.Err() == nil && !failed {
			d.log.ErrorContext(ctx, "calls for help not posted; tried again until they are", "office", string(d.office), "error", plainly(err))
		}
		failed = err != nil
		sleep(ctx, lookEvery)
	}
}

// tellAlarms posts what colleagues have not been told of. A post that could not
// be remembered comes twice.
func (d *dayPost) tellAlarms(ctx context.Context) error {
	raised, err := d.board.AlarmsUntold(ctx, d.office)
	if err != nil || len(raised) == 0 {
		return err
	}
	o, ok := d.town().Office(d.office)
	if !ok {
		return errors.New("the channel of an office that is not there")
	}
	for _, a := range raised {
		message := summons + escape(say(locales.Match(""), dialogs.AlarmLine(o, a))) + "**"
		if _, _, err := d.api.CreatePost(ctx, &model.Post{ChannelId: d.channel, Message: message}); err != nil {
			return fmt.Errorf("post a call for help: %w", err)
		}
		if err := d.board.AlarmTold(ctx, a.ID, d.host.Now()); err != nil {
			return err
		}
	}
	return nil
}
