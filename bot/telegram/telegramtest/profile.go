package telegramtest

import (
	"encoding/json"
	"regexp"
	"unicode/utf8"
)

// profile is what the bot told Telegram about itself, by language.
type profile struct {
	commands     map[commandKey][]Command
	descriptions map[string]string
	shorts       map[string]string
	menus        map[int64]json.RawMessage
}

// Command is an entry of the bot's command menu.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

type commandKey struct{ scope, language string }

func newProfile() profile {
	return profile{map[commandKey][]Command{}, map[string]string{}, map[string]string{}, map[int64]json.RawMessage{}}
}

// Commands are the bot's commands in a scope ("default",
// "all_private_chats", …) and language ("" for all others).
func (s *Server) Commands(scope, language string) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.profile.commands[commandKey{scope, language}]
}

// Description is the bot's description in a language, and the short one.
func (s *Server) Description(language string) (long, short string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.profile.descriptions[language], s.profile.shorts[language]
}

// MenuButton is the menu button of a chat as JSON; chat 0 is all others.
func (s *Server) MenuButton(chat int64) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.profile.menus[chat])
}

var (
	commandPattern  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languagePattern = regexp.MustCompile(`^([a-z]{2})?$`)
)

// commandKey reads scope and language of a call.
func (c *call) commandKey() (commandKey, *refusal) {
	key := commandKey{"default", c.text("language_code")}
	if !languagePattern.MatchString(key.language) {
		return key, blame("invalid language code specified")
	}
	scope := c.text("scope")
	if scope == "" {
		return key, nil
	}
	var read struct {
		Type string `json:"type"`
		Chat any    `json:"chat_id"`
		User int64  `json:"user_id"`
	}
	if json.Unmarshal([]byte(scope), &read) != nil {
		return key, blame("can't parse BotCommandScope JSON object")
	}
	switch key.scope = read.Type; read.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return key, nil
	case "chat", "chat_administrators", "chat_member":
		key.scope = scope
		return key, nil
	}
	return key, blame("can't parse BotCommandScope: Unsupported type specified")
}

func (c *call) setMyCommands() (any, *refusal) {
	key, err := c.commandKey()
	if err != nil {
		return nil, err
	}
	var commands []Command
	if json.Unmarshal([]byte(c.text("commands")), &commands) != nil {
		return nil, blame("can't parse commands JSON object")
	}
	if len(commands) > 100 {
		return nil, blame("BOT_COMMANDS_TOO_MUCH")
	}
	for _, each := range commands {
		if !commandPattern.MatchString(each.Command) {
			return nil, blame("BOT_COMMAND_INVALID")
		}
		if n := utf8.RuneCountInString(each.Description); n < 1 || n > 256 {
			return nil, blame("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.profile.commands[key] = commands
	return true, nil
}

func (c *call) getMyCommands() (any, *refusal) {
	key, err := c.commandKey()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]Command{}, c.profile.commands[key]...), nil
}

func (c *call) deleteMyCommands() (any, *refusal) {
	key, err := c.commandKey()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.profile.commands, key)
	return true, nil
}

func (c *call) setMyDescription() (any, *refusal) {
	return c.describe(c.profile.descriptions, "description", 512)
}

func (c *call) setMyShortDescription() (any, *refusal) {
	return c.describe(c.profile.shorts, "short_description", 120)
}

func (c *call) describe(into map[string]string, name string, limit int) (any, *refusal) {
	language := c.text("language_code")
	if !languagePattern.MatchString(language) {
		return nil, blame("invalid language code specified")
	}
	if utf8.RuneCountInString(c.text(name)) > limit {
		return nil, blame("strict: %s is longer than %d characters", name, limit)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	into[language] = c.text(name)
	return true, nil
}

func (c *call) setChatMenuButton() (any, *refusal) {
	button := c.text("menu_button")
	if button == "" {
		button = `{"type":"default"}`
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	chat := c.int("chat_id")
	if chat != 0 && c.chats[chat] == nil {
		return nil, badRequest("chat not found")
	}
	c.profile.menus[chat] = json.RawMessage(button)
	return true, nil
}
