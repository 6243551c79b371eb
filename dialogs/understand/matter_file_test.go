package understand

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "learn the tables and write their models")

// models are those that the program has, by the folder that each is learnt from.
var models = map[string]struct {
	file   []byte
	course func() course
}{
	"matters":     {modelFile, func() course { return courseOf(readMatters(), matterClues) }},
	"together":    {togetherFile, func() course { m := readMatters(); return courseTogether(m, readTogether(m.names)) }},
	"topics":      {topicFile, func() course { return courseOf(readTable("topics"), topicClues) }},
	"talks":       {talkFile, func() course { return courseOf(readTalks(), topicClues) }},
	"answers":     {answerFile, func() course { return courseOf(readAnswers(), topicClues) }},
	"intents":     {intentFile, func() course { return courseOf(readIntents(), topicClues) }},
	"particulars": {particularFile, readParticulars},
	"kinds":       {kindFile, func() course { return courseOf(readKinds(), topicClues) }},
}

// TestTheModelIsWhatTheTableGives tells whether each model was learnt from the sentences and
// clues that there are, in the way that stands here: who changes a sentence, a word of an
// office or how it is learnt, refreshes the files. Learning them all takes minutes, so that
// one is learnt again, and all are with SOAK=1.
func TestTheModelIsWhatTheTableGives(t *testing.T) {
	t.Parallel()
	for folder, model := range models {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			c := model.course()
			if len(c.names) > math.MaxUint8 {
				t.Fatalf("%d %s: a cell holds %d", len(c.names), folder, math.MaxUint8)
			}
			file, name := model.file, filepath.Join(folder, "model.sum")
			if *update {
				file = encodeModel(c.learn())
				write(t, filepath.Join(folder, "model.bin"), file)
				write(t, name, []byte(c.sum(t, file)+"\n"))
				return
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.sum(t, file); got != strings.TrimSpace(string(want)) {
				t.Errorf("%s/model.bin is not what was learnt from the table: run make matters", folder)
			}
			if again := folder == "intents" || os.Getenv("SOAK") != ""; again && !bytes.Equal(file, encodeModel(c.learn())) {
				t.Errorf("%s/model.bin is not what the table gives: run make matters", folder)
			}
		})
	}
}

func write(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// howIsLearnt are the files that say how a model is made of lessons and their clues.
var howIsLearnt = []string{"matter_training_test.go", "matter_file.go", "matter_model.go"}

// sum stands for a course, how it is learnt, and the file that came of it.
func (c course) sum(t *testing.T, file []byte) string {
	t.Helper()
	h := sha256.New()
	fmt.Fprintln(h, c.names, c.leastHeard, c.leastPush)
	for i, clues := range c.clues {
		fmt.Fprintln(h, c.right[i], clues)
	}
	for _, name := range howIsLearnt {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		h.Write(text)
	}
	h.Write(file)
	return hex.EncodeToString(h.Sum(nil))
}

// TestADamagedModelIsRefused cuts the file short, and claims more than it has.
func TestADamagedModelIsRefused(t *testing.T) {
	t.Parallel()
	longer := append(bytes.Clone(modelFile), 0)
	more := bytes.Clone(modelFile)
	more[4]++
	for name, file := range map[string][]byte{"empty": nil, "short": modelFile[:len(modelFile)-1], "long": longer, "more clues": more} {
		if _, err := decodeModel(file); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
}

// encodeModel is what decodeModel reads.
func encodeModel(t *training) []byte {
	m := t.model()
	names := strings.Join(m.names, "\n")
	var file []byte
	for _, n := range []int{len(names), len(m.hashes), len(m.cells) / cellLength, t.sentences} {
		file = binary.LittleEndian.AppendUint32(file, uint32(n))
	}
	file = binary.LittleEndian.AppendUint32(file, math.Float32bits(m.unit))
	file = append(file, names...)
	for i, hash := range m.hashes {
		file = binary.LittleEndian.AppendUint32(file, hash)
		file = binary.LittleEndian.AppendUint16(file, uint16(t.counts[i]))
		file = binary.LittleEndian.AppendUint16(file, uint16(m.starts[i+1]-m.starts[i]))
	}
	return append(file, m.cells...)
}

// BenchmarkModel reports how long the program takes to have the model.
func BenchmarkModel(b *testing.B) {
	for b.Loop() {
		if _, err := decodeModel(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
