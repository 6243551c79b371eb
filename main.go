// Terminbote books appointments at a citizens' office in a chat.
package main

import (
	"os"

	"terminbote/command"
)

func main() { os.Exit(command.Main()) }
