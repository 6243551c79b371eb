package storagetest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"
)

// templates is the names of those that this test program has made or found,
// by the orders that filled them.
var templates = struct {
	sync.Mutex
	names map[string]string
}{names: map[string]string{}}

// filled is the template that an order has filled.
func (s *server) filled(ctx context.Context, order string) (string, error) {
	templates.Lock()
	defer templates.Unlock()
	if name, made := templates.names[order]; made {
		return name, nil
	}
	name := fmt.Sprintf("%s_%.4x", templateName(), sha256.Sum256([]byte(order)))
	err := s.alone(ctx, func(ctx context.Context, conn *pgx.Conn) error {
		exists, err := databaseExists(ctx, conn, name)
		if err != nil || exists {
			return err
		}
		return s.makeDatabase(ctx, conn, name, templateName(), func(ctx context.Context, url string) error { return give(ctx, url, order) })
	})
	if err != nil {
		return "", err
	}
	templates.names[order] = name
	return name, nil
}

// give gives an order of several statements in a database.
func give(ctx context.Context, url, order string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, order, pgx.QueryExecModeSimpleProtocol)
	return errors.Join(err, conn.Close(context.WithoutCancel(ctx)))
}
