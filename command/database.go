package command

import (
	"context"
	"flag"
	"io"
	"os"

	"terminbote/storage"
	"terminbote/storage/privatepg"
)

// databaseFlag lets a command name its database.
func databaseFlag(set *flag.FlagSet) *string {
	return set.String("database", os.Getenv("DATABASE_URL"),
		"PostgreSQL to use, as a `URL` (default $DATABASE_URL, else a private one that is started and stopped as needed)")
}

// database is a database that is up to date.
type database struct {
	url    string
	close  func() error
	revive func(context.Context) error // restarts a private server that has died
}

// openDatabase migrates the database at url, or one on a private server if url
// is empty. It reports on log what it does to the machine.
func openDatabase(ctx context.Context, url string, log io.Writer) (database, error) {
	d := database{
		url:    url,
		close:  func() error { return nil },
		revive: func(context.Context) error { return nil },
	}
	if url == "" {
		server, err := privatepg.Open(ctx, "", log)
		if err != nil {
			return d, err
		}
		if d.url, err = server.Database(ctx, "terminbote"); err != nil {
			_ = server.Close() //nolint:contextcheck // a server is stopped though ctx has ended
			return d, err
		}
		d.close, d.revive = server.Close, server.Start
	}
	if err := storage.Migrate(ctx, d.url); err != nil {
		_ = d.close()
		return d, err
	}
	return d, nil
}

func runMigrate(ctx context.Context, c console, args []string) error {
	set := c.flags("migrate")
	url := databaseFlag(set)
	if _, err := parse(set, args); err != nil {
		return err
	}
	d, err := openDatabase(ctx, *url, c.err)
	if err != nil {
		return err
	}
	return d.close()
}
