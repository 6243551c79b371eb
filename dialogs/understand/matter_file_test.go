package understand

import (
	"bytes"
	"encoding/binary"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "learn the tables of matters, topics, talks, answers, intents and kinds and write their models")

// TestTheModelIsWhatTheTableGives learns the tables and compares: who changes a
// sentence, or a word of an office, refreshes the files.
func TestTheModelIsWhatTheTableGives(t *testing.T) {
	t.Parallel()
	matters := readMatters()
	for folder, m := range map[string]struct {
		learnt *training
		file   []byte
	}{"matters": {train(matters), modelFile}, "together": {trainTogether(matters, readTogether(matters.names)), togetherFile}, "topics": {trainTopics(readTable("topics")), topicFile}, "talks": {trainTopics(readTalks()), talkFile}, "answers": {trainTopics(readAnswers()), answerFile}, "intents": {trainTopics(readIntents()), intentFile}, "kinds": {trainTopics(readKinds()), kindFile}} {
		if len(m.learnt.names) > math.MaxUint8 {
			t.Fatalf("%d %s: a cell holds %d", len(m.learnt.names), folder, math.MaxUint8)
		}
		want := encodeModel(m.learnt)
		if *update {
			if err := os.WriteFile(filepath.Join(folder, "model.bin"), want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !bytes.Equal(m.file, want) {
			t.Errorf("%s/model.bin is not what the table gives: run make matters", folder)
		}
	}
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
