package mattermosttest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

// post is a message in a channel, or one that only one person sees. Server.mu
// guards it.
type post struct {
	*model.Post
	channel *Channel
	from    *person
	to      *person // who alone sees it; nil: everybody in the channel
}

// Sizes beyond which a post is refused. Mattermost allows props a hundred times
// as long since 6.0; who keeps to this is understood by all.
const (
	longestMessage = model.PostMessageMaxRunesV2
	longestProps   = 8000
)

// pendingLife is how long the server knows a post again by its pending id.
const pendingLife = 30 * time.Second

// pending is a post that was made under an id of the bot's own.
type pending struct {
	post *post
	at   time.Time
}

func (c *call) createPost() (any, *refusal) {
	var sent model.Post
	if err := c.read(&sent); err != nil {
		return nil, err
	}
	channel := c.channels[sent.ChannelId]
	if channel == nil || !channel.has(c.by) {
		return nil, notAllowed()
	}
	if err := checkNew(&sent, c.by); err != nil {
		return nil, err
	}
	if err := c.checkRoot(&sent); err != nil {
		return nil, err
	}
	if known := c.pending[sent.PendingPostId]; known != nil && c.now().Sub(known.at) < pendingLife {
		if known.post.DeleteAt != 0 {
			return nil, refuse(http.StatusInternalServerError, "api.post.deduplicate_create_post.failed_to_get", "Failed to fetch original post.")
		}
		return wirePost(known.post.Post), nil
	}
	if err := c.check(&sent); err != nil {
		return nil, err
	}
	if err := c.attach(&sent); err != nil {
		return nil, err
	}
	p := c.publish(&post{Post: &sent, channel: channel, from: c.by})
	if sent.PendingPostId != "" {
		c.pending[sent.PendingPostId] = &pending{p, c.now()}
	}
	return wirePost(p.Post), nil
}

// checkNew refuses what a new post cannot have.
func checkNew(sent *model.Post, by *person) *refusal {
	switch {
	case sent.UserId != "" && sent.UserId != by.ID:
		return blame("nobody posts for somebody else")
	case sent.Id != "" || sent.CreateAt != 0 || sent.UpdateAt != 0 || sent.DeleteAt != 0 || sent.EditAt != 0:
		return blame("the server gives ids and times")
	case sent.Type != "" && sent.Type != model.PostTypeMessageAttachment:
		return blame("a message cannot be of type %q", sent.Type)
	}
	return nil
}

// check refuses a post that is too long, or cannot be shown.
func (s *Server) check(p *model.Post) *refusal {
	attachments, err := attachmentsOf(p)
	if err != nil {
		return err
	}
	if err := checkText(p.Message, attachments); err != nil {
		return err
	}
	if n := utf8.RuneCountInString(p.Message); n > longestMessage {
		return refuse(http.StatusBadRequest, "model.post.is_valid.msg.app_error",
			fmt.Sprintf("Post Message property is longer than the maximum permitted length: %d.", n))
	}
	if n := sizeOfProps(p, attachments); n > longestProps {
		return refuse(http.StatusBadRequest, "model.post.is_valid.props.app_error", fmt.Sprintf("Invalid props: %d characters.", n))
	}
	return nil
}

// sizeOfProps is that of the props as they are stored: with every field of an
// attachment, also the empty ones, and with who it is from.
func sizeOfProps(p *model.Post, attachments []*model.MessageAttachment) int {
	stored := model.StringInterface{model.PostPropsFromBot: "true"}
	maps.Copy(stored, p.GetProps())
	if attachments != nil {
		stored[model.PostPropsAttachments] = attachments
	}
	return utf8.RuneCountInString(model.StringInterfaceToJSON(stored))
}

// publish puts a post into its channel, or on the screen of its only reader.
func (s *Server) publish(p *post) *post {
	p.Id, p.CreateAt = model.NewId(), s.now().UnixMilli()
	p.UpdateAt, p.UserId, p.ChannelId = p.CreateAt, p.from.ID, p.channel.ID
	if p.from.bot {
		p.AddProp(model.PostPropsFromBot, "true")
	}
	p.GenerateActionIds()
	s.posts[p.Id] = p
	if root := s.posts[p.RootId]; root != nil {
		root.UpdateAt = p.CreateAt
	}
	readers := []*person{p.to}
	if p.to == nil {
		p.channel.posts = append(p.channel.posts, p)
		readers = p.channel.members
	}
	for _, reader := range readers {
		if seen := reader.screens[p.channel]; seen != nil {
			seen.show(p)
		}
	}
	s.changed()
	return p
}

// rewrite changes a post of a channel.
func (s *Server) rewrite(p *post, message string, props model.StringInterface) *refusal {
	next := &model.Post{Message: message, Props: props}
	if err := s.check(next); err != nil {
		return err
	}
	next.GenerateActionIds()
	same := p.Message == message && model.StringInterfaceToJSON(p.GetProps()) == model.StringInterfaceToJSON(next.GetProps())
	p.Message, p.UpdateAt = message, s.now().UnixMilli()
	p.SetProps(next.GetProps())
	if !same {
		p.EditAt = p.UpdateAt
	}
	for _, reader := range p.channel.members {
		if seen := reader.screens[p.channel]; seen != nil && !same {
			seen.showAgain(p)
		}
	}
	s.changed()
	return nil
}

// Delete takes a message of a channel away, as its author or an administrator
// does.
func (s *Server) Delete(m Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remove(s.posts[m.ID])
}

// existing is a post of a channel, in the path's words.
func (c *call) existing() *post {
	p := c.posts[c.r.PathValue("post")]
	if p == nil || p.to != nil || p.DeleteAt != 0 {
		return nil
	}
	return p
}

// readable is that post, if the caller may read it.
func (c *call) readable() (*post, *refusal) {
	p := c.existing()
	switch {
	case p == nil:
		return nil, notFound("app.post.get.app_error", "post")
	case !p.channel.mayRead(c.by):
		return nil, notAllowed()
	}
	return p, nil
}

func (c *call) getPost() (any, *refusal) {
	p, no := c.readable()
	if no != nil {
		return nil, no
	}
	return wirePost(p.Post), nil
}

// patchPost changes a post of the bot's. One that is gone is refused like one
// of somebody else's.
func (c *call) patchPost() (any, *refusal) {
	var patch model.PostPatch
	if err := c.read(&patch); err != nil {
		return nil, err
	}
	p := c.existing()
	if p == nil || p.from != c.by || !p.channel.has(c.by) {
		return nil, notAllowed()
	}
	if patch.IsPinned != nil || patch.FileIds != nil || patch.HasReactions != nil || patch.IsEmpty() {
		return nil, blame("a patch is a message, props, or both")
	}
	next := wirePost(p.Post)
	next.SetProps(p.GetProps())
	next.Patch(&patch)
	if err := c.rewrite(p, next.Message, next.GetProps()); err != nil {
		return nil, err
	}
	return wirePost(p.Post), nil
}

// createEphemeralPost is for administrators and plugins.
func (c *call) createEphemeralPost() (any, *refusal) {
	var sent model.PostEphemeral
	if err := c.read(&sent); err != nil {
		return nil, err
	}
	return nil, notAllowed()
}

// getPosts lists a channel's posts, the latest first, or those that changed
// since, and then those too that were deleted, and what they answer.
func (c *call) getPosts() (any, *refusal) {
	channel, err := c.channel()
	if err != nil {
		return nil, err
	}
	query := c.r.URL.Query()
	since, _ := strconv.ParseInt(query.Get("since"), 10, 64)
	page, _ := strconv.Atoi(query.Get("page"))
	size, _ := strconv.Atoi(query.Get("per_page"))
	if size = min(size, 200); size <= 0 {
		size = 60
	}
	posts := channel.standing()
	slices.Reverse(posts)
	if since > 0 {
		posts = channel.changedSince(since)
	} else {
		posts = posts[min(page*size, len(posts)):min((page+1)*size, len(posts))]
	}
	list := model.NewPostList()
	for _, p := range posts {
		list.AddPost(wirePost(p.Post))
		list.AddOrder(p.Id)
	}
	return list, nil
}

// changedSince are the posts that changed or were deleted, with the roots of the
// threads in which that was.
func (c *Channel) changedSince(since int64) []*post {
	roots := map[string]bool{}
	for _, p := range c.posts {
		if p.UpdateAt > since {
			roots[p.RootId] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(c.posts), func(p *post) bool { return p.UpdateAt <= since && !roots[p.Id] })
}

// bareAddress is what becomes a link without any markup.
var bareAddress = regexp.MustCompile(`(?i)\b(https?|ftp)://[^\s/]\S*|(^|[\s*_~)])www\d{0,3}\.\S+\.\S+`)

// wirePost is a post as the server sends it: where its buttons lead stays with
// the server, and the first address in it is looked at, as apps show what is there.
func wirePost(p *model.Post) *model.Post {
	w := deepCopy(p)
	w.StripActionIntegrations()
	if found := bareAddress.FindString(p.Message); found != "" && len(p.Attachments()) == 0 {
		w.Metadata = &model.PostMetadata{Embeds: []*model.PostEmbed{{Type: model.PostEmbedLink, URL: strings.TrimLeft(found, " \t\n*_~)")}}}
	}
	return w
}

func deepCopy(p *model.Post) *model.Post {
	data, err := json.Marshal(p)
	if err != nil {
		panic(fmt.Sprintf("mattermosttest: marshal post: %v", err))
	}
	w := &model.Post{}
	if err := json.Unmarshal(data, w); err != nil {
		panic(fmt.Sprintf("mattermosttest: read post: %v", err))
	}
	return w
}
