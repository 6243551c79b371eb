package storagetest

import (
	"io"
	"net"
	"sync"
	"syscall"
	"testing"
)

// Wire is a way by TCP to a server, which can be cut so that nobody hears of
// it: as if the machine had vanished.
type Wire struct {
	tb       testing.TB
	listener *net.TCPListener
	socket   string // of the server

	mu   sync.Mutex
	ends []*net.TCPConn // towards those who connected
	gone bool
}

// NewWire lays a wire to a server. It is gone when the test ends.
func NewWire(tb testing.TB, to *Server) *Wire {
	tb.Helper()
	var config net.ListenConfig
	config.SetMultipathTCP(false) // which knows no filters
	made, err := config.Listen(tb.Context(), "tcp", "127.0.0.1:0")
	listener, ok := made.(*net.TCPListener)
	if err != nil || !ok {
		tb.Fatal(err)
	}
	w := &Wire{tb: tb, listener: listener, socket: to.socket()}
	var all sync.WaitGroup
	all.Go(w.accept)
	tb.Cleanup(func() {
		_ = listener.Close()
		w.close()
		all.Wait()
	})
	return w
}

// Address is where it begins.
func (w *Wire) Address() string { return w.listener.Addr().String() }

// URL is where the server's database is by the wire.
func (w *Wire) URL() string {
	return "postgres://terminbote@" + w.Address() + "/terminbote?sslmode=disable"
}

func (w *Wire) accept() {
	var all sync.WaitGroup
	defer all.Wait()
	for {
		near, err := w.listener.AcceptTCP()
		if err != nil {
			return
		}
		all.Go(func() { w.carry(near) })
	}
}

// carry hands on what comes from either side.
func (w *Wire) carry(near *net.TCPConn) {
	defer near.Close()
	far, err := net.Dial("unix", w.socket)
	w.mu.Lock()
	w.ends = append(w.ends, near)
	w.mu.Unlock()
	if err != nil {
		return // refused, as the server itself would
	}
	defer far.Close()
	var all sync.WaitGroup
	all.Go(func() {
		_, _ = io.Copy(far, near)
		far.Close()
	})
	_, _ = io.Copy(near, far)
	if !w.isGone() {
		near.Close()
	}
	all.Wait()
}

func (w *Wire) isGone() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.gone
}

// Vanish has the system drop every packet that arrives, before TCP sees it:
// nothing is acknowledged, refused or ended any more.
func (w *Wire) Vanish() {
	w.tb.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.gone = true
	w.drop(w.listener)
	for _, end := range w.ends {
		w.drop(end)
	}
}

// drop gives a socket a filter that lets nothing in. An end that is closed
// already needs none.
func (w *Wire) drop(socket syscall.Conn) {
	raw, err := socket.SyscallConn()
	if err != nil {
		return
	}
	_ = raw.Control(func(fd uintptr) { dropAll(w.tb, int(fd)) })
}

func (w *Wire) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, end := range w.ends {
		end.Close()
	}
}
