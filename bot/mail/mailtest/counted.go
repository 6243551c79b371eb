package mailtest

import (
	"net"
	"sync"
)

// counted is a listener whose connections the server counts while they are open.
type counted struct {
	net.Listener
	server *Server
}

func (l counted) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.server.count(1)
	return &line{Conn: c, closed: sync.OnceFunc(func() { l.server.count(-1) })}, nil
}

// line is one of them.
type line struct {
	net.Conn
	closed func()
}

func (c *line) Close() error {
	c.closed()
	return c.Conn.Close()
}

func (o *Server) count(more int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lines += more
}
