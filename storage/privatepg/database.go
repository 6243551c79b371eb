package privatepg

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// duplicateDatabase and uniqueViolation are what PostgreSQL answers to the
// second of two who create the same database.
const (
	duplicateDatabase = "42P04"
	uniqueViolation   = "23505"
)

// Database makes sure that the server has a database of that name and returns
// its URL.
func (s *Server) Database(ctx context.Context, name string) (string, error) {
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return "", fmt.Errorf("private PostgreSQL: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	err = createDatabase(ctx, conn, name)
	if err != nil {
		return "", fmt.Errorf("private PostgreSQL: create database %s: %w", name, err)
	}
	return s.URL(name), nil
}

func createDatabase(ctx context.Context, conn *pgx.Conn, name string) error {
	var exists bool
	err := conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)`, name).Scan(&exists)
	if err != nil || exists {
		return err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{name}.Sanitize())
	var refusal *pgconn.PgError
	if errors.As(err, &refusal) && (refusal.Code == duplicateDatabase || refusal.Code == uniqueViolation) {
		return nil // somebody else was faster
	}
	return err
}
