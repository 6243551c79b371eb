// Command telegramtest is the Bot API test server as a program: a bot in any
// language talks to it instead of Telegram, and people are played by hand or
// by a script, over standard input or HTTP.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"terminbote/bot/telegram/telegramtest"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "telegramtest:", err)
		os.Exit(1)
	}
}

// options are the flags that Config does not hold.
type options struct {
	config      telegramtest.Config
	control     string
	description string
	language    string
	limits      bool
}

func readOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("telegramtest", flag.ContinueOnError)
	flags.StringVar(&o.config.Address, "listen", "127.0.0.1:8081", "`address` for the bot")
	flags.StringVar(&o.control, "control", "", "`address` that takes commands as POST bodies")
	flags.StringVar(&o.config.Token, "token", telegramtest.DefaultToken, "the bot's `token`")
	flags.StringVar(&o.description, "description", "", "`file` with a description of the whole Bot API")
	flags.StringVar(&o.language, "language", "de", "`language` of people's apps")
	flags.BoolVar(&o.limits, "limits", false, "answer 429 as Telegram does")
	flags.BoolVar(&o.config.Quiet, "quiet", false, "keep no history, for load")
	flags.IntVar(&o.config.Delivery.Duplicates, "duplicates", 0, "deliver each update so often again")
	flags.BoolVar(&o.config.Delivery.Reorder, "reorder", false, "deliver to webhooks in any order")
	flags.Func("reach", "`address`, such as http://10.77.0.10, where webhooks really are, whatever their host is called", o.reach)
	flags.DurationVar(&o.config.Patience, "patience", 3*time.Second, "how long people wait for the bot")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.limits {
		o.config.Limits = telegramtest.RealLimits
	}
	return o, o.load()
}

// reach has webhooks called at one address, by the path of their own.
func (o *options) reach(address string) error {
	there, err := url.Parse(address)
	if err != nil || there.Host == "" {
		return fmt.Errorf("%q is no address", address)
	}
	o.config.Delivery.Reach = func(named string) string {
		hook, err := url.Parse(named)
		if err != nil {
			return named
		}
		hook.Scheme, hook.Host = there.Scheme, there.Host
		return hook.String()
	}
	return nil
}

func (o *options) load() (err error) {
	if o.description != "" {
		o.config.Description, err = telegramtest.LoadDescription(o.description)
	}
	return err
}

func run(args []string, in io.Reader, out io.Writer) error {
	o, err := readOptions(args)
	if err != nil {
		return err
	}
	meter := telegramtest.NewMeter()
	o.config.OnCall, o.config.OnDeliver = meter.Called, meter.Delivered
	server, err := telegramtest.Listen(o.config)
	if err != nil {
		return err
	}
	defer server.Close()
	c := newConsole(server, meter, o.language)
	fmt.Fprintf(out, "Bot API at %s for the token %s; \"help\" lists the commands\n", server.URL, server.Token)
	if o.control != "" {
		control := &http.Server{Addr: o.control, Handler: c, ReadHeaderTimeout: 10 * time.Second}
		go func() { fmt.Fprintln(out, "control:", control.ListenAndServe()) }()
		defer control.Close()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	c.read(in, out)
	if o.control != "" {
		<-ctx.Done() // commands may still come the other way
	}
	return server.Check()
}

// read runs a command a line until there are no more.
func (c *console) read(in io.Reader, out io.Writer) {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		answer, err := c.do(lines.Text())
		if err != nil {
			answer = "! " + err.Error()
		}
		if answer != "" {
			fmt.Fprintln(out, answer)
		}
	}
}
