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

func runOfficeCheck(_ context.Context, c console, args []string) error {
	paths, err := parse(c.flags("office check"), args, "a file or folder")
	if err != nil {
		return err
	}
	return office.Check(c.out, paths[0], c.now())
}

func runOfficeSchema(_ context.Context, c console, args []string) error {
	if _, err := parse(c.flags("office schema"), args); err != nil {
		return err
	}
	_, err := c.out.Write(office.Schema())
	return err
}
