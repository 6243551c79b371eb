package mattermosttest

import (
	"net/http"

	"github.com/mattermost/mattermost/server/public/model"
)

// File is something that a bot has uploaded.
type File struct {
	Name    string
	Content []byte
	channel string
	posted  bool
}

// mostFiles is how many a post carries.
const mostFiles = 10

// uploadFile takes a file as the body of a call.
func (c *call) uploadFile() (any, *refusal) {
	query := c.r.URL.Query()
	channel := c.channels[query.Get("channel_id")]
	switch {
	case channel == nil || !channel.has(c.by):
		return nil, notAllowed()
	case query.Get("filename") == "" || len(c.body) == 0:
		return nil, blame("a file has a name and content")
	}
	id := model.NewId()
	if c.files == nil {
		c.files = map[string]*File{}
	}
	c.files[id] = &File{Name: query.Get("filename"), Content: c.body, channel: channel.ID}
	return &model.FileUploadResponse{FileInfos: []*model.FileInfo{{Id: id, Name: query.Get("filename"), Size: int64(len(c.body))}}, ClientIds: []string{}}, nil
}

// attach gives a post its files. Each goes along once, and in its channel.
func (c *call) attach(sent *model.Post) *refusal {
	if len(sent.FileIds) > mostFiles {
		return refuse(http.StatusBadRequest, "model.post.is_valid.file_ids.app_error", "Invalid file ids.")
	}
	for _, id := range sent.FileIds {
		f := c.files[id]
		if f == nil || f.posted || f.channel != sent.ChannelId {
			return blame("%q is no file to post here", id)
		}
		f.posted = true
	}
	return nil
}

// Files is what somebody finds in their channel with the bot, in the order of the
// posts.
func (u *User) Files() []File {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	var all []File
	direct := u.server.direct(u.person, u.server.Bot.person)
	for _, p := range direct.posts {
		for _, id := range p.FileIds {
			all = append(all, *u.server.files[id])
		}
	}
	return all
}
