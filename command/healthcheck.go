package command

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"time"
)

// runHealthcheck checks that the server on this machine is alive. An image
// without a shell has no other program that could.
func runHealthcheck(ctx context.Context, c console, args []string) error {
	if _, err := parse(c.flags("healthcheck"), args); err != nil {
		return err
	}
	address, err := ownAddress(os.Getenv("LISTEN"))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/healthz", nil)
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

// ownAddress is the address at which a server with that LISTEN answers on this
// machine.
func ownAddress(listen string) (string, error) {
	if listen == "" {
		listen = ":8080"
	}
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "", wrongCall{"LISTEN: " + err.Error()}
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port), nil
}
