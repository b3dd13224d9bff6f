// Package silver reads the labels that the neural teachers of train/teacher put
// on the news: trees and names that no person has checked, with how sure the
// teacher was of each arc. The shipped models are trained on them beside the
// treebanks.
//
// The labels are standoff: they hold offsets and no word of an article. Who has
// the articles gets sentences from them, by [Texts] and [ReadTrees]. [WriteWords]
// makes what a teacher is given: our own sentences and words.
package silver
