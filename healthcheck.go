package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"
)

// runHealthcheck asks the server on this machine whether it lives: an image
// without a shell has nobody else to ask.
func runHealthcheck(ctx context.Context, c console, args []string) error {
	if _, err := parse(c.flags("healthcheck"), args, 0); err != nil {
		return err
	}
	listen := os.Getenv("LISTEN")
	if listen == "" {
		listen = ":8080"
	}
	_, port, err := net.SplitHostPort(listen)
	if err != nil {
		return wrongCall{"LISTEN: " + err.Error()}
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort("localhost", port)+"/healthz", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answers %s", response.Status)
	}
	return nil
}
