package understand_test

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"terminbote/dialogs/understand"
)

func TestTry(t *testing.T) {
	r := understand.NewReader(directory(sample()))
	f, _ := os.Open("/tmp/c5/try.txt")
	s := bufio.NewScanner(f)
	for s.Scan() {
		if s.Text() == "" {
			continue
		}
		read := r.Read(s.Text(), understand.Context{Lang: "de", Today: monday, Now: 480})
		fmt.Printf("%s\n      ", s.Text())
		for _, f := range factsOf(read) {
			fmt.Print(f, "  ")
		}
		fmt.Printf("| rest %q\n", read.Rest)
	}
}
