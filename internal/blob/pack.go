package blob

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/klauspost/compress/zstd"

	"ascribe"
)

// MaxContent is the most bytes that one packed content may hold.
const MaxContent = 256 << 20

// A packed content ends in a skippable frame of the zstd format (RFC 8878,
// 3.1.2) that holds a checksum of every byte before it. The frames of zstd have
// bits that no reader looks at; with the trailer a flip of any bit is seen, and
// any zstd tool still reads the file.
const (
	trailerMagic = 0x184D2A5A
	trailerSize  = 12
)

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
	encoder    = must(zstd.NewWriter(nil, zstd.WithZeroFrames(true), zstd.WithWindowSize(1<<20)))
	decoder    = must(zstd.NewReader(nil, zstd.WithDecoderMaxMemory(MaxContent)))
)

// must serves the two codecs above, whose options are constants.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Pack compresses content. Unpack notices a change of any bit of the result.
func Pack(content []byte) []byte {
	out := encoder.EncodeAll(content, make([]byte, 0, len(content)/3+64))
	sum := crc32.Checksum(out, castagnoli)
	out = binary.LittleEndian.AppendUint32(out, trailerMagic)
	out = binary.LittleEndian.AppendUint32(out, trailerSize-8)
	return binary.LittleEndian.AppendUint32(out, sum)
}

// Unpack returns the content that Pack was given, or an error of kind Conflict
// when the bytes are no longer those that Pack made.
func Unpack(packed []byte) ([]byte, error) {
	end := len(packed) - trailerSize
	if end < 0 {
		return nil, ascribe.Errorf(ascribe.Conflict, "damaged: cut off after %d bytes", len(packed))
	}
	trailer := packed[end:]
	if binary.LittleEndian.Uint32(trailer) != trailerMagic ||
		binary.LittleEndian.Uint32(trailer[4:]) != trailerSize-8 ||
		binary.LittleEndian.Uint32(trailer[8:]) != crc32.Checksum(packed[:end], castagnoli) {
		return nil, ascribe.Errorf(ascribe.Conflict, "damaged: the checksum does not fit the %d bytes", len(packed))
	}
	content, err := decoder.DecodeAll(packed[:end], nil)
	if err != nil {
		return nil, ascribe.Errorf(ascribe.Conflict, "damaged: %w", err)
	}
	return content, nil
}
