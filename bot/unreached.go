package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
)

// Unreached says why a call did not get through, in words of our own: what
// libraries say repeats addresses, and with them the token.
func Unreached(err error) error {
	var network net.Error
	var name *net.DNSError
	var operation *net.OpError
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return errors.New("no answer in time")
	case errors.As(err, &name):
		return errors.New("its name was not found")
	case errors.As(err, &operation) && operation.Op == "dial":
		return errors.New("not reached")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &operation):
		return errors.New("the connection ended")
	}
	return fmt.Errorf("not reached (a %T)", deepest(err))
}

// deepest is the error that others wrap.
func deepest(err error) error {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return err
}
