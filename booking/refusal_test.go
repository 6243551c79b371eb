package booking_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"terminbote/booking"
)

// A sentinel that the table lacks would be taken for a fault, and its turn
// rolled back.
func TestTheTableHasEveryRefusal(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "refusal.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	sentinels := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if ok && strings.HasPrefix(spec.Names[0].Name, "Err") {
			sentinels++
		}
		return true
	})
	if listed := len(booking.Refusals()); listed != sentinels || sentinels == 0 {
		t.Errorf("%d refusals are declared and %d listed", sentinels, listed)
	}
}

func TestARefusalIsFoundWhereItIsWrapped(t *testing.T) {
	t.Parallel()
	for _, want := range booking.Refusals() {
		got, ok := booking.AsRefusal(fmt.Errorf("hold: %w", want.Err))
		if !ok || !errors.Is(got.Err, want.Err) || got.Name != want.Name || want.Name == "" {
			t.Errorf("%v was found as %+v, %v", want.Err, got, ok)
		}
	}
	for _, fault := range []error{nil, errors.New("disk full")} {
		if got, ok := booking.AsRefusal(fault); ok {
			t.Errorf("%v was taken for the refusal %q", fault, got.Name)
		}
	}
}
