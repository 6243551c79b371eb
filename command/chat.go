package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/telegram"
	"terminbote/bot/terminal"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/storage"
)

// chatSettings is the settings of a chat in the terminal.
type chatSettings struct {
	as, lang, database string
	which              *whichTown
	now                string
	clerk, role        string // somebody of the staff instead, by name; empty: a citizen
	files              string // folder in which files are kept; empty: none are
}

func runChat(ctx context.Context, c console, args []string) error {
	var s chatSettings
	set := c.flags("chat")
	set.StringVar(&s.as, "as", userName(), "who is talking, by `NAME`")
	set.StringVar(&s.clerk, "as-clerk", "", "work for the office, by `NAME`")
	set.StringVar(&s.role, "role", "", "with --as-clerk, the `ROLE`: viewer, clerk or lead (default: lead)")
	set.StringVar(&s.lang, "lang", "de", "the `LANGUAGE` to begin in: de or en")
	s.which = townFlags(set)
	set.StringVar(&s.files, "files", "", "keep files such as charts in `FOLDER`")
	now := nowFlag(set)
	url := databaseFlag(set)
	if _, err := parse(set, args); err != nil {
		return err
	}
	s.now, s.database = *now, *url
	return c.chat(ctx, s)
}

func (c console) chat(ctx context.Context, s chatSettings) error {
	town, err := s.which.load()
	if err != nil {
		return err
	}
	now, err := c.clock(s.now, town)
	if err != nil {
		return err
	}
	if locales.Match(s.lang) != s.lang {
		return wrongCall{fmt.Sprintf("--lang: %q is not spoken here, only %s", s.lang, strings.Join(locales.Languages(), " and "))}
	}
	role, err := s.clerksRole()
	if err != nil {
		return err
	}
	d, err := openDatabase(ctx, s.database, c.err)
	if err != nil {
		return err
	}
	store, err := storage.Open(ctx, d.url, town, now, storage.Options{
		Mailer: printedMail{c.out}, Leads: []dialogs.Colleague{{Chat: terminal.Desk(rehearsal)}}, Channels: s.told(), Reachable: s.database != "",
	})
	if err != nil {
		return errors.Join(err, d.close())
	}
	talk := terminal.Terminal{
		Host:  &bot.Host{Conversations: store, Staff: store, Now: now, Away: storage.Unreachable},
		As:    cmp.Or(s.clerk, s.as),
		Clerk: s.clerk != "",
		Lang:  s.lang,

		Answers: store,
		In:      c.in,
		Out:     c.out,
		Echo:    !isTerminal(c.in),
		Width:   columns(c.out),
		Log:     func(err error) { c.log(ctx, d, err) },
	}
	if s.files != "" {
		talk.Keep = keepIn(s.files)
	}
	if isTerminal(c.in) {
		fmt.Fprintf(c.err, "%s or Ctrl-D ends the chat.\n", strings.Join(terminal.Farewells, ", "))
	}
	if talk.Clerk {
		err = giveRole(ctx, store, s.clerk, role, now())
	}
	if err == nil {
		err = talk.Talk(ctx)
	}
	store.Close()
	return errors.Join(err, d.close())
}

// keepIn keeps files in a folder, under the names that they come with.
func keepIn(folder string) func(bot.File) (string, error) {
	return func(f bot.File) (string, error) {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", fmt.Errorf("keep a file: %w", err)
		}
		path := filepath.Join(folder, filepath.Base(f.Name))
		if err := os.WriteFile(path, f.Content, 0o600); err != nil {
			return "", fmt.Errorf("keep a file: %w", err)
		}
		return path, nil
	}
}

// told is the networks on which people hear of what is done here. The service
// on the same database tells them. Nobody hears of a rehearsal.
func (s chatSettings) told() []string {
	if s.database == "" || s.now != "" {
		return nil
	}
	return []string{telegram.Channel, mail.Channel}
}

// log prints a fault. It restarts a private database that has died, so that the
// next line finds it.
func (c console) log(ctx context.Context, d database, err error) {
	fmt.Fprintln(c.err, "terminbote:", err)
	if !storage.Unreachable(err) {
		return
	}
	if err := d.revive(ctx); err != nil {
		fmt.Fprintln(c.err, "terminbote: start the database again:", err)
	}
}

// userName is the name of the user who started the program.
func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "guest"
}

// printedMail prints mails, as a terminal has no mail server.
type printedMail struct{ out io.Writer }

// SendCode prints the code with which somebody proves that an appointment is
// theirs.
func (m printedMail) SendCode(_ context.Context, to, lang string, number booking.Number, code string) error {
	line := locales.Say("attach.mail", "Mail", to, "Number", number.String(), "Code", code)
	if number == "" {
		line = locales.Say("proof.mail", "Mail", to, "Code", code)
	}
	_, err := fmt.Fprintln(m.out, "\n"+locales.For(lang).Say(line))
	return err
}
