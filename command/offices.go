package command

import (
	"context"

	"terminbote/booking"
	"terminbote/office"
)

// loadTown reads the office files at path, or the sample office where there is
// no path.
func loadTown(path string) (booking.Town, error) {
	if path == "" {
		return office.Sample(), nil
	}
	return office.Load(path)
}

func runOfficeCheck(ctx context.Context, c console, args []string) error {
	set := c.flags("office check")
	database := set.String("database", "", "also name the booked appointments in the database at `URL` that these files would not serve")
	at := nowFlag(set)
	which := townFlag(set)
	paths, err := parse(set, args, "a file or folder")
	if err != nil {
		return err
	}
	if *database == "" && *at == "" {
		return office.Check(c.out, paths[0], c.now())
	}
	town, err := office.Load(paths[0])
	if err == nil && *database != "" {
		town.ID, err = which.id()
	}
	if err != nil {
		return err
	}
	now, err := c.clock(*at, town)
	if err == nil {
		err = office.Check(c.out, paths[0], now())
	}
	if err != nil || *database == "" {
		return err
	}
	return checkBooked(ctx, c.out, *database, town, now)
}

func runOfficeSchema(_ context.Context, c console, args []string) error {
	if _, err := parse(c.flags("office schema"), args); err != nil {
		return err
	}
	_, err := c.out.Write(office.Schema())
	return err
}
