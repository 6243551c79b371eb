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

// objectInUse is what PostgreSQL answers where somebody is connected.
const objectInUse = "55006"

// Discard drops the databases whose names match a LIKE pattern and to which
// nobody is connected.
func (s *Server) Discard(ctx context.Context, like string) error {
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	rows, err := conn.Query(ctx, `SELECT datname FROM pg_database WHERE datname LIKE $1`, like)
	if err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	for _, name := range names {
		_, err := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+pgx.Identifier{name}.Sanitize())
		var refusal *pgconn.PgError
		if err != nil && !(errors.As(err, &refusal) && refusal.Code == objectInUse) {
			return fmt.Errorf("private PostgreSQL: drop database %s: %w", name, err)
		}
	}
	return nil
}
