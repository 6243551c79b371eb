package main

import "context"

func runImport(_ context.Context, _ console, _ []string) error { return nil }
