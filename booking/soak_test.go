package booking_test

import (
	"flag"
	"os"
	"strconv"
	"testing"
)

// soakFactor is how much longer the properties are tried with SOAK=1.
const soakFactor = 30

func TestMain(m *testing.M) {
	flag.Parse()
	if os.Getenv("SOAK") == "1" {
		soak("rapid.checks")
	}
	os.Exit(m.Run())
}

// soak multiplies a whole-numbered flag of the test program.
func soak(name string) {
	f := flag.Lookup(name)
	n, err := strconv.Atoi(f.Value.String())
	if err == nil {
		err = f.Value.Set(strconv.Itoa(soakFactor * n))
	}
	if err != nil {
		panic(err)
	}
}
