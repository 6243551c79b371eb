package mattermost

import (
	"context"
	"fmt"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
)

// hand posts the files that go along with a page in the channel between the
// person and us: answers that only one person sees cannot carry files, and figures
// are for who asked. The figures stand beside the picture as a table, for those who
// cannot see it.
func (m *Mattermost) hand(ctx context.Context, who member, page bot.Page) {
	if len(page.Files) == 0 {
		return
	}
	ctx = context.WithoutCancel(ctx)
	m.late.Go(func() {
		ctx, cancel := context.WithTimeout(ctx, latest)
		defer cancel()
		if err := m.postFiles(ctx, who, page); err != nil {
			m.log.ErrorContext(ctx, "files not posted", "error", plainly(err))
		}
	})
}

func (m *Mattermost) postFiles(ctx context.Context, who member, page bot.Page) error {
	me, _, err := m.api.GetMe(ctx, "")
	if err != nil {
		return fmt.Errorf("ask who we are: %w", err)
	}
	channel, _, err := m.api.CreateDirectChannel(ctx, me.Id, who.id)
	if err != nil {
		return fmt.Errorf("open the direct channel: %w", err)
	}
	post := &model.Post{ChannelId: channel.Id, Message: figures(page)}
	for _, f := range page.Files {
		sent, _, err := m.api.UploadFileAsRequestBody(ctx, f.Content, channel.Id, f.Name)
		if err != nil {
			return fmt.Errorf("upload a file: %w", err)
		}
		for _, info := range sent.FileInfos {
			post.FileIds = append(post.FileIds, info.Id)
		}
	}
	if _, _, err := m.api.CreatePost(ctx, post); err != nil {
		return fmt.Errorf("post files: %w", err)
	}
	return nil
}

// figures is a page as the text beside its files: what it says, without what it
// asks. There are no buttons beside it, and people may have added lines of their own.
func figures(page bot.Page) string {
	page.Remarks, page.Ask, page.Groups = nil, "", nil
	return shorten(unlinked(strings.TrimSpace(text(page))), longestText)
}
