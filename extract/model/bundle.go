// Package model holds what the engine has learned: the weights of its models,
// the card that says from what, and how a decision is taken with them.
package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

// magic begins every bundle; its number is that of the form.
const magic = "ascribe model 1\n"

// A Bundle is named parts in one file: the magic line, then for each part its
// name and its content, each after its length in 32 bits, little endian. Parts
// are in the order of their names.
type Bundle map[string][]byte

var errBundle = errors.New("the model is cut short or no model at all: build the program again from a clean checkout, or train with ascribe-lab train")

// Bytes returns the file of a bundle.
func (b Bundle) Bytes() []byte {
	names := make([]string, 0, len(b))
	for name := range b {
		names = append(names, name)
	}
	sort.Strings(names)
	out := []byte(magic)
	for _, name := range names {
		out = appendSized(out, []byte(name))
		out = appendSized(out, b[name])
	}
	return out
}

func appendSized(out, part []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
	return append(out, part...)
}

// ReadBundle takes a file apart. The parts point into data.
func ReadBundle(data []byte) (Bundle, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, errBundle
	}
	b := Bundle{}
	for rest := data[len(magic):]; len(rest) > 0; {
		name, next, err := sized(rest)
		if err != nil {
			return nil, err
		}
		part, after, err := sized(next)
		if err != nil {
			return nil, err
		}
		b[string(name)], rest = part, after
	}
	return b, nil
}

func sized(data []byte) (part, rest []byte, err error) {
	if len(data) < 4 {
		return nil, nil, errBundle
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	if uint64(len(data)) < 4+n {
		return nil, nil, errBundle
	}
	return data[4 : 4+n], data[4+n:], nil
}

// part returns a part of the bundle or an error that names it.
func (b Bundle) part(name string) ([]byte, error) {
	p, ok := b[name]
	if !ok {
		return nil, fmt.Errorf("the model has no part %q: train it again with ascribe-lab train", name)
	}
	return p, nil
}
